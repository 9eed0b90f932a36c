import { writeBackup } from '../../db/backup/write-backup.ts'
import { joinOrStart } from '../../db/open.ts'
import { type Command, CommandFailed, wordAt } from './command.ts'

export const backup: Command = {
  usage: 'FILE',
  summary: 'Write all that the database holds into a file, also while the server runs',
  run: async (world, args) => {
    const file = wordAt(args, 0, 'FILE')
    const database = await joinOrStart({ ...world.config, log: () => {} })
    try {
      const { tables, rows } = await writeBackup(database.connection, file, world.now())
      world.out(
        `${rows} rows of ${tables} tables are in ${file}. It holds everything: keep it where nobody reads it.`
      )
    } catch (error) {
      if (!(error as NodeJS.ErrnoException).path) throw error
      throw new CommandFailed(`No backup was written: ${(error as Error).message}`)
    } finally {
      await database.stop()
    }
  }
}
