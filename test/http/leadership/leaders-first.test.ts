import { and, eq } from 'drizzle-orm'
import t from 'tap'
import { absences } from '../../../db/schema/absences.ts'
import { assignments } from '../../../db/schema/assignments.ts'
import { auditEntries } from '../../../db/schema/audit.ts'
import { employees } from '../../../db/schema/employees.ts'
import { leadersFirstOverrides } from '../../../db/schema/leaders-first.ts'
import { notices } from '../../../db/schema/notices.ts'
import { publications } from '../../../db/schema/publications.ts'
import { publishDraft } from '../../../src/rotations/publish-draft.ts'
import { withoutEva } from './leaders-cast.ts'

t.test(
  'staff shifts are not published while a leader who owes one has none, and nothing is written',
  async (t) => {
    const { publish, missing, eva, db } = await withoutEva(t)
    const leaders = [{ employeeId: eva.id, name: 'Eva Executive' }]
    t.strictSame(await missing(), leaders, 'the draft says so beforehand')
    t.match((await publish()).json(), { status: 409, code: 'LEADERS_NOT_PLANNED', details: { leaders } })
    t.equal(await db.$count(publications), 0)
    t.equal(await db.$count(assignments), 0)
    t.equal(await db.$count(notices), 0)
  }
)

t.test('with a reason they are: the leader is told, everybody can read it, and the log has it', async (t) => {
  const { publish, eva, amara, helge, rotation, db, as } = await withoutEva(t)
  for (const leadersOverride of ['', '  ']) t.equal((await publish({ leadersOverride })).statusCode, 400)
  const reply = await publish({ leadersOverride: 'Eva opens the office in Bergen' })
  t.equal(reply.statusCode, 201)
  const { id: publicationId } = reply.json()
  t.match(await db.select().from(leadersFirstOverrides), [
    { publicationId, leaderIds: [eva.id], reason: 'Eva opens the office in Bergen', overriddenBy: helge.id }
  ])
  const told = await db.select().from(notices).where(eq(notices.kind, 'leaders-first-overridden'))
  t.strictSame(
    told.map(({ employeeId }) => employeeId),
    [eva.id]
  )
  t.match(told[0]!.facts, {
    reason: 'Eva opens the office in Bergen',
    by: { name: 'Helge HR' },
    todo: 'take-a-shift'
  })
  const entries = await db
    .select()
    .from(auditEntries)
    .where(eq(auditEntries.action, 'leaders-first.overridden'))
  t.match(entries, [{ objectId: publicationId, actorId: helge.id, after: { leaderIds: [eva.id] } }])
  const url = '/api/leadership/participation?fromOn=2027-03-01&toOn=2027-04-01'
  const seen = (await as(amara).get(url)).json()
  t.strictSame(
    seen.overrides.map(({ leaders, reason }: { leaders: number; reason: string }) => [leaders, reason]),
    [[1, 'Eva opens the office in Bergen']]
  )
  t.notMatch(JSON.stringify(seen.overrides), /Eva Executive/, 'how many, not who')
  t.match(seen.overrides[0], {
    publicationId,
    rotationName: 'Nordic mornings',
    overriddenBy: { name: 'Helge HR' }
  })
  t.equal(rotation.id.length, 36)
  const again = await publish()
  t.equal(again.statusCode, 200, 'published again it is the first publication, whoever is missing')
})

t.test('a reason that nobody needed is not an override', async (t) => {
  const { publish, missing, planEva, db } = await withoutEva(t)
  await planEva()
  t.strictSame(await missing(), [])
  t.equal((await publish({ leadersOverride: 'Just in case' })).statusCode, 201)
  t.equal(await db.$count(leadersFirstOverrides), 0)
})

t.test('nobody waits for a leader who is away on all of the days', async (t) => {
  const { publish, missing, eva, db } = await withoutEva(t)
  const days = { startsAt: new Date('2027-03-07T00:00Z'), endsAt: new Date('2027-04-06T00:00Z') }
  await db.insert(absences).values({ employeeId: eva.id, kind: 'leave', ...days })
  t.strictSame(await missing(), [])
  t.equal((await publish()).statusCode, 201)
})

t.test(
  'the policy is on until HR or an administrator turns it off with a reason, and keeps its history',
  async (t) => {
    const { publish, helge, ada, eva, lars, sofie, amara, as, db } = await withoutEva(t)
    const set = (who: { id: string }, isOn: boolean, reason = 'Half of the leaders are at the fair') =>
      as(who).put('/api/leadership/policy', { isOn, reason })
    const read = async () => (await as(amara).get('/api/leadership/policy')).json()
    t.strictSame(await read(), { isOn: true, isDefault: true, history: [] })
    for (const who of [eva, lars, amara]) t.equal((await set(who, false)).statusCode, 403)
    t.equal((await set(helge, false, ' ')).statusCode, 400)
    t.equal((await set(helge, true)).json().code, 'LEADERS_FIRST_UNCHANGED')
    t.equal((await set(helge, false)).statusCode, 200)
    const told = await db.select().from(notices).where(eq(notices.kind, 'leaders-first-changed'))
    t.strictSame(told.map(({ employeeId }) => employeeId).sort(), [eva.id, lars.id, sofie.id].sort())
    t.equal((await publish()).statusCode, 201, 'while it is off nobody asks')
    await set(ada, true, 'They are back')
    t.match(await read(), {
      ...{ isOn: true, isDefault: false },
      history: [
        { isOn: true, reason: 'They are back', setBy: { name: 'Ada Admin' } },
        { isOn: false, reason: 'Half of the leaders are at the fair', setBy: { name: 'Helge HR' } }
      ]
    })
  }
)

t.test('the command line publishes without leaders only with a reason, in nobody’s name', async (t) => {
  const { draft, rotation, eva, db, clock } = await withoutEva(t)
  const ctx = { db, now: clock.now, actor: null, requestId: null }
  const wanted = { rotationId: rotation.id, draftId: draft.id }
  // A company without executives has leaders as well.
  await db.update(employees).set({ level: 'lead' }).where(eq(employees.id, eva.id))
  await t.rejects(publishDraft(ctx, wanted), { code: 'LEADERS_NOT_PLANNED' })
  await publishDraft(ctx, { ...wanted, leadersOverride: 'Agreed in the board' })
  const mine = and(eq(notices.employeeId, eva.id), eq(notices.kind, 'leaders-first-overridden'))
  t.match(await db.select().from(notices).where(mine), [{ facts: { by: null } }])
  t.match(await db.select().from(leadersFirstOverrides), [{ overriddenBy: null }])
})
