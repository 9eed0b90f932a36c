import { spawnSync } from 'node:child_process'
import { orExplain, Refused } from './explain.ts'

/**
 * npm run db:new -- NAME [--custom]: a migration from what changed in db/schema, or an empty one for SQL that
 * drizzle-kit cannot write (exclusion constraints, triggers). Without a name drizzle-kit would invent one.
 */
await orExplain(async () => {
  const [name = '', ...others] = process.argv.slice(2)
  const unknown = others.filter((option) => option !== '--custom')
  if (unknown.length > 0) throw new Refused(`Unknown: ${unknown.join(' ')}`)
  if (!/^[a-z][a-z0-9]*([_-][a-z0-9]+)*$/.test(name)) {
    throw new Refused('Say what it does in small letters: npm run db:new -- one-seat-per-person [--custom]')
  }
  const options = ['generate', '--name', name.replaceAll('-', '_'), ...others]
  const { status, error } = spawnSync('npx', ['drizzle-kit', ...options], { stdio: 'inherit' })
  if (error) throw error
  if (status !== 0) throw new Refused(`drizzle-kit ended with ${status}.`)
})
