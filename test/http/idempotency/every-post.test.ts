import t from 'tap'
import { testApp } from '../../helpers/app.ts'
import { insertWorld } from '../../helpers/world.ts'
import { MATRIX } from '../authorisation/matrix.ts'
import { OBJECTS, PERSONAS, personOf, subjectOf } from '../authorisation/row.ts'
import { operationsOf } from '../fuzz/requests.ts'

/** Their answers are secrets, which are not kept. */
const WITHOUT_KEY = new Set([
  'signInWithLink',
  'renewAccessToken',
  'makeProvisioningToken',
  'endSessionsByProvider'
])

t.test(
  'every POST of the API gives the same answer once more for the same key',
  { timeout: 240_000 },
  async (t) => {
    const { app, db, clock, tokenOf } = await testApp(t)
    const world = await insertWorld(db, clock.now())
    const posts = operationsOf(app.swagger()).filter(
      ({ method, operationId }) => method === 'POST' && !WITHOUT_KEY.has(operationId)
    )
    const tokens = new Map<string, string>()
    for (const persona of PERSONAS) tokens.set(persona, await tokenOf(personOf(world, persona)))
    const done = new Set<string>()

    for (const { operationId, url } of posts) {
      for (const [i, row] of [MATRIX[operationId] ?? []].flat().entries()) {
        for (const persona of PERSONAS) {
          const statuses = row.statuses?.[persona] ?? []
          const kind = OBJECTS[statuses.findIndex((status) => status < 300 || status === 409)]
          if (!kind) continue
          const subject = subjectOf(world, persona, kind)
          const body = row.body?.(subject, world)
          const send = () =>
            app.inject({
              method: 'POST',
              url: url.replaceAll(/\{(\w+)\}/g, (_, name: string) => subject.params[name]!),
              query: row.query ?? {},
              headers: {
                authorization: `Bearer ${tokens.get(persona)}`,
                'idempotency-key': `${operationId}-${i}-${persona}`,
                ...(body !== undefined && { 'content-type': row.contentType ?? 'application/json' })
              },
              ...(body !== undefined && { payload: typeof body === 'string' ? body : JSON.stringify(body) })
            })
          const [first, again] = [await send(), await send()]
          const what = `${operationId} ${i} ${persona}`
          t.equal(`${again.statusCode} ${again.body}`, `${first.statusCode} ${first.body}`, what)
          t.equal(again.headers['idempotency-replayed'], 'true', `${what}: ${again.body}`)
          if (first.statusCode < 300) done.add(operationId)
        }
      }
    }
    t.comment(`${done.size} of ${posts.length} operations did something`)
    t.ok(done.size > posts.length / 2, [...done].join(' '))
  }
)
