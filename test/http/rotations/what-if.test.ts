import { sql } from 'drizzle-orm'
import t from 'tap'
import { aRotation, type DraftBody } from './a-company.ts'

async function aPublication(t: Parameters<typeof aRotation>[0]) {
  const house = await aRotation(t)
  const draft = (await house.draft()).json() as DraftBody
  if ((await house.publish(draft.id)).statusCode !== 201) throw new Error('not published')
  const seatsOf = (employeeId: string) =>
    draft.shifts.filter(({ assignments }) => assignments.some((seat) => seat.employeeId === employeeId))
  const ask = async (who: { id: string }, question: object) =>
    (await house.as(who).post('/api/what-if', { rotationId: house.rotation.id, ...question })).json()
  /** How many rows every table has. */
  const rows = async () => {
    const { rows: tables } = await house.db.execute<{ name: string }>(
      sql`select table_name as name from information_schema.tables where table_schema = 'public' order by 1`
    )
    const counts: Record<string, unknown> = {}
    for (const { name } of tables) {
      // Asking costs a session of the test, and the app keeps count of requests elsewhere.
      if (name === 'sessions') continue
      const counted = await house.db.execute(sql`select count(*)::int as n from ${sql.identifier(name)}`)
      counts[name] = counted.rows[0]
    }
    return counts
  }
  return { ...house, seatsOf, ask, rows }
}

t.test(
  'were I away my seat would go, and to how many others that matters is said; nothing is written',
  async (t) => {
    const { ask, amara, seatsOf, rows } = await aPublication(t)
    const [mine] = seatsOf(amara.id)
    const { startsAt, endsAt } = mine!
    const before = await rows()
    const said = await ask(amara, { absence: { startsAt, endsAt } })
    t.strictSame(said.person.taken, [{ startsAt, endsAt }])
    t.equal(said.person.kept, seatsOf(amara.id).length - 1)
    const refilled = said.others.given + said.person.given.length
    t.ok(said.openSeats.after <= said.openSeats.before + 1 && refilled <= 3, 'as little as can be')
    t.ok(said.others.people <= 2, `${said.others.people} others`)
    t.strictSame(await rows(), before)
  }
)

t.test('what is so already changes nothing', async (t) => {
  const { ask, amara, seatsOf } = await aPublication(t)
  const none = { people: 0, given: 0, taken: 0 }
  const fine = await ask(amara, { wish: { weekday: 1, part: 'day', level: 'fine' } })
  t.match(fine, { person: { given: [], taken: [], kept: seatsOf(amara.id).length }, others: none })
  const same = await ask(amara, { quota: { hours: 4, weeks: 4 } })
  t.match(same, { person: { given: [], taken: [] }, others: none })
  const seats = await ask(amara, { seats: { min: 1, desired: 2, max: 3 } })
  t.match(seats, { person: { given: [], taken: [] }, others: none })
  t.equal(seats.openSeats.before, seats.openSeats.after)
})

t.test('more seats are more open seats, more hours due more shifts', async (t) => {
  const { ask, amara, hr, rotation } = await aPublication(t)
  const seats = await ask(amara, { seats: { min: 3, desired: 3, max: 3 } })
  t.ok(seats.openSeats.after > seats.openSeats.before)
  t.ok(seats.seatsBelowMinimum.after > seats.seatsBelowMinimum.before)
  const question = { rotationId: rotation.id, employeeId: amara.id, quota: { hours: 16, weeks: 4 } }
  const more = (await hr.post('/api/what-if', question)).json()
  t.ok(more.person.given.length > more.person.taken.length, 'she would have more')
})

t.test('people ask about themselves, leads about their own, HR about everybody', async (t) => {
  const { ask, amara, bo, lars, sofie, helge } = await aPublication(t)
  const about = (who: { id: string }) => ({ employeeId: who.id, quota: { hours: 4, weeks: 4 } })
  t.match(await ask(bo, about(amara)), { status: 403, code: 'WHAT_IF_NOT_YOURS' })
  t.match(await ask(sofie, about(amara)), { status: 403, code: 'WHAT_IF_NOT_YOURS' })
  t.match(await ask(lars, about(amara)), { employeeId: amara.id })
  t.match(await ask(helge, about(amara)), { employeeId: amara.id })
  const nobody = { id: '00000000-0000-7000-8000-00000000dead' }
  t.match(await ask(helge, about(nobody)), { status: 404, code: 'WHAT_IF_PERSON_NOT_FOUND' })
})

t.test(
  'a question that supposes nothing, or nonsense, or asks where nothing is published, is refused',
  async (t) => {
    const { ask, amara, hr } = await aPublication(t)
    const notValid = { status: 400, code: 'WHAT_IF_NOT_VALID' }
    t.match(await ask(amara, {}), notValid)
    const at = '2027-03-15T08:00:00Z'
    t.match(await ask(amara, { absence: { startsAt: at, endsAt: at } }), notValid)
    t.match(await ask(amara, { wish: { part: 'day', level: 'love' } }), notValid)
    t.match(await ask(amara, { seats: { min: 3, desired: 2, max: 3 } }), notValid)
    const evenings = {
      name: 'Evenings',
      timeZone: 'Europe/Oslo',
      slots: [{ weekday: 2, startsAt: '18:00', endsAt: '20:00' }],
      seats: { min: 1, desired: 1, max: 2 },
      hostsRequired: 0,
      validFrom: '2027-01-01',
      holidayCountry: 'NO',
      holidayRule: 'skip',
      spacingDays: 7
    }
    const other = (await hr.post('/api/rotations', evenings)).json()
    t.match(await ask(amara, { rotationId: other.id, quota: { hours: 4, weeks: 4 } }), {
      status: 409,
      code: 'NOTHING_TO_REPAIR'
    })
  }
)

t.test('more questions at once than the machine should answer are turned away', async (t) => {
  const { ask, amara } = await aPublication(t)
  const question = { quota: { hours: 8, weeks: 4 } }
  const answers = await Promise.all([1, 2, 3, 4].map(() => ask(amara, question)))
  t.equal(answers.filter(({ code }) => code === 'WHAT_IF_BUSY').length, 2)
  t.equal(answers.filter(({ person }) => person !== undefined).length, 2)
  t.match(await ask(amara, question), { employeeId: amara.id }, 'and afterwards there is room again')
})
