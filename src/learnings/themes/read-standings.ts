import { subDays } from 'date-fns'
import type { Queryable } from '../../../db/client.ts'
import { type Price, priceOfWaiting } from '../../engine/insight/price-of-waiting.ts'
import { standingThemes } from '../../engine/insight/standing-themes.ts'
import { type Decision, type ThemeStanding, themeStanding } from '../../engine/insight/theme-standing.ts'
import { themesWithin } from '../../engine/insight/themes-within.ts'
import { type UnheardClock, unheardClock } from '../../engine/insight/unheard-clock.ts'
import { localDateOf } from '../../engine/time/local-date-of.ts'
import type { AsOf } from '../queries/as-of.ts'
import { readHourlyRates } from '../rates/read-hourly-rates.ts'
import { groupRows } from './group-rows.ts'
import { listDecisions } from './queries/decisions.ts'
import { countHeard, type HeardQuestion, listFirstReports, type Member } from './queries/facts.ts'
import { listMerges } from './queries/merges.ts'
import { listThemes, type ThemeWithOwner } from './queries/themes.ts'
import { readHeard } from './read-heard.ts'

/** Days that count as recent: what is heard of a theme these days. */
const RECENT_DAYS = 28

/** A theme as boards and lists of many show it. */
export interface ThemeAtAGlance extends ThemeStanding {
  id: string
  title: string
  summary: string
  area: { id: string; name: string } | null
  owner: { id: string; name: string; isActive: boolean }
  answerByOn: string
  /** It waits still, and the day by which an answer was due is over where the owner is. */
  isOverdue: boolean
  splitFromId: string | null
  createdAt: Date
  firstHeardAt: Date
  /** Null while nothing is in it. */
  lastHeardAt: Date | null
  clock: UnheardClock & Heard
  /** `until`: the end of the waiting that is priced. */
  price: Price & { until: Date }
}

export interface Theme extends ThemeAtAGlance {
  recent: { days: number; reporters: number; minutes: number }
}

interface Heard {
  learnings: number
  /** Each person once, however often they reported it and in whichever of the merged themes. */
  reporters: number
  shifts: number
  customers: number
  minutes: number
}

const NOTHING = {
  learnings: 0,
  reporters: 0,
  shifts: 0,
  customers: 0,
  minutes: 0,
  recentReporters: 0,
  recentMinutes: 0,
  firstAt: null,
  lastAt: null,
  lost: []
}

/**
 * Reads themes with their state, clock and price: all that stand by themselves, or the one asked for with what is merged
 * into it. The number of queries is constant.
 */
export async function readStandings(db: Queryable, now: Date, themeId?: string): Promise<Theme[]> {
  return readAt(db, { now, asOf: null }, themeId === undefined ? undefined : [themeId])
}

/** The same of some themes; who does not exist is not among them. */
export async function readStandingsOf(
  db: Queryable,
  now: Date,
  themeIds: readonly string[]
): Promise<Theme[]> {
  return readAt(db, { now, asOf: null }, themeIds)
}

/**
 * The same as they were at a moment: asked again tomorrow the figures are the same, whatever was reported, moved, merged,
 * decided or changed since. Titles and summaries are those of today.
 */
export async function readStandingsAsOf(db: Queryable, asOf: Date, themeId?: string): Promise<Theme[]> {
  return readAt(db, { now: asOf, asOf }, themeId === undefined ? undefined : [themeId])
}

type Moment = { now: Date; asOf: AsOf }

async function readAt(db: Queryable, { now, asOf }: Moment, themeIds?: readonly string[]): Promise<Theme[]> {
  const { rows, standing, members } = await readMembers(db, asOf, themeIds)
  const facts = await readFacts(db, { rows, members, now, asOf, withRecent: true })
  return rows
    .filter(({ id }) => !standing.has(id))
    .map((row) => {
      const { recentReporters: reporters, recentMinutes: minutes } = facts.heardOf.get(row.id) ?? NOTHING
      return Object.assign(glanceOf(row, facts, now), { recent: { days: RECENT_DAYS, reporters, minutes } })
    })
}

/** All themes as a board shows them: without what was heard lately, which takes half of the time to count. */
export async function readGlances(db: Queryable, now: Date): Promise<ThemeAtAGlance[]> {
  const { rows, standing, members } = await readMembers(db, null)
  const facts = await readFacts(db, { rows, members, now, asOf: null, withRecent: false })
  return rows.filter(({ id }) => !standing.has(id)).map((row) => glanceOf(row, facts, now))
}

/** Every theme that stands by itself with those within it, and what is asked of what was heard of them. */
export async function readAllAsked(db: Queryable, now: Date) {
  const { rows, members } = await readMembers(db, null)
  const { question } = await readAsked(db, { rows, members, now, asOf: null, withRecent: true })
  return { members, question }
}

async function readMembers(db: Queryable, asOf: AsOf, themeIds?: readonly string[]) {
  const merges = await listMerges(db, asOf)
  const within = themeIds && [...new Set(themeIds.flatMap((id) => themesWithin(id, merges)))]
  const rows = await listThemes(db, within, asOf)
  const standing = standingThemes(
    themeIds ? merges.filter(({ themeId }) => !themeIds.includes(themeId)) : merges
  )
  const members = rows.map(({ id }): Member => ({ themeId: id, standingId: standing.get(id) ?? id }))
  return { rows, standing, members }
}

