import { chmodSync, chownSync, existsSync, readdirSync, readlinkSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import t from 'tap'
import { canEnter } from '../../db/embedded/account.ts'
import { closedProject } from './closed-project.ts'
import {
  ask,
  embeddedHere,
  embeddedProcess,
  eventually,
  isAlive,
  type Outcome,
  openFolder,
  serverOn
} from './embedded-process.ts'

t.test('the first start makes a database, and the next one finds what was written', async (t) => {
  const dataDir = openFolder(t)
  const first = await embeddedHere(t, dataDir)
  const { connection } = first
  t.equal(await ask(connection, 'show server_encoding'), 'UTF8')
  t.equal(await ask(connection, 'show timezone'), 'UTC')
  t.equal(await ask(connection, 'show listen_addresses'), '', 'nothing listens on the network')
  t.match(await ask(connection, 'select version()'), /^PostgreSQL 15\./)
  await ask(connection, 'create table kept as select 42 as n')
  await first.stop()
  t.equal(serverOn(join(dataDir, 'postgres')), undefined)

  const second = await embeddedHere(t, dataDir)
  t.equal(await ask(second.connection, 'select n from kept'), 42)
})

t.test('the cluster, its log and its socket are closed to other users', async (t) => {
  const dataDir = openFolder(t)
  const { socketDir, stop } = await embeddedHere(t, dataDir)
  t.equal(rightsOf(join(dataDir, 'postgres')), '700')
  t.equal(rightsOf(join(dataDir, 'postgres.log')), '600')
  t.equal(rightsOf(socketDir), '700')
  await stop()
  t.notOk(existsSync(socketDir), 'and the socket is gone after it')
})

t.test('kill -9 of its owner ends the server, and the next start finds every committed row', async (t) => {
  const dataDir = openFolder(t)
  const running = embeddedProcess(t, dataDir)
  const { connection } = mustStart(await running.outcome)
  await ask(connection, 'create table kept as select 42 as n')
  const server = serverOn(join(dataDir, 'postgres'))!
  t.ok(isAlive(server))
  await running.kill()

  const next = await embeddedHere(t, dataDir)
  t.equal(await ask(next.connection, 'select n from kept'), 42)
  t.ok(await eventually(() => !isAlive(server)))
  const socketDir = 'socketDir' in connection ? connection.socketDir : ''
  t.ok(await eventually(() => !existsSync(socketDir)), 'even its socket folder is removed')
})

t.test('a second process on the same folder is refused in one sentence, and the first goes on', async (t) => {
  const dataDir = openFolder(t)
  const { connection } = await embeddedHere(t, dataDir)
  const second = await embeddedProcess(t, dataDir).outcome
  t.match(second, { kind: 'refused', name: 'DatabaseFolderInUse' })
  t.match(second, {
    message: new RegExp(`already in use by process ${process.pid}: stop that one first`)
  })
  t.equal(await ask(connection, 'select 1'), 1)
})

t.test('of three first starts at the same moment one wins', async (t) => {
  const dataDir = openFolder(t)
  const outcomes = await Promise.all([1, 2, 3].map(() => embeddedProcess(t, dataDir).outcome))
  t.same(outcomes.map((outcome) => (outcome.kind === 'refused' ? outcome.name : 'started')).sort(), [
    'DatabaseFolderInUse',
    'DatabaseFolderInUse',
    'started'
  ])
})

t.test('kill -9 while the cluster is being made leaves nothing that stops the next start', async (t) => {
  const dataDir = openFolder(t)
  for (const millis of [0, 300]) {
    const running = embeddedProcess(t, dataDir)
    t.ok(await eventually(() => readdirSync(dataDir).some((name) => name.startsWith('postgres-new-'))))
    await pause(millis)
    await running.kill()
    t.notOk(existsSync(join(dataDir, 'postgres')), `killed ${millis} ms into it: no half-made cluster`)
  }
  const { connection } = await embeddedHere(t, dataDir)
  t.equal(await ask(connection, 'select 1'), 1)
  const leftOver = () => readdirSync(dataDir).filter((name) => name.startsWith('postgres-new-'))
  t.same(leftOver(), [])
})

const asRoot = process.getuid?.() === 0 ? {} : { skip: 'only root can become another user' }
/** A user like any other. It needs a name, and nearly every system comes with this one. */
const daemon = { uid: 1, gid: 1 }
const asDaemon = canEnter(import.meta.dirname, daemon) ? {} : { skip: 'the project is closed to other users' }

t.test('an ordinary user can start it', { ...asDaemon, ...asRoot }, async (t) => {
  const dataDir = openFolder(t)
  chownSync(dataDir, daemon.uid, daemon.gid)
  const running = embeddedProcess(t, dataDir, daemon)
  const { connection } = mustStart(await running.outcome)
  t.equal(await ask(connection, 'select 1'), 1)
  t.equal(statSync(join(dataDir, 'postgres')).uid, daemon.uid)
  await running.stop()

  await embeddedHere(t, dataDir)
  t.equal(
    statSync(`/proc/${serverOn(join(dataDir, 'postgres'))}`).uid,
    daemon.uid,
    'root starts it as its owner'
  )
})

t.test(
  "an ordinary user is told when the cluster is someone else's",
  { ...asDaemon, ...asRoot },
  async (t) => {
    const dataDir = openFolder(t)
    chmodSync(dataDir, 0o777)
    const root = await embeddedHere(t, dataDir)
    await root.stop()
    const outcome = await embeddedProcess(t, dataDir, daemon).outcome
    t.match(outcome, {
      kind: 'refused',
      name: 'EmbeddedUnavailable',
      message: /belongs to user 65534.*DATABASE_URL.*docker-compose/
    })
  }
)

t.test('root may keep its data below a folder that only root can enter', asRoot, async (t) => {
  const closed = openFolder(t)
  chmodSync(closed, 0o700)
  const dataDir = join(closed, 'data')
  const first = await embeddedHere(t, dataDir)
  const elsewhere = readlinkSync(join(dataDir, 'postgres-elsewhere'))
  t.teardown(() => rmSync(elsewhere, { recursive: true, force: true }))
  t.match(first.lines.join('\n'), elsewhere, 'the log says where')
  t.equal(rightsOf(join(elsewhere, 'postgres')), '700')
  await ask(first.connection, 'create table kept as select 42 as n')
  await first.stop()

  const second = await embeddedHere(t, dataDir)
  t.equal(await ask(second.connection, 'select n from kept'), 42)
  await second.stop()

  rmSync(elsewhere, { recursive: true })
  await t.rejects(embeddedHere(t, dataDir), {
    name: 'EmbeddedUnavailable',
    message: /which is gone: put it back/
  })
})

t.test('a project below a folder that only root can enter runs a copy of its binaries', asRoot, async (t) => {
  const project = closedProject(t)
  const dataDir = openFolder(t)
  const running = embeddedProcess(t, dataDir, { worker: project.worker })
  mustStart(await running.outcome)
  const program = readlinkSync(`/proc/${serverOn(join(dataDir, 'postgres'))}/exe`)
  await running.stop()
  t.match(program, project.version)
  t.equal(program.startsWith(project.folder), false)
  const copy = dirname(dirname(program))
  t.teardown(() => rmSync(copy, { recursive: true, force: true }))
  t.equal(statSync(copy).uid, 0)
  t.equal(rightsOf(copy), '755', 'nobody but root can change it')
})

t.test('a data folder that cannot be made is told in one sentence', async (t) => {
  await t.rejects(embeddedHere(t, '/dev/null/data'), {
    name: 'EmbeddedUnavailable',
    message: /\/dev\/null\/data cannot be made.*DATABASE_URL/
  })
})

t.test('a long path to the data is no obstacle to the short path of the socket', async (t) => {
  const dataDir = join(openFolder(t), 'a-rather-long-name'.repeat(8))
  const { connection } = await embeddedHere(t, dataDir)
  t.equal(await ask(connection, 'select 1'), 1)
})

function mustStart(outcome: Outcome): Extract<Outcome, { kind: 'started' }> {
  if (outcome.kind === 'refused') throw new Error(outcome.message)
  return outcome
}

function rightsOf(path: string): string {
  return (statSync(path).mode & 0o777).toString(8)
}
