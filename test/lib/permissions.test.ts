import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { permissionsPage } from '../../scripts/permissions-page.ts'
import { type Act, may, PERMISSIONS, STANDINGS } from '../../src/permissions.ts'
import type { Role } from '../../src/words.ts'

const someone = (roles: Role[] = [], leads: string[] = []) => ({
  ...{ employeeId: 'me', teamId: 'mine', leads },
  roles: new Set<Role>(['employee', ...roles])
})

t.test('a person is let do what a row of the table names them for, and nothing else', async (t) => {
  const people: Record<string, [ReturnType<typeof someone>, Parameters<typeof may>[2]]> = {
    self: [someone(), { employeeId: 'me', teamId: 'other' }],
    team: [someone(), { employeeId: 'bo', teamId: 'mine' }],
    lead: [someone(['lead'], ['led']), { employeeId: 'bo', teamId: 'led' }],
    owner: [someone(), { also: { owner: true } }],
    ownersLead: [someone(), { also: { ownersLead: true } }],
    host: [someone(['host']), {}],
    anyLead: [someone(['lead'], ['led']), { employeeId: 'bo', teamId: 'other' }],
    executive: [someone(), { also: { executive: true } }],
    hr: [someone(['hr']), { employeeId: 'bo', teamId: 'other' }],
    admin: [someone(['admin']), { employeeId: 'bo', teamId: 'other' }]
  }
  t.strictSame(Object.keys(people).sort(), Object.keys(STANDINGS).sort())
  for (const [act, { who }] of Object.entries(PERMISSIONS)) {
    const named = new Set<string>(who)
    // A lead of the team in question leads a team, too.
    const isNamed = (standing: string) => named.has(standing) || (standing === 'lead' && named.has('anyLead'))
    for (const [standing, [actor, whose]] of Object.entries(people))
      t.equal(may(actor, act as Act, whose), isNamed(standing), `${standing}: ${act}`)
    t.notOk(may(someone(), act as Act, { employeeId: 'bo', teamId: 'other' }), `a stranger: ${act}`)
    t.notOk(may(someone(), act as Act), `nobody's: ${act}`)
  }
})

t.test('the docs are what the house asks', async (t) => {
  t.equal(readFileSync('src/permissions.md', 'utf8'), permissionsPage(), 'run npm run permissions')
})

/** Where a role is asked for by name although it is no permission: as what somebody decides is written down. */
const EXCEPTIONS = new Set(['exemptions/decide-exemption.ts'])

t.test('no other place decides by roles who may do what', async (t) => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(
    (path) => /\.tsx?$/.test(path) && !/^(web\/|permissions\.ts|sign-in\/access\.ts)/.test(path)
  )
  const deciding = files.filter((path) => {
    const text = readFileSync(join('src', path), 'utf8')
    return !EXCEPTIONS.has(path) && /roles\.has\(/.test(text)
  })
  t.ok(files.length > 300)
  t.strictSame(deciding, [])
})

t.test('every cookie of ours is listed', async (t) => {
  const listed = readFileSync('src/sign-in/cookies.md', 'utf8')
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && /^(sign-in|web)\//.test(path))
    .map((path) => readFileSync(join('src', path), 'utf8'))
  const names = new Set(sources.flatMap((text) => text.match(/\blyttepost_(?!\b)[a-z_]+(?=['`])/g) ?? []))
  t.strictSame([...names].sort(), ['lyttepost_language', 'lyttepost_session', 'lyttepost_sign_in'])
  for (const name of names) t.match(listed, `\`${name}\``)
})
