import { and, eq, isNull } from 'drizzle-orm'
import t from 'tap'
import { assignments } from '../../../db/schema/assignments.ts'
import { auditEntries } from '../../../db/schema/audit.ts'
import { notices } from '../../../db/schema/notices.ts'
import { type Employee, insertEmployee, insertTeam } from '../../helpers/people.ts'
import { insertRotation, insertShift } from '../../helpers/shifts.ts'
import { atTheGate, twoApps } from './two-apps.ts'

/** The issue asks for 500; ROUNDS=500 runs them. */
const ROUNDS = Number(process.env.ROUNDS ?? 50)
const CLIENTS = 40

t.test(
  `${CLIENTS} people on one open seat, ${ROUNDS} times, two processes: one gets it and everything agrees`,
  { timeout: 60_000 + ROUNDS * 4_000 },
  async (t) => {
    const { db, pool, signIn, post } = await twoApps(t)
    const people: Employee[] = []
    for (let team = 0; team < 4; team += 1) {
      const own = await insertTeam(db, `Team ${team}`, CLIENTS)
      for (let member = 0; member < CLIENTS / 4; member += 1) {
        const name = `Person ${'ABCD'[team]}${'ABCDEFGHIJ'[member]}`
        people.push(await insertEmployee(db, name, own))
      }
    }
    await signIn(people)
    const rotation = await insertRotation(db, 'Nordic', { minSeats: 0, desiredSeats: 1, hostsRequired: 0 })
    const shift = await insertShift(db, rotation, '2027-03-08T08:00:00Z', '2027-03-08T12:00:00Z')
    const onShift = and(isNull(assignments.releasedAt), eq(assignments.shiftId, shift.id))
    const wrong: string[] = []
    let held = 0

    for (let round = 1; round <= ROUNDS; round += 1) {
      const race = await atTheGate(
        pool,
        { table: 'shifts', id: shift.id },
        people.map((who, n) => () => post(n, who, `/api/shifts/${shift.id}/seats`))
      )
      held += race.held
      const winners = people.filter((_, n) => race.replies[n]!.status === 201).map(({ id }) => id)
      const others = race.replies.filter(({ status }) => status !== 201)
      const codes = others.filter(({ status, body }) => status !== 409 || body.code !== 'SEAT_NOT_OPEN')
      const inForce = (await db.select().from(assignments).where(onShift)).map(({ employeeId }) => employeeId)
      const told = (await db.delete(notices).returning()).map(
        ({ employeeId, kind }) => `${kind} ${employeeId}`
      )
      const audited = await db.select().from(auditEntries).where(eq(auditEntries.action, 'seat.taken'))
      const agree =
        winners.length === 1 &&
        codes.length === 0 &&
        inForce.join() === winners.join() &&
        told.join() === `seat-taken ${winners[0]}` &&
        audited.length === round &&
        audited.filter(({ actorId }) => actorId === winners[0]).length > 0
      if (!agree) {
        wrong.push(
          `round ${round}: ${winners.length} winners, ${inForce.length} seats, ${told.length} notices, ${audited.length} entries, other answers ${codes.map(({ status, body }) => `${status} ${body.code}`)}`
        )
      }
      await db.update(assignments).set({ releasedAt: new Date() }).where(onShift)
      if (wrong.length >= 5) break
    }
    t.strictSame(wrong, [])
    t.ok(held >= ROUNDS * CLIENTS * 0.9, `${held} of ${ROUNDS * CLIENTS} requests were held at the gate`)
  }
)
