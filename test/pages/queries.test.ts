import { addDays, addHours } from 'date-fns'
import t from 'tap'
import { notices } from '../../db/schema/notices.ts'
import { insertEmployee } from '../helpers/people.ts'
import { insertAssignment, insertShift } from '../helpers/shifts.ts'
import { HOUSE_NOW, webHouse } from '../helpers/web-house.ts'

/** More than any of these pages asks for. */
const MOST = 60

t.test('a page asks the database as often for a hundred shifts as for three', async (t) => {
  const house = await webHouse(t)
  const { as, db, pool, amara, hanna, lars, helge, ada, product, rotation, coming, later, open } = house
  let queries = 0
  const query = pool.query
  pool.query = ((...args: Parameters<typeof query>) => {
    queries += 1
    return query.apply(pool, args)
  }) as typeof query

  async function counted(who: { id: string }, path: string): Promise<number> {
    queries = 0
    const { statusCode } = await as(who).send('GET', path, { headers: { accept: 'text/html' } })
    t.equal(statusCode, 200, path)
    return queries
  }
  const paths = [
    ...['/', '/schedule?on=2027-03-02', '/schedule?view=month&on=2027-03-02', '/me/shifts', '/me/time'],
    ...['/me/shifts?view=month', '/swaps', '/inbox', `/shifts/${coming.id}`, `/shifts/${open.id}`],
    `/shifts/${later.id}/takers`,
    ...['/learnings', '/learnings/heard', '/learnings/known', '/leadership']
  ]
  const ofOthers: [{ id: string }, string[]][] = [
    [amara, paths],
    [hanna, [`/shifts/${coming.id}/card`, `/rotations/${rotation.id}/card`]],
    [lars, ['/', '/team', '/team/quotas', '/team/exemptions', '/swaps', '/reports']],
    [helge, ['/people', `/people/${amara.id}`, '/plan', `/plan/${rotation.id}`, '/reports']],
    [ada, ['/', '/plan', '/plan/new', `/plan/${rotation.id}/edit`, '/people', '/settings/jobs', '/start']]
  ]
  const countAll = async () => {
    const counts: Record<string, number> = {}
    for (const [who, those] of ofOthers)
      for (const path of those) counts[`${who.id} ${path}`] = await counted(who, path)
    return counts
  }

  /** Evenings from 50 days ago on, every third one Amara's. */
  async function insertEvenings(from: number, to: number): Promise<void> {
    for (let at = from; at < to; at += 1) await insertEvening(at)
  }
  async function insertEvening(at: number): Promise<void> {
    const startsAt = addHours(addDays(new Date(HOUSE_NOW), at - 50), 9)
    const shift = await insertShift(db, rotation, startsAt.toISOString(), addHours(startsAt, 4).toISOString())
    const holder =
      at % 3 === 0 ? amara : await insertEmployee(db, `Guest Number ${'i'.repeat(at + 1)}`, product)
    await insertAssignment(db, shift, holder)
    await insertAssignment(db, shift, hanna)
    await db.insert(notices).values({
      employeeId: amara.id,
      kind: 'swap-undone',
      facts: { shiftId: shift.id, rotationId: rotation.id }
    })
  }

  await insertEvenings(48, 55)
  await insertEvenings(96, 97)
  const few = await countAll()
  await insertEvenings(0, 48)
  await insertEvenings(55, 96)
  const many = await countAll()
  t.strictSame(many, few)
  t.ok(Math.max(...Object.values(many)) <= MOST, JSON.stringify(many))
})
