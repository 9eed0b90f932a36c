import { loadavg } from 'node:os'
import { isNotNull, or } from 'drizzle-orm'
import fc from 'fast-check'
import t, { type Test } from 'tap'
import type { Db } from '../../../db/client.ts'
import { apiKeys } from '../../../db/schema/api-keys.ts'
import { employees } from '../../../db/schema/employees.ts'
import { sessions } from '../../../db/schema/sessions.ts'
import { SCOPES } from '../../../src/sign-in/keys/scopes.ts'
import { testApp } from '../../helpers/app.ts'
import { insertWorld } from '../../helpers/world.ts'
import { pageOperations, readForms, withFields } from './page-operations.ts'
import { type Operation, operationsOf, requestTo } from './requests.ts'
import { SLOW_MS, send, wordsOf } from './send.ts'

/** How many requests: 10,000 here; `npm run fuzz` sends 100,000. */
const REQUESTS = Number(process.env.FUZZ_REQUESTS ?? 10_000)
const SEED = Number(process.env.FUZZ_SEED ?? 20_270_301)
/** So many go to one company; then comes another one, so that what they leave behind does not grow for ever. */
const TO_ONE_COMPANY = 10_000
/** Ending the session in use or one's own account would turn all later requests into 401. */
const SPARED = new Set(['signOut', 'POST /sign-out'])
/** Requests may deactivate people, personas too; those who stay out would answer 401 to all that follows. */
const LET_IN_EVERY = 20

async function keepEverybodyIn(db: Db): Promise<void> {
  const isOut = or(isNotNull(employees.deactivatedAt), isNotNull(employees.suspendedAt))
  await db.update(employees).set({ deactivatedAt: null, suspendedAt: null }).where(isOut)
  await db.update(sessions).set({ endedAt: null }).where(isNotNull(sessions.endedAt))
  await db.update(apiKeys).set({ revokedAt: null }).where(isNotNull(apiKeys.revokedAt))
}

/** A company, all there is to ask of it, and who asks: five kinds of people, a program with a key, and nobody. */
async function openCompany(t: Test) {
  const { app, db, as, tokenOf, clock } = await testApp(t)
  const world = await insertWorld(db, clock.now())
  const people = [world.amara, world.lars, world.hanna, world.helge, world.ada]
  const tokens = await Promise.all(people.map(async (person) => `Bearer ${await tokenOf(person)}`))
  const wanted = { name: 'Everything', scopes: [...SCOPES], expiresAt: '2027-12-31T00:00:00Z' }
  const key = (await as(world.ada).post('/api/me/api-keys', wanted)).json()
  t.match(key.token, String, 'a program has a key')
  const pages = await pageOperations()
  const forms = await readForms(app, pages, [tokens[4]!, tokens[1]!, tokens[0]!], world.ids)
  const operations = [...operationsOf(app.swagger()), ...pages.map((page) => withFields(page, forms))].filter(
    ({ operationId }) => !SPARED.has(operationId)
  )
  const personas = [...tokens, `Bearer ${key.token}`, undefined]
  return { app, db, world, operations, personas, forms }
}

/** One request to each operation in turn, each time by another persona: so many touch every pair of them. */
function requestsTo(operations: Operation[], { personas, ids, count, seed }: Plan) {
  const perOperation = Math.ceil(count / operations.length)
  const made = operations.map((operation, at) =>
    fc.sample(requestTo(operation, ids), { numRuns: perOperation, seed: seed + at })
  )
  return Array.from({ length: count }, (_, turn) => {
    const at = turn % operations.length
    const round = Math.floor(turn / operations.length)
    return { request: made[at]![round]!, who: (round + at) % personas }
  })
}

interface Plan {
  personas: number
  ids: string[]
  count: number
  seed: number
}

/** What a long run has seen is said at once. */
function told(t: Test, figures: Record<string, unknown>): void {
  const load = loadavg()[0]!.toFixed(1)
  const line = JSON.stringify({ ...figures, load })
  if (REQUESTS > TO_ONE_COMPANY) console.error(line)
  else t.comment(line)
}

const batches = Math.ceil(REQUESTS / TO_ONE_COMPANY)
for (let batch = 0; batch < batches; batch += 1) {
  const count = Math.min(TO_ONE_COMPANY, REQUESTS - batch * TO_ONE_COMPANY)
  const name = `${count} requests to the API and the pages, from the schemas and beside them`
  t.test(`${name}: none fails on our side, none hangs (${batch + 1} of ${batches})`, async (t) => {
    const { app, db, world, operations, personas, forms } = await openCompany(t)
    t.ok(operations.length > 350, `${operations.length} operations and pages`)
    t.ok(forms.size > 60, `${forms.size} forms were seen`)
    const plan = { personas: personas.length, ids: world.ids, count, seed: SEED + batch * 1000 }

    const seen: Record<string, number> = {}
    const answered = new Set<string>()
    const slowest: { millis: number; what: string }[] = []
    const failures: string[] = []
    for (const [turn, { request, who }] of requestsTo(operations, plan).entries()) {
      const { reply, millis } = await send(app, request, personas[who])
      if (turn % LET_IN_EVERY === 0) await keepEverybodyIn(db)
      const kind = `${Math.floor((reply?.statusCode ?? 599) / 100)}xx`
      seen[kind] = (seen[kind] ?? 0) + 1
      if (reply && reply.statusCode < 400) answered.add(request.operation.operationId)
      slowest.push({ millis: Math.round(millis), what: request.operation.operationId })
      slowest.sort((a, b) => b.millis - a.millis).splice(5)
      if (!reply || reply.statusCode >= 500 || millis > SLOW_MS) {
        failures.push(
          `${wordsOf(request)}: ${Math.round(millis)} ms, ${reply?.body ?? 'hangs'}`.slice(0, 2000)
        )
        if (failures.length >= 10) break
      }
    }
    told(t, { seen, slowest, answered: `${answered.size} of ${operations.length}` })
    t.strictSame(failures, [])
    t.ok((seen['2xx'] ?? 0) > count / 20, 'enough of them were answered: it reaches past the door')
    t.ok(
      answered.size > (operations.length / 3) * Math.min(1, count / TO_ONE_COMPANY),
      'of many operations and pages'
    )
  })
}
