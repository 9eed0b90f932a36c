import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { type Encoding, encodingFor, pack } from './compress.ts'

const FOLDER = join(import.meta.dirname, 'assets')

const TYPES: Record<string, string> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml'
}

const filesIn = (folder: string) => readdirSync(join(FOLDER, folder)).sort()
const read = (...path: string[]) => readFileSync(join(FOLDER, ...path), 'utf8')

/** The style sheets become one file, in the order of their names; scripts stay modules of their own. */
function readAssets(): Map<string, string> {
  const styles = filesIn('styles').map((name) => read('styles', name))
  const scripts = filesIn('scripts').map((name): [string, string] => [name, read('scripts', name)])
  return new Map([['app.css', styles.join('\n')], ['icon.svg', read('icon.svg')], ...scripts])
}

const ASSETS = readAssets()

/** One fingerprint over all of them: a new release gets new addresses, so browsers may keep them for ever. */
function fingerprint(assets: ReadonlyMap<string, string>): string {
  const hash = createHash('sha256')
  for (const [name, text] of assets) hash.update(name).update('\0').update(text).update('\0')
  return hash.digest('base64url').slice(0, 12)
}

const PREFIX = `/assets/${fingerprint(ASSETS)}/`
const YEAR_SECONDS = 31_536_000

/** The address of an asset in this release. */
export const assetAt = (name: 'app.css' | 'app.js' | 'icon.svg'): string => `${PREFIX}${name}`

/** The modules that the first one imports, to be fetched along with it. */
export const modules = (): string[] =>
  [...ASSETS.keys()].filter((name) => name.endsWith('.js') && name !== 'app.js').map((name) => PREFIX + name)

/** Serves styles, scripts and the icon from memory, each packed once per encoding. */
export function registerAssets(app: FastifyInstance): void {
  const packed = new Map<string, Buffer>()
  const packedOnce = (name: string, text: string, encoding: Encoding) => {
    const key = `${encoding} ${name}`
    const known = packed.get(key) ?? pack(text, encoding)
    packed.set(key, known)
    return known
  }
  for (const [name, text] of ASSETS) {
    app.get(PREFIX + name, { config: { access: 'public' }, schema: { hide: true } }, (request, reply) => {
      const encoding = encodingFor(request.headers['accept-encoding'])
      if (encoding !== 'identity') reply.header('content-encoding', encoding)
      return reply
        .header('vary', 'accept-encoding')
        .header('cache-control', `public, max-age=${YEAR_SECONDS}, immutable`)
        .type(TYPES[name.split('.').at(-1)!]!)
        .send(packedOnce(name, text, encoding))
    })
  }
}
