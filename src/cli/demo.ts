import { join } from 'node:path'
import type { StartedDatabase } from '../../db/open.ts'
import { isDemoCompany } from '../../db/seed/is-demo-company.ts'
import { seedCompany } from '../../db/seed/seed-company.ts'
import { startServer } from '../main.ts'
import { type Command, CommandFailed, UsageError, type World } from './command.ts'

type SeededCompany = Awaited<ReturnType<typeof seedCompany>>

function wholeNumber(value: string | boolean | undefined, name: string, otherwise: number): number {
  const number = Number(value ?? otherwise)
  if (!Number.isInteger(number) || number < 0) throw new UsageError(`--${name} must be a whole number`)
  return number
}

/** Fills an empty database; leaves a demo company as people left it; never opens a real company without sign-in. */
async function settle({ db }: StartedDatabase, world: World, people: number, seed: number) {
  const found = await isDemoCompany(db)
  if (found === true) return null
  if (found === false) {
    throw new CommandFailed(
      'This database holds a company that is not the demo. Point DATA_DIR or DATABASE_URL elsewhere.'
    )
  }
  return seedCompany(db, { people, seed, now: world.now(), log: world.err })
}

function introduce(world: World, address: string, seeded: SeededCompany | null): void {
  world.out(`\nLyttepost runs: ${address}\n`)
  if (!seeded) {
    world.out('The demo company is as you left it. Open the address and sign in as anybody.')
    return
  }
  const { company, employees, shifts, learnings, signIn } = seeded
  world.out(
    `${company}: ${employees} people, ${shifts} shifts, ${learnings} learnings. Open the address and sign in as`
  )
  for (const [part, person] of Object.entries(signIn))
    world.out(`  ${part.padEnd(10)} ${person.name} (${person.email})`)
}

export const demo: Command = {
  usage: '[--people N] [--seed S]',
  summary: 'Run with a lived-in, invented company; anybody may sign in as anybody',
  options: { people: { type: 'string' }, seed: { type: 'string' } },
  run: async (world, { values }) => {
    const people = wholeNumber(values.people, 'people', 120)
    const seed = wholeNumber(values.seed, 'seed', 1)
    const config = { ...world.config, dataDir: join(world.config.dataDir, 'demo'), logLevel: 'warn' as const }
    let seeded: SeededCompany | null = null
    await startServer({
      config,
      demo: true,
      log: world.err,
      prepare: async (database) => {
        seeded = await settle(database, world, people, seed)
      }
    })
    introduce(world, config.publicUrl, seeded)
  }
}
