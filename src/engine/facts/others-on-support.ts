import type { Interval } from '../time/local.ts'
import { overlaps } from '../time/overlaps.ts'
import type { HeldFact, PlanningFacts, ShiftFact } from './planning-facts.ts'

/** Seats held elsewhere by people of one team during the period's shifts: they fill the team's cap. */
export type OthersOnSupport = Interval & { teamId: string }

/**
 * Lists the seats held elsewhere that stand beside a shift to be planned, earliest first. A team that is over its
 * cap already (it was lowered, or people swapped) is listed up to the cap: full is all that the planner can know.
 *
 * @example
 * const held = [seat('bo', '2027-03-01T08:00Z', '2027-03-01T10:00Z')]
 * othersOnSupport({ ...facts, held }, [monday])
 * //=> [{ teamId: 'product', startsAt: new Date('2027-03-01T08:00Z'), endsAt: new Date('2027-03-01T10:00Z') }]
 */
export function othersOnSupport(
  { people, teams, held }: Pick<PlanningFacts, 'people' | 'teams' | 'held'>,
  shifts: readonly ShiftFact[]
): OthersOnSupport[] {
  const teamOf = new Map(people.map((person) => [person.id, person.teamId]))
  const capOf = new Map(teams.map((team) => [team.id, team.supportCap]))
  const beside = held.filter((seat) => shifts.some((shift) => overlaps(seat, shift))).sort(byStart)
  const counted: OthersOnSupport[] = []
  for (const { employeeId, startsAt, endsAt } of beside) {
    const teamId = teamOf.get(employeeId)
    if (teamId === undefined) continue
    const seat = { teamId, startsAt, endsAt }
    if (mostAtOnce(counted, seat) < (capOf.get(teamId) ?? 0)) counted.push(seat)
  }
  return counted
}

/** The most of the team on support at any start within the seat; all counted so far start no later. */
function mostAtOnce(counted: readonly OthersOnSupport[], seat: OthersOnSupport): number {
  return counted.filter((other) => other.teamId === seat.teamId && overlaps(other, seat)).length
}

function byStart(a: HeldFact, b: HeldFact): number {
  return (
    a.startsAt.getTime() - b.startsAt.getTime() ||
    a.endsAt.getTime() - b.endsAt.getTime() ||
    (a.employeeId < b.employeeId ? -1 : 1)
  )
}
