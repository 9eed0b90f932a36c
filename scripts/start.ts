import { existsSync } from 'node:fs'

/** `npm start`: the compiled server, built first when it is missing. */
if (!existsSync('dist/src/cli.js')) await import('./build.ts')
process.argv.splice(2, process.argv.length, 'serve')
const compiled = new URL('../dist/src/cli.js', import.meta.url).href
await import(compiled)
