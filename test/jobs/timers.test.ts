import t from 'tap'
import { startJobs } from '../../src/jobs/start-jobs.ts'
import { testDatabase } from '../helpers/database.ts'

/** Node fires a timer at once that is longer than this, in milliseconds. */
const LONGEST = 2 ** 31 - 1

t.test(
  'nothing that recurs sets a timer longer than Node can count, however far its next run is',
  async (t) => {
    const { db } = await testDatabase(t)
    const delays: number[] = []
    const { setTimeout, setInterval } = globalThis
    const noting = <Set extends typeof setTimeout | typeof setInterval>(set: Set): Set => {
      const noted = (work: () => void, ms?: number, ...rest: unknown[]) => {
        delays.push(ms ?? 0)
        return (set as (...args: unknown[]) => unknown)(work, ms, ...rest)
      }
      return Object.assign(noted, set) as unknown as Set
    }
    const warnings: string[] = []
    const warn = ({ name }: Error) => void warnings.push(name)
    process.on('warning', warn)
    globalThis.setTimeout = noting(setTimeout)
    globalThis.setInterval = noting(setInterval)
    t.teardown(() => {
      Object.assign(globalThis, { setTimeout, setInterval })
      process.off('warning', warn)
    })
    const errors: unknown[] = []
    const stop = startJobs({ db, now: () => new Date(), actor: null, requestId: null }, (error) =>
      errors.push(error)
    )
    await stop()
    await new Promise((next) => setImmediate(next))
    t.strictSame(errors, [])
    t.ok(delays.length > 0, `${delays.length} timers`)
    t.ok(Math.max(...delays) <= LONGEST, `the longest is ${Math.max(...delays)} ms`)
    t.notOk(warnings.includes('TimeoutOverflowWarning'))
  }
)
