import { startEmbedded } from '../../db/embedded/start.ts'

/**
 * A process that starts the embedded server in the folder of its first argument, tells how that went, and lives until
 * it is killed or told to stop.
 */
const dataDir = process.argv[2] ?? ''
const lines: string[] = []

process.on('message', () => void stop())
process.send?.({ kind: 'starting' })
const started = startEmbedded({ dataDir, log: (line) => lines.push(line), durable: false })
started.then(
  ({ connection }) => process.send?.({ kind: 'started', connection, lines }),
  (error: Error) =>
    process.send?.({ kind: 'refused', name: error.name, message: error.message }, () => process.exit(1))
)

async function stop(): Promise<void> {
  await (await started).stop()
  process.exit(0)
}
