import type { Queryable } from '../../db/client.ts'
import { type BuiltProblem, buildProblem } from '../engine/facts/build-problem.ts'
import { groupBy } from '../engine/facts/group-by.ts'
import { loadFacts } from '../engine/plan/facts.ts'
import { rankTakers } from '../engine/plan/rank-takers.ts'
import { addDays } from '../engine/time/add-days.ts'
import { listHeldOutside, listNames } from './queries/facts.ts'
import { readFacts } from './read-facts.ts'
import { readRotation } from './rotations.ts'

/** A seat whose holder is away, or was until just now. */
export interface VacantSeat {
  assignmentId: string
  rotationId: string
  onDay: string
  startsAt: Date
  employeeId: string
  /** Whether only a host may take it: there are enough people without one. */
  isForHosts?: boolean
}

export interface Replacement {
  employeeId: string
  name: string
}

/** Who owes hours shows over some weeks, not over a day: so much is looked at on both sides. */
const DAYS_AROUND = 14
/** Beyond four weeks plans change before anybody could be asked. */
const MOST_DAYS = 28

/**
 * Ranks who could take each of these seats without breaking a hard rule, as the planner would choose: who is fit and
 * at work, can be asked, owes hours, wishes for it, and is even with the others. Best first, `most` of each at most; nobody for a shift
 * that has begun or is more than four weeks behind the first. The queries depend on the number of rotations alone.
 */
export async function rankReplacements(
  db: Queryable,
  seats: readonly VacantSeat[],
  { now, most }: { now: Date; most: number }
): Promise<Map<string, Replacement[]>> {
  const ranked = new Map<string, string[]>()
  const outside = await listHeldOutside(db)
  for (const [rotationId, vacant] of groupBy(seats, (seat) => seat.rotationId)) {
    for (const [seat, takers] of await rankWithin(db, rotationId, vacant, now)) {
      const asked = takers.filter((id) => !outside.has(id))
      ranked.set(seat.assignmentId, asked.slice(0, most))
    }
  }
  const names = await listNames(db, [...ranked.values()].flat())
  const named = (employeeId: string) => ({ employeeId, name: names.get(employeeId) ?? '' })
  return new Map([...ranked].map(([assignmentId, takers]) => [assignmentId, takers.map(named)]))
}

async function rankWithin(db: Queryable, rotationId: string, vacant: readonly VacantSeat[], now: Date) {
  const rotation = await readRotation(db, rotationId)
  const days = vacant.map(({ onDay }) => onDay).sort()
  const latest = addDays(days[0]!, MOST_DAYS)
  const lastOn = days.at(-1)! < latest ? days.at(-1)! : latest
  const period = { fromOn: addDays(days[0]!, -DAYS_AROUND), toOn: addDays(lastOn, DAYS_AROUND + 1) }
  const { facts } = await readFacts(db, rotation, period, now)
  const built = buildProblem(facts)
  const kept = loadFacts(built.problem, planWithout(built, vacant))
  const shiftAt = new Map(built.shifts.map(({ startsAt }, index) => [startsAt.getTime(), index]))
  return vacant.map((seat): [VacantSeat, string[]] => {
    const shift = shiftAt.get(seat.startsAt.getTime())
    if (shift === undefined) return [seat, []]
    const fit = rankTakers(kept, shift).takers.filter(
      ({ person }) => !seat.isForHosts || built.problem.people[person]!.host
    )
    const takers = fit.flatMap(({ person }) => built.people[person] ?? [])
    return [seat, takers.filter((id) => id !== seat.employeeId)]
  })
}

/** What is published, without the seats that are vacant. */
function planWithout({ problem, people, shifts }: BuiltProblem, vacant: readonly VacantSeat[]): number[][] {
  const keyOf = (employeeId: string, startsAt: Date) => `${employeeId} ${startsAt.getTime()}`
  const gone = new Set(vacant.map(({ employeeId, startsAt }) => keyOf(employeeId, startsAt)))
  return problem.people.map(({ published = [], locked = [] }, person) => {
    const id = people[person]
    if (id === undefined) return [...locked]
    return published.filter((shift) => !gone.has(keyOf(id, shifts[shift]!.startsAt)))
  })
}
