import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { gunzipSync } from 'node:zlib'
import pg from 'pg'
import { clientConfig, openDatabase } from '../../db/client.ts'
import { buildApp } from '../../src/app.ts'
import { keepThemeSums } from '../../src/learnings/themes/keep-theme-sums.ts'
import { keepPeriodCounts } from '../../src/period-counts/keep-period-counts.ts'
import { keepLongAbsences } from '../../src/quotas/keep-long-absences.ts'
import { keepPersonDays } from '../../src/reports/keep-person-days.ts'
import { keepDraftOutlooks } from '../../src/rotations/keep-draft-outlooks.ts'
import { keepSeatShares } from '../../src/rotations/keep-seat-shares.ts'
import { openSession } from '../../src/sign-in/sessions.ts'
import { newSigningKey } from '../../src/sign-in/signing-key.ts'
import { dearest, listenToStatements, replay, statementsOf } from './pages/bare-sql.ts'
import { type Cast, furnish } from './pages/furnish.ts'
import { furnishOffice } from './pages/furnish-office.ts'
import { type Page, pagesOf } from './pages/pages-of.ts'
import { type Figures, followSpent, measure, spentOn } from './pages/spent.ts'
import { openLoaded } from './reports/open-loaded.ts'

/**
 * npm run bench:pages: server time of every page of a company with five years of data, 500 people and then 10,000, beside a
 * route that does nothing and the page's own statements sent bare: the whole request inside of the server, signing in,
 * queries, rendering and packing. Held to 50 and 150 ms of processor time, ours and the database's together, which other
 * work on the machine does not disturb much. `--people N` for one size only, `--runs N`, `--only TEXT` for the pages whose
 * address has it; `--keep FOLDER` leaves the databases there, so that the next run begins at once; `--sql N` prints the N
 * dearest statements of each page, `--plans` how the database goes about them.
 */
const { values } = parseArgs({
  options: {
    people: { type: 'string' },
    keep: { type: 'string' },
    runs: { type: 'string', default: '15' },
    only: { type: 'string', default: '' },
    sql: { type: 'string', default: '0' },
    plans: { type: 'boolean', default: false }
  }
})

/** Seven weeks before the end of what is planned. */
const NOW = new Date('2028-11-15T09:20:00Z')
const SIZES = [
  { people: 500, seats: 33_000, shiftsPerDay: 6, rotations: 2, themes: 300, limitMs: 50 },
  { people: 10_000, seats: 660_000, shiftsPerDay: 60, rotations: 20, themes: 2_000, limitMs: 150 }
]
const RUNS = Number(values.runs)

type Size = (typeof SIZES)[number]
type Outcome = 'within' | 'slow' | 'failed'

listenToStatements()
const only =
  values.people === undefined ? SIZES : SIZES.filter(({ people }) => people === Number(values.people))
for (const size of only) await measureSize(size)

async function measureSize(size: Size): Promise<void> {
  const keep = values.keep && join(values.keep, String(size.people))
  const loaded = await openLoaded({ url: undefined, size: { ...size, years: 5 }, keep })
  const client = new pg.Client(clientConfig(loaded.connection))
  await client.connect()
  const { db, pool, close } = openDatabase(loaded.connection)
  const spent = followSpent(pool)
  const app = await buildApp({
    ...{ db, now: () => NOW, signingKey: newSigningKey(), publicUrl: 'http://localhost', rateLimits: false }
  })
  try {
    const cast = await furnish(client, NOW, size.themes)
    await furnishOffice(client, NOW)
    const asSystem = { db, now: () => NOW, actor: null, requestId: null }
    await keepLongAbsences(asSystem)
    await keepPersonDays(asSystem)
    await keepThemeSums(asSystem)
    await keepPeriodCounts(asSystem)
    await keepDraftOutlooks(asSystem)
    // Some weeks in each run.
    for (let run = 0; run < 20; run += 1) await keepSeatShares(asSystem)
    const pages = (await pagesOf(client, NOW, cast)).filter(({ path }) => path.includes(values.only))
    const cookies = await signInAll(cast)
    const bare = await measure(() => get('/healthz', null), spent, RUNS)
    console.log(
      `\n${size.people} people, five years; held to ${size.limitMs} ms. A route that does nothing: ${bare.cpu.toFixed(1)} ms`
    )
    console.log(
      'page                                          as        CPU ms  bare SQL  ratio  wall ms  queries   KB'
    )
    // A server that has been up for a while has compiled its code: the first page measured should not pay for all.
    for (const { path, who } of pages) await get(path, cookies[who])
    const found = { within: 0, slow: 0, failed: 0 }
    for (const page of pages) found[await printPage(page, cookies)] += 1
    console.log(`${found.within} pages are within it, ${found.slow} take longer, ${found.failed} failed`)
    if (found.failed > 0) process.exitCode = 1
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

  /** One page that fails is said, and the others are measured all the same. */
  async function printPage(page: Page, cookies: Record<keyof Cast, string>): Promise<Outcome> {
    try {
      return (await measurePage(page, cookies)) ? 'slow' : 'within'
    } catch (error) {
      console.log(`${nameOf(page.path).padEnd(46)}${page.who.padEnd(9)}failed: ${String(error)}`)
      return 'failed'
    }
  }

  async function measurePage({ path, who }: Page, cookies: Record<keyof Cast, string>): Promise<boolean> {
    const ask = () => get(path, cookies[who])
    const reply = await ask()
    if (reply.statusCode !== 200) throw new Error(`it answers ${reply.statusCode}: ${sentenceOf(reply)}`)
    const statements = await statementsOf(ask)
    const page = await measure(ask, spent, RUNS)
    const sql = await measure(() => replay(client, statements), spentOn(client), RUNS)
    const isSlow = page.cpu > size.limitMs
    const counts = { queries: statements.length, bytes: reply.rawPayload.length }
    console.log(lineOf({ path, who }, { page, sql, ...counts }) + (isSlow ? '  *' : ''))
    const asked = { most: Number(values.sql), withPlans: values.plans }
    for (const line of await dearest(client, statements, asked)) console.log(line)
    return isSlow
  }
}

function nameOf(path: string): string {
  return path.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '…')
}

/** What the page of a refusal or error says in its main part. */
function sentenceOf({ rawPayload, headers }: { rawPayload: Buffer; headers: object }): string {
  const isPacked = 'content-encoding' in headers
  const html = (isPacked ? gunzipSync(rawPayload) : rawPayload).toString()
  const main = html.slice(Math.max(0, html.indexOf('<main')))
  return main
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, 300)
}

function lineOf(
  { path, who }: Page,
  { page, sql, queries, bytes }: { page: Figures; sql: Figures; queries: number; bytes: number }
): string {
  const figures = [
    page.cpu.toFixed(1).padStart(6),
    sql.cpu.toFixed(1).padStart(9),
    (page.cpu / sql.cpu).toFixed(1).padStart(6),
    page.wall.toFixed(1).padStart(8),
    String(queries).padStart(8),
    (bytes / 1000).toFixed(0).padStart(4)
  ]
  return `${nameOf(path).padEnd(46)}${who.padEnd(9)}${figures.join(' ')}`
}
