import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import t, { type Test } from 'tap'
import { v7 } from 'uuid'
import { BackupRefused } from '../../db/backup/format.ts'
import { liftMarker, loadBackup } from '../../db/backup/load-backup.ts'
import { writeBackup } from '../../db/backup/write-backup.ts'
import { type Connection, openDatabase } from '../../db/client.ts'
import { migrate } from '../../db/migrate.ts'
import { deliveries } from '../../db/schema/deliveries.ts'
import { employees } from '../../db/schema/employees.ts'
import { erasures } from '../../db/schema/erasures.ts'
import { notices } from '../../db/schema/notices.ts'
import { seedCompany } from '../../db/seed/seed-company.ts'
import { verifyChain } from '../../src/audit/verify-chain.ts'
import { keepErasureList, readErasureList } from '../../src/backup/erasure-list.ts'
import { settleRestored } from '../../src/backup/settle-restored.ts'
import { deactivatePeople } from '../../src/directory/deactivate-people.ts'
import { JOBS } from '../../src/jobs/schedule.ts'
import { erasePerson } from '../../src/privacy/erase-person.ts'
import { asOwner, emptyDatabase, testDatabase } from '../helpers/database.ts'

const NOW = new Date('2027-03-01T08:00:00Z')
const LATER = new Date('2027-03-02T20:00:00Z')

/** A lived-in company with a message on its way, and a backup of it. */
async function backedUp(t: Test) {
  const folder = mkdtempSync(join(tmpdir(), 'lyttepost-backup-'))
  t.teardown(() => rmSync(folder, { recursive: true }))
  const { db, pool, connection } = await testDatabase(t)
  await seedCompany(db, { people: 20, seed: 3, now: NOW, log: () => {} })
  const [reader] = await db.select({ id: employees.id }).from(employees).limit(1)
  const on = { id: v7(), employeeId: reader!.id, kind: 'swap-asked', facts: {}, createdAt: NOW }
  await db.insert(notices).values({ ...on, routedAt: NOW })
  await db.insert(deliveries).values({
    ...{ noticeId: on.id, employeeId: reader!.id, channel: 'email', messageId: 'on-its-way', nextAt: NOW }
  })
  const file = join(folder, 'company.backup')
  const written = await writeBackup(connection, file, NOW)
  return { db, pool, connection, folder, file, written, noticeId: on.id }
}

/** Every table as one line: how many rows, and a fingerprint of all of them. */
async function digestOf(t: Test, connection: Connection): Promise<string[]> {
  const owner = await asOwner(t, connection)
  const { rows: tables } = await owner.query(
    `select table_name as name from information_schema.tables where table_schema = 'public' order by 1`
  )
  const lines: string[] = []
  for (const { name } of tables) {
    const { rows } = await owner.query(
      `select count(*) as n, md5(string_agg(t::text, '|' order by t::text)) as digest from "${name}" t`
    )
    lines.push(`${name} ${rows[0].n} ${rows[0].digest}`)
  }
  return lines
}

function openRestored(t: Test, connection: Connection) {
  const { db, close } = openDatabase(connection, { role: 'lyttepost_app' })
  t.teardown(close)
  return { db, system: { db, now: () => LATER, actor: null, requestId: null } }
}

