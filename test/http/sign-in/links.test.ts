import { eq } from 'drizzle-orm'
import t, { type Test } from 'tap'
import { employees } from '../../../db/schema/employees.ts'
import { quietHours } from '../../../db/schema/notice-preferences.ts'
import { linkRequests, signInLinks } from '../../../db/schema/sessions.ts'
import type { Message } from '../../../src/notices/post.ts'
import { forgetSpentSignIns } from '../../../src/sign-in/forget-spent-sign-ins.ts'
import { testApp } from '../../helpers/app.ts'
import { insertSmallCompany } from '../../helpers/people.ts'

const FORM = { 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' }
const HTML = { ...FORM, accept: 'text/html' }

async function mailingHouse(t: Test, { signInLinks: on = true, fails = false } = {}) {
  const mails: Message[] = []
  const post = {
    publicUrl: 'http://localhost:3000',
    channels: {
      email: {
        send: async (message: Message) => {
          if (fails) throw new Error('the mail server is away')
          mails.push(message)
          return 'taken'
        }
      }
    },
    chance: () => 0,
    unsubscribeUrl: () => 'http://localhost:3000/unsubscribe/x'
  }
  const house = await testApp(t, { post, signInLinks: on })
  const people = await insertSmallCompany(house.db)
  const ask = (email: string, { client = '192.0.2.1', more = '' } = {}) =>
    house.app.inject({
      method: 'POST',
      url: '/sign-in/link-requests',
      headers: HTML,
      remoteAddress: client,
      payload: `email=${encodeURIComponent(email)}${more}`
    })
  /** What was asked for is mailed after the answer; a closing application waits for it. */
  const mailed = async () => {
    await house.app.close()
    return mails
  }
  return { ...house, ...people, ask, mails, mailed }
}

const linkIn = (message: Message) => message.parts[0]!.link

t.test('known or not, active or not, mailed or not: the answer is the same to the letter', async (t) => {
  const { ask, amara, bo, db, mailed, clock } = await mailingHouse(t)
  await db.update(employees).set({ deactivatedAt: clock.now() }).where(eq(employees.id, bo.id))
  const seen = async (email: string) => {
    const { statusCode, body, headers } = await ask(email)
    const { date: _, 'x-ratelimit-remaining': __, ...rest } = headers
    return { statusCode, body, rest }
  }
  const known = await seen(amara.email)
  t.match(known, { statusCode: 303, rest: { location: '/sign-in?told=linkTold' } })
  t.strictSame(await seen('nobody@fjordlys.example'), known)
  t.strictSame(await seen(bo.email), known)
  t.equal((await db.select().from(linkRequests)).length, 3, 'each is counted alike')
  const hashes = JSON.stringify(await db.select().from(linkRequests))
  t.notMatch(hashes, /fjordlys|192\.0\.2/, 'without keeping who or where')
  const mails = await mailed()
  t.strictSame(
    mails.map(({ to }) => to.email),
    [amara.email]
  )
})

t.test(
  'the mail comes at once, also at night, in the language of its reader, and cannot be turned off',
  async (t) => {
    const { ask, db, amara, mailed, clock } = await mailingHouse(t)
    await db.update(employees).set({ locale: 'nb' }).where(eq(employees.id, amara.id))
    await db
      .insert(quietHours)
      .values({ employeeId: amara.id, startsAt: '00:00', endsAt: '23:59', setAt: clock.now() })
    await ask(amara.email.toUpperCase(), { more: '&back=%2Fswaps' })
    const [mail] = await mailed()
    t.match(mail, { locale: 'nb', title: /Lenken din/, unsubscribeUrl: null, to: { name: 'Amara Okafor' } })
    t.match(linkIn(mail!), /^\/sign-in\/link\/[\w-]{43}\?back=%2Fswaps$/)
  }
)

t.test('a link is opened as often as scanners like, pressed once, and leads back inside only', async (t) => {
  const { ask, app, mails, amara, db } = await mailingHouse(t)
  await ask(amara.email)
  while (mails.length === 0) await new Promise((resolve) => setImmediate(resolve))
  const link = linkIn(mails[0]!)
  const token = link.split('/').at(-1)!
  for (const method of ['GET', 'HEAD', 'GET'] as const) {
    const opened = await app.inject({ method, url: link, headers: { accept: 'text/html' } })
    t.equal(opened.statusCode, 200, method)
    t.match(opened.headers, { 'referrer-policy': 'no-referrer', 'cache-control': /no-store/ })
    t.strictSame(opened.cookies, [])
  }
  const press = (back: string) =>
    app.inject({
      method: 'POST',
      url: '/sign-in/link',
      headers: HTML,
      payload: new URLSearchParams({ token, back }).toString()
    })
  const pressed = await press('//evil.example/x')
  t.match(pressed, { statusCode: 303, headers: { location: '/' } })
  t.equal((await press('/')).statusCode, 401)
  const [row] = await db.select().from(signInLinks)
  t.ok(row?.usedAt)
  t.notMatch(JSON.stringify(row), token, 'only its hash is kept')
})

t.test('one address gets three mails in a quarter of an hour, one client asks sixty times', async (t) => {
  const { ask, amara, clock, db, mailed } = await mailingHouse(t)
  const answers = new Set<number>()
  for (let asked = 0; asked < 5; asked += 1) {
    const { statusCode } = await ask(asked % 2 ? amara.email : amara.email.toUpperCase(), {
      client: `192.0.2.${asked}`
    })
    answers.add(statusCode)
  }
  t.strictSame([...answers], [303], 'who asks cannot tell')
  const together = await Promise.all(
    Array.from({ length: 58 }, (_, at) => ask(`p${at}@x.example`, { client: '198.51.100.7' }))
  )
  t.ok(together.every(({ statusCode }) => statusCode === 303))
  const replies = [
    await ask('a@x.example', { client: '198.51.100.7' }),
    await ask('b@x.example', { client: '198.51.100.7' })
  ]
  t.strictSame(
    replies.map(({ statusCode }) => statusCode),
    [303, 303]
  )
  const refused = await ask('c@x.example', { client: '198.51.100.7' })
  t.equal(refused.statusCode, 429)
  t.match(refused.body, /Too many links/)
  t.equal((await ask('c@x.example', { client: '198.51.100.8' })).statusCode, 303, 'not for others')
  clock.set('2027-03-01T08:14:59Z')
  t.equal((await ask(amara.email, { client: '198.51.100.7' })).statusCode, 429)
  clock.set('2027-03-01T08:15:00Z')
  t.equal((await ask(amara.email, { client: '198.51.100.7' })).statusCode, 303)
  await forgetSpentSignIns({ db, now: () => new Date('2027-03-02T08:17:00Z'), actor: null, requestId: null })
  t.strictSame(await db.select().from(linkRequests), [], 'forgotten after a day')
  t.equal((await mailed()).length, 4)
})

t.test(
  'what is no address, a foreign form, a mail server that is away, and links that are off',
  async (t) => {
    const { ask, app, amara } = await mailingHouse(t, { fails: true })
    t.equal((await ask(amara.email)).statusCode, 303, 'whoever asks waits for no mail server')
    for (const email of [
      '',
      'amara',
      'a b@c.example',
      `${'x'.repeat(250)}@x.example`,
      'a@x.example\r\nBcc: b@x.example'
    ])
      t.equal((await ask(email)).statusCode, 400, email)
    const foreign = await app.inject({
      method: 'POST',
      url: '/sign-in/link-requests',
      headers: { ...HTML, 'sec-fetch-site': 'cross-site' },
      payload: `email=${amara.email}`
    })
    t.equal(foreign.statusCode, 403)
    await app.close()

    const off = await mailingHouse(t, { signInLinks: false })
    t.equal((await off.ask(off.amara.email)).statusCode, 403)
    t.notMatch((await off.app.inject({ url: '/sign-in' })).body, /link-requests/)
    const made = await off
      .as(off.ada)
      .send('POST', `/people/${off.amara.id}/link`, { headers: HTML, payload: '' })
    t.equal(made.statusCode, 403, 'nor does an administrator make one')
    t.strictSame(await off.mailed(), [])
  }
)
