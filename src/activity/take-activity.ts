import { addHours, max, min } from 'date-fns'
import type { Tx } from '../../db/client.ts'
import { recordAudit } from '../audit/record-audit.ts'
import type { AnyContext } from '../context.ts'
import { groupBy } from '../engine/facts/group-by.ts'
import { type ActivityRefusal, activityRefusal } from '../engine/ledger/activity-refusal.ts'
import { activityWindow } from '../engine/ledger/activity-window.ts'
import { overlaps } from '../engine/time/overlaps.ts'
import type { ActivitySource } from '../words.ts'
import { listPeopleNamed, listSeatsAround, lockReports, writeReports } from './queries.ts'
import { type ProposedByActivity, readProposedByActivity } from './read-activity.ts'

/** One report as it comes in. */
export interface NewReport {
  /** Place in the request or line of the file, for whoever reads the refusals. */
  line: number
  externalId: string
  /** E-mail address or id of an employee. */
  person: string
  startsAt: Date
  endsAt: Date
  tickets: number
}

export type RefusalReason = ActivityRefusal | 'unknown-person' | 'twice' | 'not-readable'

export interface RefusedReport {
  line: number
  externalId: string | null
  reason: RefusalReason
  /** What to do about it, as a sentence. */
  remedy: string
}

const REMEDIES: Record<Exclude<RefusalReason, 'not-readable'>, string> = {
  'unknown-person': 'Nobody active has this address or id. Import the person first, or correct it.',
  twice: 'Another line of this request has the same external id. Give each report an id of its own.',
  'ends-before-start': 'The work ends before it begins. Turn the two round.',
  'too-long': 'One report lasts 24 hours at most. Split it.',
  'in-the-future': 'The work has not ended yet. Send it when it has.',
  'no-shift': 'The person holds no shift at that time. Work outside of shifts is credited by a lead instead.',
  'hours-confirmed': 'The hours of that shift are confirmed. They can be corrected by hand.'
}

export interface TakenActivity {
  dryRun: boolean
  added: number
  /** Known by their external id, and saying something else now. */
  changed: number
  unchanged: number
  refusedCount: number
  /** The first of them, in the order of the lines. */
  refused: RefusedReport[]
  /** What is proposed for the shifts that the reports touch, once all of them are in. */
  proposals: (ProposedByActivity & { assignmentId: string; employeeId: string })[]
}

/** The answer of a dry run travels as what undoes it. */
class Previewed extends Error {
  constructor(readonly taken: TakenActivity) {
    super('previewed')
  }
}

/**
 * Takes reports of what people did in a help desk. Each that falls on a shift proposes hours for it, which the person
 * confirms: nothing is booked here. A report is known by its external id: sent again it changes nothing, sent with other times
 * it says these from now on. What cannot be taken is refused line by line, with the reason, and the rest is taken. A dry run
 * does all of it and undoes it.
 */
export async function takeActivity(
  ctx: AnyContext,
  {
    source,
    reports,
    dryRun = false
  }: { source: ActivitySource; reports: readonly NewReport[]; dryRun?: boolean }
): Promise<TakenActivity> {
  try {
    return await ctx.db.transaction(async (tx) => {
      const taken = await takeWithin(tx, ctx, source, reports)
      if (dryRun) throw new Previewed({ ...taken, dryRun })
      return taken
    })
  } catch (error) {
    if (error instanceof Previewed) return error.taken
    throw error
  }
}

type PlacedReport = NewReport & { employeeId: string }

