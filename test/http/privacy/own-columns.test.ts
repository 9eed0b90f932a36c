import { sql } from 'drizzle-orm'
import t from 'tap'
import { GONE_WITH_THE_PERSON, OUR_WORDS, OWN_COLUMNS, PRIVATE_COLUMNS } from '../../../src/privacy/tables.ts'
import { testDatabase } from '../../helpers/database.ts'

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

t.test('what an erasure deletes and an export hides is there under that name', async (t) => {
  const { db } = await testDatabase(t)
  const { rows } = await db.execute<{ place: string }>(sql`
    select table_name || '.' || column_name as place from information_schema.columns where table_schema = 'public'`)
  const places = new Set(rows.map(({ place }) => place))
  const named = [PRIVATE_COLUMNS, OUR_WORDS].flatMap((list) =>
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
