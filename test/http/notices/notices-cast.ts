import type { Test } from 'tap'
import type { Db } from '../../../db/client.ts'
import { deliveries } from '../../../db/schema/deliveries.ts'
import type { AnyContext } from '../../../src/context.ts'
import { deliverNotices } from '../../../src/notices/outbox/deliver-notices.ts'
import type { Message, Post, Sender } from '../../../src/notices/post.ts'
import { queueNotices } from '../../../src/notices/queue-notices.ts'
import { testApp } from '../../helpers/app.ts'
import { testDatabase } from '../../helpers/database.ts'
import { insertSmallCompany } from '../../helpers/people.ts'

export const PUBLIC_URL = 'https://support.fjordlys.example'

/** A way out that is a list: what was sent is in it. */
export function letterbox() {
  const sent: Message[] = []
  const sender: Sender = {
    send: async (message) => {
      sent.push(message)
      return '250 taken'
    }
  }
  return { sent, sender }
}

export function postBy(email: Sender): Post {
  return {
    publicUrl: PUBLIC_URL,
    channels: { email },
    chance: () => 0.5,
    unsubscribeUrl: (employeeId, group) => `${PUBLIC_URL}/unsubscribe/${employeeId}.${group}`
  }
}

function clockAt(start: string) {
  let current = new Date(start)
  const set = (instant: string) => {
    current = new Date(instant)
  }
  return { now: () => new Date(current), set }
}

/** The small company with a letterbox on a Monday morning in Oslo, and the job that delivers; no server. */
export async function house(t: Test, now = '2027-03-01T08:00:00Z') {
  const { db } = await testDatabase(t)
  return furnish(db, clockAt(now))
}

/** The same with the application, for what people ask of it. */
export async function houseWithDoor(t: Test, now = '2027-03-01T08:00:00Z') {
  const { db, clock, ...door } = await testApp(t, { now })
  return { ...door, ...(await furnish(db, clock)) }
}

async function furnish(db: Db, clock: { now: () => Date; set: (instant: string) => void }) {
  const company = await insertSmallCompany(db)
  const box = letterbox()
  const system: AnyContext = { db, now: clock.now, actor: null, requestId: null, post: postBy(box.sender) }
  return {
    ...company,
    ...box,
    ...{ db, clock, system },
    deliver: (ctx: AnyContext = system) => deliverNotices(ctx),
    tell: (employee: { id: string }, kind: string, facts: Record<string, unknown> = {}) =>
      tell(db, clock.now(), employee, kind, facts)
  }
}

export async function tell(
  db: Db,
  now: Date,
  { id: employeeId }: { id: string },
  kind: string,
  facts: Record<string, unknown> = {}
): Promise<void> {
  await db.transaction((tx) => queueNotices(tx, [{ employeeId, kind, facts }], now))
}

export const deliveriesIn = (db: Db) =>
  db.select().from(deliveries).orderBy(deliveries.createdAt, deliveries.id)
