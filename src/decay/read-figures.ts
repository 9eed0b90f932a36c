import type { Queryable } from '../../db/client.ts'
import { groupBy } from '../engine/facts/group-by.ts'
import { decayFigures, type QuarterCounts } from '../engine/insight/decay-figures.ts'
import { medianWait, type WaitingTheme } from '../engine/insight/median-wait.ts'
import { worseningQuarters } from '../engine/insight/worsening-quarters.ts'
import type { DecayFigures, WorseSign } from '../engine/insight/worsening-signs.ts'
import { daysBetween } from '../engine/time/days-between.ts'
import { readFirstSubmitted } from '../learnings/themes/read-first-submitted.ts'
import { readStandingThemes } from '../learnings/themes/read-standing-themes.ts'
import { readPeriodCounts } from '../period-counts/read-period-counts.ts'
import { countQuarters } from './count-quarters.ts'
import { findFirstShiftOn, type Quarter } from './queries/figures.ts'
import { listDecisions, listFirstReports, listThemes } from './queries/themes.ts'

export interface QuarterRead extends Quarter {
  figures: DecayFigures
  /** What the figures are made of. */
  counts: QuarterCounts
  /** Against the quarter before; empty of the first one. */
  worse: WorseSign[]
}

/** The figures of some quarters, oldest first, and what worsened from each to the next. */
export async function readQuarters(
  db: Queryable,
  quarters: readonly Quarter[],
  now: Date
): Promise<QuarterRead[]> {
  const counted = await readCounts(db, quarters, now)
  const read = quarters.map((quarter, at) => {
    const counts = counted[at]!
    return { ...quarter, counts, figures: decayFigures(counts) }
  })
  const worse = worseningQuarters(read, await findFirstShiftOn(db))
  return read.map((quarter, at) => ({ ...quarter, worse: worse[at]! }))
}

/** What the decay watch counts of some quarters, each as far as it has passed by `now`; what is kept of it is not counted. */
async function readCounts(db: Queryable, quarters: readonly Quarter[], now: Date): Promise<QuarterCounts[]> {
  const sums = await readPeriodCounts(db, { kind: 'decay', count: countQuarters }, { periods: quarters, now })
  const waits = await readWaits(db)
  const today = now.toISOString().slice(0, 10)
  return quarters.map(({ fromOn, toOn }, at) => {
    const until = toOn < today ? toOn : today
    const endsAt = toOn <= today ? new Date(`${toOn}T00:00:00Z`) : now
    return {
      ...sums[at]!,
      days: Math.max(0, daysBetween(fromOn, until)),
      answerAgeDays: medianWait(waits, endsAt)
    }
  })
}

/** Themes that stand by themselves, with what is known of those merged into them; each reporter counts once. */
async function readWaits(db: Queryable): Promise<WaitingTheme[]> {
  const standing = await readStandingThemes(db)
  const idOf = ({ themeId }: { themeId: string }) => standing.get(themeId) ?? themeId
  const decisions = groupBy(await listDecisions(db), idOf)
  const themes = groupBy(await listThemes(db), ({ id }) => standing.get(id) ?? id)
  const groups = new Map([...themes].map(([id, members]) => [id, members.map((theme) => theme.id)]))
  const isDeclined = (id: string) =>
    decisions.get(id)?.some(({ themeId, decision }) => themeId === id && decision === 'declined')
  const declined = new Set([...groups.keys()].filter(isDeclined))
  const known = await readFirstSubmitted(db, groups)
  const open = [...groups].filter(([id]) => declined.has(id) || !known.has(id))
  const rows = await listFirstReports(db, {
    themeIds: open.flatMap(([, members]) => members),
    declinedIds: open.flatMap(([id, members]) => (declined.has(id) ? members : []))
  })
  const reports = groupBy(rows, idOf)
  const firstReportsOf = (id: string) => {
    const at = declined.has(id) ? undefined : known.get(id)
    if (at === undefined) return firstOfEach(reports.get(id) ?? [])
    return at === null ? [] : [at]
  }
  return [...themes].map(([id, members]) => ({
    madeAt: new Date(Math.min(...members.map(({ createdAt }) => createdAt.getTime()))),
    decisions: (decisions.get(id) ?? []).filter(({ themeId }) => themeId === id),
    firstReportsAt: firstReportsOf(id)
  }))
}

function firstOfEach(reports: readonly { employeeId: string | null; at: Date }[]): Date[] {
  const first = new Map<string | null, Date>()
  for (const { employeeId, at } of reports) {
    const before = first.get(employeeId)
    if (!before || at < before) first.set(employeeId, at)
  }
  return [...first.values()]
}
