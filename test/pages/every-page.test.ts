import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fastify from 'fastify'
import t from 'tap'
import { pages } from '../../src/web/routes.tsx'

/** No pages to look at, each with the reason. */
const NO_PAGES: Record<string, string> = {
  '/me/events': 'a stream',
  '/sign-in/link/:token': 'leads on to the page that was wanted',
  '/sign-in/with/:provider': 'leads to the provider',
  '/sign-in/with/:provider/callback': 'leads back from it'
}

/** Pages that ask the database for nothing that could grow. */
const NOT_COUNTED: Record<string, string> = {
  '/sign-in': 'nobody is known yet',
  '/unsubscribe/:token': 'reads one row of one person',
  '/people/import': 'a form',
  '/learnings/new': 'a form',
  '/seasons/new': 'a form'
}

/** Addresses of all pages, from the routes themselves, so that none can be forgotten. */
async function addressesOfPages(): Promise<string[]> {
  const app = fastify()
  const urls: string[] = []
  // Enough for the routes to be declared; nothing is ever asked of them.
  app.decorate('houseCookies', {} as never)
  app.addHook('onRoute', ({ method, url }) => {
    if (method === 'GET' && !url.startsWith('/assets/')) urls.push(url)
  })
  await app.register(pages, {} as never)
  await app.ready()
  await app.close()
  return urls.filter((url) => !(url in NO_PAGES))
}

/** An address as a test writes it, `/shifts/${coming.id}?told=x`, with what varies as one sign. */
const shapeOf = (address: string) =>
  address
    .replace(/\?.*$/, '')
    .replaceAll(/\$\{[^}]*\}+/g, '*')
    .replaceAll(/:\w+/g, '*')

/** Addresses in lists of tests: values of a record, or what stands in an array. */
function shapesIn(text: string): Set<string> {
  const written = text.matchAll(/(?:[\w'"]\s*:|[,[(]|\.\.\.\[)\s*(['`])(\/[^'`]*)\1/g)
  return new Set([...written].map(([, , address]) => shapeOf(address!)))
}

const missingOf = (urls: string[], texts: string[]) => {
  const shapes = texts.map(shapesIn)
  return urls.filter((url) => !shapes.some((known) => known.has(shapeOf(url))))
}

t.test('every page is looked at in a browser: accessible, fitting, within reach of a finger', async (t) => {
  const texts = readdirSync('test/web')
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(join('test/web', file), 'utf8'))
    .filter((text) => /lookAt\(|accessibilityFaults\(/.test(text))
  const urls = await addressesOfPages()
  t.ok(urls.length > 60, `${urls.length} pages`)
  t.strictSame(missingOf(urls, texts), [])
})

t.test('the queries of every page are counted', async (t) => {
  const texts = ['queries.test.ts', 'office.ts'].map((file) => readFileSync(join('test/pages', file), 'utf8'))
  const urls = (await addressesOfPages()).filter((url) => !(url in NOT_COUNTED))
  t.strictSame(missingOf(urls, texts), [])
})

t.test('an address is known by its shape', async (t) => {
  const inserted = '$' + '{coming.id}'
  const shapes = shapesIn(`x: \`/shifts/${inserted}?told=1\`, ['today', '/'], goto(\`${inserted}/inbox\`)`)
  t.strictSame([...shapes], ['/shifts/*', '/'])
})
