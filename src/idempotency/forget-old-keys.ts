import { subHours } from 'date-fns'
import type { AnyContext } from '../context.ts'
import { deleteKeysBefore } from './queries.ts'

/** A day: as long as clients retry, and no longer than what people were answered has to lie about. */
export const KEY_HOURS = 24

/** Throws away answers that are older than a day; their keys may be used again. */
export async function forgetOldKeys({ db, now }: AnyContext): Promise<void> {
  await db.transaction((tx) => deleteKeysBefore(tx, subHours(now(), KEY_HOURS)))
}
