import { execFileSync } from 'node:child_process'
import { cpSync, rmSync } from 'node:fs'

/**
 * Compiles to `dist` (types are checked by `npm run types` and not again), and puts beside it what the compiler does not copy:
 * styles and migrations. With the name of another project than the server's, compiles that: a benchmark measures what is
 * run, and not what a loader makes of it.
 */
const [project = 'tsconfig.build.json'] = process.argv.slice(2)
rmSync('dist', { recursive: true, force: true })
execFileSync('npx', ['tsc', '-p', project], { stdio: 'inherit' })
cpSync('src/web/assets', 'dist/src/web/assets', { recursive: true })
cpSync('db/migrations', 'dist/db/migrations', { recursive: true })
