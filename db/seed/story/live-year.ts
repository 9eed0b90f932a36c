import { unpopularPoints } from '../../../src/engine/facts/unpopular-points.ts'
import type { MakeId } from '../ids.ts'
import type { Company } from '../plan/company.ts'
import { factsFor } from '../plan/facts.ts'
import { type Publication, publish } from '../plan/publish.ts'
import type { Seat } from '../plan/seat.ts'
import { keepStandings } from '../plan/standings.ts'
import type { Random } from '../random.ts'
import { upset } from './upsets.ts'

/** A large company's year of plans has to be made in seconds: the planner's first plan, legal but not its best. */
const IMPROVED_UP_TO = 300

/** A large company keeps the reasons of the latest publications only. */
const ALWAYS_EXPLAINED_UP_TO = 300

/** Plans, publishes and lives through one period after the other; what came of one is known when the next is planned. */
export function liveYear(company: Company, { random, id }: { random: Random; id: MakeId }): Publication[] {
  const { calendar, absences, cast } = company
  const people = new Map(company.people.map((person) => [person.row.id, person]))
  const standings = keepStandings(company)
  const published: Publication[] = []
  const seats: Seat[] = []
  const steps = people.size > IMPROVED_UP_TO ? 0 : 1
  for (const period of calendar.periods) {
    const isExplained = people.size <= ALWAYS_EXPLAINED_UP_TO || period === calendar.periods.at(-1)
    standings.open(period)
    const lived: Seat[] = []
    for (const rotation of company.rotations) {
      const facts = factsFor(rotation, period, { company, seats: [...seats, ...lived], standings })
      const seed = random.between(1, 999_999)
      const making = { period, people, by: cast.hr, id, seed, steps, isExplained }
      const publication = publish(rotation, facts, making)
      const story = upset(publication.seats, { calendar, random, id })
      for (const row of story.absences) absences.get(row.employeeId)?.push(row)
      published.push({ ...publication, seats: story.seats })
      lived.push(...story.seats)
    }
    standings.close(lived, pointsOf)
    seats.push(...lived)
  }
  return published
}

function pointsOf({ shift, person }: Seat): number {
  return unpopularPoints(shift, person.row.timeZone, shift.isHoliday)
}
