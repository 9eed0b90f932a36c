import { eq } from 'drizzle-orm'
import type { Test } from 'tap'
import { assignments } from '../../../db/schema/assignments.ts'
import { employees } from '../../../db/schema/employees.ts'
import { notices } from '../../../db/schema/notices.ts'
import { proposals } from '../../../db/schema/proposals.ts'
import { slackLinks } from '../../../db/schema/slack-links.ts'
import { createSignInLink } from '../../../src/sign-in/sign-in-links.ts'
import { newSigningKey } from '../../../src/sign-in/signing-key.ts'
import { testAppOn } from '../../helpers/app.ts'
import { insertAssignment, insertRotation, insertShift } from '../../helpers/shifts.ts'
import { provisionedCompany } from './scim-cast.ts'

/** Amara with every way in that there is, a seat with a buddy, and an open proposal; two replicas of the app. */
export async function amaraWithEverything(t: Test) {
  const signingKey = newSigningKey()
  const house = await provisionedCompany(t, { signingKey })
  const { db, as, amara, hanna, bo, clock } = house
  const replica = await testAppOn(t, db, { signingKey, now: clock.now().toISOString() })
  const rotation = await insertRotation(db, 'Nordic mornings')
  const shiftOn = (day: string) => insertShift(db, rotation, `${day}T08:00:00Z`, `${day}T12:00:00Z`)
  const [past, coming, bos] = [
    await shiftOn('2027-02-15'),
    await shiftOn('2027-03-08'),
    await shiftOn('2027-03-22')
  ]
  for (const shift of [past, coming, bos]) await insertAssignment(db, shift, hanna)
  await insertAssignment(db, past, amara)
  const seat = await insertAssignment(db, coming, amara)
  const boSeat = await insertAssignment(db, bos, bo)

  const session = `Bearer ${await house.tokenOf(amara)}`
  const keyBody = { name: 'Export', scopes: ['me:read'], expiresAt: '2027-06-01T00:00:00Z' }
  const key = `Bearer ${(await as(amara).post('/api/me/api-keys', keyBody)).json().token}`
  const feed = new URL((await as(amara).post('/api/me/feeds', { purpose: 'own' })).json().url).pathname
  const link = await createSignInLink({ db, now: clock.now, actor: null, requestId: null }, amara.email)
  const inSlack = { employeeId: amara.id, email: amara.email, slackUserId: 'U0AMARA', lookedAt: clock.now() }
  await db.insert(slackLinks).values(inSlack)
  const asks = [{ employeeId: bo.id, takeAssignmentId: boSeat.id }]
  const proposed = await as(amara).post('/api/swaps', { giveAssignmentId: seat.id, asks })
  const swapId: string = proposed.json().id

  /** The status of each way in, asked at both replicas; the link is tried last and once, as it is used up. */
  async function waysIn() {
    const found: Record<string, number> = {}
    for (const [name, { app }] of Object.entries({ here: house, there: replica })) {
      const get = async (url: string, headers = {}) => (await app.inject({ url, headers })).statusCode
      found[`${name} session`] = await get('/api/me', { authorization: session })
      found[`${name} key`] = await get('/api/me', { authorization: key })
      found[`${name} feed`] = await get(feed)
    }
    return found
  }
  const tryLink = async () =>
    (await replica.app.inject({ method: 'POST', url: '/api/sessions', payload: { linkToken: link } }))
      .statusCode

  async function standing() {
    const [person] = await db.select().from(employees).where(eq(employees.id, amara.id))
    const [swap] = await db.select().from(proposals).where(eq(proposals.id, swapId))
    const seats = await db.select().from(assignments).where(eq(assignments.employeeId, amara.id))
    const told = await db.select().from(notices)
    return {
      deactivatedAt: person!.deactivatedAt,
      suspendedAt: person!.suspendedAt,
      swapCause: swap!.closedCause,
      slackLinks: (await db.select().from(slackLinks)).length,
      seats: seats.filter(({ releasedAt }) => releasedAt === null).map(({ shiftId }) => shiftId),
      told: told
        .filter(({ kind }) => ['employee-deactivated', 'guest-left'].includes(kind))
        .map(({ kind, employeeId }) => `${kind} ${employeeId}`)
        .sort()
    }
  }
  return { ...house, replica, past, coming, swapId, waysIn, tryLink, standing }
}

export type Everything = Awaited<ReturnType<typeof amaraWithEverything>>

export const ALL_OPEN = {
  'here session': 200,
  'here key': 200,
  'here feed': 200,
  'there session': 200,
  'there key': 200,
  'there feed': 200
}

export const ALL_SHUT = {
  'here session': 401,
  'here key': 401,
  'here feed': 404,
  'there session': 401,
  'there key': 401,
  'there feed': 404
}
