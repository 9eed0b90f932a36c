import { sql } from 'drizzle-orm'
import type { Test } from 'tap'
import { ledgerEntries } from '../../../db/schema/ledger.ts'
import { seasons } from '../../../db/schema/seasons.ts'
import { recordAudit } from '../../../src/audit/record-audit.ts'
import { testApp } from '../../helpers/app.ts'
import { type Employee, insertEmployee, insertTeam } from '../../helpers/people.ts'
import { drawsFrom } from './random-events.ts'

/** Mondays: the weeks of the quarter. */
export const WEEKS = Array.from({ length: 13 }, (_, week) =>
  new Date(Date.parse('2027-01-04T00:00:00Z') + week * 7 * 86_400_000).toISOString().slice(0, 10)
)
/** The Monday after. */
export const END = '2027-04-05'
/** The first weeks of it; the rest is in none. */
export const SEASON = { name: 'Early winter', weeks: 6 }

export interface Place {
  team: string
  site: string
  level: string
}
export interface Person extends Place {
  employee: Employee
  joinedOn: string
  /** From the Monday on: another place. */
  moves: { week: number; at: string; place: Place }[]
  /** Hours in a track, on the Monday of a week and told on a day. */
  hours: { week: number; track: string; toldOn: string }[]
}

/**
 * Nearly fifty people in teams of 1 to 12, on two sites, of whom some move: made so that careless sums tell of single
 * people. One is a team of their own; one of team A sits where otherwise team S sits alone. Reviews are for some,
 * in February for one; help pages are written by team B and one of team C. Team S calls back and does nothing else, and one
 * of team A does it too; all others are there for live contact.
 */
export async function lopsidedCompany(t: Test, seed: number) {
  const app = await testApp(t, { now: '2027-01-01T08:00:00Z' })
  const { db, clock } = app
  const draws = drawsFrom(seed)
  const { oneOf } = draws
  const teams = new Map<string, Awaited<ReturnType<typeof insertTeam>>>()
  const people: Person[] = []
  for (const [name, size] of Object.entries({ A: 12, B: 9, C: 7, D: 6, E: 5, H: 1, S: 8 })) {
    teams.set(name, await insertTeam(db, name))
    for (let at = 0; at < size; at += 1) {
      // Team S is the site SE, but for one person of A who sits there too.
      const site = name === 'S' || (name === 'A' && at === 1) ? 'SE' : 'NO'
      const level = at === 0 ? 'lead' : 'staff'
      const joinedOn = oneOf([
        '2012-03-01',
        '2019-06-01',
        '2022-02-15',
        '2024-02-01',
        '2026-02-01',
        '2026-11-01'
      ])
      const email = `${name}${at}@fjordlys.example`
      const traits = {
        email,
        level,
        country: site,
        joinedOn,
        createdAt: new Date('2020-01-01'),
        grants: people.length === 0 ? ['hr' as const] : []
      }
      const employee = await insertEmployee(db, `${name} ${at}`, teams.get(name)!, {
        ...traits,
        level: level as 'lead'
      })
      people.push({ employee, joinedOn, team: name, site, level, moves: [], hours: [] })
    }
  }
  for (let week = 5; week < WEEKS.length; week += 1) {
    const person = oneOf(
      people.filter(({ team, site }) => team !== 'H' && (site === 'NO' || team === 'S')).slice(1)
    )
    const before = person.moves.at(-1)?.place ?? person
    const team = oneOf([...teams.keys()].filter((name) => name !== 'H'))
    const place = { team, site: team === 'S' ? 'SE' : 'NO', level: before.level }
    clock.set(`${WEEKS[week]}T00:00:00Z`)
    person.moves.push({ week, at: WEEKS[week]!, place })
    await db.transaction(async (tx) => {
      await tx.execute(
        sql`update employees set team_id = ${teams.get(place.team)!.id}, country = ${place.site} where id = ${person.employee.id}`
      )
      const ctx = { db, now: clock.now, actor: null, requestId: null }
      await recordAudit(tx, ctx, {
        action: 'employee.changed',
        objectType: 'employee',
        objectId: person.employee.id
      })
    })
  }
  doWork(people, draws)
  await db.insert(ledgerEntries).values(people.flatMap(entriesOf))
  await db.insert(seasons).values({ name: SEASON.name, fromOn: WEEKS[0]!, toOn: WEEKS[SEASON.weeks]! })
  clock.set('2027-04-10T08:00:00Z')
  const ask = async (query: string) => {
    const reply = await app.as(people[0]!.employee).get(`/api/participation?${query}`)
    if (reply.statusCode !== 200) throw new Error(reply.body)
    return reply.json() as Shown & { earlier: Shown[] }
  }
  return { people, ask, ...draws }
}

export interface Shown {
  rows: { group: string; people: number; creditedMinutes: number }[]
  totals: object | null
}

function entriesOf({ employee, hours }: Person) {
  return hours.map(({ week, track, toldOn }) => {
    const isLive = track === 'live_contact'
    const of = isLive
      ? { kind: 'worked' as const }
      : { kind: 'credited' as const, purpose: track as 'review' }
    return {
      ...of,
      employeeId: employee.id,
      minutes: 60,
      onDay: WEEKS[week]!,
      enteredAt: new Date(`${toldOn}T08:00:00Z`)
    }
  })
}

/** Most is told on the day, and all that team S does; a tenth of the rest in the last days of the quarter. */
function doWork(people: Person[], { below, oneOf }: ReturnType<typeof drawsFrom>): void {
  const do_ = (person: Person, track: string, weeks: readonly number[]) => {
    const week = oneOf(weeks)
    const toldOn = track !== 'call_backs' && below(10) === 0 ? '2027-03-30' : WEEKS[week]!
    person.hours.push({ week, track, toldOn })
  }
  const [january, february, march] = [
    [0, 1, 2, 3],
    [4, 5, 6, 7],
    [8, 9, 10, 11, 12]
  ] as const
  const months = [january, february, march]
  const of = (team: string) => people.filter((person) => person.team === team)
  for (const person of people.filter(({ team }) => team !== 'S'))
    for (const weeks of months) if (below(3) > 0) do_(person, 'live_contact', weeks)
  for (const [at, person] of [...of('A').slice(0, 5), ...of('D').slice(0, 4)].entries())
    for (const weeks of months) if (weeks !== february || at === 0) do_(person, 'review', weeks)
  for (const person of [...of('B'), of('C')[0]!]) for (const weeks of months) do_(person, 'help_pages', weeks)
  for (const person of [...of('S'), of('A')[7]!]) for (const weeks of months) do_(person, 'call_backs', weeks)
}
