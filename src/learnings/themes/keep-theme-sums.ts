import type { Tx } from '../../../db/client.ts'
import type { AnyContext } from '../../context.ts'
import { countHeard, type HeardQuestion, type HeardSums } from './queries/facts.ts'
import { dropMarkedSums, listSums, lockSums, replaceSums, type ThemeSum } from './queries/theme-sums.ts'
import { groupsOf, holds } from './read-heard.ts'
import { readAllAsked } from './read-standings.ts'

/**
 * Brings the sums of what was heard of themes in line with what came, changed, was merged or decided: until then pages and
 * lists count these themes from their learnings. Does nothing while another process is at it.
 */
export async function keepThemeSums({ db, now }: AnyContext): Promise<void> {
  await db.transaction((tx) => keep(tx, now()))
}

async function keep(tx: Tx, now: Date): Promise<void> {
  if (!(await lockSums(tx))) return
  await dropMarkedSums(tx)
  const { members, question } = await readAllAsked(tx, now)
  const groups = groupsOf(members)
  const holding = new Set(
    (await listSums(tx))
      .filter((sum) => holds(sum, groups, question) && isWhole(sum))
      .map(({ standingId }) => standingId)
  )
  const open = members.filter(({ standingId }) => !holding.has(standingId))
  const counted = new Map((await countHeard(tx, open, question)).map((heard) => [heard.standingId, heard]))
  const recounted = [...new Set(open.map(({ standingId }) => standingId))]
  await replaceSums(
    tx,
    recounted.map((standingId) =>
      sumOf(counted.get(standingId) ?? { standingId, ...NOTHING }, groups.get(standingId)!, question)
    ),
    { recounted, standing: [...groups.keys()] }
  )
}

/** Else a release wrote it that did not know when the first was handed in. */
const isWhole = ({ firstSubmittedAt, learnings }: ThemeSum) => firstSubmittedAt !== null || learnings === 0

/** So far off that the sum holds for no release that takes it for one of something heard. */
const NEVER = new Date('9999-12-31T00:00:00Z')

/** Of which nothing was heard is kept too, or it would be looked for each time. */
const NOTHING = {
  ...{ learnings: 0, reporters: 0, shifts: 0, customers: 0, minutes: 0, lost: [] },
  ...{ firstAt: NEVER, lastAt: NEVER, firstSubmittedAt: null, recentReporters: 0, recentMinutes: 0 }
}

function sumOf(heard: HeardSums, members: string[], { until, rateDays }: HeardQuestion): ThemeSum {
  const { recentReporters: _, recentMinutes: __, lost, ...row } = heard
  const lostFrom = new Map(lost.map(({ onDay, minutes }) => [onDay, minutes]))
  return {
    ...row,
    members,
    rateDays: [...rateDays],
    until: row.learnings === 0 ? NEVER : until.get(row.standingId)!,
    lost: ['0001-01-01', ...rateDays].map((onDay) => lostFrom.get(onDay) ?? null)
  }
}
