import type { FastifyReply } from 'fastify'
import { Type } from 'typebox'

/** What a route that hands out CSV declares as its answer. */
export const CsvReply = { 200: { content: { 'text/csv': { schema: Type.String() } } } }

/** Answers with a file of CSV, to be saved under its name. */
export function sendCsv(
  reply: Pick<FastifyReply, 'type' | 'header' | 'send'>,
  { csv, fileName }: { csv: string; fileName: string }
) {
  reply.type('text/csv; charset=utf-8').header('content-disposition', `attachment; filename="${fileName}"`)
  return reply.send(csv)
}
