import type { Context } from '../context.ts'
import { type GroupHours, hoursOfGroup } from '../engine/insight/hours-of-group.ts'
import { booksPeriodOf } from '../engine/ledger/books-period-of.ts'
import { localDateOf } from '../engine/time/local-date-of.ts'
import { readBalances } from '../hours/read-balances.ts'
import { checkPeriod, type Period } from '../lib/period.ts'
import { listOverrides, listPeople } from './queries.ts'

export interface LeadershipParticipation extends Period {
  /** Executives and leads; null where the figures would tell of single people. */
  leaders: GroupHours | null
  /** Everybody, leaders included; null for fewer than five. */
  everybody: GroupHours | null
  /** Publications of these days that went ahead although leaders had no shift in them, and why. */
  overrides: Override[]
}

interface Override extends Period {
  publicationId: string
  rotationName: string
  /** How many had none. */
  leaders: number
  reason: string
  overriddenAt: Date
  /** Null: the command line. */
  overriddenBy: { id: string; name: string | null } | null
}

/** People below whom a group is not shown (PRACTICE, section 5). */
const FEWEST_PEOPLE = 5

/**
 * Hours due and done of executives and leads beside those of everybody, on the days [fromOn, toOn), left out: the
 * reader's quarter. By the arithmetic of the ledger, for everybody in the company, and never of single people: a group
 * of fewer than five is withheld, and so are the leaders where fewer than five others would be left. Levels are those
 * of today.
 *
 * @throws {PeriodNotValid}
 */
export async function readLeadershipParticipation(
  ctx: Context,
  wanted: Partial<Period> = {}
): Promise<LeadershipParticipation> {
  const quarter = booksPeriodOf(localDateOf(ctx.now(), ctx.actor.timeZone), 3)
  const period = { fromOn: wanted.fromOn ?? quarter.fromOn, toOn: wanted.toOn ?? quarter.toOn }
  checkPeriod(period)
  const balances = await readBalances(ctx.db, period)
  const hasHours = (id: string) => Object.values(balances.get(id) ?? {}).some((minutes) => minutes !== 0)
  const people = (await listPeople(ctx.db, period)).flatMap(({ level, isEmployed, ids }) =>
    ids.filter((id) => isEmployed || hasHours(id)).map((id) => ({ id, level }))
  )
  const groupOf = (members: typeof people) =>
    members.length < FEWEST_PEOPLE ? null : hoursOfGroup(members.map(({ id }) => balances.get(id) ?? NOTHING))
  const leaders = people.filter(({ level }) => level !== 'staff')
  const others = people.length - leaders.length
  return {
    ...period,
    leaders: others > 0 && others < FEWEST_PEOPLE ? null : groupOf(leaders),
    everybody: groupOf(people),
    overrides: (await listOverrides(ctx.db, period)).map(({ overriddenById, overriddenByName, ...row }) => ({
      ...row,
      overriddenBy: overriddenById === null ? null : { id: overriddenById, name: overriddenByName }
    }))
  }
}

const NOTHING = {
  dueMinutes: 0,
  workedMinutes: 0,
  creditedMinutes: 0,
  carriedMinutes: 0,
  waivedMinutes: 0,
  balanceMinutes: 0
}
