import { spawnSync } from 'node:child_process'
import { appendFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { openFromConfig } from '../../db/open.ts'
import { seedCompany } from '../../db/seed/seed-company.ts'
import { Refused } from '../explain.ts'
import { lyttepost, see } from './lyttepost.ts'

/** Debian keeps the server's programs off the PATH. */
const PLACES = [process.env.PG_BIN, '/usr/lib/postgresql/15/bin', '/usr/bin']

/** A server with archived WAL, a base backup, an accident, and the company as it was at the moment before. */
export async function drillPointInTime(folder: string): Promise<void> {
  console.log('PostgreSQL at a point in time:')
  const bin = PLACES.find((place) => place && existsSync(join(place, 'pg_basebackup')))
  if (!bin || !existsSync(join(bin, 'initdb'))) {
    console.log('  skipped: no initdb and pg_basebackup in PG_BIN or /usr/lib/postgresql/15/bin')
    return
  }
  const server = new Server(bin, folder)
  server.make()
  try {
    await drill(server)
  } finally {
    server.stop('data')
    server.stop('again')
  }
}

async function drill(server: Server): Promise<void> {
  server.start('data')
  const url = server.url
  const database = await openFromConfig({ databaseUrl: url, dataDir: server.folder, log: () => {} })
  await seedCompany(database.db, { people: 30, now: new Date() })
  await database.stop()
  server.program('pg_basebackup', '-h', server.folder, '-U', 'drill', '-D', join(server.folder, 'again'))
  lyttepost({ DATABASE_URL: url }, 'grant', await someEmail(url), 'hr')
  const moment = (await ask(url, 'select clock_timestamp()::text as value')).value!
  await ask(url, 'delete from grants')
  await ask(url, 'select pg_switch_wal()::text as value')
  server.stop('data')

  writeFileSync(join(server.folder, 'again', 'recovery.signal'), '')
  appendFileSync(
    join(server.folder, 'again', 'postgresql.auto.conf'),
    `restore_command = 'cp ${server.folder}/archive/%f %p'\nrecovery_target_time = '${moment}'\nrecovery_target_action = 'promote'\n`
  )
  server.start('again')
  console.log(`  ${lyttepost({ DATABASE_URL: url }, 'settle-restored')}`)
  console.log(`  ${lyttepost({ DATABASE_URL: url }, 'audit', 'verify').split('\n')[0]}`)
  const { value } = await ask(url, `select count(*)::text as value from grants where role = 'hr'`)
  see('what was written after the base backup and before the accident is back', Number(value) > 0)
}

async function ask(url: string, sql: string): Promise<{ value?: string }> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query(sql).finally(() => client.end())
  return rows[0] ?? {}
}

const someEmail = async (url: string) =>
  (await ask(url, 'select email as value from employees limit 1')).value!

/** PostgreSQL refuses to run as root, so then its programs run as nobody. */
class Server {
  readonly url: string

  constructor(
    private readonly bin: string,
    readonly folder: string
  ) {
    this.url = `postgres://drill@/postgres?host=${encodeURIComponent(folder)}`
  }

  make(): void {
    mkdirSync(join(this.folder, 'archive'), { recursive: true })
    if (process.getuid?.() === 0) spawnSync('chown', ['-R', 'nobody', this.folder])
    this.program(
      'initdb',
      '-U',
      'drill',
      '-A',
      'trust',
      '-E',
      'UTF8',
      '--locale=C.UTF-8',
      '-D',
      join(this.folder, 'data')
    )
    appendFileSync(
      join(this.folder, 'data', 'postgresql.conf'),
      `listen_addresses = ''\nunix_socket_directories = '${this.folder}'\narchive_mode = on\narchive_command = 'cp %p ${this.folder}/archive/%f'\n`
    )
  }

  start(name: string): void {
    this.program(
      'pg_ctl',
      '-D',
      join(this.folder, name),
      '-l',
      join(this.folder, `${name}.log`),
      '-w',
      'start'
    )
  }

  stop(name: string): void {
    if (existsSync(join(this.folder, name, 'postmaster.pid'))) {
      this.program('pg_ctl', '-D', join(this.folder, name), '-m', 'fast', '-w', 'stop')
    }
  }

  program(name: string, ...words: string[]): void {
    const command = [join(this.bin, name), ...words]
    const [run, ...args] = process.getuid?.() === 0 ? ['runuser', '-u', 'nobody', '--', ...command] : command
    const { status, stderr } = spawnSync(run!, args, { encoding: 'utf8', cwd: '/' })
    if (status !== 0) throw new Refused(`${name} ended with ${status}: ${stderr}`)
  }
}
