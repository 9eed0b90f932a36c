import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { readSettings } from '../../src/config.ts'

function newFolder(t: Test): string {
  const folder = mkdtempSync(join(tmpdir(), 'lyttepost-env-'))
  t.teardown(() => rmSync(folder, { recursive: true }))
  return folder
}

t.test('what stands in .env is set, and what the process has itself goes before it', async (t) => {
  const folder = newFolder(t)
  t.equal(readSettings({}, folder).port, 3000, 'without a file it is as usual')
  const lines = [
    '# our server',
    'PORT=4000',
    'MAIL_FROM=Lyttepost <support@example.com>',
    'SMTP_URL=smtp://support:p%40ss@mail.example.com:587'
  ]
  writeFileSync(join(folder, '.env'), lines.join('\n'))
  t.match(readSettings({}, folder), {
    port: 4000,
    mailFrom: 'Lyttepost <support@example.com>',
    smtpUrl: 'smtp://support:p%40ss@mail.example.com:587'
  })
  t.equal(readSettings({ PORT: '5000' }, folder).port, 5000)
  t.equal(readSettings({ ENV_FILE: '' }, folder).port, 3000, 'an empty name is no file')
})

t.test('another file is named; one that is not there is told, and so is what is wrong in it', async (t) => {
  const folder = newFolder(t)
  writeFileSync(join(folder, 'ours'), 'PORT=4001')
  t.equal(readSettings({ ENV_FILE: 'ours' }, folder).port, 4001)
  t.throws(() => readSettings({ ENV_FILE: 'nowhere' }, folder), {
    message: /ENV_FILE: the file \S+nowhere cannot be read/
  })
  writeFileSync(join(folder, 'ours'), 'PORT=many')
  t.throws(() => readSettings({ ENV_FILE: 'ours' }, folder), { message: /PORT/ })
})
