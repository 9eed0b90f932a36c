import type { Queryable } from '../../../db/client.ts'
import { countHeard, countRecent, type HeardQuestion, type HeardSums, type Member } from './queries/facts.ts'
import { listSums, type ThemeSum } from './queries/theme-sums.ts'

/**
 * What was heard of each standing theme: from the sums that are kept, and where those do not hold any more from its
 * learnings; `withRecent` tells whether what was heard lately is asked for. Three queries.
 */
export async function readHeard(
  db: Queryable,
  members: readonly Member[],
  question: HeardQuestion,
  { withRecent }: { withRecent: boolean }
): Promise<HeardSums[]> {
  const groups = groupsOf(members)
  const kept = (await listSums(db, onlyOf(groups))).filter((sum) => holds(sum, groups, question))
  const known = new Set(kept.map(({ standingId }) => standingId))
  const isKnown = ({ standingId }: Member) => known.has(standingId)
  const counted = await countHeard(
    db,
    members.filter((member) => !isKnown(member)),
    question
  )
  const lately = withRecent ? await countRecent(db, members.filter(isKnown), question.since) : []
  const recent = new Map(lately.map((row) => [row.standingId, row]))
  return [...counted, ...kept.flatMap((sum) => heardOf(sum, recent.get(sum.standingId)) ?? [])]
}

/** The themes within each standing theme, itself among them, in order. */
export function groupsOf(members: readonly Member[]): Map<string, string[]> {
  const groups = new Map<string, string[]>()
  for (const { themeId, standingId } of members) {
    const group = groups.get(standingId)
    if (group) group.push(themeId)
    else groups.set(standingId, [themeId])
  }
  for (const group of groups.values()) group.sort()
  return groups
}

/**
 * Whether a sum is still that of the theme: of the same members and rates, and what was heard of it waits until the same
 * moment, or was all heard before either.
 */
export function holds(
  { standingId, members, rateDays, until, lastAt, learnings }: ThemeSum,
  groups: ReadonlyMap<string, string[]>,
  question: HeardQuestion
): boolean {
  const asked = question.until.get(standingId)
  if (!asked || String(groups.get(standingId)) !== String(members)) return false
  if (String(rateDays) !== String(question.rateDays)) return false
  return asked.getTime() === until.getTime() || learnings === 0 || (lastAt < until && lastAt < asked)
}

/** So many at most are asked for by name. */
const FEW = 20

function onlyOf(groups: ReadonlyMap<string, string[]>): string[] | undefined {
  return groups.size <= FEW ? [...groups.keys()] : undefined
}

/** Null of which nothing was heard, as if it had been counted. */
function heardOf(
  sum: ThemeSum,
  recent: { reporters: number; minutes: number } | undefined
): HeardSums | null {
  const { rateDays, lost } = sum
  if (sum.learnings === 0) return null
  // Field by field: of thousands of themes, spreading takes most of the time.
  return {
    standingId: sum.standingId,
    learnings: sum.learnings,
    reporters: sum.reporters,
    shifts: sum.shifts,
    customers: sum.customers,
    minutes: sum.minutes,
    firstAt: sum.firstAt,
    lastAt: sum.lastAt,
    firstSubmittedAt: sum.firstSubmittedAt,
    recentReporters: recent?.reporters ?? 0,
    recentMinutes: recent?.minutes ?? 0,
    lost: ['0001-01-01', ...rateDays].flatMap((onDay, at) => {
      const minutes = lost[at] ?? null
      return minutes === null ? [] : [{ onDay, minutes }]
    })
  }
}
