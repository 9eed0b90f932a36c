import type pg from 'pg'
import t from 'tap'
import { aRotation, MARCH } from './a-company.ts'

t.test('a preview gives local and UTC times, and the clock change keeps the local ones', async (t) => {
  const { as, amara, rotation } = await aRotation(t)
  const reply = await as(amara).get(`/api/rotations/${rotation.id}/preview?fromOn=2027-03-19&toOn=2027-03-31`)
  t.equal(reply.statusCode, 200, reply.body)
  const { items, timeZone } = reply.json()
  t.equal(timeZone, 'Europe/Oslo')
  t.strictSame(items[0], {
    onDay: '2027-03-19',
    startsAt: '2027-03-19T08:00:00.000Z',
    endsAt: '2027-03-19T12:00:00.000Z',
    localStart: '2027-03-19T09:00',
    localEnd: '2027-03-19T13:00',
    minutes: 240,
    isHoliday: false,
    isSkipped: false
  })
  t.match(items.at(-1), { localStart: '2027-03-30T09:00', startsAt: '2027-03-30T07:00:00.000Z' })
  const holidays = items.filter((item: { isHoliday: boolean }) => item.isHoliday)
  t.strictSame(
    holidays.map(({ onDay, isSkipped }: { onDay: string; isSkipped: boolean }) => [onDay, isSkipped]),
    [
      ['2027-03-25', true],
      ['2027-03-26', true],
      ['2027-03-29', true]
    ],
    'Maundy Thursday, Good Friday and Easter Monday'
  )
})

t.test('a rotation has shifts only while it is valid', async (t) => {
  const { hr, rotation } = await aRotation(t)
  await hr.patch(`/api/rotations/${rotation.id}`, { validFrom: '2027-03-10', validTo: '2027-03-12' })
  const { items } = (
    await hr.get(`/api/rotations/${rotation.id}/preview?fromOn=2027-03-08&toOn=2027-04-05`)
  ).json()
  t.strictSame(
    items.map(({ onDay }: { onDay: string }) => onDay),
    ['2027-03-10', '2027-03-11']
  )
})

t.test('a period that is none is refused', async (t) => {
  const { as, amara, rotation } = await aRotation(t)
  const status = async (query: string) =>
    (await as(amara).get(`/api/rotations/${rotation.id}/preview?${query}`)).statusCode
  t.equal(await status('fromOn=2027-03-01&toOn=2028-03-06'), 200, '371 days')
  t.equal(await status('fromOn=2027-03-01&toOn=2028-03-07'), 400, '372 days')
  t.equal(await status('fromOn=2027-03-01&toOn=2027-03-01'), 400)
  t.equal(await status('fromOn=2027-02-30&toOn=2027-03-05'), 400)
  t.equal(await status('fromOn=0000-01-01&toOn=0000-02-01'), 400)
  t.equal(await status('fromOn=2027-03-01'), 400)
})

/** Rows and newest transaction id of every table of ours. */
async function footprint(pool: pg.Pool): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(
    "select quote_ident(relname) as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1"
  )
  const lines: string[] = []
  for (const { name } of rows) {
    const { rows: counted } = await pool.query(
      `select count(*) as rows, max(xmin::text::bigint) as newest, max(xmax::text::bigint) as locked from ${name}`
    )
    lines.push(`${name} ${counted[0].rows} ${counted[0].newest} ${counted[0].locked}`)
  }
  return lines
}

t.test('a preview writes nothing: rows and transaction ids of every table stay as they were', async (t) => {
  const { app, pool, rotation, tokenOf, amara, draft, publish, clock } = await aRotation(t)
  const drafted = (await draft()).json()
  t.equal((await publish(drafted.id)).statusCode, 201)
  const authorization = `Bearer ${await tokenOf(amara)}`
  const url = `/api/rotations/${rotation.id}/preview?fromOn=${MARCH.fromOn}&toOn=${MARCH.toOn}`
  const before = await footprint(pool)
  t.ok(before.length > 15, 'the company’s tables are among them')
  const { rows: first } = await pool.query('select pg_current_xact_id_if_assigned() as xid')
  for (let time = 0; time < 3; time++) {
    const reply = await app.inject({ url, headers: { authorization } })
    t.equal(reply.json().items.length, 20, 'the four weeks, Easter included')
  }
  t.strictSame(await footprint(pool), before)
  t.equal(first[0].xid, null)
  t.ok(clock.now())
})
