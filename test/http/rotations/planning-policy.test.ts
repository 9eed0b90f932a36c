import { eq } from 'drizzle-orm'
import t from 'tap'
import { auditEntries } from '../../../db/schema/audit.ts'
import { aRotation } from './a-company.ts'

const USUAL = { evenLoad: 'usual', evenUnpopular: 'usual', wishes: 'usual', promises: 'usual' }

t.test(
  'everything weighs as usual until an administrator says otherwise, with a reason for all to read',
  async (t) => {
    const { as, ada, helge, amara, db } = await aRotation(t)
    t.match((await as(amara).get('/api/planning-policy')).json(), { ...USUAL, history: [] })
    const more = { ...USUAL, wishes: 'more', reason: 'People asked for it' }
    t.equal((await as(helge).put('/api/planning-policy', more)).statusCode, 403)
    t.match((await as(ada).put('/api/planning-policy', more)).json(), { wishes: 'more' })
    t.match((await as(amara).get('/api/planning-policy')).json(), {
      ...{ wishes: 'more', promises: 'usual' },
      history: [{ reason: 'People asked for it', setBy: { name: 'Ada Admin' } }]
    })
    t.match((await as(ada).put('/api/planning-policy', more)).json(), { code: 'PLANNING_POLICY_UNCHANGED' })
    t.match(await db.select().from(auditEntries).where(eq(auditEntries.action, 'planning-policy.set')), [
      { before: USUAL, after: { ...USUAL, wishes: 'more' } }
    ])
  }
)

t.test('plans are weighed by the policy in force, and a draft made before it stays as it was', async (t) => {
  const { draft, as, ada, hr } = await aRotation(t)
  const before = (await draft()).json()
  t.ok(before.score.quota > 0)
  await as(ada).put('/api/planning-policy', { ...USUAL, evenLoad: 'most', reason: 'The load is uneven' })
  const after = (await draft()).json()
  // Whoever sits where, an hour too many costs four times as much; a plan cannot become four times as even by that.
  t.ok(after.score.quota > before.score.quota, `${after.score.quota}, before ${before.score.quota}`)
  t.equal(after.score.quota % 20, 0, 'squared hours at a weight of twenty')
  t.strictSame(
    (await hr.get(`/api/drafts/${before.id}`)).json().score,
    before.score,
    'a draft stays as it was'
  )
  await as(ada).put('/api/planning-policy', { ...USUAL, reason: 'It was better before' })
  t.strictSame((await draft()).json().score, before.score)
})
