import { type Attribute, meant, type Place } from './attributes.ts'
import { type Complex, isComplex, listOf, type Simple, type Value } from './document.ts'
import type { Filter, Operand, Operator } from './filter.ts'
import { getAt } from './read-resource.ts'

/** A complex attribute that is compared whole means its `value` (RFC 7644, 3.4.2.2). */
function valuesAt(document: Complex, { holder, attribute, part }: Place): Value[] {
  if (attribute.isDropped) return []
  const values = listOf(getAt(document, holder, attribute.name))
  if (part) return values.flatMap((value) => (isComplex(value) ? listOf(value[part.name]) : []))
  return values
}

const simple = (value: Value): Simple[] =>
  isComplex(value)
    ? listOf(value.value).flatMap((inner) => (isComplex(inner) || Array.isArray(inner) ? [] : [inner]))
    : Array.isArray(value)
      ? []
      : [value]

function ordered(operator: Operator, one: string | number, other: string | number): boolean {
  if (operator === 'gt') return one > other
  if (operator === 'ge') return one >= other
  if (operator === 'lt') return one < other
  return one <= other
}

function compareText(operator: Operator, stored: string, wanted: string): boolean {
  switch (operator) {
    case 'eq':
      return stored === wanted
    case 'co':
      return stored.includes(wanted)
    case 'sw':
      return stored.startsWith(wanted)
    case 'ew':
      return stored.endsWith(wanted)
    default:
      return ordered(operator, stored, wanted)
  }
}

function fits(attribute: Attribute, operator: Operator, value: Simple, operand: Operand): boolean {
  if (typeof value === 'boolean') return String(value) === String(operand).toLowerCase()
  if (operand === null || typeof operand === 'boolean') return false
  const wanted = String(operand)
  if (attribute.type === 'dateTime' && !['co', 'sw', 'ew'].includes(operator)) {
    const [at, then] = [Date.parse(value), Date.parse(wanted)]
    return operator === 'eq' ? at === then : ordered(operator, at, then)
  }
  const fold = (text: string) => (attribute.isCaseExact ? text : text.toLowerCase()).normalize('NFC')
  return compareText(operator, fold(value), fold(wanted))
}

function compares(document: Complex, filter: Filter & { kind: 'compare' }): boolean {
  const { at, operator, operand } = filter
  const values = valuesAt(document, at)
  if (operator === 'ne') return !compares(document, { ...filter, operator: 'eq' })
  if (operand === null) return operator === 'eq' && values.length === 0
  const attribute = meant(at)
  return values.flatMap(simple).some((value) => fits(attribute, operator, value, operand))
}

/**
 * Whether a resource, or one value of an attribute, fits a filter. Capitals matter only where the schema says so; `ne`
 * is the opposite of `eq`, also for many values.
 */
export function matchesFilter(filter: Filter, document: Complex): boolean {
  switch (filter.kind) {
    case 'and':
      return filter.parts.every((part) => matchesFilter(part, document))
    case 'or':
      return filter.parts.some((part) => matchesFilter(part, document))
    case 'not':
      return !matchesFilter(filter.part, document)
    case 'present':
      return valuesAt(document, filter.at).length > 0
    case 'some':
      return valuesAt(document, filter.at).some(
        (value) => isComplex(value) && matchesFilter(filter.where, value)
      )
    case 'compare':
      return compares(document, filter)
  }
}
