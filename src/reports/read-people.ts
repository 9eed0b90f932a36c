import type { Tx } from '../../db/client.ts'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { readBalances } from '../hours/read-balances.ts'
import { type PageOf, pageOf, readCursor } from '../lib/paging.ts'
import { checkPeriod, type Period } from '../lib/period.ts'
import { may } from '../permissions.ts'
import { findPurpose } from '../privacy/control-measures.ts'
import { keepLongAbsences } from '../quotas/keep-long-absences.ts'
import { PurposeNotRecorded } from './errors.ts'
import { duesOf, figuresOf } from './figures.ts'
import { keepSomePersonDays } from './keep-person-days.ts'
import { layOut } from './lay-out.ts'
import { addUpLines } from './lines.ts'
import { noteViews } from './note-views.ts'
import { openLines } from './queries/lines.ts'
import { settleForReports } from './queries/names.ts'
import { listPeople, type PersonRow } from './queries/people.ts'
import { crowdOf } from './queries/places.ts'
import { readStays } from './queries/stays.ts'
import { momentOf } from './question.ts'
import { readQuotas } from './read-quotas.ts'
import { replaceAway } from './replace-away.ts'
import { sumsFor } from './sum-activity.ts'
import { tally } from './tally.ts'

export interface PeopleQuestion extends Period {
  asOf?: string
  teamId?: string
  /** The entry in the register of control measures that HR looks for. */
  purposeId?: string
  cursor?: string
  limit?: number
}

/** What one person owed and did; no order among people but that of the alphabet, and no score. */
export interface PersonParticipation {
  employee: { id: string; name: string }
  team: { id: string; name: string }
  dueMinutes: number
  workedMinutes: number
  creditedMinutes: number
  carriedMinutes: number
  waivedMinutes: number
  balanceMinutes: number
  shifts: number
  unpopularShifts: number
  swaps: number
  noShows: number
  learnings: number
  nothingNew: number
  /** Whether a seat was given to them, or they were asked for a swap or cover. */
  wasAsked: boolean
}

/**
 * What single people owed and did on the days [fromOn, toOn): for a lead those of the own teams, for HR everybody once the
 * purpose is in the register of control measures. Everybody shown can see that they were looked at, by whom and what for.
 *
 * @throws {PurposeNotRecorded} {@link PeriodNotValid} {@link AsOfNotValid}
 */
export async function readPeople(
  ctx: Context,
  { limit = 50, cursor, teamId, purposeId, ...question }: PeopleQuestion
): Promise<PageOf<PersonParticipation> & Period & { asOf: Date }> {
  checkPeriod(question)
  const purpose = purposeId === undefined ? null : await findPurpose(ctx, purposeId)
  const seesAll = may(ctx.actor, 'person.look-closely') && purpose !== null
  const isLead = ctx.actor.leads.length > 0
  if (!seesAll && (!isLead || purposeId !== undefined)) throw new PurposeNotRecorded()
  const teamIds = seesAll ? undefined : ctx.actor.leads
  const view = {
    what: 'participation' as const,
    ...(purpose && { purposeId: purpose.id, purpose: purpose.purpose })
  }
  return readPage(ctx, question, async (tx, reach) => {
    const rows = await listPeople(tx, {
      ...reach,
      ...(teamIds && { teamIds }),
      ...(teamId !== undefined && { teamId }),
      after: readCursor(cursor),
      limit: limit + 1
    })
    const page = pageOf(rows, limit, ({ name, id }) => ({ key: name, id }))
    await noteViews(
      tx,
      ctx,
      page.items.map(({ id }) => id),
      view
    )
    return page
  })
}

/** What somebody of a team owes and where they stand. */
export interface MemberStanding {
  employee: { id: string; name: string }
  dueMinutes: number
  balanceMinutes: number
}

/**
 * What the people of a team of the actor's owe on the days [fromOn, toOn) and where they stand, as `readPeople` says it and
 * noted like that, without what else they did: that takes the sums of a report, and this a few rows.
 *
 * @throws {PurposeNotRecorded} the team is not one the actor leads
 */
export async function readMembers(
  ctx: Context,
  { teamId, limit, ...period }: Period & { teamId: string; limit: number }
): Promise<MemberStanding[]> {
  if (!ctx.actor.leads.includes(teamId)) throw new PurposeNotRecorded()
  checkPeriod(period)
  return ctx.db.transaction(
    async (tx) => {
      const people = await listPeople(tx, { ...period, asOf: null, teamId, after: null, limit })
      const employeeIds = people.map(({ id }) => id)
      await noteViews(tx, ctx, employeeIds, { what: 'participation' })
      await noteLook(tx, ctx, { ...period, asOf: null, people: people.length })
      const balances = await readBalances(tx, { employeeIds, ...period })
      return people.map(({ id, name }) => {
        const { dueMinutes, balanceMinutes } = balances.get(id)!
        return { employee: { id, name }, dueMinutes, balanceMinutes }
      })
    },
    { isolationLevel: 'repeatable read' }
  )
}

