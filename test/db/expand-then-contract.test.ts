import pg from 'pg'
import t from 'tap'
import { type Connection, clientConfig } from '../../db/client.ts'
import { migrate, migrateUpTo } from '../../db/migrate.ts'
import { lastRelease } from '../../scripts/release/last-release.ts'
import { readCatalog } from '../../scripts/release/read-catalog.ts'
import { whatBreaks } from '../../scripts/release/what-breaks.ts'
import { asOwner, emptyDatabase, testDatabase } from '../helpers/database.ts'

t.test('servers of the last release can go on while today’s migrations run', async (t) => {
  const release = lastRelease()
  const connection = await emptyDatabase(t)
  await migrateUpTo(connection, release.migration)
  const before = await catalogOf(connection)
  await migrate(connection)
  const broken = whatBreaks(before, await catalogOf(connection))
  t.same(
    broken.filter((what) => !(what in release.accepted)),
    [],
    'first expand; contract what the last release no longer asks for, and say so in db/release.json'
  )
  t.same(
    Object.keys(release.accepted).filter((what) => !broken.includes(what)),
    [],
    'nothing is accepted that is not so'
  )
})

/** Migrations that code of before cannot live with, and what is said of each. */
const CONTRACTIONS: Record<string, string[]> = {
  'alter table employees rename column title to word': ['column employees.title is gone'],
  'alter table teams rename to groups': ['table teams is gone', 'column teams.id is gone'],
  'drop table scim_leavers': ['table scim_leavers is gone'],
  'alter table employees alter column region set not null': ['column employees.region is required'],
  'alter table employees alter column is_host drop default': ['column employees.is_host is required'],
  'alter table employees add column floor integer not null': ['column employees.floor is required'],
  "alter table employees add constraint short check (title <> 'x')": [
    'constraint short of employees is a new wall'
  ],
  'create unique index one_name on employees (name)': ['unique index one_name of employees is a new wall'],
  'alter table employees alter column title type varchar(20)': [
    'column employees.title is another: text became character varying(20)'
  ],
  "alter type readiness rename value 'ready' to 'fit'": ["value 'ready' of readiness is gone"],
  'alter index assignments_one_seat_per_person rename to one_seat': [
    'unique index assignments_one_seat_per_person of assignments is gone'
  ],
  'alter table publications rename constraint publications_one_per_draft to once': [
    'constraint publications_one_per_draft of publications is gone'
  ],
  'drop trigger audit_chain_is_append_only on audit_chain': [
    'trigger audit_chain_is_append_only of audit_chain is gone'
  ],
  'alter function search_text rename to text_to_search': [
    'function search_text(VARIADIC written text[]) is gone'
  ]
}

/** What widens only. */
const EXPANSIONS = [
  'alter table employees add column floor integer',
  "alter table employees add column floor text not null default ''",
  'create table floors (id uuid primary key, name text not null unique)',
  "alter type readiness add value 'resting'",
  'create index by_title on employees (title)'
]

t.test('a migration that takes something from the release is named; one that only adds is not', async (t) => {
  const { connection } = await testDatabase(t)
  const owner = await asOwner(t, connection)
  const before = await readCatalog(owner)
  const after = async (sql: string) => {
    await owner.query('begin')
    await owner.query(sql)
    const broken = whatBreaks(before, await readCatalog(owner))
    await owner.query('rollback')
    return broken
  }
  for (const [sql, expected] of Object.entries(CONTRACTIONS)) {
    const broken = await after(sql)
    for (const what of expected)
      t.ok(
        broken.some((said) => said.startsWith(what)),
        `${sql}: ${what}`,
        { broken }
      )
  }
  for (const sql of EXPANSIONS) t.same(await after(sql), [], sql)
})

async function catalogOf(connection: Connection) {
  const client = new pg.Client(clientConfig(connection))
  await client.connect()
  return readCatalog(client).finally(() => client.end())
}
