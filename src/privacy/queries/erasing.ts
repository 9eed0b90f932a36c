import { eq, sql } from 'drizzle-orm'
import type { Tx } from '../../../db/client.ts'
import { employees } from '../../../db/schema/employees.ts'
import { erasures } from '../../../db/schema/erasures.ts'
import { ERASED, GONE_WITH_THE_PERSON, OUR_WORDS } from '../tables.ts'
import { type Column, isOwn, listColumns } from './catalogue.ts'

/** A minute and a half: a company's whole history is searched for a name. */
const TIMEOUT_MS = 90_000

/** The narrow way past the append-only rule; the triggers let words change, never numbers. */
export async function openNarrowWay(tx: Tx): Promise<void> {
  await tx.execute(
    sql`select set_config('lyttepost.erasing', 'on', true), set_config('statement_timeout', ${String(TIMEOUT_MS)}, true)`
  )
}

export async function lockPerson(tx: Tx, employeeId: string) {
  const [person] = await tx
    .select({
      id: employees.id,
      name: employees.name,
      email: employees.email,
      deactivatedAt: employees.deactivatedAt,
      erasedAt: erasures.erasedAt
    })
    .from(employees)
    .leftJoin(erasures, eq(erasures.employeeId, employees.id))
    .where(eq(employees.id, employeeId))
    .for('no key update', { of: employees })
  return person ?? null
}

/** The audit log lets words be taken out by its own functions alone, so that its chain stays whole. */
const SEALED: ReadonlySet<string> = new Set(['audit_entries', 'audit_chain', 'audit_unchained'])

const named = (name: string) => sql.identifier(name)

const writtenIn = (columns: readonly Column[]) =>
  columns.filter(({ table, column, type }) => type === 'text' && !OUR_WORDS[table]?.includes(column))

/** Deletes what serves nothing any more, and replaces every text that is the person's own. Returns the texts. */
export async function eraseOwn(tx: Tx, employeeId: string): Promise<string[]> {
  const tables = await listColumns(tx)
  const texts = new Set<string>()
  for (const table of GONE_WITH_THE_PERSON) {
    const isTheirs = isOwn(tables.get(table) ?? [], employeeId)
    if (isTheirs) await tx.execute(sql`delete from ${named(table)} where ${isTheirs}`)
  }
  await tx.execute(sql`delete from idempotency_keys where actor_id = ${employeeId}`)
  for (const [table, columns] of tables) {
    const isTheirs = isOwn(columns, employeeId)
    const words = writtenIn(columns)
    if (!isTheirs || words.length === 0 || GONE_WITH_THE_PERSON.includes(table)) continue
    for (const text of await takeTexts(tx, table, words, isTheirs)) texts.add(text)
  }
  return [...texts]
}

async function takeTexts(tx: Tx, table: string, words: readonly Column[], isTheirs: ReturnType<typeof sql>) {
  const columns = words.map(({ column }) => named(column))
  const { rows } = await tx.execute<Record<string, string | null>>(
    sql`select distinct ${sql.join(columns, sql`, `)} from ${named(table)} where ${isTheirs}`
  )
  const sets = columns.map(
    (column) => sql`${column} = case when ${column} is null then null else ${ERASED} end`
  )
  await tx.execute(
    sql`update ${named(table)} set ${sql.join(sets, sql`, `)} where ${isTheirs} and num_nonnulls(${sql.join(columns, sql`, `)}) > 0`
  )
  return rows.flatMap((row) => Object.values(row).filter((text) => text !== null))
}

/** The person's row becomes a tombstone: hours hang on it, and nothing tells whose they were. */
export async function buryPerson(tx: Tx, employeeId: string): Promise<void> {
  const email = `erased-${employeeId}@erased.invalid`
  await tx
    .update(employees)
    .set({ name: 'Erased person', email, title: ERASED, managerId: null, region: null, isHost: false })
    .where(eq(employees.id, employeeId))
  await tx.execute(sql`update employees set manager_id = null where manager_id = ${employeeId}`)
  await tx.execute(sql`update absences set kind = 'other' where employee_id = ${employeeId}`)
  await tx.execute(sql`select erase_audit_details_of(${employeeId}::uuid)`)
}

/**
 * Replaces strings wherever any table has them in a text or a JSON document: a name in somebody else's notice, an answer
 * that is kept for a day, the audit log. With `tables`, only there.
 */
export async function replaceEverywhere(
  tx: Tx,
  strings: readonly string[],
  only?: ReadonlySet<string>
): Promise<void> {
  const sought = [...new Set(strings.flatMap((text) => [text, JSON.stringify(text).slice(1, -1)]))]
  if (sought.length === 0) return
  if (!only || only.has('audit_entries')) {
    await tx.execute(sql`select erase_audit_words(${sql.param(sought)}::text[])`)
  }
  for (const [table, all] of await listColumns(tx)) {
    if (SEALED.has(table)) continue
    const columns = all.filter(({ type }) => type === 'text' || type === 'jsonb')
    if (columns.length === 0 || (only && !only.has(table))) continue
    const sets = columns.map(({ column, type }) => {
      const cleaned = sql`erase_words(${named(column)}::text, ${sql.param(sought)}::text[])`
      return type === 'jsonb' ? sql`${named(column)} = ${cleaned}::jsonb` : sql`${named(column)} = ${cleaned}`
    })
    const found = columns.map(
      ({ column }) => sql`has_words(${named(column)}::text, ${sql.param(sought)}::text[])`
    )
    await tx.execute(
      sql`update ${named(table)} set ${sql.join(sets, sql`, `)} where ${sql.join(found, sql` or `)}`
    )
  }
}

export async function insertErasure(tx: Tx, row: typeof erasures.$inferInsert): Promise<void> {
  await tx.insert(erasures).values(row)
}
