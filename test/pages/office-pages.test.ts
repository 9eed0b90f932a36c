import { addDays, addHours } from 'date-fns'
import pg from 'pg'
import t from 'tap'
import { draftAssignments } from '../../db/schema/drafts.ts'
import { exemptions } from '../../db/schema/exemptions.ts'
import { learnings } from '../../db/schema/learnings.ts'
import { insertEmployee } from '../helpers/people.ts'
import { insertAssignment, insertRotation, insertShift } from '../helpers/shifts.ts'
import { PAYLOADS } from '../web/payloads.ts'
import { fillWithPayloads, office, pagesOf } from './office.ts'

const HTML = { accept: 'text/html' }
/** More than any of these pages asks for, the sign-in and the frame among them. */
const MOST = 80

const REASON = {
  owedMinutes: 60,
  unpopularPoints: 0,
  carriedUnpopular: 0,
  wishCost: 0,
  otherTakers: 1,
  nextBestExtraCost: null
}

/** Counts what every connection of this process is asked while `work` runs. */
async function queriesIn(work: () => Promise<unknown>): Promise<number> {
  const { query } = pg.Client.prototype
  let count = 0
  pg.Client.prototype.query = function counted(this: pg.Client, ...args: unknown[]) {
    count += 1
    return Reflect.apply(query, this, args)
  } as typeof query
  try {
    await work()
  } finally {
    pg.Client.prototype.query = query
  }
  return count
}

t.test('a page of the office asks the database as often for twenty people more', async (t) => {
  const { db, as, world, themeId, clock } = await office(t)
  const pages = pagesOf(world, themeId)
  const countAll = async () => {
    const counts: Record<string, number> = {}
    for (const [who, path] of pages) {
      // What is kept at a first look does not count.
      for (const look of ['first', 'second']) {
        const count = await queriesIn(async () => {
          const reply = await as(world[who]).send('GET', path, { headers: HTML })
          t.equal(reply.statusCode, 200, `${path} ${look}`)
        })
        counts[path] = count
      }
    }
    return counts
  }
  const few = await countAll()
  const other = await insertRotation(db, 'Another', { minSeats: 0, hostsRequired: 0 })
  for (let at = 0; at < 20; at += 1) {
    const guest = await insertEmployee(db, `Guest Number ${'i'.repeat(at + 1)}`, world.product)
    const startsAt = addHours(addDays(clock.now(), at + 1), 2)
    const shift = await insertShift(db, other, startsAt.toISOString(), addHours(startsAt, 1).toISOString())
    await insertAssignment(db, shift, guest)
    const words = { type: 'bug' as const, triedTo: 'Pair the hub', obstacle: 'Expired' }
    await db
      .insert(draftAssignments)
      .values({ draftShiftId: world.draftShiftId, employeeId: guest.id, reason: REASON })
    await db.insert(learnings).values({ shiftId: shift.id, employeeId: guest.id, ...words })
    const days = { fromOn: '2027-08-01', toOn: '2027-09-01', reason: 'workload' as const }
    await db.insert(exemptions).values({ ...days, employeeId: guest.id, askedBy: guest.id })
    if (at < 10) {
      await as(world.hanna).post('/api/themes', { title: `Theme ${at}`, ownerId: world.lars.id })
      await insertRotation(db, `Rotation ${at}`)
    }
  }
  const many = await countAll()
  for (const [path, count] of Object.entries(few))
    t.ok(many[path]! <= count, `${path}: ${count}, then ${many[path]}`)
  t.ok(Math.max(...Object.values(many)) <= MOST, JSON.stringify(many))
})

t.test('forty payloads in every text of the office stay text', async (t) => {
  const house = await office(t)
  const { as, world } = house
  const themeId = await fillWithPayloads(t, house)
  const search = { text: PAYLOADS.join(' ').repeat(4).slice(0, 4000) }
  const found = await as(world.helge).send('POST', '/learnings/known', { headers: HTML, payload: search })
  t.equal(found.statusCode, 200)
  t.notMatch(found.body.slice(found.body.indexOf('<main')), /<script|<iframe|<img/i)
  for (const [who, path] of pagesOf(world, themeId)) {
    const reply = await as(world[who]).send('GET', path, { headers: HTML })
    t.equal(reply.statusCode, 200, path)
    const main = reply.body.slice(reply.body.indexOf('<main'))
    t.notMatch(main, /<script|<iframe|<img|<object|<embed|<body/i, path)
    t.notMatch(main.replaceAll(/"[^"]*"/g, '""'), /<[^>]*[\s/]on\w+=/i, `${path} has no handler`)
    t.notMatch(main, /(href|action|src)="javascript:/i, path)
  }
})
