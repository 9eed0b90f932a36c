import { desc, eq, sql } from 'drizzle-orm'
import type { Queryable, Tx } from '../../../db/client.ts'
import { employees } from '../../../db/schema/employees.ts'
import { retentionRules } from '../../../db/schema/retention-rules.ts'
import type { RetentionKind } from '../../words.ts'
import { ERASED } from '../tables.ts'

/** What was ever set, latest first. */
export async function listRules(db: Queryable) {
  return db
    .select({
      kind: retentionRules.kind,
      days: retentionRules.days,
      setAt: retentionRules.setAt,
      setById: retentionRules.setBy,
      setByName: employees.name
    })
    .from(retentionRules)
    .leftJoin(employees, eq(employees.id, retentionRules.setBy))
    .orderBy(desc(retentionRules.setAt), desc(retentionRules.id))
}

export async function insertRule(tx: Tx, row: typeof retentionRules.$inferInsert): Promise<string> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('retention', 0))`)
  const [inserted] = await tx.insert(retentionRules).values(row).returning({ id: retentionRules.id })
  return inserted!.id
}

type Forget = (before: string) => ReturnType<typeof sql>[]

/** Statements that delete or anonymise what is older. Leavers are erased by the use case, the audit log by its own function. */
const FORGET: Record<Exclude<RetentionKind, 'leavers' | 'audit'>, Forget> = {
  absence_kinds: (before) => [
    sql`update absences set kind = 'other' where kind <> 'other' and ends_at < ${before}::timestamptz`
  ],
  free_text: (before) => [
    sql`update exemptions set note = null where note is not null and to_on < ${before}::date`,
    sql`update no_shows set answer = ${ERASED} where answer is not null and answer <> ${ERASED} and raised_at < ${before}::timestamptz`,
    sql`update counter_marks set comment = ${ERASED} where comment is not null and comment <> ${ERASED} and marked_at < ${before}::timestamptz`,
    sql`update proposals set message = null where message is not null and created_at < ${before}::timestamptz`,
    sql`delete from shift_handovers where written_at < ${before}::timestamptz`
  ],
  customer_words: (before) => [
    sql`update learnings set customer_words = null, ticket_url = null
      where num_nonnulls(customer_words, ticket_url) > 0 and submitted_at < ${before}::timestamptz`
  ],
  notices: (before) => [sql`delete from notices where created_at < ${before}::timestamptz`],
  // What still waits is kept however old it is.
  deliveries: (before) => [
    sql`delete from deliveries where num_nonnulls(sent_at, skipped_at, failed_at) > 0
      and coalesce(sent_at, skipped_at, failed_at) < ${before}::timestamptz`
  ],
  past_rows: (before) => [sql`delete from past_rows where until < ${before}::timestamptz`]
}

/** How many rows went or lost their words. */
export async function forget(tx: Tx, kind: keyof typeof FORGET | 'audit', before: Date): Promise<number> {
  if (kind === 'audit') return forgetAudit(tx, before)
  let rows = 0
  for (const statement of FORGET[kind](before.toISOString()))
    rows += (await tx.execute(statement)).rowCount ?? 0
  return rows
}

async function forgetAudit(tx: Tx, before: Date): Promise<number> {
  const { rows } = await tx.execute<{ gone: string }>(
    sql`select forget_audit_entries(${before.toISOString()}::timestamptz) as gone`
  )
  return Number(rows[0]!.gone)
}

/** Those who went before an instant and are not erased, longest gone first. */
export async function listGone(db: Queryable, before: Date, limit: number): Promise<string[]> {
  const { rows } = await db.execute<{ id: string }>(sql`
    select id from employees
    where deactivated_at < ${before.toISOString()}::timestamptz and id not in (select employee_id from erasures)
    order by deactivated_at, id limit ${limit}`)
  return rows.map(({ id }) => id)
}
