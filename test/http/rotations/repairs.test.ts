import t from 'tap'
import { absences } from '../../../db/schema/absences.ts'
import { generateProblem } from '../../../scripts/bench/planner/generate.ts'
import { planRotation } from '../../../src/engine/plan/plan-rotation.ts'
import { repairRotation } from '../../../src/engine/plan/repair-rotation.ts'
import { planInWorker } from '../../../src/rotations/plan-in-worker.ts'
import { aRotation, type DraftBody, MARCH, seatsIn } from './a-company.ts'

const REPAIR = { ...MARCH, mode: 'repair' }

/** The first guest seat of a draft, as the seat and its holder's name. */
function guestSeatIn(body: DraftBody) {
  for (const { startsAt, endsAt, onDay, assignments } of body.shifts) {
    const guest = assignments.find(({ isHost }) => !isHost)
    if (guest) return { startsAt: new Date(startsAt), endsAt: new Date(endsAt), onDay, ...guest }
  }
  throw new Error('no guest sits anywhere')
}

t.test('a repaired draft takes the seat of whom it must and leaves everybody else', async (t) => {
  const { draft, publish, db, hr } = await aRotation(t)
  const first = (await draft()).json()
  t.equal((await publish(first.id)).statusCode, 201)
  const { employeeId, name, onDay, startsAt, endsAt } = guestSeatIn(first)
  await db.insert(absences).values({ employeeId, kind: 'sick', startsAt, endsAt })

  const reply = await draft(REPAIR)
  t.equal(reply.statusCode, 201, reply.body)
  const repaired = reply.json()
  t.equal(repaired.mode, 'repair')
  const lost = seatsIn(first).filter((seat) => !seatsIn(repaired).includes(seat))
  const won = seatsIn(repaired).filter((seat) => !seatsIn(first).includes(seat))
  t.strictSame(lost, [`${name} ${onDay}`])
  t.ok(won.length <= 1, `at most a refill: ${won}`)
  const changes = (await hr.get(`/api/drafts/${repaired.id}/changes`)).json()
  t.equal(changes.people.filter(({ taken }: { taken: unknown[] }) => taken.length > 0).length, 1)
  t.equal((await publish(repaired.id)).statusCode, 201)
})

t.test('where nothing is published there is nothing to repair, and nothing is written', async (t) => {
  const { draft, rotation, hr } = await aRotation(t)
  t.match((await draft(REPAIR)).json(), { status: 409, code: 'NOTHING_TO_REPAIR' })
  t.strictSame((await hr.get(`/api/rotations/${rotation.id}/drafts`)).json().items, [])
  t.equal((await draft({ ...MARCH, mode: 'mend' })).statusCode, 400)
  t.equal((await draft()).json().mode, 'plan', 'planning from scratch stays the default')
})

t.test('the planner’s thread repairs when it is asked to, and plans otherwise', async (t) => {
  const plain = generateProblem({ people: 60, weeks: 4, seed: 1, regime: 'balanced', shape: 'plain' })
  const { assignments } = planRotation(plain, { seed: 2, cancelled: () => true })
  const people = plain.people.map((person, p) => ({ ...person, published: assignments[p]! }))
  const problem = { ...plain, people }
  const effort = { people: 60, seed: 1, steps: 1 }
  const repaired = await planInWorker(problem, { ...effort, mode: 'repair' })
  const planned = await planInWorker(problem, { ...effort, mode: 'plan' })
  t.strictSame(repaired.plan.assignments, repairRotation(problem, effort).assignments)
  t.strictSame(planned.plan.assignments, planRotation(problem, effort).assignments)
  t.notSame(repaired.plan.assignments, planned.plan.assignments)
})
