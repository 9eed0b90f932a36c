import fc from 'fast-check'
import t from 'tap'
import { applyPatch } from '../../../src/scim/protocol/apply-patch.ts'
import { GROUPS, USERS } from '../../../src/scim/protocol/attributes.ts'
import { matchesFilter } from '../../../src/scim/protocol/matches-filter.ts'
import { parseFilter } from '../../../src/scim/protocol/parse-filter.ts'
import { readResource } from '../../../src/scim/protocol/read-resource.ts'
import { ScimProblem } from '../../../src/scim/protocol/scim-problem.ts'
import { aPerson, ENTERPRISE, PATCH, provisionedCompany, USER } from './scim-cast.ts'

/** More by `SCIM_RUNS=20000`, from another seed by `SCIM_SEED=7`. */
const RUNS = Number(process.env.SCIM_RUNS ?? 1500)
const seeded = { seed: Number(process.env.SCIM_SEED ?? 1), numRuns: RUNS }
/** Through HTTP and the database, so fewer. */
const asked = { ...seeded, numRuns: Math.ceil(RUNS / 25) }

const ATTRIBUTES = [
  'userName',
  'USERNAME',
  'name.givenName',
  'emails',
  'emails.value',
  'emails[type eq "work"].value',
  'active',
  'title',
  'manager',
  `${ENTERPRISE}:manager`,
  `${ENTERPRISE}:department`,
  `${USER}:title`,
  'phoneNumbers[type eq "x"].value',
  'meta.lastModified',
  'groups',
  'id',
  'nothing',
  'members[value eq "x"]',
  'addresses[primary eq "True"].country'
]
const word = fc.oneof(
  fc.constantFrom(...ATTRIBUTES),
  fc.constantFrom(
    'eq',
    'NE',
    'co',
    'sw',
    'ew',
    'pr',
    'gt',
    'le',
    'and',
    'or',
    'not',
    '(',
    ')',
    '[',
    ']',
    '.'
  ),
  fc.constantFrom(
    '"a"',
    '"\\u0000"',
    '""',
    'true',
    'False',
    'null',
    '12',
    '-0.5',
    '"2027-03-01T00:00:00Z"',
    '"'
  ),
  fc.string({ maxLength: 8 })
)
const comparison = fc
  .tuple(
    fc.constantFrom(...ATTRIBUTES),
    fc.constantFrom('eq', 'NE', 'co', 'gt', 'sw'),
    fc.string(),
    fc.constantFrom(' and ', ' or ', '')
  )
  .map(([name, how, text, joined]) => `${name} ${how} ${JSON.stringify(text)}${joined}`)
const filterText = fc.oneof(
  fc.array(word, { maxLength: 12 }).map((words) => words.join(' ')),
  fc.array(comparison, { maxLength: 4 }).map((parts) => parts.join('')),
  fc.string()
)

const SOMEBODY = readResource(USERS, aPerson())

/** What is thrown for a request that cannot be done is told to the client; anything else would be a 500. */
function toldOf(work: () => unknown): string {
  try {
    work()
    return 'done'
  } catch (error) {
    if (error instanceof ScimProblem && error.status === 400) return error.scimType ?? 'none'
    throw error
  }
}

t.test('a text is a filter that answers, or it is refused as none', async (t) => {
  const seen = new Map<string, number>()
  fc.assert(
    fc.property(filterText, (text) => {
      const told = toldOf(() => matchesFilter(parseFilter(USERS, text), SOMEBODY))
      seen.set(told, (seen.get(told) ?? 0) + 1)
      return told === 'done' || told === 'invalidFilter'
    }),
    seeded
  )
  t.ok((seen.get('done') ?? 0) > 0 && (seen.get('invalidFilter') ?? 0) > 0, JSON.stringify([...seen]))
})

t.test(
  'a filter and its opposite part the world, and brackets around everything change nothing',
  async (t) => {
    const operator = fc.constantFrom('eq', 'co', 'sw', 'ew', 'gt', 'ge', 'lt', 'le')
    const simple = fc
      .tuple(fc.constantFrom('userName', 'title', 'emails.value', 'name.familyName'), operator, fc.string())
      .map(([name, how, text]) => `${name} ${how} ${JSON.stringify(text)}`)
    const filter = fc
      .array(fc.tuple(simple, fc.constantFrom('and', 'or')), { minLength: 1, maxLength: 5 })
      .map((parts) => parts.flat().slice(0, -1).join(' '))
    const fits = (text: string) => matchesFilter(parseFilter(USERS, text), SOMEBODY)
    fc.assert(
      fc.property(
        filter,
        (text) => fits(text) !== fits(`not (${text})`) && fits(text) === fits(`((${text}))`)
      ),
      seeded
    )
    t.ok(fits('userName sw "INES" and (title eq "x" or title eq "analyst")'), 'capitals do not matter')
    t.notOk(fits('title eq "x" or userName pr and title eq "y"'), 'and binds closer than or')
    t.ok(fits('emails[type eq "work" and value co "fjordlys"]'))
    t.notOk(fits('emails[type eq "home" and value co "fjordlys"]'))
    const deep = `${'('.repeat(3000)}title pr${')'.repeat(3000)}`
    t.equal(
      toldOf(() => fits(deep)),
      'invalidFilter'
    )
  }
)