type Facts = Awaited<ReturnType<typeof readFacts>>
type Asked = Moment & { rows: ThemeWithOwner[]; members: Member[]; withRecent: boolean }

async function readAsked(db: Queryable, { rows, members, now, asOf }: Asked) {
  const decisions = groupRows(
    await listDecisions(
      db,
      members.map(({ themeId }) => themeId),
      asOf
    ),
    'themeId'
  )
  const firstReports = groupRows(
    await listFirstReports(db, members, declinedAt(decisions), asOf),
    'standingId'
  )
  const madeAt = earliestMade(rows, members)
  const standingSince = (id: string, firstHeardAt: Date) => {
    const firstReportsAt = (firstReports.get(id) ?? []).map(({ at }) => at)
    return themeStanding({ firstHeardAt, decisions: decisions.get(id) ?? [], firstReportsAt })
  }
  // What was decided, and so until when it waited, does not depend on when it was first heard.
  const until = new Map([...madeAt].map(([id, at]) => [id, waitedUntil(standingSince(id, at), now)]))
  const rates = (await readHourlyRates(db)).filter(({ enteredAt }) => !asOf || enteredAt <= asOf)
  const rateDays = [...new Set(rates.map(({ fromOn }) => fromOn))].sort()
  const question: HeardQuestion = { since: subDays(now, RECENT_DAYS), until, rateDays, asOf }
  return { question, rates, until, madeAt, standingSince }
}

async function readFacts(db: Queryable, asked: Asked) {
  const { question, rates, until, madeAt, standingSince } = await readAsked(db, asked)
  // Of a moment gone by no sums are kept.
  const heard = asked.asOf
    ? await countHeard(db, asked.members, question)
    : await readHeard(db, asked.members, question, asked)
  const heardOf = new Map(heard.map((row) => [row.standingId, row]))
  const standings = new Map<string, ThemeStanding & { firstHeardAt: Date }>()
  for (const [id, at] of madeAt) {
    const firstHeardAt = earlier(at, heardOf.get(id)?.firstAt)
    standings.set(id, { firstHeardAt, ...standingSince(id, firstHeardAt) })
  }
  return { heardOf, standings, until, rates }
}

/** Field by field: for thousands of themes spreading objects into each other costs most of a page. */
function glanceOf(row: ThemeWithOwner, facts: Facts, now: Date): ThemeAtAGlance {
  const { id, areaId } = row
  const standing = facts.standings.get(id)!
  const { firstHeardAt, waitingSince } = standing
  const until = facts.until.get(id)!
  const heard = facts.heardOf.get(id) ?? NOTHING
  const { daysSinceFirstHeard, waitingDays, stage } = unheardClock(standing, now)
  const { weeks, minutesPerWeek, minutes, hours, money } = priceOfWaiting(
    { firstHeardAt, until, lost: heard.lost },
    facts.rates
  )
  return {
    id,
    title: row.title,
    summary: row.summary,
    splitFromId: row.splitFromId,
    createdAt: row.createdAt,
    answerByOn: row.answerByOn,
    state: standing.state,
    waitingSince,
    decidedAt: standing.decidedAt,
    reopenedAt: standing.reopenedAt,
    round: standing.round,
    firstHeardAt,
    area: areaId === null ? null : { id: areaId, name: row.areaName! },
    owner: { id: row.ownerId, name: row.ownerName, isActive: row.ownerIsActive },
    isOverdue: waitingSince !== null && row.answerByOn < localDateOf(now, row.ownerZone),
    lastHeardAt: heard.lastAt,
    clock: {
      daysSinceFirstHeard,
      waitingDays,
      stage,
      learnings: heard.learnings,
      reporters: heard.reporters,
      shifts: heard.shifts,
      customers: heard.customers,
      minutes: heard.minutes
    },
    price: { until, weeks, minutesPerWeek, minutes, hours, money }
  }
}

/** Customers wait until it is done or declined; that somebody is at it saves them nothing yet. */
function waitedUntil({ state, decidedAt }: ThemeStanding, now: Date): Date {
  return (state === 'done' || state === 'declined') && decidedAt ? decidedAt : now
}

/** When each theme was declined, of those whose last decision but for looking into it was to decline. */
function declinedAt(decisions: ReadonlyMap<string, readonly Decision[]>): Map<string, Date> {
  const declined = [...decisions].flatMap(([id, list]) => {
    const last = list.findLast(({ decision }) => decision !== 'deciding')
    return last?.decision === 'declined' ? [[id, last.decidedAt] as const] : []
  })
  return new Map(declined)
}

function earliestMade(rows: readonly ThemeWithOwner[], members: readonly Member[]): Map<string, Date> {
  const madeAt = new Map(rows.map(({ id, createdAt }) => [id, createdAt]))
  const earliest = new Map<string, Date>()
  for (const { themeId, standingId } of members) {
    earliest.set(standingId, earlier(madeAt.get(themeId)!, earliest.get(standingId)))
  }
  return earliest
}

function earlier(a: Date, b: Date | undefined): Date {
  return b && b < a ? b : a
}
