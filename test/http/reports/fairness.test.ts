import fc from 'fast-check'
import t from 'tap'
import { unpopularPoints } from '../../../src/engine/facts/unpopular-points.ts'
import { insertAssignment, insertShift } from '../../helpers/shifts.ts'
import { fifteenPeople } from './reports-cast.ts'

const SPRING = 'fromOn=2027-01-04&toOn=2027-03-29'

t.test('the points of unpopular shifts are those of the engine, by the clock of each person', async (t) => {
  const { people, db, rotation, read, helge, pool } = await fifteenPeople(t)
  const zones = ['Europe/Oslo', 'America/New_York', 'Asia/Kolkata', 'Pacific/Auckland']
  const everybody = Object.values(people).flat()
  for (const [at, { id }] of everybody.entries()) {
    await pool.query('update employees set time_zone = $1 where id = $2', [zones[at % zones.length], id])
  }
  const minute = fc.integer({ min: 0, max: 80 * 24 * 60 })
  const drawn = fc.sample(fc.tuple(minute, fc.integer({ min: 1, max: 600 }), fc.boolean(), fc.nat(14)), {
    seed: 3,
    numRuns: 60
  })
  let points = 0
  let shifts = 0
  for (const [from, length, isHoliday, who] of drawn) {
    const startsAt = new Date(Date.parse('2027-01-05T00:00:00Z') + from * 60_000)
    const endsAt = new Date(startsAt.getTime() + length * 60_000)
    const shift = await insertShift(db, rotation, startsAt.toISOString(), endsAt.toISOString(), {
      isHoliday
    }).catch(() => null)
    const seat = shift && (await insertAssignment(db, shift, everybody[who]!).catch(() => null))
    if (!seat) continue
    const worth = unpopularPoints({ startsAt, endsAt }, zones[who % zones.length]!, isHoliday)
    points += worth
    shifts += worth > 0 ? 1 : 0
  }
  t.ok(points > 40, `${points} points`)
  t.match(await read(helge, `by=team&${SPRING}`), {
    totals: { unpopularPoints: points, unpopularShifts: shifts }
  })
})

/** The Gini coefficient as it is defined: the mean of all differences, over twice the mean. */
function giniByHand(amounts: number[]): number {
  const sum = amounts.reduce((total, amount) => total + amount, 0)
  const differences = amounts.flatMap((one) => amounts.map((other) => Math.abs(one - other)))
  return differences.reduce((total, each) => total + each, 0) / (2 * amounts.length * sum)
}

t.test('spread and Gini are of everybody in the row, those with nothing too', async (t) => {
  const { people, work, read, helge } = await fifteenPeople(t)
  const minutes = [240, 60, 60, 100]
  for (const [at, each] of minutes.entries()) await work(people.Product![at]!, `2027-01-1${at + 1}`, each)
  const amounts = [...minutes, 0, 0]
  const mean = 460 / 6
  // Each began before eight.
  const points = [1, 1, 1, 1, 0, 0]
  const deviationOf = (of: number[], mean: number) =>
    Number(Math.sqrt(of.reduce((sum, each) => sum + (each - mean) ** 2, 0) / of.length).toFixed(2))
  const { rows } = await read(helge, `by=team&${SPRING}`)
  t.match(rows[0], {
    group: 'Product',
    meanMinutes: Number(mean.toFixed(2)),
    minutesGini: Number(giniByHand(amounts).toFixed(4)),
    minutesDeviation: deviationOf(amounts, mean),
    unpopularPoints: 4,
    unpopularGini: Number(giniByHand(points).toFixed(4)),
    unpopularDeviation: deviationOf(points, 4 / 6),
    neverAsked: 2
  })
  t.match(rows[1], {
    ...{ minutesGini: null, minutesDeviation: 0, neverAsked: 9 },
    ...{ unpopularGini: null, unpopularDeviation: 0 }
  })
})

t.test('a trend has the periods of the same length before, months by months', async (t) => {
  const { people, work, as, helge } = await fifteenPeople(t)
  await work(people.Product![0]!, '2026-12-15', 60)
  await work(people.Product![0]!, '2027-02-15', 120)
  const ask = async (days: string) =>
    (await as(helge).get(`/api/participation?by=team&${days}&earlier=2`)).json()
  const months = await ask('fromOn=2027-02-01&toOn=2027-03-01')
  const shape = (report: {
    earlier: { fromOn: string; toOn: string; totals: { workedMinutes: number } }[]
  }) => report.earlier.map(({ fromOn, toOn, totals }) => [fromOn, toOn, totals.workedMinutes])
  t.equal(months.totals.workedMinutes, 120)
  t.strictSame(shape(months), [
    ['2027-01-01', '2027-02-01', 0],
    ['2026-12-01', '2027-01-01', 60]
  ])
  const days = await ask('fromOn=2027-02-10&toOn=2027-02-20')
  t.strictSame(shape(days), [
    ['2027-01-31', '2027-02-10', 0],
    ['2027-01-21', '2027-01-31', 0]
  ])
  t.equal((await as(helge).get(`/api/participation?by=team&${SPRING}&earlier=9`)).statusCode, 400)
})

t.test('rows by track add up credits by what they are for; nothing is due in a track', async (t) => {
  const { people, work, read, helge, pool } = await fifteenPeople(t)
  const credit = (who: { id: string }, minutes: number, purpose: string) =>
    pool.query(
      `insert into ledger_entries (id, employee_id, kind, minutes, on_day, purpose) values (gen_random_uuid(), $1, 'credited', $2, '2027-01-12', $3)`,
      [who.id, minutes, purpose]
    )
  const everybody = Object.values(people).flat()
  for (const person of everybody.slice(0, 6)) await work(person, '2027-01-11', 60)
  for (const person of everybody.slice(0, 7)) await credit(person, 30, 'review')
  await credit(everybody[1]!, 20, 'preparation')
  await credit(everybody[2]!, 45, 'call_backs')
  const { rows, totals } = await read(helge, `by=track&${SPRING}`)
  t.match(totals, { workedMinutes: 360, creditedMinutes: 275, dueMinutes: 15 * 720 })
  t.equal(
    rows.reduce((sum, row) => sum + row.creditedMinutes, 0),
    275
  )
  t.ok(
    rows.every((row) => row.dueMinutes === null && row.people >= 5),
    'one alone with call-backs is not shown alone'
  )
})

t.test('people count where they were on the day, also when they moved after the period', async (t) => {
  const { people, work, read, helge, as, clock } = await fifteenPeople(t)
  const [ann, ben, cas] = people.Product!.slice(1)
  for (const person of [ann!, ben!]) await work(person, '2027-01-11', 60)
  const move = async (who: { id: string }, at: string) => {
    clock.set(at)
    const reply = await as(helge).patch(`/api/employees/${who.id}`, { teamId: people.Support![0]!.teamId })
    t.ok(reply.statusCode < 300, reply.body)
  }
  await move(ann!, '2027-02-01T08:00:00Z')
  await move(cas!, '2027-05-01T08:00:00Z')
  const january = await read(helge, 'by=team&fromOn=2027-01-04&toOn=2027-02-01')
  t.match(january.rows[0], { group: 'Product', people: 6, workedMinutes: 120 })
  const later = await read(helge, 'by=team&fromOn=2027-01-04&toOn=2027-03-01')
  t.match(later.totals, { people: 15, workedMinutes: 120 }, 'and once in all')
})
