import { eq } from 'drizzle-orm'
import t from 'tap'
import { assignments } from '../../../db/schema/assignments.ts'
import { shifts } from '../../../db/schema/shifts.ts'
import { judgePlan } from '../../../src/engine/rules/judge-plan.ts'
import { loadPublished } from '../../../src/rotations/load-published.ts'
import { aRotation } from './a-company.ts'

async function aPublication(t: Parameters<typeof aRotation>[0]) {
  const house = await aRotation(t)
  const { id } = (await house.draft()).json()
  if ((await house.publish(id)).statusCode !== 201) throw new Error('not published')
  const { db, clock, rotation, hr } = house
  const seats = await db
    .select({
      id: assignments.id,
      employeeId: assignments.employeeId,
      onDay: shifts.onDay,
      startsAt: shifts.startsAt
    })
    .from(assignments)
    .innerJoin(shifts, eq(shifts.id, assignments.shiftId))
    .orderBy(shifts.startsAt, assignments.employeeId)
  const explain = async (assignmentId: string, who = hr) =>
    (await who.get(`/api/assignments/${assignmentId}/explanation`)).json()
  const published = () =>
    db.transaction((tx) =>
      loadPublished(tx, { rotationId: rotation.id, onDay: '2027-03-15', now: clock.now() })
    )
  return { ...house, seats, explain, published }
}

/** The plan with somebody in another's place, or on another shift: what breaks, and what it adds to the score. */
function judged(
  { built, assignments: plan }: Awaited<ReturnType<typeof loadPublished>>,
  changed: number[][]
) {
  const { violations, score } = judgePlan(built.problem, changed)
  return { isLegal: violations.length === 0, added: score.total - judgePlan(built.problem, plan).score.total }
}

t.test('every named alternative to a published seat is as legal and as much worse as it says', async (t) => {
  const { seats, explain, published } = await aPublication(t)
  const facts = await published()
  const { built, assignments: plan } = facts
  const near = (a: number, b: number) => Math.abs(a - b) < 1e-6
  let named = 0
  for (const seat of seats) {
    const { now: said, reason } = await explain(seat.id)
    t.type(reason.owedMinutes, 'number')
    const person = built.people.indexOf(seat.employeeId)
    const shift = built.shifts.findIndex(({ startsAt }) => startsAt.getTime() === seat.startsAt.getTime())
    const gone = plan.map((held, p) => (p === person ? held.filter((s) => s !== shift) : held))
    const alone = judged(facts, gone)
    t.ok(near(said.whyMe.scoreWithout.total, alone.added), 'leaving costs what it says')
    t.equal(said.whyMe.breaksWithout.length === 0, alone.isLegal)
    for (const { employeeId, extraCost, worseIn } of said.whoNext.next) {
      const other = built.people.indexOf(employeeId)
      const { isLegal, added } = judged(
        facts,
        gone.map((held, p) => (p === other ? [...held, shift] : held))
      )
      t.ok(isLegal && near(added, extraCost), `${employeeId} instead: ${added}`)
      t.ok(extraCost > 0 && worseIn.length > 0, 'and it would be worse')
      named++
    }
    const legal = built.people.filter((_, other) => {
      if (plan[other]!.includes(shift)) return false
      return judged(
        facts,
        gone.map((held, p) => (p === other ? [...held, shift] : held))
      ).isLegal
    })
    t.equal(said.whoNext.othersWhoCould, legal.length, 'nobody else could')
    if (!said.whyNow.next) continue
    const to = built.shifts.findIndex(({ startsAt }) => startsAt.toISOString() === said.whyNow.next.startsAt)
    const moved = judged(
      facts,
      gone.map((held, p) => (p === person ? [...held, to] : held))
    )
    t.ok(moved.isLegal && near(moved.added, said.whyNow.next.extraCost), 'moving costs what it says')
    named++
  }
  t.ok(named > 5, `${named} alternatives`)
})

t.test('what is said to change it would, and by no less', async (t) => {
  const { seats, explain, published } = await aPublication(t)
  const facts = await published()
  const { built, assignments: plan } = facts
  let tipped = 0
  for (const seat of seats) {
    const { now: said } = await explain(seat.id)
    const [next] = said.whoNext.next
    const { lessDueMinutes, wish, absence } = said.whatWouldChangeIt
    if (!next) {
      t.strictSame(said.whatWouldChangeIt, { absence: 'open', lessDueMinutes: null, wish: null })
      continue
    }
    const [person, other] = [seat.employeeId, next.employeeId].map((id) => built.people.indexOf(id))
    const shift = built.shifts.findIndex(({ startsAt }) => startsAt.getTime() === seat.startsAt.getTime())
    const gone = plan.map((held, p) => (p === person ? held.filter((s) => s !== shift) : held))
    const instead = gone.map((held, p) => (p === other ? [...held, shift] : held))
    const gain = (less: number) => {
      const owing = built.problem.people.map((who, p) =>
        p === person ? { ...who, dueMinutes: who.dueMinutes - less } : who
      )
      return -judged({ ...facts, built: { ...built, problem: { ...built.problem, people: owing } } }, instead)
        .added
    }
    t.ok(gain(lessDueMinutes) > 0, `owing ${lessDueMinutes} minutes less`)
    t.ok(gain(lessDueMinutes - 1) <= 1e-6, 'but no less than that')
    t.equal(wish, null, 'a promise outweighs every wish')
    const isBetterThanOpen = judged(facts, instead).added < judged(facts, gone).added
    t.equal(absence, isBetterThanOpen ? 'next' : 'open')
    tipped++
  }
  t.ok(tipped > 2, `${tipped} seats`)
})

t.test('a seat is explained to whom it concerns, and to nobody else', async (t) => {
  const { seats, explain, as, amara, bo, lars, sofie, hr } = await aPublication(t)
  const mine = seats.find(({ employeeId }) => employeeId === amara.id)!
  const said = await explain(mine.id, as(amara))
  t.match(said, {
    assignmentId: mine.id,
    name: 'Amara Okafor',
    onDay: mine.onDay,
    reason: {},
    now: { whyMe: {} }
  })
  t.equal((await as(lars).get(`/api/assignments/${mine.id}/explanation`)).statusCode, 200)
  t.match(await explain(mine.id, as(bo)), { status: 403, code: 'EXPLANATION_NOT_YOURS' })
  t.match(await explain(mine.id, as(sofie)), { status: 403, code: 'EXPLANATION_NOT_YOURS' })
  t.match(await explain(amara.id, hr), { status: 404, code: 'ASSIGNMENT_NOT_FOUND' })
})

t.test('a shift that has begun keeps the reason it was given for, and nothing else is weighed', async (t) => {
  const { seats, explain, clock } = await aPublication(t)
  clock.set(seats[0]!.startsAt.toISOString())
  t.match(await explain(seats[0]!.id), { reason: { owedMinutes: Number }, now: null })
  t.ok((await explain(seats.at(-1)!.id)).now, 'those to come are still weighed')
})
