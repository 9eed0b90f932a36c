import fc from 'fast-check'

/** The part of JSON Schema that our OpenAPI document uses. */
export interface JsonSchema {
  type?: string | string[]
  enum?: unknown[]
  const?: unknown
  anyOf?: JsonSchema[]
  properties?: Record<string, JsonSchema>
  required?: string[]
  items?: JsonSchema
  format?: string
  pattern?: string
  minimum?: number
  maximum?: number
  minLength?: number
  maxLength?: number
  minItems?: number
  maxItems?: number
}

const pad = (value: number) => String(value).padStart(2, '0')
const day = fc
  .tuple(
    fc.integer({ min: 1900, max: 2100 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 })
  )
  .map(([year, month, date]) => `${year}-${pad(month)}-${pad(date)}`)

/** They fit most schemas of free text, so they get as far as the database. */
const NASTY_TEXTS = [
  '\u0000',
  'a\u0000b',
  '\ud800x',
  '\u202e',
  '%00',
  "'; drop table employees; --",
  '=1+1',
  '%_\\',
  '\u{1f600}'
]

/** Texts that have broken programs before: zero bytes, half surrogates, right-to-left marks, SQL, paths, formulas. */
export const nasty: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    '',
    ' ',
    '\u0000',
    'a\u0000b',
    '\ud800',
    '\u202e',
    "'; drop table employees; --",
    '../../etc/passwd',
    '=1+1',
    '%00',
    '<script>alert(1)</script>',
    '0000-00-00',
    '9999-12-31',
    '2027-02-30',
    '24:01',
    '275760-09-13T00:00:00Z',
    '-000001-01-01T00:00:00Z',
    'Infinity',
    1e308,
    -1,
    0.5,
    2 ** 31,
    2 ** 53,
    [],
    {},
    [[[[]]]],
    { __proto__: null, constructor: 1 }
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ maxLength: 3000, minLength: 2000 }),
  fc.jsonValue({ maxDepth: 3 })
)

function textOf(schema: JsonSchema): fc.Arbitrary<unknown> {
  if (schema.format === 'uuid') return fc.uuid()
  if (schema.format === 'date') return day
  if (schema.format === 'date-time')
    return fc.tuple(day, fc.integer({ min: 0, max: 23 })).map(([d, h]) => `${d}T${pad(h)}:00:00Z`)
  if (schema.format === 'uri') return fc.webUrl()
  if (schema.format === 'email') return fc.emailAddress()
  if (schema.pattern && schema.pattern !== '\\S') return fc.stringMatching(new RegExp(schema.pattern))
  const plain = fc.string({
    minLength: schema.minLength ?? 0,
    maxLength: Math.min(schema.maxLength ?? 60, 60)
  })
  return fc.oneof({ weight: 2, arbitrary: plain }, { weight: 1, arbitrary: fc.constantFrom(...NASTY_TEXTS) })
}

function objectOf({ properties = {}, required = [] }: JsonSchema): fc.Arbitrary<unknown> {
  const fields = Object.fromEntries(
    Object.entries(properties).map(([name, schema]) => [name, fitting(schema)])
  )
  return fc.record(fields, { requiredKeys: required })
}

/** Values that fit the schema, or nearly: object-level rules are the server's to check. */
export function fitting(schema: JsonSchema): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map(fitting))
  if (Array.isArray(schema.type)) return fc.oneof(...schema.type.map((type) => fitting({ ...schema, type })))
  switch (schema.type) {
    case 'object':
      return objectOf(schema)
    case 'array':
      return fc.array(fitting(schema.items ?? {}), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.min(schema.maxItems ?? 5, 5)
      })
    case 'integer':
      return fc.integer({ min: schema.minimum ?? -1000, max: schema.maximum ?? 100_000 })
    case 'number':
      return fc.double({ min: schema.minimum ?? -1000, max: schema.maximum ?? 100_000, noNaN: true })
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    case 'string':
      return textOf(schema)
    default:
      return nasty
  }
}