async function noteLook(
  tx: Tx,
  ctx: Context,
  { fromOn, toOn, asOf, people }: Period & { asOf: Date | null; people: number }
): Promise<void> {
  await recordAudit(tx, ctx, {
    ...{ action: 'participation.viewed', objectType: 'participation', objectId: `${fromOn}/${toOn}` },
    after: { by: 'person', fromOn, toOn, asOf, people }
  })
}

/** The same of the actor, by nobody’s leave. */
export async function readMyParticipation(ctx: Context, question: Period & { asOf?: string }) {
  checkPeriod(question)
  const { employeeId } = ctx.actor
  const page = await readPage(ctx, question, async (tx, reach) => {
    const items = await listPeople(tx, { ...reach, employeeId, after: null, limit: 1 })
    return { items, nextCursor: null }
  })
  const { fromOn, toOn, asOf, items } = page
  return { fromOn, toOn, asOf, participation: items[0] ?? null }
}

type Find = (tx: Tx, reach: Period & { asOf: Date | null }) => Promise<PageOf<PersonRow>>

async function readPage(ctx: Context, question: Period & { asOf?: string }, find: Find) {
  const { fromOn, toOn } = question
  const now = ctx.now()
  const asOf = momentOf(question.asOf, { now, timeZone: ctx.actor.timeZone })
  await keepLongAbsences(ctx)
  await keepSomePersonDays(ctx)
  return ctx.db.transaction(
    async (tx) => {
      await settleForReports(tx)
      const page = await find(tx, { fromOn, toOn, asOf })
      await noteLook(tx, ctx, { fromOn, toOn, asOf, people: page.items.length })
      const items = await participationOf(tx, page.items, { fromOn, toOn, asOf, now })
      return { fromOn, toOn, asOf: asOf ?? now, ...page, items }
    },
    { isolationLevel: 'repeatable read' }
  )
}

async function participationOf(
  tx: Tx,
  people: PersonRow[],
  { fromOn, toOn, asOf, now }: Period & { asOf: Date | null; now: Date }
): Promise<PersonParticipation[]> {
  const employeeIds = people.map(({ id }) => id)
  const reach = { fromOn, toOn, asOf, employeeIds, byTurns: false }
  const rows = people.map(({ id, name }) => ({ name, id, keys: [id] }))
  const keys = employeeIds.map((key, row) => ({ key, row }))
  const published = { rows, grouping: { kind: 'person' as const, keys }, showsWhole: false }
  const quotas = await readQuotas(tx, reach)
  const of = { kinds: ['person'] as const, quotaTeams: quotas.teams }
  const moment = await layOut(tx, reach, { now: asOf ?? now })
  const stays = await readStays(tx, reach, { ...of, replaced: await replaceAway(tx, reach.asOf) })
  const crowd = crowdOf(stays, reach, of)
  const { grouping } = published
  const { sums, dues } = await addUpLines(openLines(tx, reach, { moment, withTracks: false }), async () => ({
    sums: sumsFor(crowd, { grouping, whole: reach }),
    dues: duesOf(crowd, { reach, grouping, quotas, off: stays.off })
  }))
  const figures = figuresOf(crowd, { reach, published, sums, dues })
  return figures.rows.map((row, at) => personFrom(people[at]!, tally(rows[at]!, row)))
}

function personFrom(
  { id, name, teamId, teamName }: PersonRow,
  row: ReturnType<typeof tally>
): PersonParticipation {
  const { workedMinutes, creditedMinutes, shifts, unpopularShifts, swaps, noShows, learnings, nothingNew } =
    row
  return {
    employee: { id, name },
    team: { id: teamId, name: teamName },
    ...{ dueMinutes: row.dueMinutes ?? 0, workedMinutes, creditedMinutes },
    ...{ carriedMinutes: row.carriedMinutes ?? 0, waivedMinutes: row.waivedMinutes ?? 0 },
    balanceMinutes: row.balanceMinutes ?? 0,
    ...{ shifts, unpopularShifts, swaps, noShows, learnings, nothingNew },
    wasAsked: row.neverAsked === 0
  }
}
