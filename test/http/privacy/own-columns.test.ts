import { sql } from 'drizzle-orm'
import t from 'tap'
import type { Context } from '../../../src/context.ts'
import { exportPerson } from '../../../src/privacy/export-person.ts'
import { isOwn, listColumns } from '../../../src/privacy/queries/catalogue.ts'
import { eraseOwn, openNarrowWay } from '../../../src/privacy/queries/erasing.ts'
import {
  GONE_WITH_THE_PERSON,
  OUR_WORDS,
  OWN_COLUMNS,
  PARTS,
  PRIVATE_COLUMNS
} from '../../../src/privacy/tables.ts'
import { asOwner, testDatabase } from '../../helpers/database.ts'
import { insertEmployee, insertTeam } from '../../helpers/people.ts'
import { oneRowInEveryTable } from './one-row-in-every-table.ts'

/** Columns by which somebody did something to a row that is not theirs: an export counts these rows and an erasure leaves them. */
const DEEDS: ReadonlySet<string> = new Set([
  ...['accepted_by_id', 'approved_by', 'approver_id', 'asked_by', 'attached_by', 'changed_by', 'closed_by'],
  ...['consented_by', 'created_by', 'decided_by', 'declined_by', 'ended_by', 'entered_by', 'erased_by'],
  ...['from_id', 'granted_by', 'imported_by', 'joined_by', 'left_by', 'manager_id', 'marked_by'],
  ...['merged_by', 'overridden_by', 'owner_id', 'pinned_by', 'published_by', 'raised_by', 'recorded_by'],
  ...['refused_by', 'requested_by', 'reverted_by', 'set_by', 'to_id', 'undone_by', 'withdrawn_by']
])

t.test('every column that names a person is known to be their own, or a deed of theirs', async (t) => {
  const { db } = await testDatabase(t)
  const { rows } = await db.execute<{ table: string; column: string }>(sql`
    select k.conrelid::regclass::text as table, a.attname as column
    from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any(k.conkey)
    where k.contype = 'f' and k.confrelid = 'employees'::regclass order by 2, 1`)
  t.ok(rows.length > 60, `${rows.length} columns`)
  const unknown = rows.filter(({ column }) => !OWN_COLUMNS.has(column) && !DEEDS.has(column))
  t.strictSame(unknown, [], 'say in src/privacy/tables.ts whose row it is, or here that it is a deed')
  const used = new Set(rows.map(({ column }) => column))
  for (const column of [...OWN_COLUMNS, ...DEEDS]) t.ok(used.has(column), `${column} is in use`)
})

/** Copies of answers that are kept for a day; and the audit log, which an export has beside the rows. */
const NOT_AMONG_ROWS: ReadonlySet<string> = new Set(['idempotency_keys', 'audit_entries'])

