import { and, eq, isNull } from 'drizzle-orm'
import t from 'tap'
import { absences } from '../../../db/schema/absences.ts'
import { assignments } from '../../../db/schema/assignments.ts'
import { notices } from '../../../db/schema/notices.ts'
import { letBothGo } from '../hours/at-the-gate.ts'
import { aRotation, type DraftBody } from '../rotations/a-company.ts'
import { promisedMornings } from './absences-cast.ts'

const WEEK = { fromOn: '2027-03-08', toOn: '2027-03-15' }

for (const first of ['absence', 'publication'] as const) {
  t.test(
    `away and published at the same moment, ${first} first: refused as stale, or flagged and told`,
    async (t) => {
      const { as, db, pool, draft, publish, hr } = await aRotation(t)
      const { id } = (await draft(WEEK)).json()
      const { shifts } = (await hr.get(`/api/drafts/${id}`)).json() as DraftBody
      const [shift] = shifts.filter(({ assignments }) => assignments.length > 0)
      const [seat] = shift!.assignments
      const who = { id: seat!.employeeId }
      const away = () => as(who).post('/api/me/absences', { fromOn: shift!.onDay, kind: 'leave' })
      const requests = first === 'absence' ? [away, () => publish(id)] : [() => publish(id), away]
      const replies = await letBothGo(pool, who, requests)
      const [noted, published] = first === 'absence' ? replies : replies.toReversed()
      t.equal(noted!.statusCode, 201, noted!.body)
      const held = await db
        .select()
        .from(assignments)
        .where(and(eq(assignments.employeeId, who.id), isNull(assignments.releasedAt)))
      const told = (await db.select().from(notices).where(eq(notices.employeeId, who.id))).map(
        ({ kind }) => kind
      )
      if (published!.statusCode === 201) {
        t.ok(held.length > 0)
        t.ok(told.includes('shift-in-absence'))
        t.ok(noted!.json().shiftsInTheWay.length > 0)
      } else {
        t.equal(published!.json().code, 'PUBLICATION_STALE')
        t.strictSame([held, told], [[], []])
      }
    }
  )
}

t.test('five absences and a report of illness at once for one day never overlap', async (t) => {
  const { as, amara, pool, db } = await promisedMornings(t)
  const spans = [6, 7, 8, 9, 10].map((hour) => ({
    startsAt: `2027-03-02T${String(hour).padStart(2, '0')}:00:00Z`,
    endsAt: `2027-03-02T${String(hour + 2).padStart(2, '0')}:00:00Z`,
    kind: 'leave'
  }))
  const replies = await letBothGo(pool, amara, [
    ...spans.map((span) => () => as(amara).post('/api/me/absences', span)),
    () => as(amara).post('/api/me/sick-days', {})
  ])
  t.ok(replies.every(({ statusCode }) => [201, 409].includes(statusCode)))
  const noted = await db.select().from(absences).orderBy(absences.startsAt)
  const overlapping = noted.filter(
    (absence, index) => index > 0 && absence.startsAt < noted[index - 1]!.endsAt
  )
  t.strictSame(overlapping, [])
  t.equal(noted.at(-1)!.endsAt.toISOString(), '2027-03-02T23:00:00.000Z', 'the day is covered')
})

t.test('two imports of one file at once note everything once', async (t) => {
  const { as, amara, helge, ada, pool, db, kindsTo } = await promisedMornings(t)
  const send = (who: { id: string }) => () =>
    as(who).send('POST', '/api/absence-imports', {
      headers: { 'content-type': 'text/csv' },
      payload: 'email,from_on,last_on\namara.okafor@fjordlys.example,2027-03-04,2027-03-05\n'
    })
  const replies = await letBothGo(pool, amara, [send(helge), send(ada)])
  t.strictSame(replies.map((reply) => reply.json().added).sort(), [0, 1])
  t.equal((await db.select().from(absences)).length, 1)
  t.strictSame((await kindsTo(amara)).sort(), ['absence-imported', 'shift-in-absence'])
})
