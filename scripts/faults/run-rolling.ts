import { foundCompany } from './company.ts'
import { OwnServer } from './own-server.ts'
import { rollingRestart } from './rolling.ts'

interface Options {
  rate?: string
  rounds?: string
  drain?: string
}

/** A rolling restart of two replicas under 200 requests a second. `--drain 0` plants the failures that must be seen. */
export async function runRolling(folder: string, { rate = '200', rounds = '2', drain = '3' }: Options) {
  const server = new OwnServer(folder)
  const connection = await server.start()
  try {
    const { callers } = await foundCompany(connection, 60)
    await rollingRestart({
      ...{ connection, callers, perSecond: Number(rate), rounds: Number(rounds) },
      ...{ drainSeconds: Number(drain), say: console.log }
    })
  } finally {
    await server.stop()
  }
}
