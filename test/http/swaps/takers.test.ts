import { eq } from 'drizzle-orm'
import t from 'tap'
import { absences } from '../../../db/schema/absences.ts'
import { employees } from '../../../db/schema/employees.ts'
import { quotas } from '../../../db/schema/quotas.ts'
import { rotationSlots, rotations } from '../../../db/schema/rotations.ts'
import { wishes } from '../../../db/schema/wishes.ts'
import { insertAssignment } from '../../helpers/shifts.ts'
import { type SwapCompany, swapCompany } from './swaps-cast.ts'

interface Takers {
  total: number
  items: {
    rank: number
    employee: { id: string; name: string }
    reasons: { reason: string; sentence: string }[]
    owedMinutes: number | null
  }[]
  against: { rule: string; people: number }[]
}

/** The rotation's pattern as its shifts are, and four hours due per four weeks. */
async function planned(company: SwapCompany) {
  const { db, rotation } = company
  await db
    .insert(rotationSlots)
    .values({ rotationId: rotation.id, weekday: 1, startsAt: '09:00', endsAt: '13:00' })
  await db.update(rotations).set({ validFrom: '2024-01-01' }).where(eq(rotations.id, rotation.id))
  await db.insert(quotas).values({ scope: 'organisation', minutes: 240, perWeeks: 4, fromOn: '2024-01-01' })
  const takers = async (who: { id: string }, query = ''): Promise<Takers> =>
    (await company.as(who).get(`/api/assignments/${company.amaras.id}/takers${query}`)).json()
  return { takers }
}

const namesOf = ({ items }: Takers) => items.map(({ employee }) => employee.name.split(' ')[0])

t.test(
  'who could take a shift: everybody whom no rule keeps from it, best first, with reasons',
  async (t) => {
    const company = await swapCompany(t)
    const { db, amara, eva, ada } = company
    const { takers } = await planned(company)
    const away = { startsAt: new Date('2027-03-08T00:00:00Z'), endsAt: new Date('2027-03-09T00:00:00Z') }
    await db.insert(absences).values({ employeeId: eva.id, kind: 'leave', ...away })
    await db.update(employees).set({ readiness: 'in_training' }).where(eq(employees.id, ada.id))
    const found = await takers(amara)
    t.notOk(namesOf(found).includes('Eva'), 'away')
    t.notOk(namesOf(found).includes('Ada'), 'in training')
    t.notOk(namesOf(found).includes('Hanna'), 'on the shift already')
    t.ok(namesOf(found).includes('Lars'))
    t.equal(found.total, found.items.length)
    t.same(
      found.against.find(({ rule }) => rule === 'absent'),
      { rule: 'absent', people: 1 }
    )
    t.strictSame(
      found.items.map(({ rank }) => rank),
      found.items.map((_, index) => index + 1)
    )
    for (const { reasons } of found.items)
      t.ok(reasons.length > 0 && reasons.every(({ sentence }) => /\.$/.test(sentence)))
    t.equal((await takers(amara, '?limit=1')).items.length, 1)
  }
)

t.test('who owes hours is asked first, then who would like it; who cannot is not asked', async (t) => {
  const company = await swapCompany(t)
  const { db, amara, helge, lars, eva, ada, second } = company
  const { takers } = await planned(company)
  await insertAssignment(db, second, helge)
  const wish = (employeeId: string, level: 'love' | 'rather_not' | 'cannot') => ({
    employeeId,
    weekday: 1,
    part: 'day' as const,
    level,
    ...(level === 'cannot' && { reason: 'care' as const })
  })
  await db.insert(wishes).values([wish(lars.id, 'love'), wish(eva.id, 'rather_not'), wish(ada.id, 'cannot')])
  const found = await takers(amara)
  const place = (name: string) => namesOf(found).indexOf(name)
  t.ok(place('Lars') >= 0 && place('Lars') < place('Eva'), 'gladly before rather not')
  t.ok(place('Lars') < place('Helge'), 'who has a shift already comes later')
  t.equal(place('Ada'), -1)
  t.match(
    found.items[place('Lars')]!.reasons.map(({ reason }) => reason),
    ['owes-hours', 'loves-it']
  )
  t.ok(found.items[place('Helge')]!.reasons.some(({ reason }) => reason === 'has-their-share'))
})

