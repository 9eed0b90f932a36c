import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { v7 } from 'uuid'
import { type Db, openDatabase } from '../../db/client.ts'
import { startEmbedded } from '../../db/embedded/start.ts'
import { migrate } from '../../db/migrate.ts'
import { employees, grants } from '../../db/schema/employees.ts'
import { scimTokens } from '../../db/schema/scim.ts'
import { teams } from '../../db/schema/teams.ts'
import { buildApp } from '../../src/app.ts'
import { hashOfSecret } from '../../src/lib/secret-token.ts'
import { newProvisioningToken } from '../../src/scim/tokens/token-text.ts'
import { newSigningKey } from '../../src/sign-in/signing-key.ts'

/**
 * `npm run bench:scim [-- --people 1000]`: the first synchronisation of an identity provider over real HTTP, with limits
 * and a durable database as in production: each person is looked for by name and then brought, four at a time, with
 * managers in any order, then ten groups get everybody as members. Ends with an error above 60 s for 1,000 (issue 8).
 */
const { values } = parseArgs({ options: { people: { type: 'string', default: '1000' } } })
const PEOPLE = Number(values.people)
const AT_ONCE = 4
const MOST_MS_EACH = 60
const GROUPS = 10

const folder = mkdtempSync(join(tmpdir(), 'lyttepost-scim-'))
// As root the server runs as another user, who must be able to pass; the cluster inside is closed anyway.
chmodSync(folder, 0o711)
const server = await startEmbedded({ dataDir: folder, log: () => {} })
try {
  await migrate(server.connection)
  const { db, close } = openDatabase(server.connection)
  await synchronise(db).finally(close)
} finally {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}

async function makeToken(db: Db): Promise<string> {
  const token = newProvisioningToken()
  const [teamId, employeeId] = [v7(), v7()]
  await db.insert(teams).values({ id: teamId, name: 'Office' })
  const place = { timeZone: 'Europe/Oslo', country: 'NO', joinedOn: '2024-01-01', teamId, title: 'Admin' }
  const hours = { workingDays: [1, 2, 3, 4, 5], workStartsAt: '08:00', workEndsAt: '16:00' }
  const ada = { id: employeeId, name: 'Ada Admin', email: 'ada@big.example', ...place, ...hours }
  await db.insert(employees).values(ada)
  await db.insert(grants).values({ employeeId, role: 'admin' })
  const expiresAt = new Date('2100-01-01T00:00:00Z')
  await db
    .insert(scimTokens)
    .values({ name: 'Bench', tokenHash: hashOfSecret(token), createdBy: employeeId, expiresAt })
  return token
}

interface Answer {
  status: number
  body: { id: string; totalResults: number }
}

/** A client that keeps its connections, as providers do. */
function clientOf(address: string, token: string) {
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE })
  const send = (method: string, path: string, body?: unknown) =>
    new Promise<Answer>((resolve, reject) => {
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/scim+json' }
      const sent = request(`${address}/scim/v2${path}`, { agent, method, headers }, (reply) => {
        const parts: Buffer[] = []
        reply.on('data', (part: Buffer) => parts.push(part))
        reply.on('error', reject)
        reply.on('end', () => {
          const text = Buffer.concat(parts).toString()
          resolve({ status: reply.statusCode ?? 0, body: text === '' ? {} : JSON.parse(text) })
        })
      })
      sent.on('error', reject)
      sent.end(body === undefined ? undefined : JSON.stringify(body))
    })
  return { send, close: () => agent.destroy() }
}

function personOf(index: number) {
  const userName = `person.${index}@big.example`
  return {
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
    userName,
    externalId: `ext-${index}`,
    displayName: `Person ${index}`,
    emails: [{ type: 'work', value: userName, primary: true }],
    active: true,
    'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User': {
      department: `Department ${index % 40}`,
      // Those above come after half of those below.
      ...(index % 10 !== 0 && { manager: { value: `ext-${PEOPLE - 1 - (index % 10) * 10}` } })
    }
  }
}

async function synchronise(db: Db): Promise<void> {
  const token = await makeToken(db)
  const app = await buildApp({
    db,
    now: () => new Date(),
    signingKey: newSigningKey(),
    publicUrl: 'http://localhost'
  })
  const client = clientOf(await app.listen({ port: 0, host: '127.0.0.1' }), token)
  const [began, cpu] = [performance.now(), process.cpuUsage()]
  const ids: string[] = []
  let next = 0
  const one = async () => {
    for (let index = next++; index < PEOPLE; index = next++) {
      const person = personOf(index)
      const found = await client.send(
        'GET',
        `/Users?filter=${encodeURIComponent(`userName eq "${person.userName}"`)}`
      )
      if (found.body.totalResults !== 0) throw new Error(`${person.userName} is there already`)
      const made = await client.send('POST', '/Users', person)
      if (made.status !== 201) throw new Error(`${made.status}: ${JSON.stringify(made.body)}`)
      ids.push(made.body.id)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, one))
  const brought = performance.now() - began
  await bringGroups(client, ids)
  const all = performance.now() - began
  const used = process.cpuUsage(cpu)
  const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`
  console.log(`${cpus().length} cores, ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}`)
  console.log(`${PEOPLE} people looked for and brought: ${seconds(brought)}`)
  console.log(
    `with ${GROUPS} groups of all of them: ${seconds(all)}, processor ${seconds((used.user + used.system) / 1000)}`
  )
  client.close()
  await app.close()
  if (all > PEOPLE * MOST_MS_EACH) throw new Error(`Too slow: more than ${MOST_MS_EACH} ms a person.`)
}

async function bringGroups(client: ReturnType<typeof clientOf>, ids: readonly string[]): Promise<void> {
  for (let index = 0; index < GROUPS; index += 1) {
    const { body } = await client.send('POST', '/Groups', { displayName: `Group ${index}` })
    for (let from = 0; from < ids.length; from += 100) {
      const value = ids.slice(from, from + 100).map((id) => ({ value: id }))
      const { status } = await client.send('PATCH', `/Groups/${body.id}`, {
        schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
        Operations: [{ op: 'Add', path: 'members', value }]
      })
      if (status !== 204) throw new Error(`A group answers ${status}`)
    }
  }
}
