import { addDays } from '../../../src/engine/time/add-days.ts'
import { instantOf } from '../../../src/engine/time/instant-of.ts'
import type { absences } from '../../schema/absences.ts'
import type { Calendar } from '../calendar.ts'
import type { MakeId } from '../ids.ts'
import type { Random } from '../random.ts'
import { type Away, drawAways, parentalLeave } from './away.ts'
import type { Person } from './person.ts'

export type AbsenceRow = typeof absences.$inferSelect

/** New parents at any time: about one in forty people. */
const PARENTS = 0.025

/** Draws everybody's absences. Days that touch are one absence, and nobody is away before joining or after leaving. */
export function drawAbsences(
  people: readonly Person[],
  { calendar, random, id }: { calendar: Calendar; random: Random; id: MakeId }
): Map<string, AbsenceRow[]> {
  const staff = people.filter(({ row }) => row.level === 'staff' && !row.isHost && row.readiness === 'ready')
  const parents = new Set(random.shuffled(staff).slice(0, Math.ceil(people.length * PARENTS)))
  return new Map(
    people.map((person) => {
      const drawn = drawAways(person, calendar, random)
      if (parents.has(person)) drawn.push(parentalLeave(person, calendar, random))
      const aways = apart(drawn).filter((away) => isEmployed(person, away) && touches(away, calendar))
      return [person.row.id, aways.map((away) => rowOf(person, away, calendar, id))]
    })
  )
}

/** Lets a span that overlaps an earlier one of the same list fall away: nobody books leave twice. */
function apart(aways: readonly Away[]): Away[] {
  const long = (away: Away) => (away.kind === 'leave' ? 0 : 1)
  const kept: Away[] = []
  for (const away of [...aways].sort((a, b) => long(a) - long(b))) {
    if (!kept.some((other) => away.fromOn <= other.toOn && other.fromOn <= away.toOn)) kept.push(away)
  }
  return kept.sort((a, b) => (a.fromOn < b.fromOn ? -1 : 1))
}

function isEmployed({ row }: Person, { fromOn, toOn }: Away): boolean {
  return row.joinedOn <= fromOn && (row.leavesOn === null || toOn <= row.leavesOn)
}

function touches({ fromOn, toOn }: Away, { startsOn, endsOn }: Calendar): boolean {
  return startsOn <= toOn && fromOn < endsOn
}

function rowOf({ row }: Person, { fromOn, toOn, kind }: Away, { now }: Calendar, id: MakeId): AbsenceRow {
  const startsAt = instantOf(fromOn, '00:00', row.timeZone)
  const endsAt = instantOf(addDays(toOn, 1), '00:00', row.timeZone)
  const asked = instantOf(addDays(fromOn, kind === 'sick' ? 0 : -45), '07:40', row.timeZone)
  const createdAt = asked < now ? asked : now
  const noted = { kind, source: 'own' as const, feedId: null, createdAt }
  return { id: id(createdAt), employeeId: row.id, startsAt, endsAt, ...noted }
}
