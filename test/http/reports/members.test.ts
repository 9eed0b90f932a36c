import { eq } from 'drizzle-orm'
import t from 'tap'
import { auditEntries } from '../../../db/schema/audit.ts'
import { readMembers, readPeople } from '../../../src/reports/read-people.ts'
import { randomEvents } from './random-events.ts'
import { fifteenPeople } from './reports-cast.ts'

t.test(
  'what a lead is shown of the team is what the report of people says, and is noted alike',
  async (t) => {
    const world = await fifteenPeople(t)
    const { db, clock, people, teams } = world
    const lead = people.Product![0]!
    const everybody = Object.values(people).flat()
    const something = randomEvents({ ...world, people: everybody, teams: Object.values(teams) }, 5)
    for (let time = 0; time < 60; time += 1) {
      clock.set(new Date(clock.now().getTime() + 3_600_000).toISOString())
      await something()
    }
    const teamId = teams.Product!.id
    const actor = {
      employeeId: lead.id,
      ...{ sessionId: null, name: lead.name, teamId, leads: [teamId] },
      ...{ roles: new Set(['employee', 'lead'] as const), timeZone: 'Europe/Oslo', locale: 'en' as const }
    }
    const ctx = { db, now: clock.now, actor, requestId: null }
    for (const period of [
      { fromOn: '2027-01-04', toOn: '2027-03-29' },
      { fromOn: '2026-12-01', toOn: '2027-07-01' }
    ]) {
      const { items } = await readPeople(ctx, { ...period, teamId, limit: 200 })
      const members = await readMembers(ctx, { ...period, teamId, limit: 200 })
      t.ok(members.length > 3)
      t.strictSame(
        members,
        items.map(({ employee, dueMinutes, balanceMinutes }) => ({ employee, dueMinutes, balanceMinutes }))
      )
    }
    const looks = async (action: string) =>
      (await db.select().from(auditEntries).where(eq(auditEntries.action, action))).map(
        ({ objectId, after }) => ({ objectId, after })
      )
    const [first, second] = await looks('participation.viewed')
    t.strictSame(second, first)
    const seen = await looks('person.viewed')
    t.equal(seen.length % 4, 0)
    await t.rejects(
      readMembers(ctx, { fromOn: '2027-01-04', toOn: '2027-03-29', teamId: teams.Legal!.id, limit: 9 }),
      {
        code: 'PURPOSE_NOT_RECORDED'
      }
    )
  }
)
