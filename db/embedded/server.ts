import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import type { Connection } from '../client.ts'
import { superuser } from './cluster.ts'
import { DatabaseFolderInUse, EmbeddedUnavailable } from './errors.ts'
import type { Home } from './home.ts'
import type { ServerLog } from './server-log.ts'
import { makeSocketFolder, removeSocketFolder } from './socket-folder.ts'
import { type Supervised, supervise } from './supervise.ts'

export interface RunningServer {
  readonly server: Supervised
  readonly socketDir: string
}

/** After kill -9 of its owner a server needs a moment to write out what it holds before the next may start. */
const waitForDyingMillis = 15_000
/** Replaying the log after a power cut takes longest; minutes of writes take seconds. */
const waitForReadyMillis = 120_000

/**
 * Starts the server on the cluster and waits until it answers.
 *
 * @param durable false gives up safety against power cuts: for tests only
 * @throws DatabaseFolderInUse when a living server holds the cluster, EmbeddedUnavailable with its last complaint
 */
export async function startServer(
  home: Home,
  binaries: string,
  log: ServerLog,
  durable: boolean
): Promise<RunningServer> {
  const giveUpAt = performance.now() + waitForDyingMillis
  for (;;) {
    log.forget()
    const running = launch(home, binaries, log, durable)
    if (await answers(running)) return running
    await running.server.stop(0)
    removeSocketFolder(running.socketDir)
    if (!stillHeld(log)) throw new EmbeddedUnavailable(`${log.lastComplaint()} (more in ${log.path})`)
    if (performance.now() > giveUpAt) throw new DatabaseFolderInUse(home.cluster, 'another PostgreSQL server')
    await pause(100)
  }
}

/** PostgreSQL itself judges whether the server before it is gone; two of its refusals mean "not yet". */
function stillHeld(log: ServerLog): boolean {
  return log.says('lock file "postmaster.pid" already exists') || log.says('pre-existing shared memory block')
}

function launch(home: Home, binaries: string, log: ServerLog, durable: boolean): RunningServer {
  const socketDir = makeSocketFolder(home.account)
  const settings = [
    ...serverSettings,
    ...(durable ? [] : forgetfulSettings),
    `unix_socket_directories=${socketDir}`
  ]
  const run = [
    join(binaries, 'bin', 'postgres'),
    '-D',
    home.cluster,
    ...settings.flatMap((setting) => ['-c', setting])
  ]
  const server = supervise({
    run,
    account: home.account,
    stopSignal: 'INT',
    logFile: log.file,
    leftover: socketDir
  })
  return { server, socketDir }
}

const serverSettings = [
  // Never TCP: whoever may enter the socket's folder is the superuser.
  'listen_addresses=',
  'unix_socket_permissions=0700',
  'timezone=UTC',
  'log_timezone=UTC',
  // Without DETAIL lines, which repeat the values that broke a constraint.
  'log_error_verbosity=terse',
  // Containers often have 64 MB of /dev/shm, too little for a parallel query.
  'dynamic_shared_memory_type=mmap'
]

const forgetfulSettings = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']

/** True once it accepts a connection, false when it has ended. */
async function answers({ server, socketDir }: RunningServer): Promise<boolean> {
  const giveUpAt = performance.now() + waitForReadyMillis
  while (server.exitCode() === null) {
    if (await accepts({ socketDir, database: 'postgres', user: superuser })) return true
    if (performance.now() > giveUpAt) return false
    await pause(20)
  }
  return false
}

async function accepts(connection: Extract<Connection, { socketDir: string }>): Promise<boolean> {
  const client = new pg.Client({ ...connection, host: connection.socketDir })
  client.on('error', () => {})
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}
