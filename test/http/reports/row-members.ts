import { GROUPINGS } from '../../../src/reports/question.ts'
import { BETWEEN_SEASONS, PERS } from '../../../src/reports/split-period.ts'
import type { Members } from './attack.ts'
import { type Person, type Place, SEASON, type Shown, WEEKS } from './lopsided-company.ts'

/** Every way in which a report can be asked for. */
export const KEYS = GROUPINGS.flatMap((by) =>
  by === 'period' ? PERS.map((per) => `period&per=${per}`) : [by]
)

/** The days as of which reports are asked for: what was told between them is in the later ones alone. */
export const AS_OF = ['2027-03-02', '2027-04-10']

export interface Asked {
  by: string
  from: number
  to: number
  asOf: string
}

const TRACKS = ['live_contact', 'review', 'help_pages', 'call_backs']
const BANDS = [10, 5, 3, 1, 0]
const NAMES = new Map([
  [0, 'under 1 year'],
  [1, '1 to 3 years'],
  [3, '3 to 5 years'],
  [5, '5 to 10 years'],
  [10, '10 years or more']
])

/** Where somebody is in a week, as it was known at a moment; written down apart from the queries. */
function groupOf({ moves, joinedOn, ...first }: Person, { by, asOf }: Asked, week: number): string {
  const known = moves.filter((move) => move.week <= week && move.at <= asOf)
  const place = known.at(-1)?.place ?? first
  if (by === 'tenure') {
    const years = (day: string, count: number) => `${Number(day.slice(0, 4)) + count}${day.slice(4)}`
    return NAMES.get(BANDS.find((band) => years(joinedOn, band) <= WEEKS[week]!) ?? 0)!
  }
  return place[by as keyof Place]
}

/** Months and quarters may cut weeks in two; here a week is of those of its Monday. */
function nameOfPeriod(by: string, week: number): string {
  const monday = WEEKS[week]!
  if (by.endsWith('week')) return `2027-W${String(week + 1).padStart(2, '0')}`
  if (by.endsWith('season')) return week < SEASON.weeks ? SEASON.name : BETWEEN_SEASONS
  return by.endsWith('quarter') ? `2027-Q${Math.ceil(Number(monday.slice(5, 7)) / 3)}` : monday.slice(0, 7)
}

/** A number that somebody adds to a row. */
interface Cell {
  id: string
  group: string
  unknown: string
}

/**
 * The members of every row that was shown: of named groups, of periods, of those shown together, and of the total. What
 * everybody adds in a week is one unknown, as what is due is; `byTrack`: their hours in each track, and apart what of them
 * was told between two days as of which reports are asked for. Who has hours in a track in a month might have
 * them in any week of it; who has none at all, in live contact. What is due on days to come is another number as
 * of another moment: nobody knows yet who moves.
 */
export function membersOf(people: Person[], asked: Asked, shown: Shown, byTrack: boolean): Members[] {
  const cells = people.flatMap((person) =>
    WEEKS.slice(asked.from, asked.to).flatMap((_, at) =>
      cellsOf(person, asked, { week: asked.from + at, byTrack })
    )
  )
  const parts = shown.rows.map(({ group }) => group.split(' + '))
  const named = new Set(parts.flat())
  const rows = parts.map((names) => {
    const isRest = names.includes('fewer than five')
    const inRow = cells.filter(({ group }) => names.includes(group) || (isRest && !named.has(group)))
    return new Set(inRow.map(({ unknown }) => unknown))
  })
  return shown.totals ? [...rows, new Set(cells.map(({ unknown }) => unknown))] : rows
}

function cellsOf(
  person: Person,
  asked: Asked,
  { week, byTrack }: { week: number; byTrack: boolean }
): Cell[] {
  const { id } = person.employee
  const group = asked.by.startsWith('period') ? nameOfPeriod(asked.by, week) : groupOf(person, asked, week)
  const toCome = WEEKS[week]! > asked.asOf ? ` as of ${asked.asOf}` : ''
  if (!byTrack) return [{ id, group, unknown: `${id} ${week}${toCome}` }]
  return TRACKS.flatMap((track) =>
    AS_OF.filter((told) => told <= asked.asOf && doesTrack(person, { track, week, asOf: told })).map(
      (told) => ({
        id,
        group: asked.by === 'track' ? track : group,
        unknown: `${id} ${week} ${track} ${told}`
      })
    )
  )
}

function doesTrack(
  { hours }: Person,
  { track, week, asOf }: { track: string; week: number; asOf: string }
): boolean {
  const month = (of: number) => WEEKS[of]!.slice(0, 7)
  const known = hours.filter((one) => month(one.week) === month(week) && one.toldOn <= asOf)
  return known.some((one) => one.track === track) || (known.length === 0 && track === 'live_contact')
}
