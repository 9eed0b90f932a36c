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
  const isBeside = besideAny(shifts)
  const beside = held.filter(isBeside).sort(byStart)
  const counted: OthersOnSupport[] = []
  const ofTeam = new Map<string, OthersOnSupport[]>()
  for (const { employeeId, startsAt, endsAt } of beside) {
    const teamId = teamOf.get(employeeId)
    if (teamId === undefined) continue
    const seat = { teamId, startsAt, endsAt }
    const own = ofTeam.get(teamId) ?? []
    if (mostAtOnce(own, seat) >= (capOf.get(teamId) ?? 0)) continue
    counted.push(seat)
    ofTeam.set(teamId, [...own.filter((other) => other.endsAt > startsAt), seat])
  }
  return counted
}

/** Hundreds of seats share their hours: whether a span stands beside a shift is asked once of each. */
function besideAny(shifts: readonly ShiftFact[]): (seat: Interval) => boolean {
  const known = new Map<string, boolean>()
  return (seat) => {
    const hours = `${seat.startsAt.getTime()} ${seat.endsAt.getTime()}`
    const isBeside = known.get(hours) ?? shifts.some((shift) => overlaps(seat, shift))
    known.set(hours, isBeside)
    return isBeside
  }
}

/** The most of its team on support at any start within the seat; all counted so far start no later. */
function mostAtOnce(ofTeam: readonly OthersOnSupport[], seat: OthersOnSupport): number {
  return ofTeam.filter((other) => overlaps(other, seat)).length
}

function byStart(a: HeldFact, b: HeldFact): number {
  return (
    a.startsAt.getTime() - b.startsAt.getTime() ||
    a.endsAt.getTime() - b.endsAt.getTime() ||
    (a.employeeId < b.employeeId ? -1 : 1)
  )
}
