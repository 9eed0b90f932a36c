import { eq } from 'drizzle-orm'
import t from 'tap'
import { drafts } from '../../../db/schema/drafts.ts'
import { unavailableHours } from '../../../db/schema/unavailable-hours.ts'
import { wishes } from '../../../db/schema/wishes.ts'
import { insertEmployee } from '../../helpers/people.ts'
import { aRotation, MARCH } from '../rotations/a-company.ts'
import { promisedMornings } from './absences-cast.ts'

t.test('facts written in another order have the same fingerprint, other facts another', async (t) => {
  const { as, db, amara, bo, draft } = await aRotation(t)
  const digest = async () => {
    const { id } = (await draft(MARCH)).json()
    const [row] = await db.select().from(drafts).where(eq(drafts.id, id))
    return row!.factsDigest
  }
  const hours = [
    { weekday: 2, startsAt: '12:00', endsAt: '13:00' },
    { weekday: 1, startsAt: '12:00', endsAt: '13:00' }
  ]
  const wanted = [
    { weekday: 3, part: 'morning', level: 'love' },
    { onDay: '2027-03-10', part: 'day', level: 'rather_not' },
    { weekday: 1, part: 'day', level: 'fine' }
  ]
  const nothing = await digest()
  const say = async (order: <Item>(list: Item[]) => Item[]) => {
    for (const who of order([amara, bo])) {
      await as(who).put('/api/me/unavailable-hours', { hours: order(hours) })
      await as(who).put('/api/me/wishes', { wishes: order(wanted) })
    }
  }
  await say((list) => list)
  const said = await digest()
  await say((list) => list.toReversed())
  t.equal((await db.select().from(wishes)).length, 6)
  t.equal((await db.select().from(unavailableHours)).length, 4)
  t.equal(await digest(), said)
  t.not(said, nothing)
})

t.test('the number of queries does not depend on how many people and shifts are looked at', async (t) => {
  const { as, db, pool, lars, product } = await promisedMornings(t)
  const count = async (url: string) => {
    let queries = 0
    const query = pool.query.bind(pool)
    pool.query = ((...args: Parameters<typeof query>) => {
      queries += 1
      return query(...args)
    }) as typeof pool.query
    t.equal((await as(lars).get(url)).statusCode, 200)
    pool.query = query
    return queries
  }
  const urls = [
    `/api/teams/${product.id}/absences?fromOn=2027-03-01&toOn=2027-04-01`,
    `/api/teams/${product.id}/wishes`
  ]
  const few = [await count(urls[0]!), await count(urls[1]!)]
  for (let n = 0; n < 30; n += 1) {
    const who = await insertEmployee(db, `Person ${n}`, product, { email: `person${n}@fjordlys.example` })
    await as(who).post('/api/me/absences', { fromOn: '2027-03-10', kind: 'leave' })
    await as(who).put('/api/me/wishes', {
      wishes: [{ weekday: 1, part: 'day', level: 'cannot', reason: 'care' }]
    })
  }
  t.strictSame([await count(urls[0]!), await count(urls[1]!)], few)
  t.ok(
    few.every((queries) => queries > 2 && queries < 15),
    few.join()
  )
})
