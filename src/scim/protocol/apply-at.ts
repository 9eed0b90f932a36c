import type { Attribute } from './attributes.ts'
import { type Complex, type Document, isComplex, listOf, stableJson, type Value } from './document.ts'
import type { Filter } from './filter.ts'
import { matchesFilter } from './matches-filter.ts'
import type { Target } from './parse-path.ts'
import { getAt, setAt } from './read-resource.ts'
import { readValue, sameValue, tidyValues } from './read-value.ts'
import { badRequest } from './scim-problem.ts'

export type Verb = 'add' | 'remove' | 'replace'

/** An attribute of many values, as if it had one. */
function oneOfMany({ isMany: _, ...attribute }: Attribute): Attribute {
  return attribute
}

function without(complex: Complex, name: string): Complex {
  const { [name]: _, ...rest } = complex
  return rest
}

const withPart = (complex: Complex, part: Attribute, value: Value | undefined): Complex =>
  value === undefined ? without(complex, part.name) : { ...complex, [part.name]: value }

/** What `type eq "work" and primary eq true` says of a value that it would fit; null where it does not say so plainly. */
function saidBy(filter: Filter): Complex | null {
  if (filter.kind === 'and') {
    const parts = filter.parts.map(saidBy)
    return parts.includes(null) ? null : Object.assign({}, ...parts)
  }
  if (filter.kind !== 'compare' || filter.operator !== 'eq' || filter.at.part) return null
  const value = readValue(filter.at.attribute, filter.operand)
  return value === undefined ? null : { [filter.at.attribute.name]: value }
}

/** An attribute of many values with a filter: only those that fit change. */
function chosen(target: Target & { where: Filter }, verb: Verb, value: unknown, values: Value[]): Value[] {
  const { attribute, part, where } = target
  const isIt = (one: Value) => isComplex(one) && matchesFilter(where, one)
  if (verb === 'remove') {
    if (part === null) return values.filter((one) => !isIt(one))
    return values.map((one) => (isIt(one) ? without(one as Complex, part.name) : one))
  }
  const given = readValue(part ?? oneOfMany(attribute), value)
  const change = (one: Complex): Complex =>
    part ? withPart(one, part, given) : { ...one, ...(isComplex(given) ? given : {}) }
  const changed = values.map((one) => (isIt(one) ? change(one as Complex) : one))
  const touched = changed.filter((one, index) => one !== values[index])
  if (touched.length > 0) return tidyValues(changed, new Set(touched))
  const fresh = saidBy(where)
  if (fresh === null) throw badRequest('noTarget', `No value of ${attribute.name} fits the filter.`)
  const made = change(fresh)
  return tidyValues([...values, made], new Set([made]))
}

/** An attribute of many values as a whole. */
function many({ attribute, part }: Target, verb: Verb, value: unknown, values: Value[]): Value[] {
  if (part) {
    const change = (one: Value) =>
      isComplex(one) ? withPart(one, part, verb === 'remove' ? undefined : readValue(part, value)) : one
    const isFresh = values.length === 0 && verb !== 'remove'
    return tidyValues(isFresh ? [change({})] : values.map(change))
  }
  if (verb === 'remove') {
    // Entra ID names whom to remove in the value. All go only where nothing is named.
    if (value === undefined || value === null) return []
    const gone = listOf(readValue(attribute, value))
    const named = new Set(
      gone.flatMap((one) => (isComplex(one) && one.value !== undefined ? [stableJson(one.value)] : []))
    )
    return values.filter(
      (one) =>
        !(isComplex(one) && named.has(stableJson(one.value))) &&
        !gone.some((it) => !isComplex(it) && sameValue(it, one))
    )
  }
  const given = listOf(readValue(attribute, value))
  return verb === 'replace' ? given : tidyValues([...values, ...given], new Set(given))
}

/** An attribute of one value: a complex one keeps the parts that are not named. */
function single({ attribute, part }: Target, verb: Verb, value: unknown, stored: Value | undefined) {
  const before: Complex = isComplex(stored) ? stored : {}
  if (part) return withPart(before, part, verb === 'remove' ? undefined : readValue(part, value))
  if (verb === 'remove') return undefined
  const given = readValue(attribute, value)
  return isComplex(given) ? { ...before, ...given } : given
}

const isEmpty = (value: Value | undefined): boolean =>
  value === undefined ||
  (Array.isArray(value) ? value.length === 0 : isComplex(value) && Object.keys(value).length === 0)

/**
 * Does one operation at one place. What is not kept is passed over; what only the server writes is refused, save where a
 * whole resource is sent back as it was read.
 *
 * @throws {ScimProblem}
 */
export function applyAt(
  document: Document,
  target: Target,
  verb: Verb,
  value: unknown,
  { isWhole = false }: { isWhole?: boolean } = {}
): void {
  const { holder, attribute, part, where } = target
  if (attribute.isReadOnly || part?.isReadOnly) {
    if (isWhole) return
    throw badRequest('mutability', `${attribute.name} is written by the server alone.`)
  }
  if (attribute.isDropped || part?.isDropped) return
  const stored = getAt(document, holder, attribute.name)
  const values = listOf(stored)
  const result = where
    ? chosen({ ...target, where }, verb, value, values)
    : attribute.isMany
      ? many(target, verb, value, values)
      : single(target, verb, value, stored)
  const kept = Array.isArray(result) ? result.filter((one) => !isEmpty(one)) : result
  setAt(document, holder, attribute.name, isEmpty(kept) ? undefined : kept)
}
