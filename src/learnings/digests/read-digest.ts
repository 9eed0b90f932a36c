import type { AnyContext, Context } from '../../context.ts'
import { maskPersonalData } from '../../engine/insight/mask-personal-data.ts'
import { pageOf, readInstantCursor } from '../../lib/paging.ts'
import { readStandingThemes } from '../themes/read-standing-themes.ts'
import { readStandings, type Theme } from '../themes/read-standings.ts'
import { DigestNotFound } from './errors.ts'
import type { DigestFacts } from './facts.ts'
import { findDigest, listWordsOf, selectDigests } from './queries.ts'

/** The actor's own digests, newest first. */
export async function listDigests(ctx: Context, { cursor, limit = 50 }: { cursor?: string; limit?: number }) {
  const after = readInstantCursor(cursor)
  const rows = await selectDigests(ctx.db, ctx.actor.employeeId, { after, limit: limit + 1 })
  return pageOf(rows, limit, (row) => ({ key: row.until.toISOString(), id: row.id }))
}

/**
 * A digest of the actor's own, as `readDigestContent` gives it.
 *
 * @throws {DigestNotFound}
 */
export async function readMyDigest(ctx: Context, digestId: string) {
  const content = await readDigestContent(ctx, digestId)
  if (content?.employeeId !== ctx.actor.employeeId) throw new DigestNotFound({ digestId })
  return content
}

/**
 * Everything that a digest shows, in no language: its themes as they stand now, the words of customers without obvious
 * personal data, and how each theme moved. What was merged stands for what it is in, and what was taken back is gone.
 * Null when there is no such digest. The number of queries is constant.
 */
export async function readDigestContent(ctx: AnyContext, digestId: string) {
  const row = await findDigest(ctx.db, digestId)
  if (!row) return null
  const { weekly, monthly, reporter } = factsOf(row)
  const standing = await readStandingThemes(ctx.db)
  const themes = new Map((await readStandings(ctx.db, ctx.now())).map((theme) => [theme.id, theme]))
  const theme = (id: string) => themes.get(standing.get(id) ?? id)
  const all = (ids: readonly string[]): Theme[] => ids.flatMap((id) => theme(id) ?? [])
  const inFull = <Part extends { themeId: string }>(parts: readonly Part[]) =>
    parts.flatMap(({ themeId, ...part }) => ({ ...part, theme: theme(themeId) })).filter(hasTheme)
  const { id, employeeId, kind, dueOn, since, until } = row
  return {
    ...{ id, employeeId, kind, dueOn, since, until },
    new: all(weekly.newIds),
    growing: inFull(weekly.growing),
    overdue: all(weekly.overdueIds),
    counts: weekly.counts,
    quotes: inFull(await readQuotes(ctx, weekly.learningIds)),
    undecided: { first: all(monthly.themeIds), waiting: monthly.waiting },
    moved: inFull(reporter.moves)
  }
}

export type DigestContent = NonNullable<Awaited<ReturnType<typeof readDigestContent>>>

const hasTheme = <Part extends { theme: Theme | undefined }>(part: Part): part is Part & { theme: Theme } =>
  part.theme !== undefined

/** The facts of a row of its kind; what the other kinds hold is empty. */
function factsOf({ kind, facts }: { kind: keyof DigestFacts; facts: unknown }): DigestFacts {
  return {
    weekly: {
      newIds: [],
      growing: [],
      overdueIds: [],
      learningIds: [],
      counts: { new: 0, growing: 0, overdue: 0 }
    },
    monthly: { themeIds: [], waiting: 0 },
    reporter: { moves: [] },
    [kind]: facts
  }
}

async function readQuotes({ db }: AnyContext, learningIds: readonly string[]) {
  if (learningIds.length === 0) return []
  const words = new Map((await listWordsOf(db, learningIds)).map((row) => [row.learningId, row]))
  return learningIds.flatMap((id) => {
    const row = words.get(id)
    return row
      ? [{ themeId: row.themeId, words: maskPersonalData(row.words).text, heardOn: row.heardOn }]
      : []
  })
}