const value = fc.oneof(
  fc.string(),
  fc.boolean(),
  fc.constantFrom('True', 'False', null, 7, '', [], {}),
  fc.array(fc.record({ value: fc.string(), type: fc.constantFrom('work', 'home'), primary: fc.boolean() })),
  fc.record({ value: fc.string() }),
  fc.dictionary(fc.constantFrom(...ATTRIBUTES), fc.oneof(fc.string(), fc.boolean())),
  fc.jsonValue()
)
const operation = fc.record(
  {
    op: fc.oneof(fc.constantFrom('add', 'Replace', 'REMOVE', 'remove', 'move'), fc.string()),
    path: fc.oneof(fc.constantFrom(...ATTRIBUTES), fc.string(), fc.jsonValue()),
    value
  },
  { requiredKeys: ['op'] }
)
const patch = fc.record({ schemas: fc.constant([PATCH]), Operations: fc.array(operation, { maxLength: 5 }) })

t.test('a PATCH gives a resource, or is refused and leaves what was there as it was', async (t) => {
  const before = JSON.stringify(SOMEBODY)
  const seen = new Set<string>()
  fc.assert(
    fc.property(fc.oneof(patch, fc.jsonValue()), fc.constantFrom(USERS, GROUPS), (body, schema) => {
      seen.add(toldOf(() => applyPatch(schema, SOMEBODY, body)))
      return JSON.stringify(SOMEBODY) === before
    }),
    seeded
  )
  t.ok(seen.has('done') && seen.size > 4, [...seen].join())
})

t.test('the same PATCH a second time changes nothing', async (t) => {
  let done = 0
  fc.assert(
    fc.property(patch, (body) => {
      if (toldOf(() => applyPatch(USERS, SOMEBODY, body)) !== 'done' || body.Operations.length > 1)
        return true
      const once = applyPatch(USERS, SOMEBODY, body)
      if (toldOf(() => applyPatch(USERS, once, body)) !== 'done') return true
      done += 1
      return JSON.stringify(applyPatch(USERS, once, body)) === JSON.stringify(once)
    }),
    seeded
  )
  t.ok(done > 20, String(done))
})

const text = fc.stringMatching(/^[A-Za-zÆØÅæøå][A-Za-zÆØÅæøå .-]{0,20}$/)
const person = fc.record(
  {
    displayName: text,
    name: fc.record({ givenName: text, familyName: text, formatted: text }, { requiredKeys: [] }),
    title: text,
    externalId: text,
    locale: fc.constantFrom('nb-NO', 'sv', 'en-GB', 'fi-FI'),
    preferredLanguage: fc.constantFrom('nb', 'de'),
    timezone: fc.constantFrom('Europe/Oslo', 'Asia/Tokyo'),
    active: fc.boolean(),
    addresses: fc.array(fc.record({ type: fc.constantFrom('work', 'home'), country: text }), {
      maxLength: 2
    }),
    emails: fc.array(
      fc.record({
        value: fc.stringMatching(/^[a-z]{6,10}$/).map((name) => `${name}@random.example`),
        type: fc.constantFrom('work', 'home'),
        primary: fc.boolean()
      }),
      { maxLength: 3 }
    ),
    [ENTERPRISE]: fc.record(
      { department: text, employeeNumber: text, manager: fc.record({ value: text }) },
      { requiredKeys: [] }
    )
  },
  { requiredKeys: [] }
)

t.test('a resource that is sent back as it was read changes nothing', async (t) => {
  const { idp, clock } = await provisionedCompany(t)
  let index = 0
  const refused: number[] = []
  await fc.assert(
    fc.asyncProperty(person, async (more) => {
      index += 1
      const userName = `random.${index}@fjordlys.example`
      const made = await idp.post('/Users', { ...more, userName, active: true })
      if (made.statusCode !== 201) {
        refused.push(made.statusCode)
        return made.statusCode === 400 || made.statusCode === 409
      }
      const read = await idp.get(`/Users/${made.json().id}`)
      clock.set(new Date(clock.now().getTime() + 60_000).toISOString())
      const put = await idp.put(`/Users/${made.json().id}`, read.json())
      const after = await idp.get(`/Users/${made.json().id}`)
      return put.statusCode === 200 && JSON.stringify(after.json()) === JSON.stringify(read.json())
    }),
    asked
  )
  t.ok(refused.length < index / 2, `${refused.length} of ${index} refused`)
})

t.test('no request makes the server fail, whatever stands in it', async (t) => {
  const { idp, amara } = await provisionedCompany(t)
  const group = (await idp.post('/Groups', { displayName: 'G', members: [{ value: amara.id }] })).json()
  const paths = [`/Users/${amara.id}`, `/Groups/${group.id}`]
  const query = fc.dictionary(
    fc.constantFrom('filter', 'count', 'startIndex', 'attributes', 'excludedAttributes', 'sortBy'),
    fc.oneof(filterText, fc.constantFrom(...ATTRIBUTES, '7', '-1', '99999999999'))
  )
  await fc.assert(
    fc.asyncProperty(
      patch,
      fc.constantFrom(...paths),
      query,
      fc.jsonValue(),
      async (body, path, asks, json) => {
        const replies = [
          await idp.send('PATCH', path, body),
          await idp.get(`/Users?${new URLSearchParams(asks)}`),
          await idp.get(`/Groups?${new URLSearchParams(asks)}`),
          await idp.send('PUT', path, json),
          await idp.send('POST', '/Users', json),
          await idp.send('POST', '/Groups/.search', json)
        ]
        const wrong = replies.find(({ statusCode }) => statusCode >= 500)
        if (wrong) throw new Error(wrong.body)
      }
    ),
    asked
  )
  t.equal((await idp.get(paths[0]!)).statusCode, 200)
})
