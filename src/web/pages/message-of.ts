import type { FastifyError } from 'fastify'
import type { DatabaseAnswer } from '../../lib/database-answer.ts'
import { Refusal } from '../../lib/errors.ts'
import type { Reader } from '../reader.ts'
import { sayRefusal } from '../refusals/say-refusal.ts'
import { frameTexts } from '../texts/frame.ts'

export interface Message {
  title: string
  text: string
  /** What exactly stands in the way, one sentence each. */
  details: string[]
  /** The language of the text, where it is not the reader's. */
  lang?: 'en'
  /** The address to ask again. */
  again?: string | undefined
}

interface About {
  reader: Reader
  requestId: string
}

/** An error as a person may read it; of a bug of ours they learn only how to name it. */
export function messageOf(
  error: FastifyError | Refusal | null,
  status: number,
  { reader, requestId }: About
): Message {
  const texts = reader.say(frameTexts)
  if (error === null) return { title: texts.notFound, text: texts.notFoundHint, details: [] }
  if (status >= 500 && !(error instanceof Refusal))
    return { title: texts.somethingWrong, text: texts.ourFault, details: [texts.reference(requestId)] }
  if (status === 403 && error.code === 'NOT_ALLOWED')
    return { title: texts.forbidden, text: texts.forbiddenHint, details: [] }
  if (!(error instanceof Refusal))
    return { title: texts.somethingWrong, text: texts.notReadable, details: [] }
  return { title: texts.somethingWrong, ...sayRefusal(error, reader) }
}

/**
 * That the database did not do it. Where it is away nobody knows whether what was sent arrived; a page can simply be asked for
 * again.
 */
export function awayMessage(
  { code }: DatabaseAnswer,
  { reader, method, url }: { reader: Reader; method: string; url: string }
): Message {
  const texts = reader.say(frameTexts)
  const isPage = method === 'GET' || method === 'HEAD'
  const again = isPage ? url : '/'
  if (code !== 'DATABASE_AWAY')
    return { title: texts.somethingWrong, text: texts.busyHint, details: [], again }
  return { title: texts.away, text: isPage ? texts.awayHint : texts.awayUnsure, details: [], again }
}
