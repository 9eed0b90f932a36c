import { joinOrStart } from '../../db/open.ts'
import type { AnyContext } from '../context.ts'
import { systemContext, type World } from './command.ts'

/** Runs `work` on the configured database: the one a running server holds, else started for this command. */
export async function withDatabase<Result>(
  world: World,
  work: (ctx: AnyContext) => Promise<Result>
): Promise<Result> {
  const database = await joinOrStart({ ...world.config, log: () => {} })
  try {
    return await work(systemContext(world, database))
  } finally {
    await database.stop()
  }
}
