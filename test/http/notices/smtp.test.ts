import t, { type Test } from 'tap'
import { auditEntries } from '../../../db/schema/audit.ts'
import { emailSender, type MailLimits } from '../../../src/notices/email/email-sender.ts'
import { selfSigned } from '../../helpers/certificate.ts'
import { type MailServerOptions, mailServer } from './mail-server.ts'
import { deliveriesIn, house, PUBLIC_URL, postBy } from './notices-cast.ts'

/** The house with a real mail server, and a message to Amara on its way. */
async function houseWithMail(t: Test, server: MailServerOptions = {}, limits?: MailLimits) {
  const parts = await house(t)
  const mail = await mailServer(server)
  const connect = (smtpUrl: string) => {
    const settings = { smtpUrl, mailFrom: 'Lyttepost <support@fjordlys.example>', publicUrl: PUBLIC_URL }
    const sender = emailSender(settings, limits)
    t.teardown(() => sender.close())
    return { ...parts.system, post: postBy(sender) }
  }
  t.teardown(() => mail.close())
  await parts.tell(parts.amara, 'swap-withdrawn', { by: { name: 'Bjørn Ærlig' }, swapKind: 'swap' })
  return { ...parts, mail, connect, system: connect(mail.url) }
}

const decoded = (words: string) =>
  words.replaceAll(/=\?UTF-8\?([QB])\?([^?]*)\?=\s*/gi, (_, form: string, text: string) =>
    form.toUpperCase() === 'B'
      ? Buffer.from(text, 'base64').toString()
      : decodeURIComponent(text.replaceAll('_', ' ').replaceAll('=', '%'))
  )

t.test(
  'a message arrives with all its headers, as text and as HTML, its subject in any letters',
  async (t) => {
    const { db, deliver, system, mail, amara, clock } = await houseWithMail(t)
    await deliver(system)
    t.equal(mail.mails.length, 1)
    const [{ headers, raw, from, to }] = mail.mails as [(typeof mail.mails)[number]]
    t.strictSame([from, to], ['support@fjordlys.example', [amara.email]])
    t.equal(decoded(headers.subject!), 'Bjørn Ærlig withdrew the swap')
    t.match(headers.subject, /^=\?UTF-8\?/i, 'encoded, as headers are ASCII')
    const [delivery] = await deliveriesIn(db)
    t.equal(headers['message-id'], delivery!.messageId)
    t.match(delivery!.messageId, /^<[0-9a-f-]{36}@support\.fjordlys\.example>$/)
    t.equal(new Date(headers.date!).getTime(), clock.now().getTime())
    t.equal(headers['auto-submitted'], 'auto-generated')
    t.equal(headers['list-unsubscribe'], `<${PUBLIC_URL}/unsubscribe/${amara.id}.swaps>`)
    t.equal(headers['list-unsubscribe-post'], 'List-Unsubscribe=One-Click')
    t.match(headers['content-type'], 'multipart/alternative')
    t.match(raw, 'text/plain; charset=utf-8')
    t.match(raw, 'text/html; charset=utf-8')
    t.match(raw.replaceAll(/=\r\n/g, ''), `Open Lyttepost: ${PUBLIC_URL}/`)
    t.match(delivery, { sentAt: clock.now(), receipt: /250/, attempts: 1, lastError: null })
  }
)

t.test('what people wrote is text in HTML too', async (t) => {
  const { deliver, system, mail, tell, bo } = await houseWithMail(t)
  await tell(bo, 'swap-refused', { by: { name: 'Lars' }, reason: '<img src=x onerror=alert(1)> & so' })
  await deliver(system)
  const { raw } = mail.mails.find(({ to }) => to[0] === bo.email)!
  const html = raw
    .replaceAll(/=\r\n/g, '')
    .replaceAll('=3D', '=')
    .replace(/^[\s\S]*<!doctype/, '')
  t.match(html, '&lt;img src=x onerror=alert(1)')
  t.notMatch(html, '<img')
})

t.test('greylisted (451) it comes back later and arrives', async (t) => {
  let visits = 0
  const toRecipient = () => (visits++ === 0 ? { code: 451, text: 'Greylisted, come back' } : null)
  const { db, deliver, system, mail, clock } = await houseWithMail(t, { toRecipient })
  await deliver(system)
  const [waiting] = await deliveriesIn(db)
  t.match(waiting, {
    sentAt: null,
    failedAt: null,
    lastError: /451/,
    nextAt: new Date('2027-03-01T08:01:00Z')
  })
  await deliver(system)
  t.equal(visits, 1, 'not before its time')
  clock.set('2027-03-01T08:01:00Z')
  await deliver(system)
  t.equal(mail.mails.length, 1)
  t.match(await deliveriesIn(db), [{ sentAt: clock.now(), attempts: 2, lastError: null }])
  t.equal(mail.mails[0]!.headers['message-id'], waiting!.messageId)
})

