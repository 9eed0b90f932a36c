import type { Attribute } from './attributes.ts'
import { type Complex, isComplex, isObject, listOf, stableJson, type Value } from './document.ts'
import { badRequest } from './scim-problem.ts'

const LONGEST_TEXT = 500
/** Addresses of a person; the members of a group are as many as there are people. */
const MOST_VALUES = 50_000

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const CONTROL = /[\u0000-\u001f\u007f]/
/** Half of a character beyond the first 65,536: no database takes it. */
const HALF_CHARACTER = /\p{Surrogate}/u

function readText({ name }: Attribute, value: unknown): string | undefined {
  const text = typeof value === 'number' ? String(value) : value
  if (typeof text !== 'string') throw badRequest('invalidValue', `${name} must be a text.`)
  if (text.length > LONGEST_TEXT) throw badRequest('invalidValue', `${name} is too long.`)
  if (CONTROL.test(text) || HALF_CHARACTER.test(text)) {
    throw badRequest('invalidValue', `${name} has characters that are no text.`)
  }
  return text.trim() === '' ? undefined : text.normalize('NFC')
}

/** Identity providers write booleans as texts, with a capital: "False" is false, and nothing else that is a text is true. */
function readFlag({ name }: Attribute, value: unknown): boolean {
  if (typeof value === 'boolean') return value
  const word = typeof value === 'string' ? value.toLowerCase() : ''
  if (word !== 'true' && word !== 'false') throw badRequest('invalidValue', `${name} must be true or false.`)
  return word === 'true'
}

function readComplex({ name, parts = [] }: Attribute, value: unknown): Complex | undefined {
  const hasValue = parts.some((part) => part.name === 'value')
  if (!isObject(value)) {
    const isPlain = typeof value === 'string' || typeof value === 'number'
    if (!isPlain || !hasValue) throw badRequest('invalidValue', `${name} must be an object.`)
    return readComplex({ name, type: 'complex', parts }, { value })
  }
  const found: Complex = {}
  for (const [key, raw] of Object.entries(value)) {
    const part = parts.find((one) => one.name.toLowerCase() === key.toLowerCase())
    if (!part) throw badRequest('invalidSyntax', `${name} has no part called ${key.slice(0, 100)}.`)
    const read = part.isReadOnly ? undefined : readValue(part, raw)
    if (read !== undefined) found[part.name] = read
  }
  return Object.keys(found).length === 0 ? undefined : found
}

function readOne(attribute: Attribute, value: unknown): Value | undefined {
  if (value === null || value === undefined) return undefined
  if (attribute.type === 'boolean') return readFlag(attribute, value)
  if (attribute.type === 'complex') return readComplex(attribute, value)
  return readText(attribute, value)
}

/** Who somebody is stands in `value`; where that is the same, it is the same value said twice. */
export const sameValue = (one: Value, other: Value): boolean =>
  isComplex(one) && isComplex(other) && one.type === other.type && one.value !== undefined
    ? stableJson(one.value) === stableJson(other.value)
    : stableJson(one) === stableJson(other)

/** Without those said twice, and with one primary at most: the first, or the first of `preferred`. */
export function tidyValues(values: readonly Value[], preferred: ReadonlySet<Value> = new Set()): Value[] {
  const seen = new Set<string>()
  const once = values.filter((value) => {
    const key =
      isComplex(value) && value.value !== undefined
        ? stableJson([value.type ?? null, value.value])
        : stableJson(value)
    return !seen.has(key) && seen.add(key)
  })
  const primaries = once.filter((value) => isComplex(value) && value.primary === true)
  const chosen = primaries.find((value) => preferred.has(value)) ?? primaries[0]
  return once.map((value) => {
    if (!isComplex(value) || value.primary !== true || value === chosen) return value
    const { primary: _, ...rest } = value
    return rest
  })
}

/**
 * A value of a request as it is kept: capitals of names put right, what is empty or not kept left out.
 *
 * @returns undefined where nothing is left
 * @throws {ScimProblem} where the value is none that the attribute can have.
 */
export function readValue(attribute: Attribute, value: unknown): Value | undefined {
  if (attribute.isDropped || value === null || value === undefined) return undefined
  if (!attribute.isMany) {
    if (Array.isArray(value)) {
      if (value.length > 1) throw badRequest('invalidValue', `${attribute.name} has one value only.`)
      return readOne(attribute, value[0])
    }
    return readOne(attribute, value)
  }
  const all = Array.isArray(value) ? value : [value]
  if (all.length > MOST_VALUES) throw badRequest('tooMany', `${attribute.name} has too many values.`)
  const values = all.flatMap((one) => listOf(readOne(attribute, one)))
  return values.length === 0 ? undefined : tidyValues(values)
}
