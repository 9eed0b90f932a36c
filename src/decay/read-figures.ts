import { subHours } from 'date-fns'
import type { Queryable } from '../../db/client.ts'
import { groupBy } from '../engine/facts/group-by.ts'
import { decayFigures, type QuarterCounts } from '../engine/insight/decay-figures.ts'
import { medianWait, type WaitingTheme } from '../engine/insight/median-wait.ts'
import { worseningQuarters } from '../engine/insight/worsening-quarters.ts'
import type { DecayFigures, WorseSign } from '../engine/insight/worsening-signs.ts'
import { daysBetween } from '../engine/time/days-between.ts'
import { startOfIsoWeek } from '../engine/time/start-of-iso-week.ts'
import { readBalancesByPeriod } from '../hours/read-balances.ts'
import { readStandingThemes } from '../learnings/themes/read-standing-themes.ts'
import {
  countMoods,
  countPeople,
  countSeats,
  countTold,
  findFirstShiftOn,
  type Quarter,
  sumHostMinutes
} from './queries/figures.ts'
import { listDecisions, listFirstReports, listThemes } from './queries/themes.ts'

/** A week: whoever gives up a seat later leaves no time to find somebody in; our own. */
const LATE_DAYS = 7
/** Issue 5: a learning is written within 48 hours. */
const TOLD_WITHIN_HOURS = 48

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

/**
 * What the decay watch counts of some quarters, each as far as it has passed by `now`. The number of queries does not
 * depend on that of people. Moods count from the Monday after they were told: a mean that moves with one answer would
 * tell what it was.
 */
async function readCounts(db: Queryable, quarters: readonly Quarter[], now: Date): Promise<QuarterCounts[]> {
  const people = byQuarter(await countPeople(db, quarters, now))
  const seats = byQuarter(await countSeats(db, quarters, { now, days: LATE_DAYS }))
  const told = byQuarter(await countTold(db, quarters, subHours(now, TOLD_WITHIN_HOURS)))
  const hosts = byQuarter(await sumHostMinutes(db, quarters, now))
  const moods = byQuarter(await countMoods(db, quarters, mondayBefore(now)))
  const balances = await readBalancesByPeriod(db, { periods: [...quarters] })
  const waits = await readWaits(db)
  const today = now.toISOString().slice(0, 10)
  return quarters.map(({ fromOn, toOn }, at) => {
    const until = toOn < today ? toOn : today
    const endsAt = toOn <= today ? new Date(`${toOn}T00:00:00Z`) : now
    return {
      ...{ staff: 0, tookPart: 0, hosts: 0, ...people.get(at) },
      ...{ held: 0, dropped: 0, ...seats.get(at) },
      ...{ seats: 0, notTold: 0, ...told.get(at) },
      ...sumOwed([...balances[at]!.values()]),
      hostMinutes: hosts.get(at)?.minutes ?? 0,
      days: Math.max(0, daysBetween(fromOn, until)),
      moodMean: moods.get(at)?.mood ?? null,
      moodPeople: moods.get(at)?.people ?? 0,
      answerAgeDays: medianWait(waits, endsAt)
    }
  })
}

/** In UTC, for moods are not of any one place. */
const mondayBefore = (now: Date): Date =>
  new Date(`${startOfIsoWeek(now.toISOString().slice(0, 10))}T00:00:00Z`)

function byQuarter<Row extends { quarter: number }>(rows: readonly Row[]): Map<number, Row> {
  return new Map(rows.map((row) => [row.quarter, row]))
}

function sumOwed(balances: readonly { dueMinutes: number; waivedMinutes: number }[]) {
  return {
    dueMinutes: balances.reduce((sum, { dueMinutes }) => sum + dueMinutes, 0),
    waivedMinutes: balances.reduce((sum, { waivedMinutes }) => sum + waivedMinutes, 0)
  }
}

/** Themes that stand by themselves, with what is known of those merged into them; each reporter counts once. */
async function readWaits(db: Queryable): Promise<WaitingTheme[]> {
  const standing = await readStandingThemes(db)
  const idOf = ({ themeId }: { themeId: string }) => standing.get(themeId) ?? themeId
  const decisions = groupBy(await listDecisions(db), idOf)
  const themes = groupBy(await listThemes(db), ({ id }) => standing.get(id) ?? id)
  const declined = [...themes].filter(([id]) =>
    decisions.get(id)?.some(({ themeId, decision }) => themeId === id && decision === 'declined')
  )
  const declinedIds = declined.flatMap(([, members]) => members.map(({ id }) => id))
  const reports = groupBy(await listFirstReports(db, declinedIds), idOf)
  return [...themes].map(([id, members]) => ({
    madeAt: new Date(Math.min(...members.map(({ createdAt }) => createdAt.getTime()))),
    decisions: (decisions.get(id) ?? []).filter(({ themeId }) => themeId === id),
    firstReportsAt: firstOfEach(reports.get(id) ?? [])
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