t.test('minutes owed are told to leads of the person, not to colleagues', async (t) => {
  const company = await swapCompany(t)
  const { amara, lars, helge } = company
  const { takers } = await planned(company)
  t.ok((await takers(amara)).items.every(({ owedMinutes }) => owedMinutes === null))
  const seen = (await takers(lars)).items
  t.equal(typeof seen.find(({ employee }) => employee.name === 'Eva Executive')?.owedMinutes, 'number')
  t.equal(seen.find(({ employee }) => employee.name === 'Sofie Support')?.owedMinutes, null, 'another team')
  t.ok((await takers(helge)).items.every(({ owedMinutes }) => typeof owedMinutes === 'number'))
})

t.test('everybody in the list really may take it, and nobody who is not in it may', async (t) => {
  const company = await swapCompany(t)
  const { db, as, amara, amaras, ada, propose } = company
  const { takers } = await planned(company)
  await db.update(employees).set({ workStartsAt: '10:00' }).where(eq(employees.id, ada.id))
  const found = new Set((await takers(amara)).items.map(({ employee }) => employee.id))
  const all = (await as(amara).get('/api/employees')).json().items as { id: string; name: string }[]
  for (const { id, name } of all) {
    if (id === amara.id) continue
    const reply = await propose(amara, { giveAssignmentId: amaras.id, asks: [{ employeeId: id }] })
    t.equal(reply.statusCode === 201, found.has(id), name)
  }
})

t.test('asking the first five at once: the first yes wins', async (t) => {
  const company = await swapCompany(t)
  const { amara, amaras, propose, answer } = company
  const { takers } = await planned(company)
  const five = (await takers(amara, '?limit=5')).items.map(({ employee }) => employee)
  t.equal(five.length, 5)
  const asks = five.map(({ id }) => ({ employeeId: id }))
  const swap = (await propose(amara, { giveAssignmentId: amaras.id, asks })).json()
  const replies = await Promise.all(five.map((who) => answer(who as never, swap.id, 'acceptance')))
  t.strictSame(replies.map(({ statusCode }) => statusCode).sort(), [200, 409, 409, 409, 409])
})

t.test('a lead finds takers for an open seat; of a full shift there is none to find', async (t) => {
  const company = await swapCompany(t)
  const { as, lars, first, second } = company
  await planned(company)
  const found = (await as(lars).get(`/api/shifts/${second.id}/takers`)).json() as Takers
  t.ok(namesOf(found).includes('Eva'))
  t.match((await as(lars).get(`/api/shifts/${first.id}/takers`)).json(), {
    status: 409,
    code: 'SEAT_NOT_OPEN'
  })
})

t.test('takers are found for a shift under way', async (t) => {
  const company = await swapCompany(t)
  const { clock, lars } = company
  const { takers } = await planned(company)
  clock.set('2027-03-08T09:00:00Z')
  const found = await takers(lars)
  t.match(found, { startsAt: '2027-03-08T09:00:00.000Z' })
  t.ok(namesOf(found).includes('Eva'))
})

t.test('who is held by the brake on leavers is not found, and takes nothing', async (t) => {
  const company = await swapCompany(t)
  const { takers } = await planned(company)
  const before = await takers(company.amara)
  const first = before.items[0]!.employee.id
  const set = (suspendedAt: Date | null) =>
    company.db.update(employees).set({ suspendedAt }).where(eq(employees.id, first))
  await set(company.clock.now())
  const names = (list: Takers) => list.items.map(({ employee }) => employee.id)
  t.strictSame(names(await takers(company.amara)), names(before).slice(1))
  const asks = [{ employeeId: first }]
  const asked = await company
    .as(company.amara)
    .post('/api/swaps', { giveAssignmentId: company.amaras.id, asks })
  t.match(asked.json(), { status: 409, code: 'SWAP_NOT_ALLOWED', details: [{ rule: 'no-longer-here' }] })
})
