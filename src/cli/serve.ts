import { startServer } from '../main.ts'
import type { Command } from './command.ts'

export const serve: Command = {
  usage: '',
  summary: 'Run the server',
  run: async ({ config, err }) => {
    const address = await startServer({ config, log: err })
    err(`Lyttepost listens on ${address} (${config.publicUrl})`)
  }
}
