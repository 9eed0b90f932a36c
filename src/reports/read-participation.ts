import type { Tx } from '../../db/client.ts'
import { recordAudit } from '../audit/record-audit.ts'
import type { Actor, AnyContext } from '../context.ts'
import { checkPeriod, type Period } from '../lib/period.ts'
import { may } from '../permissions.ts'
import { keepLongAbsences } from '../quotas/keep-long-absences.ts'
import { numbered } from './dues.ts'
import { TooManyRows } from './errors.ts'
import { duesOf, figuresOf } from './figures.ts'
import { keepSomePersonDays } from './keep-person-days.ts'
import { layOut } from './lay-out.ts'
import { addUpLines, breath } from './lines.ts'
import { noteSmallGroups } from './note-views.ts'
import { kindsUpTo, type Published, publishKind, publishPieces, publishTracks } from './published-rows.ts'
import { type Crowd, clippedTo } from './queries/crowd.ts'
import { openLines } from './queries/lines.ts'
import { listSeasons, listTeamNames, settleForReports } from './queries/names.ts'
import { crowdOf } from './queries/places.ts'
import { KINDS, type Kind, type Reach } from './queries/spans.ts'
import { readStays } from './queries/stays.ts'
import { type By, momentOf, type ParticipationQuestion, periodBefore } from './question.ts'
import { readQuotas } from './read-quotas.ts'
import { replaceAway } from './replace-away.ts'
import { type NamedPeriod, type Per, splitPeriod } from './split-period.ts'
import { type Grouping, sumsFor } from './sum-activity.ts'
import { type Tally, tally } from './tally.ts'
import { cutByTenure } from './tenure.ts'
import { wholeMonths } from './whole-months.ts'

export interface Rows extends Period {
  rows: Tally[]
  /** Of the whole period; null where fewer than five people would show. */
  totals: Tally | null
}

export interface Participation extends Omit<ParticipationQuestion, 'asOf' | 'earlier'>, Rows {
  /** Ask again with it and the answer is the same, whatever happened since. */
  asOf: Date
  /** Periods of the same length before, latest first. */
  earlier: Rows[]
  note: string
}

const FOR_LEADS =
  'Only the people of the teams you lead. Teams, sites and levels are those of the moment asked for.'
const FOR_ALL =
  'People count in the team, site, level and tenure they were in on the day. Which groups are shown is decided for each ' +
  'calendar month that the period has a day of, and groups that stand together in one stand together in the report: those of ' +
  'fewer than five people on any day of it are shown as "fewer than five", with the next smallest group where they are ' +
  'still too few, and so are groups whose difference to groups of other kinds would be of fewer than five; a report of ' +
  'fewer than five people on any day is empty. A track is of those who have hours in it.'

/** Rows of a report at most: two years of weeks. */
const MOST_PIECES = 106

/**
 * Who took part and how much on the days [fromOn, toOn), in minutes, against what was due: by the arithmetic of the
 * ledger, as everything stands or as it was known at a moment before. HR and the system see everybody, in groups of at
 * least five; leads see their own people. Dues of weeks, months and seasons are rounded each by itself, totals once. Every
 * look is written down. The number of queries does not depend on people or periods.
 *
 * @throws {PeriodNotValid} {@link AsOfNotValid} {@link TooManyRows}
 */
export async function readParticipation(
  ctx: AnyContext,
  question: ParticipationQuestion,
  format: 'json' | 'csv' | 'xlsx' | 'page' = 'json'
): Promise<Participation> {
  const { by, per, fromOn, toOn, earlier = 0, asOf } = question
  const periods = periodsOf({ fromOn, toOn }, earlier)
  const now = ctx.now()
  const moment = momentOf(asOf, { now, timeZone: ctx.actor?.timeZone ?? 'UTC' })
  const teamIds = teamsInReach(ctx.actor)
  await keepLongAbsences(ctx)
  await keepSomePersonDays(ctx)
  return ctx.db.transaction(
    async (tx) => {
      await settleForReports(tx)
      await recordAudit(tx, ctx, {
        action: 'participation.viewed',
        objectType: 'participation',
        objectId: `${fromOn}/${toOn}`,
        after: { ...question, format, teamIds: teamIds ?? 'all' }
      })
      const names = await listTeamNames(tx)
      const all: Rows[] = []
      for (const period of periods) {
        const reach = {
          ...period,
          asOf: moment,
          teamIds,
          // Over pieces of time it is all the same where people were.
          byTurns: teamIds === undefined && by !== 'period'
        }
        all.push(await readRows(tx, reach, { question, names, now: moment ?? now }))
      }
      if (teamIds) await noteSmallGroups(tx, ctx, { teamIds, tallies: all.flatMap(({ rows }) => rows) })
      const [asked, ...before] = all
      const note = teamIds ? FOR_LEADS : FOR_ALL
      return { by, ...(per && { per }), ...asked!, asOf: moment ?? now, earlier: before, note }
    },
    // One moment for all of the figures, or rows and totals might differ.
    { isolationLevel: 'repeatable read' }
  )
}

