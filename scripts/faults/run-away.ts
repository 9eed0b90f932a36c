import { databaseAway } from './away.ts'
import { foundCompany } from './company.ts'
import { OwnServer } from './own-server.ts'

/** The database away for a minute in each of four ways, and the figures of the issue: told within 3 s, back within 5 s. */
export async function runAway(
  folder: string,
  { seconds = '60' }: { seconds?: string | undefined }
): Promise<void> {
  const server = new OwnServer(folder)
  const connection = await server.start()
  try {
    const { callers, hr } = await foundCompany(connection, 30)
    const restart = { kill: () => server.killNine(), start: () => server.start() }
    const limits = { answerMs: 3_000, recoveryMs: 5_000 }
    await databaseAway({
      connection,
      caller: callers.find(({ id }) => id !== hr.id)!,
      hr,
      restart,
      seconds: Number(seconds),
      say: console.log,
      ...limits
    })
  } finally {
    await server.stop()
  }
}
