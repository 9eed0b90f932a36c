import type { Connection } from '../../db/client.ts'
import { migrate } from '../../db/migrate.ts'

/** A process that migrates when told, so that the start of a process is paid once for many rounds. */
process.on('message', async ({ connection, folder }: { connection: Connection; folder: string }) => {
  try {
    await migrate(connection, folder)
    process.send?.({ done: true })
  } catch (error) {
    process.send?.({ error: String(error) })
  }
})
process.send?.({ ready: true })
