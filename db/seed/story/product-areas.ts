import type { hourlyRates } from '../../schema/hourly-rates.ts'
import type { productAreas } from '../../schema/product-areas.ts'
import type { MakeId } from '../ids.ts'
import { AREAS, type AreaKey } from '../learnings/areas.ts'
import type { Company } from '../plan/company.ts'

/** What an hour costs Fjordlys, in hundredths of a krone: before and from the first of January. */
const CENTS_PER_HOUR = { before: 62_000, since: 65_000 }

/** The lead of the area's team who is there to stay; in a small company, the chief executive. */
export function areaOwner({ people, cast }: Company, area: AreaKey) {
  const { team } = AREAS[area]
  const lead = people.find(
    (person) => person.team === team && person.row.level === 'lead' && person.row.leavesOn === null
  )
  return (lead ?? cast.executive).row
}

export function makeAreas(company: Company, id: MakeId): (typeof productAreas.$inferSelect)[] {
  const createdAt = company.calendar.periods[0]!.draftedAt
  return (Object.keys(AREAS) as AreaKey[]).map((key) => ({
    id: id(createdAt),
    name: AREAS[key].name,
    ownerId: areaOwner(company, key).id,
    createdAt,
    archivedAt: null
  }))
}

/** The rate of the year in which the story begins, and a new one from the last first of January. */
export function makeRates({ calendar, cast }: Company, id: MakeId): (typeof hourlyRates.$inferSelect)[] {
  const enteredAt = calendar.periods[0]!.draftedAt
  const common = { currency: 'NOK', enteredAt, enteredBy: cast.hr.row.id }
  const begin = `${calendar.startsOn.slice(0, 4)}-01-01`
  const newYear = `${calendar.today.slice(0, 4)}-01-01`
  return [
    { ...common, id: id(enteredAt), fromOn: begin, centsPerHour: CENTS_PER_HOUR.before },
    ...(newYear > begin
      ? [{ ...common, id: id(enteredAt), fromOn: newYear, centsPerHour: CENTS_PER_HOUR.since }]
      : [])
  ]
}