async function takeWithin(
  tx: Tx,
  ctx: AnyContext,
  source: ActivitySource,
  reports: readonly NewReport[]
): Promise<TakenActivity> {
  const refused: RefusedReport[] = []
  const refuse = ({ line, externalId }: NewReport, reason: keyof typeof REMEDIES) =>
    refused.push({ line, externalId, reason, remedy: REMEDIES[reason] })
  const placed = await placeReports(tx, reports, refuse)
  const known = new Map(
    (
      await lockReports(
        tx,
        source,
        placed.map(({ externalId }) => externalId)
      )
    ).map((row) => [row.externalId, row])
  )
  const isSame = (report: PlacedReport) => {
    const row = known.get(report.externalId)
    if (row?.employeeId !== report.employeeId || row.tickets !== report.tickets) return false
    return +row.startsAt === +report.startsAt && +row.endsAt === +report.endsAt
  }
  const news = placed.filter((report) => !isSame(report))
  const seats = await seatsOf(tx, placed)
  const taken = news.filter((report) => {
    const reason = activityRefusal({ report, seats: seats.get(report.employeeId) ?? [], now: ctx.now() })
    if (reason) refuse(report, reason)
    return reason === null
  })
  const reportedAt = ctx.now()
  await writeReports(
    tx,
    taken.map(({ line: _, person: __, ...row }) => ({ ...row, source, reportedAt }))
  )
  const changed = taken.filter(({ externalId }) => known.has(externalId)).length
  const counts = { added: taken.length - changed, changed, unchanged: placed.length - news.length }
  if (taken.length > 0) {
    await recordAudit(tx, ctx, {
      ...{ action: 'activity.reported', objectType: 'activity', objectId: source },
      after: { ...counts, refused: refused.length }
    })
  }
  const isTaken = new Set(taken)
  const touched = placed.filter((report) => isSame(report) || isTaken.has(report))
  const proposals = await proposalsOf(tx, touched, seats)
  return { dryRun: false, ...counts, ...firstOf(refused), proposals }
}

/** Who has more refused lines has one mistake many times, or a file of hosts who are on no shift. */
const MOST_REFUSALS = 1000

/** Refusals by line, the first of them, and how many there are. */
export function firstOf(refused: readonly RefusedReport[], refusedCount = refused.length) {
  const sorted = refused.toSorted((a, b) => a.line - b.line)
  return { refusedCount, refused: sorted.slice(0, MOST_REFUSALS) }
}

/** Whose each report is, leaving out who is unknown and ids that come twice. */
async function placeReports(
  tx: Tx,
  reports: readonly NewReport[],
  refuse: (report: NewReport, reason: 'unknown-person' | 'twice') => void
): Promise<PlacedReport[]> {
  const names = [...new Set(reports.map(({ person }) => person.toLowerCase()))]
  const isId = (name: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(name)
  const found = await listPeopleNamed(tx, { emails: names, ids: names.filter(isId) })
  const byName = new Map(found.flatMap(({ id, email }) => [[id, id] as const, [email, id] as const]))
  const seen = new Set<string>()
  return reports.flatMap((report) => {
    const employeeId = byName.get(report.person.toLowerCase())
    const isTwice = seen.has(report.externalId)
    seen.add(report.externalId)
    if (isTwice) refuse(report, 'twice')
    else if (employeeId === undefined) refuse(report, 'unknown-person')
    else return [{ ...report, employeeId }]
    return []
  })
}

/** Half a day on either side holds every seat that could touch a report, and the one after it. */
const AROUND_HOURS = 36

async function seatsOf(tx: Tx, placed: readonly PlacedReport[]) {
  if (placed.length === 0) return new Map<string, never[]>()
  const employeeIds = [...new Set(placed.map(({ employeeId }) => employeeId))]
  const from = addHours(min(placed.map(({ startsAt }) => startsAt)), -AROUND_HOURS)
  const to = addHours(max(placed.map(({ endsAt }) => endsAt)), AROUND_HOURS)
  return groupBy(await listSeatsAround(tx, { employeeIds, from, to }), ({ employeeId }) => employeeId)
}

async function proposalsOf(
  tx: Tx,
  touched: readonly PlacedReport[],
  seats: Awaited<ReturnType<typeof seatsOf>>
): Promise<TakenActivity['proposals']> {
  const wanted = [...groupBy(touched, ({ employeeId }) => employeeId)].flatMap(([employeeId, own]) => {
    const theirs = seats.get(employeeId) ?? []
    return theirs.filter((seat) => {
      const window = activityWindow(seat, theirs)
      return !seat.isConfirmed && own.some((report) => overlaps(report, window))
    })
  })
  const proposed = await readProposedByActivity(tx, wanted)
  return wanted.flatMap(({ assignmentId, employeeId }) => {
    const proposal = proposed.get(assignmentId)
    return proposal ? [{ assignmentId, employeeId, ...proposal }] : []
  })
}
