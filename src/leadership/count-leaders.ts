import { type GroupHours, hoursOfGroup } from '../engine/insight/hours-of-group.ts'
import { FEWEST_PEOPLE } from '../engine/privacy/publish-groups.ts'
import { readBalances } from '../hours/read-balances.ts'
import type { CountPeriods } from '../period-counts/read-period-counts.ts'
import { listPeople } from './queries.ts'

/** Hours of the leaders of a company, and of everybody in it. */
export interface LeadersBesideAll {
  /** Executives and leads; null where the figures would tell of single people. */
  leaders: GroupHours | null
  /** Everybody, leaders included; null for fewer than five. */
  everybody: GroupHours | null
}

/**
 * Hours due and done of executives and leads beside those of everybody, in each period by the arithmetic of the ledger. Levels
 * are those of today. It does not depend on the moment: what is due and done of a period's days is, whatever day it is.
 */
export const countLeaders: CountPeriods<LeadersBesideAll> = async (db, periods) => {
  const counts: LeadersBesideAll[] = []
  for (const period of periods) {
    const balances = await readBalances(db, period)
    const hasHours = (id: string) => Object.values(balances.get(id) ?? {}).some((minutes) => minutes !== 0)
    const people = (await listPeople(db, period)).flatMap(({ level, isEmployed, ids }) =>
      ids.filter((id) => isEmployed || hasHours(id)).map((id) => ({ id, level }))
    )
    const groupOf = (members: typeof people) =>
      members.length < FEWEST_PEOPLE
        ? null
        : hoursOfGroup(members.map(({ id }) => balances.get(id) ?? NOTHING))
    const leaders = people.filter(({ level }) => level !== 'staff')
    const others = people.length - leaders.length
    counts.push({
      leaders: others > 0 && others < FEWEST_PEOPLE ? null : groupOf(leaders),
      everybody: groupOf(people)
    })
  }
  return counts
}

const NOTHING = {
  dueMinutes: 0,
  workedMinutes: 0,
  creditedMinutes: 0,
  carriedMinutes: 0,
  waivedMinutes: 0,
  balanceMinutes: 0
}
