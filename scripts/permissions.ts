import { mkdirSync, writeFileSync } from 'node:fs'
import { orExplain } from './explain.ts'
import { permissionsPage } from './permissions-page.ts'

/** npm run permissions: src/permissions.md from the table of the house. */
await orExplain(async () => {
  mkdirSync('docs', { recursive: true })
  writeFileSync('src/permissions.md', permissionsPage())
})
