import { sql } from 'drizzle-orm'
import t, { type Test } from 'tap'
import type { Db } from '../../../db/client.ts'
import { type Method, testAppOn } from '../../helpers/app.ts'
import { testDatabase } from '../../helpers/database.ts'
import { insertWorld } from '../../helpers/world.ts'
import { type Operation, operationsOf } from '../fuzz/requests.ts'
import { MATRIX } from './matrix.ts'
import { OBJECTS, PERSONAS, personOf, type Row, type Subject, subjectOf } from './row.ts'

/** Not a GET, and yet nothing is done that anybody else must answer for; as these rows ask them. */
const NO_DEEDS = {
  ...{ askWhatIf: 'an answer', previewQuota: 'an answer', searchKnownThemes: 'an answer' },
  ...{ importAbsences: 'a dry run', importCsat: 'known answers', importEmployees: 'a dry run' },
  ...{ changeEmployee: 'as it was', changeTeam: 'as it was', nameLeads: 'as it was', takeRole: 'as it was' },
  ...{ restoreArea: 'it is there', stopPlanning: 'the plan is finished', releasePin: 'nothing is pinned' },
  ...{ reportActivity: 'no shift fits' },
  ...{
    readNotice: 'one’s own inbox',
    readAllNotices: 'one’s own inbox',
    renewAccessToken: 'the same session'
  },
  signOut: 'one’s own session'
}

class RollBack extends Error {}

/**
 * A database whose transaction the test can undo: every request sees the same world, whatever the one before did.
 * The application's own transactions become savepoints inside it.
 */
function undoable(db: Db) {
  let current: Db = db
  const front = new Proxy(db, {
    get: (_, name) => {
      const value: unknown = Reflect.get(current, name)
      return typeof value === 'function' ? value.bind(current) : value
    }
  })
  async function undoing<Result>(work: () => Promise<Result>): Promise<Result> {
    let result: Result
    await db
      .transaction(async (tx) => {
        current = tx as unknown as Db
        result = await work()
        throw new RollBack()
      })
      .catch((error: unknown) => {
        if (!(error instanceof RollBack)) throw error
      })
      .finally(() => {
        current = db
      })
    return result!
  }
  return { front, undoing }
}

async function openHouse(t: Test) {
  const { db } = await testDatabase(t)
  const { front, undoing } = undoable(db)
  const { app, clock, tokenOf } = await testAppOn(t, front)
  const world = await insertWorld(db, clock.now())
  const tokens = new Map<string, string>()
  for (const persona of PERSONAS) tokens.set(persona, await tokenOf(personOf(world, persona)))
  tokens.set('deactivated', await tokenOf(world.gone))

  /** How many entries of the audit log there are: refusals, and all others. */
  async function countAudit(): Promise<{ refusals: number; deeds: number }> {
    const { rows } = await front.execute<{ refusals: number; deeds: number }>(sql`
      select count(*) filter (where action = 'request.refused')::int as refusals,
        count(*) filter (where action <> 'request.refused')::int as deeds
      from audit_entries`)
    return rows[0]!
  }
  const before = await countAudit()
  const unaudited = new Set<string>()

  /** The answer's status. What the audit log lacks of it is noted. */
  async function ask(who: string, operation: Operation, row: Row, subject: Subject): Promise<number> {
    const token = tokens.get(who)
    const body = row.body?.(subject, world)
    return undoing(async () => {
      const { statusCode: status } = await app.inject({
        method: operation.method as Method,
        url: operation.url.replaceAll(/\{(\w+)\}/g, (_, name: string) => subject.params[name]!),
        query: row.query ?? {},
        headers: {
          ...(token !== undefined && { authorization: `Bearer ${token}` }),
          ...(body !== undefined && { 'content-type': row.contentType ?? 'application/json' })
        },
        ...(body !== undefined && { payload: typeof body === 'string' ? body : JSON.stringify(body) })
      })
      const { refusals, deeds } = await countAudit()
      const isKnown = tokens.has(who) && who !== 'deactivated'
      const isDeed = operation.method !== 'GET' && status < 300
      if (isKnown && [403, 404, 409].includes(status) && refusals === before.refusals)
        unaudited.add(`refusal of ${operation.operationId}`)
      if (isDeed && deeds === before.deeds) unaudited.add(operation.operationId)
      return status
    })
  }
  return { world, ask, unaudited, operations: operationsOf(app.swagger()) }
}

t.test('who may do what to whose: every operation, every persona, every object', async (t) => {
  const { world, ask, unaudited, operations } = await openHouse(t)

  await t.test('every operation has a row and every row an operation', async (t) => {
    t.strictSame(operations.map(({ operationId }) => operationId).sort(), Object.keys(MATRIX).sort())
  })

  for (const operation of operations) {
    for (const row of [MATRIX[operation.operationId] ?? []].flat()) {
      const objects = row.named || operation.url.includes('{') ? OBJECTS : (['own'] as const)
      await t.test(`${operation.method} ${operation.url}`, async (t) => {
        for (const stranger of ['nobody', 'deactivated']) {
          const status = await ask(stranger, operation, row, subjectOf(world, 'employee', 'own'))
          t.equal(status, row.public ?? 401, stranger)
        }
        for (const persona of PERSONAS) {
          const found: number[] = []
          for (const kind of objects)
            found.push(await ask(persona, operation, row, subjectOf(world, persona, kind)))
          const expected = row.statuses?.[persona] ?? objects.map(() => row.public)
          t.strictSame(found, expected, persona)
        }
      })
    }
  }

  await t.test('every deed and every refusal is in the audit log', async (t) => {
    t.strictSame([...unaudited].sort(), Object.keys(NO_DEEDS).sort())
  })
})
