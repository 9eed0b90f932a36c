import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t from 'tap'
import { migrationsFolder } from '../../db/migration-files.ts'
import { lastRelease, migrationsSince } from '../../scripts/release/last-release.ts'
import { lintLocks, squawkProgram } from '../../scripts/release/lint-locks.ts'

/** What lock-taking migrations look like, and the rule that names each. */
const HEAVY: Record<string, string> = {
  'create index people_by_name on employees (name);': 'require-concurrent-index-creation',
  'alter table employees alter column title set not null;': 'adding-not-nullable-field',
  'alter table employees add column floor integer not null;': 'adding-required-field',
  "alter table employees add constraint employees_title_is_said check (title <> '');":
    'constraint-missing-not-valid',
  'alter table employees add constraint employees_a foreign key (team_id) references teams (id);':
    'adding-foreign-key-constraint',
  'alter table employees add constraint employees_one_name unique (name);': 'disallowed-unique-constraint',
  'alter table employees alter column title type varchar(20);': 'changing-column-type',
  'alter table employees rename column title to word;': 'renaming-column',
  'alter table employees drop column title;': 'ban-drop-column',
  'drop table employees;': 'ban-drop-table',
  'alter table employees add column floor integer;\ncreate index concurrently if not exists people_by_name on employees (name);':
    'ban-concurrent-index-creation-in-transaction',
  '-- outside a transaction\ncreate index concurrently people_by_name on employees (name);':
    'prefer-robust-stmts'
}

/** The same things as they should be done. */
const LIGHT = [
  '-- outside a transaction\ndrop index concurrently if exists people_by_name;\ncreate index concurrently if not exists people_by_name on employees (name);',
  'alter table employees add column floor integer;',
  "alter table employees add column floor text not null default '';",
  "alter table employees add constraint employees_title_is_said check (title <> '') not valid;",
  'alter table employees validate constraint employees_title_is_said;',
  'create table floors (id uuid primary key, name text not null);\ncreate index floors_by_name on floors (name);'
]

const squawk = () => {
  const program = squawkProgram()
  if (!program) throw new Error(`no squawk for ${process.platform} ${process.arch}`)
  return program
}

t.test('a migration that would hold up everybody is named, its light form is not', async (t) => {
  const program = squawk()
  const folder = mkdtempSync(join(tmpdir(), 'lyttepost-locks-'))
  t.teardown(() => rmSync(folder, { recursive: true }))
  const lint = (sql: string) => {
    const file = join(folder, 'planted.sql')
    writeFileSync(file, sql)
    return lintLocks(program, [file])
  }
  for (const [sql, rule] of Object.entries(HEAVY)) {
    const { isFine, said } = lint(sql)
    t.match({ isFine, said }, { isFine: false, said: new RegExp(`\\b${rule}\\b`) }, sql)
  }
  for (const sql of LIGHT) t.same(lint(sql), { isFine: true, said: lint(sql).said }, sql)
})

t.test('every migration after the last release is looked at', async (t) => {
  const program = squawk()
  const files = migrationsSince(lastRelease()).map((tag) => join(migrationsFolder(), `${tag}.sql`))
  const { isFine, said } = lintLocks(program, files)
  t.ok(isFine, said)
  t.throws(() => migrationsSince({ ...lastRelease(), migration: '0999_unheard_of' }), /is no migration/)
})
