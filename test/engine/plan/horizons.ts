import { buildProblem } from '../../../src/engine/facts/build-problem.ts'
import type { PersonFact, PlanningFacts, ShiftFact } from '../../../src/engine/facts/planning-facts.ts'
import { seatsOf } from '../../../src/engine/facts/seats-of.ts'
import { planRotation } from '../../../src/engine/plan/plan-rotation.ts'
import { addDays } from '../../../src/engine/time/add-days.ts'
import { eachDate } from '../../../src/engine/time/each-date.ts'
import { instantOf } from '../../../src/engine/time/instant-of.ts'
import { weekdayOf } from '../../../src/engine/time/weekday-of.ts'
import { CARRY_DAYS, carriedIn } from '../../../src/rotations/carried-in.ts'

/** Somebody of an experiment; the quota is minutes per horizon. */
export interface Worker {
  id: string
  quota: number
  traits?: Partial<PersonFact>
}

interface Experiment {
  workers: readonly Worker[]
  seats: PlanningFacts['rotation']['seats']
  horizons: number
  spacingDays?: number
  /** wall-clock starts of the four-hour shifts of a day, or none */
  startsOn: (weekday: number) => string[]
}

interface Worked {
  employeeId: string
  onDay: string
  startsAt: Date
  endsAt: Date
  isHoliday: boolean
  isConfirmed: boolean
}

const ZONE = 'Europe/Oslo'
const FIRST_DAY = '2027-01-04'

/**
 * Plans one 13-week horizon after another, each with what the ones before it left: balances and unpopular points of the
 * quarter before, as the product carries them. Gives everybody's minutes of each horizon.
 */
export function planHorizons({ workers, seats, horizons, spacingDays = 7, startsOn }: Experiment) {
  const worked: Worked[] = []
  const minutes = new Map(workers.map(({ id }) => [id, [] as number[]]))
  for (let round = 0; round < horizons; round++) {
    const fromOn = addDays(FIRST_DAY, round * CARRY_DAYS)
    const toOn = addDays(fromOn, CARRY_DAYS)
    const recent = worked.filter(({ onDay }) => onDay >= addDays(fromOn, -CARRY_DAYS))
    const people = workers.map((worker) => personOf(worker, minutes.get(worker.id)!))
    const carried = carriedIn(
      people,
      recent.map(({ employeeId, ...seat }) => ({ ...seat, employeeIds: [employeeId] }))
    )
    const facts: PlanningFacts = {
      now: instantOf(fromOn, '00:00', ZONE),
      rotation: {
        name: 'Horizons',
        zone: ZONE,
        fromOn,
        toOn,
        seats,
        spacingDays,
        holidayRule: 'unpopular',
        eligibleTeamIds: null,
        eligibleLevels: null
      },
      shifts: shiftsBetween(fromOn, toOn, startsOn),
      teams: [{ id: 'all', supportCap: 99 }],
      people: people.map((person) => ({ ...person, carriedUnpopular: carried(person.id).unpopularPoints })),
      holidays: {},
      held: recent,
      published: null
    }
    const built = buildProblem(facts)
    const { assignments } = planRotation(built.problem, { seed: 1, steps: 1 })
    for (const { employeeId, span } of seatsOf(built, assignments)) {
      worked.push({ employeeId, ...span, isConfirmed: true })
    }
    for (const [id, list] of minutes) {
      list.push(sum(worked.filter((one) => one.employeeId === id && one.onDay >= fromOn).map(lengthOf)))
    }
  }
  return minutes
}

function personOf({ id, quota, traits }: Worker, before: readonly number[]): PersonFact {
  return {
    id,
    teamId: 'all',
    level: 'member',
    isHost: false,
    readiness: 'ready',
    zone: ZONE,
    country: 'NO',
    workingDays: [1, 2, 3, 4, 5, 6, 7],
    workStartsAt: '06:00',
    workEndsAt: '22:00',
    joinedOn: '2020-01-01',
    leavesOn: null,
    absences: [],
    dueMinutes: quota,
    balanceMinutes: sum(before) - before.length * quota,
    carriedUnpopular: 0,
    ...traits
  }
}

function shiftsBetween(fromOn: string, toOn: string, startsOn: Experiment['startsOn']): ShiftFact[] {
  return eachDate(fromOn, toOn).flatMap((onDay) =>
    startsOn(weekdayOf(onDay)).map((time) => {
      const startsAt = instantOf(onDay, time, ZONE)
      return { onDay, startsAt, endsAt: new Date(startsAt.getTime() + 4 * 3_600_000), isHoliday: false }
    })
  )
}

const lengthOf = ({ startsAt, endsAt }: Worked) => (endsAt.getTime() - startsAt.getTime()) / 60_000
export const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)
