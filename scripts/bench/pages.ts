import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { clientConfig, openDatabase } from '../../db/client.ts'
import { buildApp } from '../../src/app.ts'
import { openSession } from '../../src/sign-in/sessions.ts'
import { newSigningKey } from '../../src/sign-in/signing-key.ts'
import { type Cast, furnish } from './pages/furnish.ts'
import { type Page, pagesOf } from './pages/pages-of.ts'
import { openLoaded } from './reports/open-loaded.ts'

/**
 * npm run bench:pages: server time of every page of a company with five years of data, 500 people and then 10,000, beside a
 * route that does nothing: the whole request inside of the server, signing in, queries, rendering and packing. The limits are 50
 * and 150 ms at the median. `--people N` for one size only, `--runs N`, `--only TEXT` for the pages whose address has it;
 * `--keep FOLDER` leaves the databases there, so that the next run begins at once.
 */
const { values } = parseArgs({
  options: {
    people: { type: 'string' },
    keep: { type: 'string' },
    runs: { type: 'string', default: '15' },
    only: { type: 'string', default: '' }
  }
})

/** Seven weeks before the end of what is planned. */
const NOW = new Date('2028-11-15T09:20:00Z')
const SIZES = [
  { people: 500, seats: 33_000, shiftsPerDay: 6, rotations: 2, themes: 300, limitMs: 50 },
  { people: 10_000, seats: 660_000, shiftsPerDay: 60, rotations: 20, themes: 2_000, limitMs: 150 }
]
/** Linux counts the time of a process in hundredths of a second. */
const TICK_MS = 10

type Size = (typeof SIZES)[number]

const only =
  values.people === undefined ? SIZES : SIZES.filter(({ people }) => people === Number(values.people))
for (const size of only) await measureSize(size)

async function measureSize(size: Size): Promise<void> {
  const keep = values.keep && join(values.keep, String(size.people))
  const loaded = await openLoaded({ url: undefined, size: { ...size, years: 5 }, keep })
  const client = new pg.Client(clientConfig(loaded.connection))
  await client.connect()
  const { db, pool, close } = openDatabase(loaded.connection)
  const app = await buildApp({
    ...{ db, now: () => NOW, signingKey: newSigningKey(), publicUrl: 'http://localhost', rateLimits: false }
  })
  try {
    const cast = await furnish(client, NOW, size.themes)
    const pages = (await pagesOf(client, NOW, cast)).filter(({ path }) => path.includes(values.only))
    const cookies = await signInAll(cast)
    const bare = await measure(() => get('/healthz', null))
    console.log(
      `\n${size.people} people, five years; held to ${size.limitMs} ms. A route that does nothing: ${bare.wall.toFixed(1)} ms`
    )
    console.log('page                                          as        wall ms   CPU ms   KB')
    let slow = 0
    for (const page of pages) slow += Number(await printPage(page, cookies))
    console.log(slow === 0 ? 'every page is within it' : `${slow} pages take longer`)
  } finally {
    await app.close()
    await close()
    await client.end()
    await loaded.stop()
  }

  async function signInAll(cast: Cast): Promise<Record<keyof Cast, string>> {
    const visitor = { db, now: () => NOW, actor: null, requestId: null }
    const tokenOf = async (id: string) =>
      (await db.transaction((tx) => openSession(app, tx, visitor, id))).accessToken
    return {
      employee: await tokenOf(cast.employee),
      lead: await tokenOf(cast.lead),
      admin: await tokenOf(cast.admin)
    }
  }

  function get(url: string, token: string | null) {
    const headers = {
      accept: 'text/html',
      'accept-encoding': 'gzip',
      ...(token && { authorization: `Bearer ${token}` })
    }
    return app.inject({ url, headers })
  }

  async function printPage({ path, who }: Page, cookies: Record<keyof Cast, string>): Promise<boolean> {
    const reply = await get(path, cookies[who])
    if (reply.statusCode !== 200)
      throw new Error(`${path} answers ${reply.statusCode}: ${reply.body.slice(0, 300)}`)
    const { wall, cpu } = await measure(() => get(path, cookies[who]))
    const isSlow = wall > size.limitMs
    const name = path.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '…')
    const figures = [
      wall.toFixed(1).padStart(8),
      cpu.toFixed(1).padStart(8),
      (reply.rawPayload.length / 1000).toFixed(0).padStart(4)
    ]
    console.log(`${name.padEnd(46)}${who.padEnd(9)}${figures.join(' ')}${isSlow ? '  *' : ''}`)
    return isSlow
  }

  /** The median of some runs by the clock, and the mean of what we and the database's processes spent. */
  async function measure(work: () => Promise<unknown>): Promise<{ wall: number; cpu: number }> {
    const runs = Number(values.runs)
    for (let run = 0; run < 2; run += 1) await work()
    const backends = (await pool.query<{ pid: number }>('select pid from pg_stat_activity where pid <> 0'))
      .rows
    const spent = () => ownCpu() + backends.reduce((sum, { pid }) => sum + cpuOf(pid), 0)
    const walls: number[] = []
    const before = spent()
    for (let run = 0; run < runs; run += 1) {
      const begun = performance.now()
      await work()
      walls.push(performance.now() - begun)
    }
    const cpu = (spent() - before) / runs
    return { wall: walls.toSorted((a, b) => a - b)[Math.floor(runs / 2)]!, cpu }
  }
}

function ownCpu(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** 0 for a process that is gone, and where there is no /proc. */
function cpuOf(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ')
    return (Number(fields[11]) + Number(fields[12])) * TICK_MS
  } catch {
    return 0
  }
}
