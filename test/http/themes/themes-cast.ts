import { addDays, addMinutes } from 'date-fns'
import { eq } from 'drizzle-orm'
import type { Test } from 'tap'
import type { Db } from '../../../db/client.ts'
import { learnings } from '../../../db/schema/learnings.ts'
import { notices } from '../../../db/schema/notices.ts'
import type { AnyContext } from '../../../src/context.ts'
import type { Theme } from '../../../src/learnings/themes/read-standings.ts'
import type { ThemeInFull } from '../../../src/learnings/themes/read-theme.ts'
import { testApp } from '../../helpers/app.ts'
import { type Employee, insertSmallCompany } from '../../helpers/people.ts'
import { insertAssignment, insertRotation, insertShift, type Rotation } from '../../helpers/shifts.ts'

/** What JSON makes of instants. */
type Sent<Value> = Value extends Date
  ? string
  : Value extends (infer Item)[]
    ? Sent<Item>[]
    : Value extends object
      ? { [Key in keyof Value]: Sent<Value[Key]> }
      : Value
export type SentTheme = Sent<Theme>
export type SentThemeInFull = Sent<ThemeInFull>

/** Somebody sits on a minute's shift of their own and hears something there. */
export async function hear(
  db: Db,
  rotation: Rotation,
  who: Employee,
  startsAt: Date,
  traits: Partial<typeof learnings.$inferInsert> = {}
): Promise<string> {
  const endsAt = addMinutes(startsAt, 1)
  const shift = await insertShift(db, rotation, startsAt.toISOString(), endsAt.toISOString())
  await insertAssignment(db, shift, who)
  const [row] = await db
    .insert(learnings)
    .values({
      shiftId: shift.id,
      employeeId: who.id,
      type: 'bug',
      triedTo: 'Pair the hub',
      obstacle: 'The code expires',
      minutesLost: 30,
      timesThisShift: 2,
      submittedAt: endsAt,
      ...traits
    })
    .returning({ id: learnings.id })
  return row!.id
}

/**
 * The small company at noon on 1 March 2027. `heardBy` makes a learning of somebody some days ago, `theme` a theme of
 * learnings; both by the host.
 */
export async function listening(t: Test, now = '2027-03-01T12:00:00Z') {
  const app = await testApp(t, { now })
  const company = await insertSmallCompany(app.db)
  const rotation = await insertRotation(app.db, 'Nordic')
  const { hanna, lars } = company

  /** So that nobody sits in two places at once. */
  let minute = 0
  function heardBy(who: Employee, daysAgo: number, traits?: Partial<typeof learnings.$inferInsert>) {
    minute += 2
    const startsAt = addMinutes(addDays(app.clock.now(), -daysAgo), -minute)
    return hear(app.db, rotation, who, startsAt, traits)
  }

  /** Another point of the same person on the same shift. */
  async function heardAlso(learningId: string, traits: Partial<typeof learnings.$inferInsert> = {}) {
    const [first] = await app.db.select().from(learnings).where(eq(learnings.id, learningId))
    const { id: _, ...same } = first!
    const [row] = await app.db
      .insert(learnings)
      .values({ ...same, ...traits })
      .returning({ id: learnings.id })
    return row!.id
  }

  async function theme(title: string, learningIds: string[] = [], more: object = {}): Promise<string> {
    const reply = await app.as(hanna).post('/api/themes', { title, ownerId: lars.id, ...more })
    t.equal(reply.statusCode, 201, reply.body)
    const { id } = reply.json() as SentTheme
    for (const learningId of learningIds) {
      const placed = await app.as(hanna).put(`/api/learnings/${learningId}/theme`, { themeId: id })
      t.equal(placed.statusCode, 204, placed.body)
    }
    return id
  }

  async function read(themeId: string, who: Employee = hanna): Promise<SentThemeInFull> {
    const reply = await app.as(who).get(`/api/themes/${themeId}`)
    t.equal(reply.statusCode, 200, reply.body)
    return reply.json() as SentThemeInFull
  }

  async function list(query = ''): Promise<SentTheme[]> {
    const reply = await app.as(hanna).get(`/api/themes${query}`)
    t.equal(reply.statusCode, 200, reply.body)
    return (reply.json() as { items: SentTheme[] }).items
  }

  const decide = (who: Employee, themeId: string, decision: string, reason = 'Because of the numbers') =>
    app.as(who).post(`/api/themes/${themeId}/decisions`, { decision, reason })

  /** Everybody's notices since the last call, as `name: kind`, sorted. */
  let seen = new Set<string>()
  async function told(): Promise<string[]> {
    const names = new Map(
      Object.values(company).map((person) => [person.id, person.name.split(' ')[0]!.toLowerCase()])
    )
    const rows = await app.db.select().from(notices)
    const fresh = rows.filter(({ id }) => !seen.has(id))
    seen = new Set(rows.map(({ id }) => id))
    return fresh.map(({ employeeId, kind }) => `${names.get(employeeId)}: ${kind}`).sort()
  }

  const asSystem: AnyContext = { db: app.db, now: app.clock.now, actor: null, requestId: null }
  return { ...app, ...company, rotation, heardBy, heardAlso, theme, read, list, decide, told, asSystem }
}