t.test('a lived-in company, backed up', async (t) => {
  const { db, connection, folder, file, written, noticeId } = await backedUp(t)

  t.test('a backup brings every row of every table back as it was, and the audit log verifies', async (t) => {
    const target = await emptyDatabase(t)
    const loaded = await loadBackup(target, file)
    t.equal(loaded.rows, written.rows)
    t.ok(written.rows > 2000)
    t.strictSame(await digestOf(t, target), await digestOf(t, connection))
    await t.rejects(migrate(target), /restore into this database was cut off/, 'no server starts on it yet')
    await liftMarker(target)
    await migrate(target)
    t.match(await verifyChain(openRestored(t, target).system), {
      faults: [],
      sealed: written.rows > 0 ? Number : 0
    })
  })

  for (const [what, spoil] of [
    ['cut short', (bytes: Buffer) => bytes.subarray(0, bytes.length - 4000)],
    [
      'without its last line',
      (bytes: Buffer) => gzipSync(gunzipSync(bytes).toString().split('\n').slice(0, -2).join('\n'))
    ],
    [
      'with one letter changed',
      (bytes: Buffer) => gzipSync(gunzipSync(bytes).toString().replace('Fjordlys', 'Fjordlus'))
    ],
    [
      'without a row',
      (bytes: Buffer) =>
        gzipSync(
          gunzipSync(bytes)
            .toString()
            .replace(/\n([0-9a-f]{8}-[^\n]*)\n/, '\n')
        )
    ]
  ] as const) {
    t.test(`a backup ${what} is refused, and nothing of it stays`, async (t) => {
      const spoiled = join(folder, 'spoiled.backup')
      writeFileSync(spoiled, spoil(readFileSync(file)))
      const target = await emptyDatabase(t)
      await t.rejects(loadBackup(target, spoiled), BackupRefused)
      const owner = await asOwner(t, target)
      t.equal((await owner.query('select from employees')).rowCount, 0)
    })
  }

  t.test(
    'what is no backup, or not there, is refused in a sentence; a company is never written over',
    async (t) => {
      const target = await emptyDatabase(t)
      const other = join(folder, 'other.gz')
      writeFileSync(other, gzipSync('{"format":"something else"}\n'))
      await t.rejects(loadBackup(target, other), /not a backup of Lyttepost/)
      await t.rejects(loadBackup(target, join(folder, 'none')), /cannot be read \(ENOENT\)/)
      await t.rejects(loadBackup(connection, file), /holds a company already/)
    }
  )

  t.test(
    'nothing goes out a second time: what was on its way, and what jobs say of the days between, is in the inbox',
    async (t) => {
      const target = await emptyDatabase(t)
      await loadBackup(target, file)
      await liftMarker(target)
      const { db, system } = openRestored(t, target)
      t.strictSame((await settleRestored(system, [])).failures, [])

      const sent: string[] = []
      const sender = { send: async ({ messageId }: { messageId: string }) => void sent.push(messageId) }
      const post = { channels: { email: sender }, close: () => {} } as never
      for (const name of ['deliver-notices', 'remind-of-shifts', 'learning-digests', 'deliver-notices']) {
        await JOBS.find((job) => job.name === name)!.run({ ...system, post }, LATER)
      }
      t.strictSame(sent, [])
      const [kept] = await db.select().from(deliveries)
      t.match(kept, { noticeId, skipReason: 'inbox', sentAt: null })
    }
  )

  t.test('who was erased after the backup is erased again, from the list beside the database', async (t) => {
    const ctx = {
      db,
      now: () => LATER,
      actor: null,
      requestId: null,
      erasureList: join(folder, 'erasures.json')
    }
    const [person] = await db.select().from(employees).limit(1).offset(5)
    await db.transaction((tx) => deactivatePeople(tx, ctx, [person!.id]))
    await erasePerson(ctx, person!.id, 'Asked for it')
    await keepErasureList(ctx)
    await keepErasureList(ctx)
    const list = readErasureList(ctx.erasureList)
    t.match(list, [{ employeeId: person!.id }])
    t.notMatch(readFileSync(ctx.erasureList, 'utf8'), person!.name)

    const target = await emptyDatabase(t)
    await loadBackup(target, file)
    await liftMarker(target)
    const restored = openRestored(t, target)
    const named = () => restored.db.select().from(employees)
    t.ok(
      (await named()).some(({ name }) => name === person!.name),
      'the backup still knows the name'
    )
    t.equal((await settleRestored(restored.system, list)).erased, 1)
    t.notOk(JSON.stringify(await named()).includes(person!.name))
    t.match(await restored.db.select().from(erasures), [{ employeeId: person!.id }])
    t.equal((await settleRestored(restored.system, list)).erased, 0, 'twice is once')
    t.match(await verifyChain(restored.system), { faults: [] })
  })
})
