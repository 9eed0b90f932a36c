import { setTimeout as pause } from 'node:timers/promises'
import { type Say, type Served, see, serve } from '../drill/lyttepost.ts'
import { Refused } from '../explain.ts'
import { until } from './ask.ts'
import { type Caller, foundCompany } from './company.ts'
import { FORGETFUL, isThere, killAll, OwnServer, serverProcesses } from './own-server.ts'
import { countKept, startWriting } from './writers.ts'

export interface KillAppOptions {
  folder: string
  kills: number
  writers: number
  /** PostgreSQL answers before it has written, and what is lost must be seen. */
  isForgetful?: boolean
  say: Say
}

const PEOPLE = 30
/** A server that is killed leaves its database a moment to end by itself; after this one is an orphan. */
const ORPHAN_MS = 30_000
/** Between a start and a kill at least so many writes are acknowledged. */
const WRITES_EACH = 5

/**
 * kill -9 of `lyttepost serve` and of the embedded PostgreSQL below it, again and again under writers: three times in four both at
 * once, else the server alone, whose database must then end by itself. Each time it opens again, nothing is left of the one
 * before, and at the end everything that was acknowledged is there.
 */
export async function killApp({
  folder,
  kills,
  writers,
  isForgetful = false,
  say
}: KillAppOptions): Promise<void> {
  const callers = await settle(folder, isForgetful)
  const env = { DATA_DIR: folder, PORT: '0', LOG_LEVEL: 'fatal' }
  const acknowledged = new Set<string>()
  let again = 0
  for (let kill = 1; kill <= kills; kill += 1) {
    const app = await serve(env)
    const writing = startWriting({
      ...{ address: () => app.address, callers, writers, enough: Number.POSITIVE_INFINITY },
      fromDay: kill * 40
    })
    await until('writers get on', ORPHAN_MS * 4, async () => writing.acknowledged.size >= WRITES_EACH)
    // At another moment of the work each time.
    await pause((kill * 37) % 200)
    await end(app, folder, kill % 4 !== 0)
    writing.stop()
    await writing.done
    if (writing.odd.length > 0) throw new Refused(`Not to be explained: ${writing.odd[0]}`)
    for (const id of writing.acknowledged) acknowledged.add(id)
    again += writing.again
    if (kill % 10 === 0 || kill === kills) say(`  killed ${kill} of ${kills}`)
  }
  const server = new OwnServer(folder)
  try {
    const { lost, twice } = await countKept(await server.start(), acknowledged)
    say(
      `  ${acknowledged.size} acknowledged, ${again} without an answer, ${lost} lost, ${twice} written twice`
    )
    see(`it opened again after each of ${kills} kills and left no orphan`, true, say)
    see(`no acknowledged write of ${acknowledged.size} is lost`, lost === 0, say)
    see('none is written twice', twice === 0, say)
  } finally {
    await server.stop()
  }
}

async function settle(folder: string, isForgetful: boolean): Promise<Caller[]> {
  const server = new OwnServer(folder)
  const connection = await server.start()
  try {
    const { callers } = await foundCompany(connection, PEOPLE)
    if (isForgetful) await server.set(FORGETFUL)
    return callers
  } finally {
    await server.stop()
  }
}

async function end(app: Served, folder: string, withDatabase: boolean): Promise<void> {
  const processes = serverProcesses(folder)
  if (processes.length === 0) throw new Refused('The embedded server does not run.')
  if (withDatabase) killAll(folder)
  await app.kill()
  await until('no process of the database is left', ORPHAN_MS, async () => !processes.some(isThere))
}
