import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { orExplain, Refused } from './explain.ts'
import { killApp } from './faults/kill-app.ts'
import { killPostgres } from './faults/kill-postgres.ts'
import { runAway } from './faults/run-away.ts'
import { runRolling } from './faults/run-rolling.ts'
import { runSoak } from './faults/run-soak.ts'

const OPTIONS = {
  seconds: { type: 'string' },
  kills: { type: 'string' },
  writes: { type: 'string' },
  rate: { type: 'string' },
  rounds: { type: 'string' },
  drain: { type: 'string' },
  minutes: { type: 'string' },
  leak: { type: 'boolean' },
  /** PostgreSQL answers before it has written (`synchronous_commit = off`): plants the loss that must be seen. */
  forgetful: { type: 'boolean' }
} as const

type Name = Exclude<keyof typeof OPTIONS, 'forgetful' | 'leak'>
type Options = { [option in Name]?: string } & { forgetful?: boolean; leak?: boolean }

const FAULTS: Record<string, (folder: string, options: Options) => Promise<void>> = {
  away: runAway,
  postgres: (folder, { kills = '10', writes = '10000', forgetful }) =>
    killPostgres({
      ...{ folder, kills: Number(kills), writes: Number(writes), writers: 8, say: console.log },
      isForgetful: forgetful === true
    }),
  app: (folder, { kills = '100', forgetful }) =>
    killApp({
      ...{ folder, kills: Number(kills), writers: 4, say: console.log },
      isForgetful: forgetful === true
    }),
  rolling: runRolling,
  soak: runSoak
}

/** npm run faults -- NAME: breaks what operators fear, with real processes, prints what was measured, and fails where a figure is missed. */
await orExplain(async () => {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: OPTIONS })
  const [name = ''] = positionals
  const fault = FAULTS[name]
  if (!fault) throw new Refused(`Name one of: ${Object.keys(FAULTS).join(', ')}`)
  const folder = mkdtempSync(join(tmpdir(), 'lyttepost-faults-'))
  // As root the servers run as another user, who must be able to pass.
  chmodSync(folder, 0o711)
  console.log(
    `Load before: ${loadavg()
      .map((load) => load.toFixed(1))
      .join(' ')}`
  )
  try {
    await fault(folder, values)
    console.log('Passed.')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
