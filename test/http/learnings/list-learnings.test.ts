import t, { type Test } from 'tap'
import { learnings } from '../../../db/schema/learnings.ts'
import { insertRotation, insertShift } from '../../helpers/shifts.ts'
import { amaraListened, loginLoop } from './learnings-cast.ts'

/** Seven learnings, an hour apart but two of the same instant: five of Amara's (Product), two of Hanna's (Support). */
async function sevenLearnings(t: Test) {
  const world = await amaraListened(t)
  const { db, amara, hanna, shift } = world
  const evening = await insertRotation(db, 'Transatlantic afternoon')
  const late = await insertShift(db, evening, '2027-02-28T14:00:00Z', '2027-02-28T18:00:00Z')
  const rows = Array.from({ length: 7 }, (_, at) => ({
    shiftId: at === 0 ? late.id : shift.id,
    employeeId: at < 5 ? amara.id : hanna.id,
    type: at % 2 === 0 ? ('bug' as const) : ('praise' as const),
    triedTo: `Thing ${at}`,
    obstacle: at === 3 ? 'Only 100% of_it' : loginLoop.obstacle,
    submittedAt: new Date(Date.UTC(2027, 2, 1, at === 6 ? 5 : at))
  }))
  const inserted = await db.insert(learnings).values(rows).returning()
  const list = async (query = '', who: { id: string } = world.bo) => {
    const reply = await world.as(who).get(`/api/learnings${query}`)
    t.equal(reply.statusCode, 200, reply.body)
    return reply.json() as { items: { id: string; triedTo: string }[]; nextCursor: string | null }
  }
  const numbers = async (query: string) =>
    (await list(query)).items.map(({ triedTo }) => Number(triedTo.slice(6))).sort()
  return { ...world, evening, inserted, list, numbers }
}

t.test('everybody reads all learnings, newest first', async (t) => {
  const { list, eva, inserted } = await sevenLearnings(t)
  const { items, nextCursor } = await list('', eva)
  t.equal(nextCursor, null)
  t.strictSame(items.map(({ triedTo }) => triedTo).slice(2), [
    'Thing 4',
    'Thing 3',
    'Thing 2',
    'Thing 1',
    'Thing 0'
  ])
  t.equal(items.length, inserted.length)
})

t.test('pages give each learning once, those of one instant too', async (t) => {
  const { list } = await sevenLearnings(t)
  const whole = (await list()).items.map(({ id }) => id)
  const paged: string[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const page = await list(`?limit=1${cursor && `&cursor=${cursor}`}`)
    paged.push(...page.items.map(({ id }) => id))
    cursor = page.nextCursor
  }
  t.strictSame(paged, whole)
})

t.test('filters narrow by type, rotation, team and time, together too', async (t) => {
  const { numbers, evening, product, support } = await sevenLearnings(t)
  t.strictSame(await numbers('?type=praise'), [1, 3, 5])
  t.strictSame(await numbers(`?rotationId=${evening.id}`), [0])
  t.strictSame(await numbers(`?teamId=${support.id}`), [5, 6])
  t.strictSame(await numbers('?from=2027-03-01T02:00:00Z&to=2027-03-01T04:00:00Z'), [2, 3])
  t.strictSame(await numbers('?from=2027-03-01T03:00:00%2B01:00'), [2, 3, 4, 5, 6])
  t.strictSame(await numbers(`?teamId=${product.id}&type=bug`), [0, 2, 4])
})

t.test('the search finds parts of the texts as they are written, in any case', async (t) => {
  const { numbers } = await sevenLearnings(t)
  t.strictSame(await numbers('?q=THING%205'), [5])
  t.strictSame(await numbers('?q=100%25%20of_it'), [3])
  t.strictSame(await numbers('?q=1%250'), [], 'no wild cards')
  t.strictSame(await numbers('?q=of%5Fi'), [3])
  t.strictSame(await numbers('?q=%5C'), [])
})

t.test('filters that mean nothing are refused', async (t) => {
  const { as, bo } = await sevenLearnings(t)
  for (const query of [
    'type=joy',
    'rotationId=7',
    'from=yesterday',
    'to=2016-12-31T23:59:60Z',
    'q=',
    'limit=0'
  ]) {
    t.equal((await as(bo).get(`/api/learnings?${query}`)).statusCode, 400, query)
  }
  t.equal((await as(null).get('/api/learnings')).statusCode, 401)
})

t.test('one learning is read by its id', async (t) => {
  const { as, bo, inserted } = await sevenLearnings(t)
  const reply = await as(bo).get(`/api/learnings/${inserted[0]!.id}`)
  t.match(reply.json(), { triedTo: 'Thing 0', rotationName: 'Transatlantic afternoon' })
  const missing = await as(bo).get('/api/learnings/00000000-0000-7000-8000-000000000000')
  t.match(missing.json(), { status: 404, code: 'LEARNING_NOT_FOUND' })
})
