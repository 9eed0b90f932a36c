import t, { type Test } from 'tap'
import { testApp } from '../helpers/app.ts'
import { filled, pageRoutes } from '../helpers/page-routes.ts'
import { insertSmallCompany } from '../helpers/people.ts'
import { operationsOf } from '../http/fuzz/requests.ts'

/** An answer to every page, form and operation, to somebody signed in and to nobody, whatever it says. */
async function everyAnswer(t: Test, publicUrl: string) {
  const { app, db, as } = await testApp(t, { publicUrl })
  const { ada } = await insertSmallCompany(db)
  const addresses = [
    ...pageRoutes(),
    ...operationsOf(app.swagger()),
    ...['/nothing/here', '/api/nothing', '/api/docs', '/api/docs/', '/api/docs/static/index.html'].map(
      (url) => ({
        method: 'GET',
        url
      })
    ),
    ...['/healthz', '/api/openapi.json', '/feeds/x.ics', '/assets/x'].map((url) => ({ method: 'GET', url })),
    { method: 'POST', url: '/sign-in' },
    { method: 'GET', url: '/people?cursor=%00' }
  ]
  const seen = []
  for (const { method, url } of addresses) {
    if (/\/events$/.test(url)) continue
    for (const who of [ada, null]) {
      const accept = url.startsWith('/api') ? 'application/json' : 'text/html'
      const headers = { accept, 'sec-fetch-site': 'same-origin' }
      const reply = await as(who).send(method as 'GET', filled(url), { headers })
      seen.push({ name: `${method} ${url} ${who ? 'signed in' : 'nobody'} ${reply.statusCode}`, reply })
    }
  }
  return seen
}

t.test(
  'every answer forbids what pages do not need: foreign content, frames, sniffing, referrers',
  async (t) => {
    const seen = await everyAnswer(t, 'https://support.example.com')
    t.ok(seen.length > 300, `${seen.length} answers`)
    for (const { name, reply } of seen) {
      const policy = String(reply.headers['content-security-policy'])
      const isTight =
        policy.includes("default-src 'self'") &&
        policy.includes("frame-ancestors 'none'") &&
        policy.includes("base-uri 'none'") &&
        policy.includes("form-action 'self'") &&
        policy.includes("object-src 'none'") &&
        !/unsafe|\*|http:|data:(?!;|$)/.test(policy.replace("img-src 'self' data:", ''))
      if (!isTight) t.fail(`${name}: ${policy}`)
      const { headers } = reply
      const right = {
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin'
      }
      for (const [header, value] of Object.entries(right)) {
        if (headers[header] !== value) t.fail(`${name}: ${header} is ${headers[header]}`)
      }
      if (!/max-age=31536000/.test(String(headers['strict-transport-security']))) t.fail(`${name}: no HSTS`)
      if (headers['x-powered-by']) t.fail(`${name}: says what it runs on`)
      if (reply.statusCode >= 500) t.fail(`${name}: ${reply.body}`)
    }
    t.pass('all of them were looked at')
  }
)

t.test('what is anybody’s own is kept by no cache', async (t) => {
  const seen = await everyAnswer(t, 'http://localhost:3000')
  for (const { name, reply } of seen) {
    const isPublicFile = /(\/assets|\/api\/docs)/.test(name)
    const control = String(reply.headers['cache-control'])
    if (!isPublicFile && !/no-store|private/.test(control)) t.fail(`${name}: ${control}`)
    if (reply.headers['strict-transport-security']) t.fail(`${name}: HSTS without TLS`)
  }
  t.ok(seen.length > 300)
})
