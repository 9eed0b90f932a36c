import { newSigningKey } from '../../src/sign-in/signing-key.ts'
import { type Say, see, serve } from '../drill/lyttepost.ts'
import { Refused } from '../explain.ts'
import { until } from './ask.ts'
import { foundCompany } from './company.ts'
import { FORGETFUL, OwnServer } from './own-server.ts'
import { openFaultyWay } from './proxy.ts'
import { countKept, startWriting } from './writers.ts'

export interface KillPostgresOptions {
  folder: string
  kills: number
  writers: number
  /** Acknowledged writes to look for afterwards. */
  writes: number
  /** PostgreSQL answers before it has written, and what is lost must be seen. */
  isForgetful?: boolean
  say: Say
}

const PEOPLE = 30
const MOST_MS_A_KILL = 600_000

/**
 * kill -9 of PostgreSQL, all processes of it at once, again and again under writers, while the server lives on and writers
 * send what was not acknowledged again. At the end everything that was acknowledged must be there, and once.
 */
export async function killPostgres(options: KillPostgresOptions): Promise<void> {
  const { kills, writers, writes, say } = options
  const server = new OwnServer(options.folder)
  const connection = await server.start()
  const { callers } = await foundCompany(connection, PEOPLE)
  if (options.isForgetful) await server.set(FORGETFUL)
  const way = await openFaultyWay(connection)
  const signingKey = newSigningKey().privatePem
  const app = await serve({
    ...{ DATABASE_URL: way.connection.url, SIGNING_KEY: signingKey, PORT: '0', LOG_LEVEL: 'fatal' }
  })
  try {
    const writing = startWriting({ address: () => app.address, callers, writers, enough: writes })
    for (let kill = 1; kill <= kills; kill += 1) {
      const enough = Math.floor((writes * kill) / (kills + 1))
      await until('writers get on', MOST_MS_A_KILL, async () => writing.acknowledged.size >= enough)
      await server.killNine()
      say(`  killed ${kill} of ${kills}, after ${writing.acknowledged.size} acknowledged writes`)
      way.lead(await server.start())
    }
    await writing.done
    const { lost, twice } = await countKept(way.connection, writing.acknowledged)
    say(
      `  ${writing.acknowledged.size} acknowledged, ${writing.again} sent again, ${lost} lost, ${twice} written twice`
    )
    if (writing.odd.length > 0) throw new Refused(`Not to be explained: ${writing.odd[0]}`)
    see('the server has lived through it all', app.isAlive(), say)
    see(`no acknowledged write of ${writing.acknowledged.size} is lost`, lost === 0, say)
    see('none is written twice', twice === 0, say)
  } finally {
    await app.stop()
    await way.close()
    await server.stop()
  }
}
