import { foundCompany } from './company.ts'
import { OwnServer } from './own-server.ts'
import { soak } from './soak.ts'

interface Options {
  rate?: string
  minutes?: string
  leak?: boolean
}

/** A server under 100 requests a second for half an hour. `--leak` plants a leak that must be found out. */
export async function runSoak(folder: string, { rate = '100', minutes = '30', leak = false }: Options) {
  const server = new OwnServer(folder)
  const connection = await server.start()
  try {
    const { callers } = await foundCompany(connection, 60)
    const load = { perSecond: Number(rate), minutes: Number(minutes), leaks: leak }
    await soak({ connection, callers, ...load, say: console.log })
  } finally {
    await server.stop()
  }
}