function periodsOf(period: Period, earlier: number): Period[] {
  checkPeriod(period)
  const periods = [period]
  for (let before = 0; before < earlier; before += 1) {
    const next = periodBefore(periods.at(-1)!)
    checkPeriod(next)
    periods.push(next)
  }
  return periods
}

/** Undefined: everybody. Who leads teams without being HR sees the people of these. */
function teamsInReach(actor: Actor | null): string[] | undefined {
  return actor === null || may(actor, 'participation.see-all') ? undefined : actor.leads
}

type Asked = { question: ParticipationQuestion; names: Map<string, string>; now: Date }

async function readRows(tx: Tx, reach: Reach, { question, names, now }: Asked): Promise<Rows> {
  const { by, per = 'month' } = question
  const pieces = by === 'period' ? await piecesOf(tx, reach, per) : undefined
  const quotas = await readQuotas(tx, reach)
  const kinds = kindsOf(by)
  const kept = kinds.filter((kind) => kind !== 'tenure')
  const replaced = await replaceAway(tx, reach.asOf)
  const of = { kinds: kept, quotaTeams: quotas.teams }
  const withTracks = by === 'track'
  const hidesSmall = !reach.teamIds
  // It is decided by calendar months which rows there are, and of a track it matters who does it in them.
  const months = hidesSmall && by !== 'period' ? { ...reach, ...wholeMonths(reach) } : reach
  const read = withTracks ? months : reach
  // Hardly a term is of one band of tenure for everybody: days tell it faster than terms of which few are whole.
  const asked = { now, pieces: pieces ?? [read], byDays: kinds.includes('tenure') }
  const moment = await layOut(tx, read, asked)
  const stays = await readStays(tx, months, { ...of, replaced })
  // Asked for first, so that the database is at it while we tell people apart.
  const lines = openLines(tx, read, { moment, withTracks })
  const prepared = await addUpLines(lines, async () => {
    const ofPlaces = crowdOf(stays, months, of)
    await breath()
    const ofMonths = kinds.includes('tenure') ? cutByTenure(ofPlaces) : ofPlaces
    await breath()
    const published = withTracks
      ? null
      : await publishedRows(ofMonths, { by, pieces, names, hidesSmall, reach })
    const grouping = published?.grouping ?? null
    const crowd =
      read.fromOn === months.fromOn && read.toOn === months.toOn
        ? ofMonths
        : clippedTo(ofMonths, numbered(reach))
    await breath()
    const dues = duesOf(crowd, { reach, grouping, quotas, off: stays.off })
    return { crowd, published, dues, sums: sumsFor(crowd, { grouping, whole: reach }) }
  })
  const { crowd, sums, dues } = prepared
  const published =
    prepared.published ?? (await publishTracks(crowd, sums.tracks!, { period: reach, hidesSmall }))
  const { rows, whole } = figuresOf(crowd, { reach, published, sums, dues })
  return {
    fromOn: reach.fromOn,
    toOn: reach.toOn,
    rows: rows.map((figures, at) => tally(published.rows[at]!, figures)),
    totals: published.showsWhole ? tally({ name: 'total', id: null }, whole) : null
  }
}

/** The kinds of groups that decide which rows there are. */
function kindsOf(by: By): readonly Kind[] {
  if (by === 'period') return []
  return by === 'track' ? KINDS : kindsUpTo(by)
}

async function piecesOf(tx: Tx, reach: Reach, per: Per): Promise<NamedPeriod[]> {
  const pieces = splitPeriod(reach, per, per === 'season' ? await listSeasons(tx) : [])
  if (pieces.length > MOST_PIECES) throw new TooManyRows({ most: MOST_PIECES })
  return pieces
}

interface Wanted {
  by: Exclude<By, 'track'>
  pieces: NamedPeriod[] | undefined
  names: Map<string, string>
  /** Leads see their own people, however few. */
  hidesSmall: boolean
  reach: Period
}

async function publishedRows(
  crowd: Crowd,
  { by, pieces, names, hidesSmall, reach }: Wanted
): Promise<Published<Grouping>> {
  if (by === 'period') return publishPieces(crowd, { pieces: pieces!, hidesSmall })
  return publishKind(crowd, { kind: by, period: reach, teamNames: names, hidesSmall })
}
