import { applicationRole } from '../../db/application-role.ts'
import { liftMarker, loadBackup } from '../../db/backup/load-backup.ts'
import { type Connection, openDatabase } from '../../db/client.ts'
import { startServer } from '../../db/open.ts'
import { readErasureList } from '../backup/erasure-list.ts'
import { settleRestored } from '../backup/settle-restored.ts'
import { type Arguments, type Command, type World, wordAt } from './command.ts'
import { withDatabase } from './with-database.ts'

const ERASURES = { erasures: { type: 'string' } } as const

function erasuresOf({ config }: World, { values }: Arguments) {
  const path = typeof values.erasures === 'string' ? values.erasures : config.erasureList
  return path === undefined ? [] : readErasureList(path)
}

function tell({ out, err }: World, { erased, failures }: Awaited<ReturnType<typeof settleRestored>>): void {
  out(`Settled: ${erased} people erased again; nothing that was on its way is sent a second time.`)
  for (const failure of failures) err(`Not run now, the server tries again: ${failure}`)
}

/** Loads, settles in the role of the application, and only then lets servers start on it. */
async function restoreInto(
  world: World,
  connection: Connection,
  file: string,
  args: Arguments
): Promise<void> {
  const erasures = erasuresOf(world, args)
  const { createdAt, rows } = await loadBackup(connection, file)
  world.out(`${rows} rows of ${createdAt} are back.`)
  const { db, close } = openDatabase(connection, { role: applicationRole })
  try {
    tell(world, await settleRestored({ db, now: world.now, actor: null, requestId: null }, erasures))
  } finally {
    await close()
  }
  await liftMarker(connection)
}

export const restore: Command = {
  usage: 'FILE [--erasures LIST]',
  summary:
    'Fill an empty database from a backup; people erased since are erased again, nothing is sent twice',
  options: ERASURES,
  run: async (world, args) => {
    const file = wordAt(args, 0, 'FILE')
    const { migrationDatabaseUrl, databaseUrl, dataDir } = world.config
    const server = await startServer({
      ...{ databaseUrl: migrationDatabaseUrl ?? databaseUrl, dataDir },
      log: () => {}
    })
    await restoreInto(world, server.connection, file, args).finally(() => server.stop())
  }
}

export const settleCommand: Command = {
  usage: '[--erasures LIST]',
  summary:
    'The same settling after another way of restoring (pg_restore, a point in time), before servers start',
  options: ERASURES,
  run: async (world, args) => {
    const settled = await withDatabase(world, (ctx) => settleRestored(ctx, erasuresOf(world, args)))
    tell(world, settled)
  }
}
