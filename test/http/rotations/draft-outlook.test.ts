import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import t, { type Test } from 'tap'
import { absences } from '../../../db/schema/absences.ts'
import { drafts } from '../../../db/schema/drafts.ts'
import type { Actor } from '../../../src/context.ts'
import { keepDraftOutlooks } from '../../../src/rotations/keep-draft-outlooks.ts'
import { readDraftFairness, readDraftOutlook } from '../../../src/rotations/read-draft-fairness.ts'
import { insertEmployee, insertTeam } from '../../helpers/people.ts'
import { aRotation } from './a-company.ts'

/** A draft of so few seats that some get none; Siri is of a team of her own. */
async function planned(t: Test) {
  const house = await aRotation(t, {
    ...{ slots: [{ weekday: 1, startsAt: '09:00', endsAt: '13:00' }], hostsRequired: 0 },
    seats: { min: 0, desired: 1, max: 1 }
  })
  const { db, clock, helge, lars } = house
  const sales = await insertTeam(db, 'Sales', 1)
  const siri = await insertEmployee(db, 'Siri Sales', sales, {
    joinedOn: '2027-03-22',
    leavesOn: '2027-03-22'
  })
  const { id } = (await house.draft()).json()
  const as = (who: { id: string; name: string; teamId: string }, leads: string[], roles: Actor['roles']) => {
    const actor: Actor = {
      ...{ employeeId: who.id, name: who.name, teamId: who.teamId, sessionId: null },
      ...{ leads, roles, timeZone: 'Europe/Oslo', locale: 'en' }
    }
    return { db, now: clock.now, actor, requestId: null }
  }
  const hr = as(helge, [], new Set(['employee', 'hr']))
  const lead = as(lars, [lars.teamId], new Set(['employee', 'lead']))
  const later = async (at: string) => {
    clock.set(at)
    await keepDraftOutlooks({ ...hr, actor: null })
  }
  const ill = () =>
    db.insert(absences).values({
      ...{ employeeId: lars.id, kind: 'sick' as const },
      ...{ startsAt: new Date('2027-03-08T00:00Z'), endsAt: new Date('2027-04-01T00:00Z') }
    })
  return { ...house, siri, id, hr, lead, later, ill }
}

t.test('how a draft looks is kept as it is planned, and is what the facts say', async (t) => {
  const { db, id, hr, lead, siri } = await planned(t)
  const [row] = await db.select().from(drafts)
  t.equal(row!.outlook?.at, '2027-03-01T08:00:00.000Z')
  for (const ctx of [hr, lead]) {
    const { draftId: _, ...now } = await readDraftFairness(ctx, id)
    const { fairness, leaders, at } = await readDraftOutlook(ctx, id)
    t.strictSame(fairness, now)
    t.strictSame(at, new Date('2027-03-01T08:00Z'))
    t.strictSame(leaders, [])
    const named = fairness.without.named.map(({ employeeId }) => employeeId)
    t.ok(fairness.without.people > 1)
    t.equal(named.includes(siri.id), ctx === hr, 'HR is told names, a lead those of the own team')
  }
  await db.update(drafts).set({ outlook: null }).where(eq(drafts.id, id))
  const { draftId: _, ...now } = await readDraftFairness(hr, id)
  t.strictSame((await readDraftOutlook(hr, id)).fairness, now, 'reckoned where none is kept')
})

t.test(
  'what has changed since shows with the next time it is reckoned, and the page says of when it is',
  async (t) => {
    const { id, hr, later, ill, as, helge } = await planned(t)
    await ill()
    const page = async () => {
      const reply = await as(helge).get(`/plan/drafts/${id}`)
      t.equal(reply.statusCode, 200)
      return reply.body
    }
    const outlook = async () => {
      const { fairness, at } = await readDraftOutlook(hr, id)
      return [fairness.factsChanged, at.toISOString().slice(11, 16)]
    }
    await later('2027-03-01T08:05:00Z')
    t.strictSame(await outlook(), [false, '08:00'], 'not yet')
    t.match(await page(), /As of Mon,? 1\sMar 09:00/)
    await later('2027-03-01T08:10:00Z')
    t.strictSame(await outlook(), [true, '08:10'])
    t.match(await page(), /As of Mon,? 1\sMar 09:10/)
    const { draftId: _, ...now } = await readDraftFairness(hr, id)
    t.strictSame((await readDraftOutlook(hr, id)).fairness, now)
  }
)

t.test('nobody reckons a draft that is decided, or of days that are over', async (t) => {
  const { db, id, later, publish, draft } = await planned(t)
  const at = async () => await db.select({ at: sql<string>`outlook ->> 'at'`, id: drafts.id }).from(drafts)
  const other = (await draft()).json()
  const over = (await draft({ fromOn: '2027-03-08', toOn: '2027-03-15' })).json()
  t.equal((await publish(id)).statusCode, 201)
  await later('2027-03-15T08:00:00Z')
  const atOf = new Map((await at()).map((row) => [row.id, row.at.slice(0, 10)]))
  t.strictSame(
    [id, other.id, over.id].map((one) => atOf.get(one)),
    ['2027-03-01', '2027-03-15', '2027-03-01']
  )
})

t.test('a draft that cannot be reckoned keeps no other back, and the run fails with it', async (t) => {
  const { db, id, later } = await planned(t)
  const [row] = await db.select().from(drafts)
  // First in turn, as nothing is kept of it; its last day is none that we can count.
  const odd = { ...row!, id: randomUUID(), outlook: null, toOn: '20270-01-01' }
  await db.insert(drafts).values(odd)
  await t.rejects(later('2027-03-01T09:00:00Z'))
  const [kept] = await db.select().from(drafts).where(eq(drafts.id, id))
  t.equal(kept!.outlook?.at, '2027-03-01T09:00:00.000Z')
})
