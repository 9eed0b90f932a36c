import type { Queryable } from '../../../db/client.ts'
import type { Theme } from '../themes/read-standings.ts'
import { type DigestContent, readContents } from './read-contents.ts'

/**
 * What the notice of each of these digests says, by the digest's id: read when it is sent, so that no words of customers
 * lie in notices after they were taken back. The number of queries is constant, and none where there are no digests.
 */
export async function readToldDigests(
  db: Queryable,
  digestIds: readonly string[],
  now: Date
): Promise<Map<string, Record<string, unknown>>> {
  const contents = await readContents(db, digestIds, now)
  return new Map(contents.map((content) => [content.id, toldOf(content)]))
}

function toldOf({ new: made, growing, overdue, quotes, undecided, moved }: DigestContent) {
  const titled = <Part extends { theme: Theme }>(parts: readonly Part[]) =>
    parts.map(({ theme: { title }, ...part }) => ({ title, ...part }))
  const waiting = (themes: readonly Theme[]) =>
    themes.map(({ title, clock }) => ({ title, waitingDays: clock.waitingDays }))
  return {
    newThemes: made.map(({ title }) => ({ title })),
    growing: titled(growing),
    overdue: waiting(overdue),
    quotes: titled(quotes),
    undecided: waiting(undecided.first),
    waiting: undecided.waiting,
    moved: titled(moved)
  }
}
