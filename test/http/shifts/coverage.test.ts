import { eq } from 'drizzle-orm'
import t from 'tap'
import { assignments } from '../../../db/schema/assignments.ts'
import { shifts } from '../../../db/schema/shifts.ts'
import { readCoverage } from '../../../src/shifts/read-coverage.ts'
import { readSchedule } from '../../../src/shifts/read-schedule.ts'
import { insertEmployee, insertTeam } from '../../helpers/people.ts'
import { insertAssignment, insertShift } from '../../helpers/shifts.ts'
import { type SwapCompany, swapCompany } from '../swaps/swaps-cast.ts'

const DAYS = { fromOn: '2027-03-01', toOn: '2027-04-01' }

/** What the lead's picture of a team tells, and the same made of the schedule. */
async function bothOf({ db, clock, lars }: SwapCompany, teamId: string, timeZone = 'Europe/Oslo') {
  const actor = {
    employeeId: lars.id,
    ...{ sessionId: null, name: lars.name, teamId: lars.teamId, leads: [lars.teamId] },
    ...{ roles: new Set(['employee', 'lead'] as const), timeZone, locale: 'en' as const }
  }
  const ctx = { db, now: clock.now, actor, requestId: null }
  const { items } = await readSchedule(ctx, { ...DAYS, teamId })
  const told = items.map(({ id, onDay, startsAt, endsAt, people, openSeats, rotation }) => ({
    id,
    rotation: { name: rotation.name, timeZone: rotation.timeZone },
    ...{ onDay, startsAt, endsAt, people: people.length, openSeats }
  }))
  const covered = await readCoverage(ctx, { ...DAYS, teamId })
  return { told, covered: covered.map(({ seats: _, missing: __, ...shift }) => shift), seats: covered }
}

t.test('how a team’s shifts are filled is what the schedule says of them', async (t) => {
  const company = await swapCompany(t)
  const { db, rotation, product, support, amara, bo, eva, ada, first, second, third, amaras, bos } = company
  const late = await insertShift(db, rotation, '2027-03-31T21:30:00Z', '2027-03-31T23:30:00Z')
  const dropped = await insertShift(db, rotation, '2027-03-17T08:00:00Z', '2027-03-17T12:00:00Z')
  await db.update(shifts).set({ maxSeats: 0, desiredSeats: 0 }).where(eq(shifts.id, dropped.id))
  await insertAssignment(db, late, eva)
  const part = async (id: string, fromHour: string, toHour: string) =>
    db
      .update(assignments)
      .set({
        partStartsAt: new Date(`${fromHour}:00:00Z`),
        partEndsAt: new Date(`${toHour}:00:00Z`)
      })
      .where(eq(assignments.id, id))
  await part(amaras.id, '2027-03-08T08', '2027-03-08T10')
  await part(bos.id, '2027-03-22T08', '2027-03-22T10')
  const rest = await insertAssignment(db, third, ada)
  await part(rest.id, '2027-03-22T10', '2027-03-22T12')
  await insertAssignment(db, second, bo)
  for (const team of [product, support]) {
    for (const timeZone of ['Europe/Oslo', 'Pacific/Auckland']) {
      const { told, covered } = await bothOf(company, team.id, timeZone)
      t.strictSame(covered, told, `${team.name} ${timeZone}`)
    }
  }
  const { covered, seats } = await bothOf(company, product.id)
  t.match(
    covered.map(({ id, people, openSeats }) => [id, people, openSeats]),
    [
      [first.id, 2, 1],
      [second.id, 2, 0],
      [third.id, 3, 0],
      [late.id, 1, 1]
    ]
  )
  t.match(
    seats[0]!.seats.filter(({ employeeId }) => employeeId === amara.id),
    [{ name: amara.name, assignmentId: amaras.id, endsAt: new Date('2027-03-08T10:00:00Z') }]
  )
})

t.test('a gap is who a shift must have and has not; room for more is none', async (t) => {
  const company = await swapCompany(t, { minSeats: 2, desiredSeats: 3 })
  const { db, rotation, product, sofie, hanna, eva, bo, second } = company
  const shift = (day: string, traits = {}) =>
    insertShift(db, rotation, `2027-03-${day}T08:00:00Z`, `2027-03-${day}T12:00:00Z`, traits)
  const half = { partStartsAt: new Date('2027-03-16T08:00Z'), partEndsAt: new Date('2027-03-16T10:00Z') }
  const cases = {
    [second.id]: { people: 1, hosts: 0 },
    [(await shift('10')).id]: { people: 2, hosts: 0 },
    [(await shift('11', { minSeats: 0, desiredSeats: 1 })).id]: { people: 0, hosts: 0 }
  }
  const without = await shift('12')
  for (const who of [eva, bo]) await insertAssignment(db, without, who)
  cases[without.id] = { people: 0, hosts: 1 }
  const partly = await shift('16')
  for (const who of [eva, bo]) await insertAssignment(db, partly, who)
  await insertAssignment(db, partly, sofie, half)
  cases[partly.id] = { people: 0, hosts: 1 }
  // The host comes for the second half only.
  const halves = await shift('17', { minSeats: 1, desiredSeats: 1 })
  const at = (hour: string) => new Date(`2027-03-17T${hour}:00Z`)
  await insertAssignment(db, halves, eva, { partStartsAt: at('08'), partEndsAt: at('10') })
  await insertAssignment(db, halves, hanna, { partStartsAt: at('10'), partEndsAt: at('12') })
  cases[halves.id] = { people: 0, hosts: 1 }
  // Enough as desired, none of them of the team, and yet no host.
  const full = await shift('18', { minSeats: 1, desiredSeats: 1 })
  await insertAssignment(db, full, await insertEmployee(db, 'Gustav Guest', await insertTeam(db, 'Sales')))
  cases[full.id] = { people: 0, hosts: 1 }
  await insertAssignment(db, await shift('19', { minSeats: 1, desiredSeats: 1 }), sofie)
  const { seats } = await bothOf(company, product.id)
  const found = new Map(seats.map(({ id, missing }) => [id, missing]))
  for (const [id, missing] of Object.entries(cases)) t.strictSame(found.get(id), missing)
  t.notOk(
    seats.some(({ startsAt }) => startsAt.toISOString().startsWith('2027-03-19')),
    'nothing lacks'
  )
})
