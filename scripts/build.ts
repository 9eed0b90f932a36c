import { execFileSync } from 'node:child_process'
import { cpSync, rmSync } from 'node:fs'

/** Compiles to `dist` and puts beside it what the compiler does not copy: styles and migrations. */
rmSync('dist', { recursive: true, force: true })
execFileSync('npx', ['tsc', '-p', 'tsconfig.build.json'], { stdio: 'inherit' })
cpSync('src/web/assets', 'dist/src/web/assets', { recursive: true })
cpSync('db/migrations', 'dist/db/migrations', { recursive: true })
