import type { Test } from 'tap'
import { leadersFirstPolicies } from '../../../db/schema/leaders-first.ts'
import { quotas } from '../../../db/schema/quotas.ts'
import { openSession } from '../../../src/sign-in/sessions.ts'
import { signToken } from '../../../src/sign-in/tokens.ts'
import { type Employee, insertEmployee, insertTeam, type Team } from '../../helpers/people.ts'
import { insertRotation, insertShift, type Rotation } from '../../helpers/shifts.ts'
import { twoApps } from '../swaps/two-apps.ts'
import type { Request } from './operations.ts'
import { DAY, dayOf, type Person, type Shift, type World } from './world.ts'

type Traits = Parameters<typeof insertEmployee>[3] & { leads?: Team[] }

/** Everybody works around the clock in one zone, but for one, so that the model's rules stay plain. */
const ALWAYS = {
  timeZone: 'UTC',
  workingDays: [1, 2, 3, 4, 5, 6, 7],
  workStartsAt: '00:00',
  workEndsAt: '24:00'
}

/** Three teams with sixteen people, three of them leads and two of the office; two processes serve them. */
export async function modelCompany(t: Test, days: number, planted?: Parameters<typeof twoApps>[1]) {
  const apps = await twoApps(t, planted)
  const { db } = apps
  const support = await insertTeam(db, 'Support', 3)
  const product = await insertTeam(db, 'Product', 2)
  const sales = await insertTeam(db, 'Sales', 1)
  const teams = new Map([support, product, sales].map((team) => [team.id, team]))
  const member =
    (team: Team) =>
    (name: string, traits: Traits = {}) =>
      insertEmployee(db, name, team, { ...ALWAYS, ...traits })
  const people: Employee[] = []
  const join = async (team: Team, cast: [string, Traits?][]) => {
    for (const [name, traits] of cast) people.push(await member(team)(name, traits))
  }
  await join(support, [
    ['Sofie Support', { level: 'lead', leads: [support], isHost: true }],
    ['Hanna Host', { isHost: true }],
    ['Henrik Host', { isHost: true }],
    ['Hilde Host', { isHost: true }]
  ])
  await join(product, [
    ['Lars Lead', { level: 'lead', leads: [product] }],
    ['Helge Hr', { grants: ['hr'] }],
    ['Ada Admin', { grants: ['admin'] }],
    ['Amara Okafor'],
    ['Bo Berg'],
    ['Nina Newcomer', { readiness: 'shadowing' }],
    ['Pia Parttime', { workEndsAt: '16:00' }]
  ])
  await join(sales, [
    ['Siri Sales', { level: 'lead', leads: [sales] }],
    ['Gustav Guest'],
    ['Nils Newcomer', { readiness: 'shadowing' }],
    ['Tom Trainee', { readiness: 'in_training' }],
    ['Vera Vendor']
  ])
  await db.insert(quotas).values({ scope: 'organisation', minutes: 480, perWeeks: 4, fromOn: '2027-01-01' })
  // Whether leaders go first is tried elsewhere; here any legal draft may be published.
  await db.insert(leadersFirstPolicies).values({ isOn: false, reason: 'A model', setBy: people[5]!.id })
  const rotations = await insertRotations(apps, people[5]!, [support.id, product.id])
  const world = await worldOf(apps.clock.now(), { people, teams })
  await insertShifts(apps, world, rotations, days)
  const tokens = new Map<string, string>()

  /** A token that lasts as long as its session: the tokens of people live minutes, and ours move in hours. */
  async function signIn({ id }: { id: string }): Promise<void> {
    const now = apps.clock.now()
    const ctx = { db, now: apps.clock.now, actor: null, requestId: null }
    const session = await db.transaction((tx) => openSession(apps.app, tx, ctx, id))
    const claims = apps.app.jwt.decode<{ sid: string }>(session.accessToken)!
    const times = { now, expiresAt: session.expiresAt }
    tokens.set(id, signToken(apps.app, 'access', { sub: id, sid: claims.sid }, times))
    world.people.get(id)!.isSignedIn = true
  }

  /** To one process or the other. */
  async function send(actorId: string, { method, path, body }: Request, index: number) {
    const isCsv = typeof body === 'string'
    const type = body !== undefined && { 'content-type': isCsv ? 'text/csv' : 'application/json' }
    const response = await fetch(`${apps.addresses[index % 2]}${path}`, {
      method,
      headers: { authorization: `Bearer ${tokens.get(actorId)}`, ...type },
      ...(body !== undefined && { body: isCsv ? body : JSON.stringify(body) })
    })
    const answer = await response.text()
    return { status: response.status, body: answer ? JSON.parse(answer) : null }
  }

  const lineOf = (employeeId: string) => {
    const { name, email, teamId } = people.find(({ id }) => id === employeeId)!
    const header = 'name,email,team,time_zone,country,joined_on,leaves_on'
    return `${header}\n${name},${email},${teams.get(teamId)!.name},UTC,NO,2024-01-01,\n`
  }

  return { ...apps, world, rotations, send, signIn, lineOf, helge: people[5]! }
}

