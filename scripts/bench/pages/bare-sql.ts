import pg from 'pg'

/** A statement as it was sent. */
export interface Statement {
  text: string
  values: unknown[]
}

/** What opens and ends transactions, and rows that are written once: some pages note who looked. */
const NOT_AGAIN = /^\s*(begin|commit|rollback|savepoint|release|insert into "|update "|delete from ")/i

/** By the connection that sent them: two at work at once would else drop each other's temporary tables when sent again. */
let heard: Map<pg.Client, Statement[]> | null = null

/** Before any connection is made: a pool may bind what its clients are asked by as they connect. */
export function listenToStatements(): void {
  const { query } = pg.Client.prototype
  pg.Client.prototype.query = function listened(this: pg.Client, ...args: unknown[]) {
    if (heard) note(heard, this, args)
    return Reflect.apply(query, this, args)
  } as typeof query
}

function note(into: Map<pg.Client, Statement[]>, client: pg.Client, args: unknown[]): void {
  const [asked, values] = args as [string | { text: string; values?: unknown[] }, unknown]
  const text = typeof asked === 'string' ? asked : asked.text
  const given = typeof asked === 'string' ? values : (asked.values ?? values)
  if (NOT_AGAIN.test(text)) return
  into.set(client, [...(into.get(client) ?? []), { text, values: Array.isArray(given) ? given : [] }])
}

/** What the database is asked while `work` runs, as far as it only reads. */
export async function statementsOf(work: () => Promise<unknown>): Promise<Statement[]> {
  const sent = new Map<pg.Client, Statement[]>()
  heard = sent
  try {
    await work()
  } finally {
    heard = null
  }
  return [...sent.values()].flat()
}

/** Sends them one after the other over one connection, in a transaction, as some set what holds for one. */
export async function replay(client: pg.Client, statements: readonly Statement[]): Promise<void> {
  await client.query('begin')
  try {
    for (const { text, values } of statements) await client.query({ text, values, rowMode: 'array' })
  } finally {
    await client.query('rollback')
  }
}

/** The dearest of them with the milliseconds that each took by the clock, and with how the database goes about it. */
export async function dearest(
  client: pg.Client,
  statements: readonly Statement[],
  { most, withPlans }: { most: number; withPlans: boolean }
): Promise<string[]> {
  await replay(client, statements)
  await client.query('begin')
  const costs: { ms: number; rows: number; statement: Statement }[] = []
  for (const statement of statements) {
    const begun = performance.now()
    const { rows } = await client.query({ ...statement, rowMode: 'array' })
    costs.push({ ms: performance.now() - begun, rows: rows.length, statement })
  }
  const lines: string[] = []
  for (const { ms, rows, statement } of costs.toSorted((a, b) => b.ms - a.ms).slice(0, most)) {
    const words = statement.text.replaceAll(/\s+/g, ' ').slice(0, 400)
    lines.push(`${ms.toFixed(1).padStart(8)} ms ${String(rows).padStart(6)} rows  ${words}`)
    if (withPlans) lines.push(...(await planOf(client, statement)))
  }
  await client.query('rollback')
  return lines
}

async function planOf(client: pg.Client, { text, values }: Statement): Promise<string[]> {
  const explained = { text: `explain (analyze, buffers) ${text}`, values, rowMode: 'array' }
  const { rows } = await client.query<[string]>(explained as pg.QueryArrayConfig)
  return rows.map(([line]) => `${' '.repeat(12)}${line}`)
}
