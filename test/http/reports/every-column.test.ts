import { parse } from 'csv-parse/sync'
import { sql } from 'drizzle-orm'
import t, { type Test } from 'tap'
import { exemptions } from '../../../db/schema/exemptions.ts'
import { learnings, nothingNewAnswers } from '../../../db/schema/learnings.ts'
import { ledgerEntries } from '../../../db/schema/ledger.ts'
import { insertSeason } from '../../helpers/seasons.ts'
import { insertAssignment, insertShift } from '../../helpers/shifts.ts'
import { fifteenPeople } from './reports-cast.ts'

/** Twelve weeks: everybody owes 720 minutes. */
const SPRING = 'fromOn=2027-01-04&toOn=2027-03-29'

/**
 * Product sits in Norway, leads and has been there for long; everybody else sits in Sweden, is staff and joined last
 * year: so each of these groupings has the same two rows. Something of each kind happened to Product.
 */
async function twoHalves(t: Test) {
  const world = await fifteenPeople(t)
  const { db, people, work } = world
  const ours = people.Product!
  await db.execute(sql`update employees set country = 'SE', level = 'staff', joined_on = '2026-06-01'`)
  await db.execute(sql`update employees set country = 'NO', level = 'lead', joined_on = '2015-01-01'
    where team_id = ${ours[0]!.teamId}`)
  const [ann, ben, cas, dag, eli] = ours as [Half, Half, Half, Half, Half]
  const told = await work(ann, '2027-01-11', 200)
  await told.hear()
  await told.hear()
  const quiet = await work(ben, '2027-01-12')
  await quiet.nothingNew()
  const missed = await work(cas, '2027-01-13', 0)
  const line = { employeeId: dag.id, onDay: '2027-02-01' }
  await db.insert(ledgerEntries).values([
    { ...line, kind: 'credited', minutes: 60 },
    { ...line, kind: 'carried', minutes: -20 },
    { ...line, kind: 'waived', minutes: 30 }
  ])
  // Four weeks of eli's, who owes 240 minutes in them, are waived; four more were asked for and not granted.
  const exempt = { employeeId: eli.id, reason: 'health' as const, askedBy: eli.id }
  await db.insert(exemptions).values([
    { ...exempt, fromOn: '2027-02-01', toOn: '2027-03-01', grantedAt: new Date('2027-01-20T08:00:00Z') },
    { ...exempt, fromOn: '2027-03-01', toOn: '2027-03-29' }
  ])
  /** A cover of a seat: carried out, carried out and undone again, and one that eli was asked for and nobody took. */
  const cover = (seatId: string, doneAt: string | null, undoneAt: string | null) => sql`
    insert into proposals (id, kind, proposer_id, give_assignment_id, expires_at, created_at, accepted_at, accepted_by_id, carried_out_at, undone_at)
    select gen_random_uuid(), 'cover', employee_id, id, '2027-02-01', '2027-01-10', ${doneAt}::timestamptz, case when ${doneAt}::text is null then null else employee_id end,
      ${doneAt}::timestamptz, ${undoneAt}::timestamptz from assignments where id = ${seatId}`
  await db.execute(cover(told.seat.id, '2027-01-10', null))
  await db.execute(cover(quiet.seat.id, '2027-01-10', '2027-01-11'))
  await db.execute(cover(missed.seat.id, null, null))
  await db.execute(sql`insert into proposal_asks (id, proposal_id, employee_id)
    select gen_random_uuid(), id, ${eli.id} from proposals where carried_out_at is null`)
  /** Of a no-show that nobody recorded nothing is known. */
  for (const [{ id }, recordedAt] of [
    [missed.seat, '2027-01-15'],
    [quiet.seat, null]
  ] as const)
    await db.execute(sql`insert into no_shows (id, assignment_id, raised_at, raised_by, recorded_at)
      values (gen_random_uuid(), ${id}, '2027-01-13', ${ann.id}, ${recordedAt}::timestamptz)`)
  return world
}

type Half = Awaited<ReturnType<typeof fifteenPeople>>['people'][string][number]

const PRODUCT = {
  people: 6,
  dueMinutes: 6 * 720,
  workedMinutes: 440,
  creditedMinutes: 60,
  carriedMinutes: -20,
  waivedMinutes: 30 + 240,
  balanceMinutes: 440 + 60 - 20 + 30 + 240 - 6 * 720,
  shifts: 2,
  tookPart: 3,
  shareTookPart: 0.5,
  swaps: 1,
  noShows: 1,
  learnings: 2,
  nothingNew: 1,
  learningsPerShift: 1,
  meanMinutes: 83.33,
  unpopularShifts: 2,
  unpopularPoints: 2,
  // Ann, Ben and Cas were given seats and Eli was asked to cover; Dag and Helge were never asked.
  neverAsked: 2
}
const OTHERS = {
  ...{ people: 9, dueMinutes: 9 * 720, workedMinutes: 0, balanceMinutes: -9 * 720, shifts: 0, tookPart: 0 },
  ...{ swaps: 0, noShows: 0, learnings: 0, nothingNew: 0, unpopularShifts: 0, neverAsked: 9 }
}
const NAMES = {
  team: ['Product', 'fewer than five'],
  site: ['NO', 'SE'],
  level: ['lead', 'staff'],
  tenure: ['10 years or more', 'under 1 year']
}

