import type { Command } from './command.ts'
import { withDatabase } from './with-database.ts'

export const migrate: Command = {
  usage: '',
  summary: 'Bring the database to this version (the server does it by itself when it starts)',
  run: async (world) => {
    await withDatabase(world, async () => {})
    world.out('The database is up to date.')
  }
}