t.test('an export has every table that holds anything of a person, also one made tomorrow', async (t) => {
  const { db, connection } = await testDatabase(t)
  const { id } = await insertEmployee(db, 'Bea Berg', await insertTeam(db, 'Product'))
  const owner = await asOwner(t, connection)
  // What somebody may add some day: rows of a person, rows that belong to these, and what is nobody's.
  await owner.query(`
    create table made_tomorrow (id uuid primary key, employee_id uuid not null references employees, words text not null);
    create table nobodys (id uuid primary key, words text not null);
    grant select on made_tomorrow, nobodys to public`)
  await oneRowInEveryTable(owner, id)
  const { rows: references } = await db.execute<{ table: string; column: string; to: string }>(sql`
    select k.conrelid::regclass::text as table, a.attname as column, k.confrelid::regclass::text as to
    from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any(k.conkey) where k.contype = 'f'`)
  const { rows: named } = await db.execute<{ table: string }>(sql`
    select table_name as table from information_schema.columns where table_schema = 'public' and column_name in ('employee_id', 'actor_id')`)
  const own = new Set(named.map(({ table }) => table))
  for (const { table, column, to } of references)
    if (to === 'employees' && table !== 'employees' && !DEEDS.has(column)) own.add(table)
  // What refers to a row of somebody is theirs as well, and what refers to that.
  for (let before = 0; before < own.size; ) {
    before = own.size
    for (const { table, to } of references) if (own.has(to)) own.add(table)
  }
  const ctx = {
    db,
    now: () => new Date(),
    actor: { employeeId: id, roles: new Set() },
    requestId: null
  } as unknown as Context
  const told = await exportPerson(ctx, id)
  const expected = [...own, 'past_rows'].filter((table) => !NOT_AMONG_ROWS.has(table))
  t.strictSame(Object.keys(told.rows).toSorted(), expected.toSorted())
  t.ok(expected.length > 40, `${expected.length} tables`)
  const asked = { ...ctx, actor: { ...ctx.actor, employeeId: '00000000-0000-7000-8000-000000000000' } }
  t.strictSame(
    (await exportPerson(asked, id)).rows.guessed_pains,
    [{ guess_id: id, place: 1 }],
    'a guess is theirs alone'
  )
})

/** What stays of whoever is erased, without a word: sums of reports, plans and the log hang on it. */
const STAYS: readonly string[] = [
  ...['assignments', 'attendances', 'closed_balances', 'counter_marks', 'draft_assignments'],
  ...['erasures', 'exemption_approvals', 'exemptions', 'fix_it_blocks', 'goal_evidence', 'guessed_pains'],
  ...['learning_digests', 'learning_nudges_sent', 'learnings', 'ledger_entries', 'long_absences'],
  ...['no_shows', 'nothing_new_answers', 'person_days', 'person_terms', 'proposal_asks', 'proposal_changes'],
  ...['proposals', 'publication_changes', 'quotas', 'season_guesses', 'served_cases', 'served_counts'],
  ...['shift_handovers', 'shift_moods', 'shift_reminders_sent', 'stale_absences', 'stale_person_days'],
  ...['theme_hearings', 'theme_learnings']
]

t.test('an erasure leaves of a person what sums hang on, and nothing else', async (t) => {
  const { db, connection } = await testDatabase(t)
  const { id } = await insertEmployee(db, 'Bea Berg', await insertTeam(db, 'Product'))
  const owner = await asOwner(t, connection)
  await oneRowInEveryTable(owner, id)
  const left = await db.transaction(async (tx) => {
    await openNarrowWay(tx)
    await eraseOwn(tx, id)
    const tables: string[] = []
    for (const [table, columns] of await listColumns(tx)) {
      const isTheirs = isOwn(columns, id)
      if (!isTheirs) continue
      const { rows } = await tx.execute(sql`select from ${sql.identifier(table)} where ${isTheirs}`)
      if (rows.length > 0) tables.push(table)
    }
    return tables
  })
  t.strictSame(left, STAYS)
})

t.test('what an erasure deletes and an export hides is there under that name', async (t) => {
  const { db } = await testDatabase(t)
  const { rows } = await db.execute<{ place: string }>(sql`
    select table_name || '.' || column_name as place from information_schema.columns where table_schema = 'public'`)
  const places = new Set(rows.map(({ place }) => place))
  const parts = Object.fromEntries(Object.entries(PARTS).map(([table, of]) => [table, Object.keys(of)]))
  const named = [PRIVATE_COLUMNS, OUR_WORDS, parts].flatMap((list) =>
    Object.entries(list).flatMap(([table, columns]) => columns.map((column) => `${table}.${column}`))
  )
  t.strictSame(
    named.filter((place) => !places.has(place)),
    []
  )
  const isThere = (table: string) => [...OWN_COLUMNS].some((column) => places.has(`${table}.${column}`))
  t.strictSame(
    GONE_WITH_THE_PERSON.filter((table) => !isThere(table)),
    []
  )
})