export type ModelCompany = Awaited<ReturnType<typeof modelCompany>>

const TERMS = { timeZone: 'UTC', holidayRule: 'unpopular' as const, holidayCountry: 'NO' }

async function insertRotations(
  { db, as }: Awaited<ReturnType<typeof twoApps>>,
  helge: Employee,
  eligibleTeamIds: string[]
) {
  const early = await insertRotation(db, 'Early', { ...TERMS, spacingDays: 2, maxSeats: 3 })
  const late = await insertRotation(db, 'Late', { ...TERMS, spacingDays: 1, maxSeats: 2, eligibleTeamIds })
  const middle = await insertRotation(db, 'Middle', {
    ...TERMS,
    spacingDays: 2,
    desiredSeats: 3,
    maxSeats: 3,
    hostsRequired: 0
  })
  const reply = await as(helge).post('/api/rotations', {
    name: 'Planned',
    timeZone: 'UTC',
    slots: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, startsAt: '12:00', endsAt: '15:00' })),
    seats: { min: 1, desired: 2, max: 3 },
    hostsRequired: 1,
    validFrom: '2027-01-01',
    holidayCountry: 'NO',
    holidayRule: 'unpopular',
    spacingDays: 2
  })
  if (reply.statusCode !== 201) throw new Error(reply.body)
  return { early, late, middle, plannedId: (reply.json() as { id: string }).id }
}

/** Early and middle overlap; from late to the next early there are too few hours. */
const HOURS = { early: ['08', '11'], middle: ['10', '13'], late: ['19', '22'] } as const

async function insertShifts(
  { db }: { db: Parameters<typeof insertShift>[0] },
  world: World,
  rotations: { early: Rotation; late: Rotation; middle: Rotation },
  days: number
): Promise<void> {
  for (let day = 0; day < days; day += 1) {
    const date = dayOf(world.now + day * DAY)
    for (const key of ['early', 'middle', 'late'] as const) {
      const [from, to] = HOURS[key]
      const rotation = rotations[key]
      const shift = await insertShift(db, rotation, `${date}T${from}:00:00Z`, `${date}T${to}:00:00Z`)
      world.shifts.set(shift.id, shiftOf(shift, rotation))
    }
  }
}

type Row = Awaited<ReturnType<typeof insertShift>>

export function shiftOf(
  row: Row,
  { spacingDays, eligibleTeamIds }: Pick<Rotation, 'spacingDays' | 'eligibleTeamIds'>
): Shift {
  return {
    id: row.id,
    day: row.onDay,
    from: row.startsAt.getTime(),
    to: row.endsAt.getTime(),
    desired: row.desiredSeats,
    most: row.maxSeats,
    hosts: row.hostsRequired,
    spacingDays,
    teams: eligibleTeamIds
  }
}

async function worldOf(
  now: Date,
  { people, teams }: { people: Employee[]; teams: Map<string, Team> }
): Promise<World> {
  return {
    now: now.getTime(),
    people: new Map(people.map((person) => [person.id, personOf(person)])),
    caps: new Map([...teams.values()].map(({ id, supportCap }) => [id, supportCap])),
    shifts: new Map(),
    seats: new Map(),
    swaps: new Map(),
    absences: new Map(),
    quotas: new Set(),
    publishedDrafts: new Set()
  }
}

function personOf({ id, name, teamId, isHost, readiness, level, workEndsAt }: Employee): Person {
  return {
    id,
    name,
    teamId,
    isHost,
    readiness,
    worksUntil: Number(workEndsAt.slice(0, 2)),
    leads: level === 'lead' ? teamId : null,
    isOffice: /Hr|Admin/.test(name),
    isHere: true,
    isSignedIn: false,
    leavesOn: null
  }
}
