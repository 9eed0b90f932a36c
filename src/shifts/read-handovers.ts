import type { Context } from '../context.ts'
import { listHandovers } from './queries/handovers.ts'

/**
 * The notes that those on before left for a shift, and those that it leaves itself, by when they were written. The shift
 * before is the last one of the rotation on which anybody sat, at most seven days back. One query.
 */
export async function readHandovers(ctx: Pick<Context, 'db'>, shiftId: string) {
  const notes = (await listHandovers(ctx.db, shiftId)).map(({ employeeId, name, ...note }) => ({
    ...note,
    by: { id: employeeId, name }
  }))
  return {
    received: notes.filter((note) => note.shiftId !== shiftId),
    left: notes.filter((note) => note.shiftId === shiftId)
  }
}

export type HandoverNote = Awaited<ReturnType<typeof readHandovers>>['left'][number]
