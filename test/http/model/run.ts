import { and, gt, notInArray } from 'drizzle-orm'
import { notices } from '../../../db/schema/notices.ts'
import { shifts } from '../../../db/schema/shifts.ts'
import { chanceOf, chooseBatch } from './choose.ts'
import { type ModelCompany, shiftOf } from './company.ts'
import { brokenInvariants } from './invariants.ts'
import { linearise } from './linearise.ts'
import { linesIn, linesOf } from './lines.ts'
import { type Operation, requestOf } from './operations.ts'
import { attemptsOf } from './outcomes.ts'
import { DAY, dayOf, forgetPast, MINUTE, stateOf, type World } from './world.ts'

/** Operations between two drafts, and between two comparisons of everything; days between two new sessions. */
const BETWEEN_DRAFTS = 320
const BETWEEN_CHECKS = 1_000
const SESSION_DAYS = 10

export interface Run {
  problem: string | null
  checks: number
  answers: Record<string, number>
}

/**
 * Lets everybody do something at once, again and again; after each time the database is what the model says, or the run
 * ends with what is not. All of it, with the invariants, is compared after every thousand operations.
 */
export async function runOperations(
  company: ModelCompany,
  { seed, operations: wanted }: { seed: number; operations: number }
): Promise<Run> {
  const chance = chanceOf(seed)
  const answers: Record<string, number> = {}
  let { world } = company
  let draftIds: string[] = []
  let signedInAt = 0
  let checks = 0
  for (let done = 0; done < wanted; done += world.people.size) {
    if (isDue(done, BETWEEN_DRAFTS, world))
      draftIds = [...draftIds.slice(-2), await newDraft(company, world, chance)]
    await company.moveClock(new Date(world.now + stepMinutes(chance) * MINUTE).toISOString())
    world.now = company.clock.now().getTime()
    forgetPast(world)
    const isNewDay = world.now - signedInAt > SESSION_DAYS * DAY
    if (isNewDay) signedInAt = world.now
    for (const person of world.people.values()) {
      if (person.isHere && (isNewDay || !person.isSignedIn)) await company.signIn(person)
    }
    const operations = chooseBatch(world, chance, draftIds)
    const batch = await runBatch(company, world, operations)
    for (const answer of batch.answers) answers[answer] = (answers[answer] ?? 0) + 1
    if ('problem' in batch) return { problem: `after ${done}: ${batch.problem}`, checks, answers }
    world = batch.world
    company.world.people = world.people
    if (!isDue(done, BETWEEN_CHECKS, world) && done + world.people.size < wanted) continue
    checks += 1
    const wrong = await wrongEverywhere(company, world)
    if (wrong.length > 0) return { problem: wrong.join('\n'), checks, answers }
  }
  return { problem: null, checks, answers }
}

const isDue = (done: number, every: number, { people }: World) => done % every < people.size

const stepMinutes = (chance: () => number) => 1 + Math.floor(chance() * (chance() < 0.7 ? 10 : 90))

/** Three days that begin in three to eight. */
async function newDraft(company: ModelCompany, world: World, chance: () => number): Promise<string> {
  const from = world.now + (3 + Math.floor(chance() * 6)) * DAY
  const body = { fromOn: dayOf(from), toOn: dayOf(from + 3 * DAY) }
  const reply = await company
    .as(company.helge)
    .post(`/api/rotations/${company.rotations.plannedId}/drafts`, body)
  if (reply.statusCode !== 201) throw new Error(reply.body)
  return (reply.json() as { id: string }).id
}

type Batch = { answers: string[] } & ({ world: World } | { problem: string })

/** Everybody asks at once; then an order is sought in which it all makes sense. */
async function runBatch(company: ModelCompany, world: World, operations: Operation[]): Promise<Batch> {
  const { db, clock, send, rotations, lineOf } = company
  const known = { rotationId: rotations.plannedId, lineOf }
  const answered = await Promise.all(
    operations.map(async (operation, index) => {
      const reply = await send(operation.actor, requestOf(operation, known), index)
      return { operation, answer: answerOf(reply) }
    })
  )
  const answers = answered.map(({ operation, answer }) => `${operation.kind} ${answer}`)
  const story = answered.map((one) => `${one.answer} <- ${JSON.stringify(one.operation)}`).join('\n')
  const fail = (problem: string) => ({ answers, problem: `${problem}\n\nThe batch:\n${story}` })
  await learnShifts(company, world)
  try {
    const attempts = await attemptsOf(db, clock.now(), answered)
    const told = await noticesNow(company)
    const explained = linearise(world, attempts, { lines: await linesIn(db, world), notices: told }, linesOf)
    return 'problem' in explained ? fail(explained.problem) : { answers, world: explained.world }
  } catch (error) {
    return fail((error as Error).message)
  }
}

interface Reply {
  status: number
  body: { code?: string; details?: unknown } | null
}

function answerOf({ status, body }: Reply): string {
  if (status < 300) return 'ok'
  const rules =
    body?.code === 'SWAP_NOT_ALLOWED' ? (body.details as { rule: string }[]).map(({ rule }) => rule) : []
  return [body?.code ?? status, ...[...new Set(rules)].sort()].join(' ')
}

/** Whose dues a quota changes is arithmetic of its own, with tests of its own. */
const NOT_MODELLED = new Set(['quota-changed'])

async function noticesNow({ db }: ModelCompany): Promise<string[]> {
  const rows = await db.delete(notices).returning()
  return rows
    .filter(({ kind }) => !NOT_MODELLED.has(kind))
    .map(({ kind, employeeId }) => `${kind} ${employeeId}`)
}

/** Shifts that a publication has made. */
async function learnShifts({ db }: ModelCompany, world: World): Promise<void> {
  const rows = await db
    .select()
    .from(shifts)
    .where(and(notInArray(shifts.id, [...world.shifts.keys()]), gt(shifts.endsAt, new Date(world.now))))
  for (const row of rows) {
    world.shifts.set(row.id, shiftOf(row, { spacingDays: 2, eligibleTeamIds: null }))
  }
}

/** The invariants, and what each proposal looks like to an administrator. */
async function wrongEverywhere(company: ModelCompany, world: World): Promise<string[]> {
  const wrong = await brokenInvariants(company.pool, company.clock.now())
  for (const swap of world.swaps.values()) {
    const reply = await company.as(company.helge).get(`/api/swaps/${swap.id}`)
    const view = reply.json() as { state: string; cause: string | null }
    const seen = `${reply.statusCode} ${view.state} ${view.cause}`
    const wanted = `200 ${stateOf(world, swap)} ${swap.cause}`
    if (seen !== wanted) wrong.push(`swap ${swap.id} is ${seen}, in the model ${wanted}`)
  }
  return wrong
}
