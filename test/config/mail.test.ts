import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { readConfig } from '../../src/config.ts'
import { openPost } from '../../src/notices/open-post.ts'
import { newSigningKey } from '../../src/sign-in/signing-key.ts'
import { temporaryFolder } from '../helpers/temporary-folder.ts'

const MAIL_FROM = 'Lyttepost <support@example.com>'

t.test('mail needs a server and a sender, or neither; the server may come from a file', async (t) => {
  const file = join(temporaryFolder(t), 'smtp-url')
  writeFileSync(file, 'smtps://user:p%40ss@mail.example.com\n')
  t.match(readConfig({ SMTP_URL_FILE: file, MAIL_FROM }), {
    smtpUrl: 'smtps://user:p%40ss@mail.example.com',
    mailFrom: MAIL_FROM
  })
  t.equal(readConfig({}).smtpUrl, undefined)
  t.throws(() => readConfig({ MAIL_FROM }), /SMTP_URL or SMTP_URL_FILE: needed with MAIL_FROM/)
  t.throws(() => readConfig({ SMTP_URL: 'smtp://localhost' }), /MAIL_FROM: needed with SMTP_URL/)
})

t.test('what cannot be a mail server or a sender is refused, and no password is repeated', async (t) => {
  for (const SMTP_URL of ['mail.example.com', 'http://mail.example.com', 'smtp://', 'smtp:/secret@x']) {
    t.throws(() => readConfig({ SMTP_URL, MAIL_FROM }), /SMTP_URL: must look like/, SMTP_URL)
  }
  for (const from of ['Lyttepost', 'a@b\r\nBcc: c@d', 'Lyttepost <>', 'a b@c']) {
    t.throws(() => readConfig({ SMTP_URL: 'smtp://localhost', MAIL_FROM: from }), /MAIL_FROM: must be/, from)
  }
  try {
    readConfig({ SMTP_URL: 'ftp://user:secret@x', MAIL_FROM })
    t.fail('it was accepted')
  } catch (error) {
    t.notMatch((error as Error).message, 'secret')
  }
})

t.test('without settings of mail there is no way out but the inbox', async (t) => {
  const key = newSigningKey()
  const closed = openPost(readConfig({}), key)
  t.strictSame(closed.channels, {})
  const post = openPost(readConfig({ SMTP_URL: 'smtp://localhost', MAIL_FROM }), key)
  t.strictSame(Object.keys(post.channels), ['email'])
  t.match(post.unsubscribeUrl('x', 'swaps'), /^http:\/\/localhost:3000\/unsubscribe\/[\w-]+\.[\w-]+$/)
  post.close()
})
