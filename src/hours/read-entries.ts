import type { Queryable } from '../../db/client.ts'
import { type EntryRow, listEntriesById } from './queries/ledger.ts'

/** An entry as people see it: how much, for which day, entered by whom and why. */
export function entryFrom({ enteredById, enteredByName, ...entry }: EntryRow) {
  const enteredBy = enteredById === null ? null : { id: enteredById, name: enteredByName ?? '' }
  return { ...entry, enteredBy }
}

export type Entry = ReturnType<typeof entryFrom>

/** These entries, by day. */
export async function readEntries(db: Queryable, entryIds: string[]): Promise<Entry[]> {
  return (await listEntriesById(db, entryIds)).map(entryFrom)
}