t.test('every column counts what it says, by team, site, level and tenure alike', async (t) => {
  const { helge, read } = await twoHalves(t)
  for (const [by, [ours, theirs]] of Object.entries(NAMES)) {
    const { rows, totals } = await read(helge, `by=${by}&${SPRING}`)
    t.strictSame(rows.map(({ group }) => group).toSorted(), [ours, theirs], by)
    t.match(
      rows.find(({ group }) => group === ours),
      PRODUCT,
      by
    )
    t.match(
      rows.find(({ group }) => group === theirs),
      OTHERS,
      by
    )
    t.match(
      totals,
      { people: 15, workedMinutes: 440, swaps: 1, noShows: 1, learnings: 2, neverAsked: 11 },
      by
    )
  }
})

t.test('of a day on which one shift is over and another is not, what is over counts', async (t) => {
  const { db, people, rotation, helge, read, clock } = await fifteenPeople(t)
  const ann = people.Product![0]!
  for (const [from, to] of [
    ['08', '12'],
    ['14', '16']
  ]) {
    const shift = await insertShift(db, rotation, `2027-04-06T${from}:00:00Z`, `2027-04-06T${to}:00:00Z`)
    const seat = await insertAssignment(db, shift, ann)
    await db.insert(nothingNewAnswers).values({ assignmentId: seat.id })
    const heard = { shiftId: shift.id, employeeId: ann.id, triedTo: 'Pay', obstacle: 'Error' }
    await db.insert(learnings).values({ ...heard, type: 'bug' })
  }
  const counted = async (now: string) => {
    clock.set(now)
    const { totals } = await read(helge, 'by=team&fromOn=2027-04-05&toOn=2027-04-12')
    return [totals!.shifts, totals!.learnings, totals!.nothingNew]
  }
  t.strictSame(await counted('2027-04-06T11:59:00Z'), [0, 0, 0])
  t.strictSame(await counted('2027-04-06T13:00:00Z'), [1, 1, 1])
  t.strictSame(await counted('2027-04-06T16:00:00Z'), [2, 2, 2])
})

t.test('quarters and seasons are rows, and days between seasons are a row of their own', async (t) => {
  const { db, helge, read } = await twoHalves(t)
  await insertSeason(db, { name: 'Winter', fromOn: '2027-01-12', toOn: '2027-02-15' })
  const periods = async (per: string) => {
    const { rows } = await read(helge, `by=period&per=${per}&fromOn=2026-12-01&toOn=2027-04-01`)
    return rows.map(({ group, workedMinutes, creditedMinutes, shifts }) => [
      ...[group, workedMinutes, creditedMinutes, shifts]
    ])
  }
  t.strictSame(await periods('quarter'), [
    ['2026-Q4', 0, 0, 0],
    ['2027-Q1', 440, 60, 2]
  ])
  t.strictSame(await periods('season'), [
    ['outside of seasons', 200, 0, 1],
    ['Winter', 240, 60, 1],
    ['outside of seasons', 0, 0, 0]
  ])
})

t.test('every figure of a report is in its CSV, and shares and balances follow from it', async (t) => {
  const { as, helge, read } = await twoHalves(t)
  for (const by of [...Object.keys(NAMES), 'period&per=month']) {
    const { rows, totals } = await read(helge, `by=${by}&${SPRING}`)
    const reply = await as(helge).get(`/api/participation.csv?by=${by}&${SPRING}`)
    const lines = parse(reply.body, { columns: true, bom: true }) as Record<string, string>[]
    t.equal(lines.length, rows.length, by)
    for (const [at, { groupId: _, ...row }] of (rows as unknown as Record<string, unknown>[]).entries())
      for (const [name, value] of Object.entries(row))
        t.equal(lines[at]![name], value === null ? '' : String(value), `${by}: ${row.group} ${name}`)
    const sum = (name: string) => lines.reduce((total, line) => total + Number(line[name]), 0)
    for (const name of [
      'workedMinutes',
      'creditedMinutes',
      'shifts',
      'swaps',
      'noShows',
      'learnings'
    ] as const)
      t.equal(sum(name), (totals as unknown as Record<string, number>)[name], `${by}: ${name} of everybody`)
    for (const line of lines) {
      const number = (name: string) => Number(line[name])
      t.equal(line.shareTookPart, String(Number((number('tookPart') / number('people')).toFixed(4))), by)
      const done = ['worked', 'credited', 'carried', 'waived'].map((kind) => number(`${kind}Minutes`))
      t.equal(number('balanceMinutes'), done.reduce((a, b) => a + b) - number('dueMinutes'), by)
    }
  }
})
