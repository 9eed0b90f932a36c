import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { ConfigNotValid, readConfig } from '../../src/config.ts'
import { newSigningKey, openSigningKey } from '../../src/sign-in/signing-key.ts'
import { temporaryFolder } from '../helpers/temporary-folder.ts'

t.test('an empty environment is enough', async (t) => {
  t.match(readConfig({}), {
    host: '127.0.0.1',
    port: 3000,
    publicUrl: 'http://localhost:3000',
    trustProxy: []
  })
})

t.test('every wrong setting is told at once, with its name and remedy', async (t) => {
  const env = {
    PORT: '80a',
    DATABASE_URL: 'mysql://x',
    PUBLIC_URL: 'ftp://x',
    LOG_LEVEL: 'loud',
    DRAIN_SECONDS: 'soon',
    SIGNING_KEY_FILE: '/no/such/file'
  }
  try {
    readConfig(env)
    t.fail('it was accepted')
  } catch (error) {
    t.type(error, ConfigNotValid)
    const named = (error as ConfigNotValid).wrong.map((line) => line.split(':')[0])
    t.same(named.sort(), Object.keys(env).sort())
  }
})

t.test('the address has no slash at its end and proxies are a list', async (t) => {
  const config = readConfig({ PUBLIC_URL: 'https://support.example.com/', TRUST_PROXY: '10.0.0.5, 10.0.0.6' })
  t.equal(config.publicUrl, 'https://support.example.com')
  t.strictSame(config.trustProxy, ['10.0.0.5', '10.0.0.6'])
})

t.test('a replica takes its time to leave, where there may be another one', async (t) => {
  t.equal(readConfig({}).drainSeconds, 0)
  t.equal(readConfig({ DATABASE_URL: 'postgres://localhost/x' }).drainSeconds, 3)
  t.equal(readConfig({ DATABASE_URL: 'postgres://localhost/x', DRAIN_SECONDS: '0' }).drainSeconds, 0)
})

t.test('a secret under 32 bytes refuses to start, whichever it is', async (t) => {
  const hex = 'a'.repeat(32)
  const slack = { SLACK_BOT_TOKEN: 'xoxb-1-2-token' }
  const lengths: [string, Record<string, string>, RegExp][] = [
    ['METRICS_TOKEN', {}, /METRICS_TOKEN: 32 signs at least/],
    ['SLACK_SIGNING_SECRET', slack, /SLACK_SIGNING_SECRET: must be/]
  ]
  for (const [name, beside, message] of lengths) {
    t.doesNotThrow(() => readConfig({ ...beside, [name]: hex }), name)
    t.throws(() => readConfig({ ...beside, [name]: hex.slice(1) }), message, name)
  }
})

t.test('a signing key is made once, for its owner only, and kept', async (t) => {
  const dataDir = temporaryFolder(t)
  const first = openSigningKey({ dataDir })
  t.equal(openSigningKey({ dataDir }).privatePem, first.privatePem)
  t.equal(statSync(join(dataDir, 'signing-key.pem')).mode & 0o777, 0o600)
  t.match(readFileSync(join(dataDir, 'signing-key.pem'), 'utf8'), 'PRIVATE KEY')
})

t.test('with DATABASE_URL a key must be given, and it must be a key', async (t) => {
  const databaseUrl = 'postgres://localhost/lyttepost'
  t.throws(() => openSigningKey({ dataDir: '.', databaseUrl }), /SIGNING_KEY or SIGNING_KEY_FILE: needed/)
  t.throws(() => openSigningKey({ dataDir: '.', databaseUrl, signingKey: 'secret' }), /SIGNING_KEY: /)
  const { privatePem } = newSigningKey()
  const file = join(temporaryFolder(t), 'key.pem')
  writeFileSync(file, privatePem)
  const config = readConfig({ DATABASE_URL: databaseUrl, SIGNING_KEY_FILE: file })
  t.equal(openSigningKey(config).privatePem, privatePem)
})
