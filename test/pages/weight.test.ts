import { gunzipSync } from 'node:zlib'
import t from 'tap'
import { testApp } from '../helpers/app.ts'
import { insertSmallCompany } from '../helpers/people.ts'

/** What a browser fetches for a page: the page itself, styles, scripts, the icon. */
function assetsIn(html: string): string[] {
  return [...new Set([...html.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, path]) => path!))]
}

async function signedIn(t: Parameters<typeof testApp>[0]) {
  const { app, db, as } = await testApp(t)
  const { amara } = await insertSmallCompany(db)
  const page = (url: string, encoding: string) =>
    as(amara).send('GET', url, { headers: { accept: 'text/html', 'accept-encoding': encoding } })
  return { app, page }
}

t.test('the first page weighs less than 60 KB packed, its scripts less than 30', async (t) => {
  const { app, page } = await signedIn(t)
  for (const encoding of ['br', 'gzip']) {
    const html = (await page('/', 'identity')).body
    const sizes = new Map([['/', (await page('/', encoding)).rawPayload.length]])
    for (const url of assetsIn(html)) {
      const reply = await app.inject({ url, headers: { 'accept-encoding': encoding } })
      t.equal(reply.statusCode, 200, url)
      t.equal(reply.headers['content-encoding'], encoding)
      t.match(reply.headers['cache-control'], /max-age=31536000, immutable/)
      sizes.set(url, reply.rawPayload.length)
    }
    const total = [...sizes.values()].reduce((sum, size) => sum + size, 0)
    const scripts = [...sizes].filter(([url]) => url.endsWith('.js')).reduce((sum, [, size]) => sum + size, 0)
    t.ok(total < 60_000, `${total} bytes in all with ${encoding}`)
    t.ok(scripts < 30_000, `${scripts} bytes of script with ${encoding}`)
  }
})

t.test('a packed page is the page', async (t) => {
  const { page } = await signedIn(t)
  const plain = await page('/schedule', 'identity')
  const packed = await page('/schedule', 'gzip;q=0.8, br;q=0')
  t.equal(packed.headers['content-encoding'], 'gzip')
  t.equal(gunzipSync(packed.rawPayload).toString(), plain.body)
  t.equal(packed.headers.vary, 'accept-encoding')
})

t.test('pages run no script and no style but our files, and no page holds one inline', async (t) => {
  const { page } = await signedIn(t)
  for (const url of ['/', '/schedule', '/me/shifts', '/me/time', '/swaps', '/inbox', '/sign-in']) {
    const { headers, body } = await page(url, 'identity')
    const policy = String(headers['content-security-policy'])
    t.match(policy, /default-src 'self'/)
    t.notMatch(policy, /unsafe/)
    t.notMatch(body, /<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)/, url)
    const foreign = [...body.matchAll(/(?:src|action)="(?!\/)[^"]+"|<link[^>]+href="(?!\/)[^"]+"/g)]
    t.strictSame(foreign, [], `${url} asks nobody else`)
  }
})
