import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'

const FOLDER = join(import.meta.dirname, 'assets')

/** One fingerprint over all static files: a new release gets new addresses, so browsers may keep them for ever. */
function fingerprint(folder: string): string {
  const hash = createHash('sha256')
  for (const name of readdirSync(folder).sort()) hash.update(name).update(readFileSync(join(folder, name)))
  return hash.digest('base64url').slice(0, 12)
}

const PREFIX = `/assets/${fingerprint(FOLDER)}/`

export const STYLESHEET = `${PREFIX}app.css`

export async function registerAssets(app: FastifyInstance): Promise<void> {
  await app.register(fastifyStatic, {
    root: FOLDER,
    prefix: PREFIX,
    maxAge: '365d',
    immutable: true,
    index: false
  })
}
