import { eq } from 'drizzle-orm'
import t from 'tap'
import { auditEntries } from '../../../db/schema/audit.ts'
import { drafts } from '../../../db/schema/drafts.ts'
import { beginDraft } from '../../../src/rotations/create-draft.ts'
import { planInWorker } from '../../../src/rotations/plan-in-worker.ts'
import { planWatched } from '../../../src/rotations/plan-watched.ts'
import { smallProblem } from '../../engine/plan/small-problems.ts'
import { asOwner } from '../../helpers/database.ts'
import { aRotation, MARCH, seatsIn } from './a-company.ts'

const ASYNC = { headers: { prefer: 'respond-async' } }

async function inTheMaking(t: Parameters<typeof aRotation>[0]) {
  const house = await aRotation(t)
  const { rotation, hr } = house
  const begin = () => hr.send('POST', `/api/rotations/${rotation.id}/drafts`, { ...ASYNC, payload: MARCH })
  const read = async (id: string) => (await hr.get(`/api/drafts/${id}`)).json()
  return { ...house, begin, read }
}

/** The events of a stream that has ended, in order. */
const eventsOf = (body: string) =>
  body
    .split('\n\n')
    .filter(Boolean)
    .map((event) => JSON.parse(event.split('\ndata: ')[1]!))

t.test(
  'a draft begun without waiting is watched until it is planned, and is the same as one waited for',
  async (t) => {
    const { begin, read, draft, hr } = await inTheMaking(t)
    const begun = await begin()
    t.equal(begun.statusCode, 202)
    const { id } = begun.json()
    t.match(begun, { headers: { location: `/api/drafts/${id}` } })
    t.match(begun.json(), { state: 'planning', score: null, gap: null, shifts: [] })
    const early = await hr.post(`/api/rotations/${begun.json().rotationId}/publications`, { draftId: id })
    t.match(early.json(), { status: 409, code: 'DRAFT_NOT_PLANNED' })
    t.match((await hr.get(`/api/drafts/${id}/changes`)).json(), { status: 409, code: 'DRAFT_NOT_PLANNED' })

    const watched = await hr.get(`/api/drafts/${id}/events`)
    t.match(watched.headers['content-type'], 'text/event-stream')
    const events = eventsOf(watched.body)
    t.equal(events[0].state, 'planning')
    t.equal(events.at(-1).state, 'open')
    t.strictSame(seatsIn(await read(id)), seatsIn((await draft()).json()))
  }
)

t.test('a cancelled draft keeps the best legal plan so far and can be published', async (t) => {
  const { begin, read, hr, publish } = await inTheMaking(t)
  const { id } = (await begin()).json()
  t.equal((await hr.post(`/api/drafts/${id}/cancellation`)).statusCode, 202)
  await hr.get(`/api/drafts/${id}/events`)
  const stopped = await read(id)
  t.equal(stopped.state, 'open')
  t.ok(seatsIn(stopped).length > 0)
  t.equal((await publish(id)).statusCode, 201)
  t.equal((await hr.post(`/api/drafts/${id}/cancellation`)).statusCode, 202, 'and late ones change nothing')
})

t.test('a planner told to stop before it has begun still gives a first plan', async (t) => {
  const problem = smallProblem(10)
  const order = { mode: 'plan', people: problem.people.length, seed: 1, steps: 3 } as const
  const { plan } = await planInWorker(problem, { ...order, signal: AbortSignal.abort() })
  t.ok(plan.assignments.flat().length > 0)
  t.equal(plan.bound, 0, 'and no more than that: nothing is proven of it yet')
  t.ok((await planInWorker(problem, order)).plan.bound > 0)
})

t.test(
  'a thread plans one order after the other as a new one would, and another one goes on where it died',
  async (t) => {
    const orderOf = (problem: ReturnType<typeof smallProblem>) =>
      planInWorker(problem, { mode: 'plan', people: problem.people.length, seed: 1, steps: 3 })
    const [small, large] = [smallProblem(10), smallProblem(24)]
    const first = await orderOf(small)
    await orderOf(large)
    const broken = { ...small, shifts: null as never }
    await t.rejects(orderOf(broken), TypeError)
    t.strictSame(await orderOf(small), first)
    const both = await Promise.all([orderOf(small), orderOf(large)])
    t.strictSame(both[0], first, 'at the same time as another')
  }
)

t.test('a plan that cannot be stored leaves a failed draft that says so', async (t) => {
  const { db, clock, rotation, read, connection } = await inTheMaking(t)
  const ctx = { db, now: clock.now, actor: null, requestId: null }
  const owner = await asOwner(t, connection)
  await owner.query('alter table draft_assignments add constraint nobody check (false)')
  const { draftId, planned } = await beginDraft(ctx, rotation.id, MARCH)
  await t.rejects(planned)
  const { state, failure, shifts } = await read(draftId)
  t.strictSame({ state, shifts }, { state: 'failed', shifts: [] })
  t.equal(failure, 'The plan could not be stored (23514). Plan the period again.')
})

t.test('an order to stop given on another replica reaches the planner within a beat', async (t) => {
  const { hr, db, clock, rotation } = await inTheMaking(t)
  const row = { rotationId: rotation.id, ...MARCH, seed: 1, factsDigest: 'none', heardAt: clock.now() }
  const [{ id } = { id: '' }] = await db.insert(drafts).values(row).returning()
  const ctx = { db, now: clock.now, actor: null, requestId: null }
  const progress = { phase: 'plan', score: 9, bound: 6, gap: 1 / 3 }
  const stopped = planWatched(ctx, id, (signal, onProgress) => {
    onProgress(progress)
    return new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('stopped'))))
  })
  await hr.post(`/api/drafts/${id}/cancellation`)
  await t.rejects(stopped, { message: 'stopped' })
  t.match(await db.select().from(drafts), [{ progress }], 'and how far it was by then is written down')
  await hr.post(`/api/drafts/${id}/cancellation`)
  const stops = await db.select().from(auditEntries).where(eq(auditEntries.action, 'draft.stopped'))
  t.equal(stops.length, 1, 'once is enough')
})

t.test('a draft thrown away while it is planned stays empty', async (t) => {
  const { db, clock, rotation, hr } = await inTheMaking(t)
  const ctx = { db, now: clock.now, actor: null, requestId: null }
  const { draftId, planned } = await beginDraft(ctx, rotation.id, MARCH)
  t.equal((await hr.delete(`/api/drafts/${draftId}`)).statusCode, 204)
  await planned
  t.match((await hr.get(`/api/drafts/${draftId}`)).json(), { state: 'discarded', score: null, shifts: [] })
})

t.test('a planner that fails, or falls silent with its process, leaves a failed draft', async (t) => {
  const { begin, read, db, clock, rotation } = await inTheMaking(t)
  const row = { rotationId: rotation.id, ...MARCH, seed: 1, factsDigest: 'none', heardAt: clock.now() }
  const [silent] = await db.insert(drafts).values(row).returning()
  const [broken] = await db.insert(drafts).values(row).returning()
  t.equal((await read(silent!.id)).state, 'planning')
  const ctx = { db, now: clock.now, actor: null, requestId: null }
  await t.rejects(planWatched(ctx, broken!.id, () => Promise.reject(new Error('out of paper'))))
  t.match(await read(broken!.id), { state: 'failed', failure: 'out of paper' })
  clock.set('2027-03-01T08:01:01Z')
  t.equal((await read(silent!.id)).state, 'failed')
  t.equal((await begin()).statusCode, 202, 'and the next one is planned as ever')
})
