import { isNotNull } from 'drizzle-orm'
import fc from 'fast-check'
import t from 'tap'
import type { Db } from '../../../db/client.ts'
import { employees } from '../../../db/schema/employees.ts'
import { sessions } from '../../../db/schema/sessions.ts'
import { type Method, testApp } from '../../helpers/app.ts'
import { insertWorld } from '../../helpers/world.ts'
import { type FuzzedRequest, operationsOf, requestTo } from './requests.ts'

/** How many requests: 10,000 as the issue asks; FUZZ_REQUESTS for a longer hunt. */
const REQUESTS = Number(process.env.FUZZ_REQUESTS ?? 10_000)
/** Milliseconds after which a request counts as hanging. */
const PATIENCE_MS = 10_000
const SEED = Number(process.env.FUZZ_SEED ?? 20_270_301)
/** Ending the session in use or one's own account would turn all later requests into 401. */
const SPARED = new Set(['signOut'])

function payloadOf({ contentType, body }: FuzzedRequest) {
  if (body === undefined) return {}
  const text = typeof body === 'string' && contentType !== 'application/json' ? body : JSON.stringify(body)
  return { payload: text ?? 'null', headers: { 'content-type': contentType ?? 'application/json' } }
}

/** Requests may deactivate people, personas too; those who stay out would answer 401 to all that follows. */
async function keepEverybodyIn(db: Db): Promise<void> {
  await db.update(employees).set({ deactivatedAt: null }).where(isNotNull(employees.deactivatedAt))
  await db.update(sessions).set({ endedAt: null }).where(isNotNull(sessions.endedAt))
}

t.test(
  `${REQUESTS} requests from the schemas and beside them: none fails on our side, none hangs`,
  async (t) => {
    const { app, db, tokenOf, clock } = await testApp(t)
    const world = await insertWorld(db, clock.now())
    const operations = operationsOf(app.swagger()).filter(({ operationId }) => !SPARED.has(operationId))
    t.ok(operations.length > 40, `${operations.length} operations`)
    const personas = [world.amara, world.lars, world.helge, world.ada]
    const tokens = await Promise.all(personas.map(async (person) => `Bearer ${await tokenOf(person)}`))
    const anyRequest = fc.oneof(...operations.map((operation) => requestTo(operation, world.ids)))
    const requests = fc.sample(fc.tuple(anyRequest, fc.nat(personas.length)), {
      numRuns: REQUESTS,
      seed: SEED
    })

    const seen: Record<string, number> = {}
    const failures: string[] = []
    for (const [request, who] of requests) {
      const { url, query, operation } = request
      const { payload, headers } = payloadOf(request)
      const authorization = tokens[who] && { authorization: tokens[who] }
      const reply = await Promise.race([
        app.inject({
          method: operation.method as Method,
          url,
          ...(payload !== undefined && { payload }),
          query,
          headers: { ...authorization, ...headers }
        }),
        new Promise<null>((resolve) => setTimeout(() => resolve(null), PATIENCE_MS).unref())
      ])
      const kind = `${Math.floor((reply?.statusCode ?? 599) / 100)}xx`
      await keepEverybodyIn(db)
      seen[kind] = (seen[kind] ?? 0) + 1
      if (!reply || reply.statusCode >= 500) {
        failures.push(
          `${operation.method} ${url} ${JSON.stringify(query)} ${payload ?? ''}: ${reply?.body ?? 'hangs'}`
        )
        if (failures.length >= 10) break
      }
    }
    t.comment(JSON.stringify(seen))
    t.strictSame(failures, [])
    t.ok(
      (seen['2xx'] ?? 0) > REQUESTS / 20,
      'enough of them were answered, so the fuzz reaches past the door'
    )
  }
)
