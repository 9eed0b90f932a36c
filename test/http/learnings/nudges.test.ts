import t from 'tap'
import { notices } from '../../../db/schema/notices.ts'
import type { AnyContext } from '../../../src/context.ts'
import { nudgeToHandIn } from '../../../src/learnings/nudge-to-hand-in.ts'
import { insertEmployee } from '../../helpers/people.ts'
import { insertAssignment } from '../../helpers/shifts.ts'
import { letAllGo } from '../hours/at-the-gate.ts'
import { amaraListened } from './learnings-cast.ts'

t.test(
  'who has not said what they heard is asked at shift end and the next morning, then never again',
  async (t) => {
    const { as, amara, hanna, bo, product, shift, db, clock, submit } = await amaraListened(t)
    const noa = await insertEmployee(db, 'Noa New York', product, { timeZone: 'America/New_York' })
    await insertAssignment(db, shift, noa)
    await insertAssignment(db, shift, bo, { releasedAt: new Date('2027-02-20T08:00:00Z') })
    const ctx: AnyContext = { db, now: clock.now, actor: null, requestId: null }
    const people = new Map([amara, hanna, bo, noa].map(({ id, name }) => [id, name.split(' ')[0]!]))
    let seen = 0
    async function asked(now: string): Promise<string[]> {
      clock.set(now)
      await nudgeToHandIn(ctx)
      await nudgeToHandIn(ctx)
      const rows = await db.select().from(notices).orderBy(notices.createdAt, notices.id)
      const fresh = rows.slice(seen)
      seen = rows.length
      return fresh.map(({ employeeId, facts }) => `${people.get(employeeId)} ${facts.nudge}`).sort()
    }
    t.strictSame(await asked('2027-03-01T11:59:00Z'), [])
    t.strictSame(await asked('2027-03-01T12:00:00Z'), ['Amara shift_end', 'Hanna shift_end', 'Noa shift_end'])
    await submit(amara)
    t.strictSame(await asked('2027-03-02T07:59:00Z'), [])
    t.strictSame(
      await asked('2027-03-02T08:00:00Z'),
      ['Hanna next_morning'],
      'Amara has handed in; Noa sleeps'
    )
    t.strictSame(await asked('2027-03-02T14:00:00Z'), ['Noa next_morning'])
    for (const later of ['2027-03-03T08:00:00Z', '2027-03-04T08:00:00Z', '2027-03-14T08:00:00Z'])
      t.strictSame(await asked(later), [])
    t.match((await as(hanna).get('/api/me/notices')).json().items[0], {
      kind: 'hand-in-learning',
      facts: { shiftId: shift.id, rotationName: 'Nordic office hours', dueAt: '2027-03-03T12:00:00.000Z' }
    })
  }
)

t.test('who answered "nothing new" or has left is not asked; who took their learning back is', async (t) => {
  const { as, amara, db, clock, submit, nothingNew, hanna, product, shift } = await amaraListened(t)
  await nothingNew(hanna)
  const gone = await insertEmployee(db, 'Just Gone', product, { deactivatedAt: clock.now() })
  await insertAssignment(db, shift, gone)
  const { id } = (await submit(amara)).json()
  await as(amara).post(`/api/learnings/${id}/withdrawal`)
  await nudgeToHandIn({ db, now: clock.now, actor: null, requestId: null })
  const rows = await db.select().from(notices)
  t.strictSame(
    rows.map(({ employeeId }) => employeeId),
    [amara.id]
  )
})

t.test('of two replicas that ask at the same moment one sends the nudge', async (t) => {
  const { amara, hanna, db, pool, clock } = await amaraListened(t)
  const nudge = () => nudgeToHandIn({ db, now: clock.now, actor: null, requestId: null })
  // Both have seen that nobody was asked yet; neither can be done before the other has begun.
  await letAllGo(pool, { hold: 'lock table notices in share row exclusive mode' }, [nudge, nudge])
  const told = (await db.select().from(notices)).map(({ employeeId }) => employeeId)
  t.strictSame(told.sort(), [amara.id, hanna.id].sort())
})

t.test('a learning is due within 48 hours and still accepted until 14 days after the shift', async (t) => {
  const { as, amara, clock, submit } = await amaraListened(t)
  const owed = async () => (await as(amara).get('/api/me/owed-learnings')).json().items
  t.match(await owed(), [{ dueAt: '2027-03-03T12:00:00.000Z', closesAt: '2027-03-15T12:00:00.000Z' }])
  clock.set('2027-03-15T11:59:00Z')
  t.equal((await owed()).length, 1)
  t.equal((await submit(amara)).statusCode, 201)
})