t.test('an address that does not exist (550) is a dead letter at once, and in the audit log', async (t) => {
  const toRecipient = () => ({ code: 550, text: 'No such user' })
  const { db, deliver, system, mail, clock, amara } = await houseWithMail(t, { toRecipient })
  await deliver(system)
  clock.set('2027-03-02T08:00:00Z')
  await deliver(system)
  t.equal(mail.asked.length, 1, 'it is not tried again')
  const [dead] = await deliveriesIn(db)
  t.match(dead, { failedAt: new Date('2027-03-01T08:00:00Z'), lastError: /550/, attempts: 1 })
  const audit = await db.select().from(auditEntries)
  t.match(audit, [{ action: 'delivery.failed', objectId: dead!.id, after: { employeeId: amara.id } }])
})

t.test('when nobody is there, one message is tried, and the others wait without counting it', async (t) => {
  const { db, deliver, connect, mail, tell, bo, clock } = await houseWithMail(t)
  for (let i = 0; i < 10; i += 1) await tell(bo, 'swap-withdrawn')
  await mail.close()
  await deliver(connect(mail.url))
  const rows = await deliveriesIn(db)
  const tried = rows.filter(({ attempts }) => attempts > 0)
  t.ok(tried.length >= 1 && tried.length <= 5, `as many as are sent at once: ${tried.length}`)
  t.match(tried[0], { lastError: /ECONNREFUSED/, claimedBy: null })
  t.ok(rows.every(({ nextAt, sentAt }) => sentAt === null && nextAt > clock.now()))

  const again = await mailServer()
  t.teardown(() => again.close())
  clock.set('2027-03-01T09:00:00Z')
  await deliver(connect(again.url))
  t.equal(again.mails.length, 11, 'and all arrive when somebody is')
})

t.test('a server that does not take us (535) is no fault of the message', async (t) => {
  const options = {
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    authOptional: false,
    onAuth: (_: unknown, __: unknown, done: (error: Error) => void) => done(new Error('Wrong password'))
  }
  const { db, deliver, connect, mail } = await houseWithMail(t, { options })
  await deliver(connect(`smtp://user:secret@127.0.0.1:${mail.port}`))
  const [row] = await deliveriesIn(db)
  t.match(row, { failedAt: null, sentAt: null, attempts: 1, lastError: /535|Invalid login/ })
  t.notMatch(row!.lastError, 'secret')
})

t.test(
  'a slow server is waited for, one that is silent is left, and gets the same message later',
  async (t) => {
    const slow = await houseWithMail(t, { slowMs: 100 }, { answerMs: 5_000, messageMs: 5_000 })
    await slow.deliver(slow.system)
    t.match(await deliveriesIn(slow.db), [{ attempts: 1, lastError: null, receipt: /250/ }])

    const silent = await houseWithMail(t, { slowMs: 60_000 }, { answerMs: 200, messageMs: 5_000 })
    await silent.deliver(silent.system)
    const [row] = await deliveriesIn(silent.db)
    t.match(row, { sentAt: null, failedAt: null, attempts: 1, lastError: /imeout/ })
    const again = await mailServer()
    t.teardown(() => again.close())
    silent.clock.set('2027-03-01T08:05:00Z')
    await silent.deliver(silent.connect(again.url))
    const ids = [silent.mail, again].map(({ mails }) => mails[0]!.headers['message-id'])
    t.strictSame(ids, [row!.messageId, row!.messageId], 'taken twice, and known by its id')
  }
)

t.test('a message that takes longer than its time in all is left too', async (t) => {
  const drip = await houseWithMail(t, { slowMs: 60_000 }, { answerMs: 20_000, messageMs: 200 })
  await drip.deliver(drip.system)
  t.match(await deliveriesIn(drip.db), [{ sentAt: null, attempts: 1, lastError: /longer than 0\.2 s/ }])
})

t.test(
  'a server that offers encryption gets it, and one with a certificate that is not its own gets nothing',
  async (t) => {
    const { key, cert } = selfSigned('mail.fjordlys.example')
    const options = { disabledCommands: ['AUTH'], key, cert }
    const { db, deliver, connect, mail } = await houseWithMail(t, { options })
    await deliver(connect(mail.url))
    t.match(await deliveriesIn(db), [{ sentAt: null, lastError: /certificate/ }])
    t.equal(mail.mails.length, 0)

    const trusting = await houseWithMail(t, { options })
    await trusting.deliver(trusting.connect(`${trusting.mail.url}?tls.rejectUnauthorized=false`))
    t.match(trusting.mail.mails, [{ isSecure: true }])
  }
)
