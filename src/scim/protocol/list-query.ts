import type { ResourceSchema } from './attributes.ts'
import { MOST_RESULTS } from './discovery.ts'
import { isObject } from './document.ts'
import type { Filter } from './filter.ts'
import { parseFilter } from './parse-filter.ts'
import type { Projection } from './project.ts'
import { badRequest } from './scim-problem.ts'

export interface ListQuery extends Projection {
  filter: Filter | null
  /** From 1. */
  startIndex: number
  count: number
}

const USUAL_COUNT = 100

function textOf(raw: Record<string, unknown>, name: string): string | undefined {
  const value = raw[name]
  if (value === undefined || value === '') return undefined
  // A search sends names as a list, an address with commas.
  if (Array.isArray(value) && name.toLowerCase().endsWith('attributes')) return value.map(String).join(',')
  if (typeof value !== 'string' && typeof value !== 'number') {
    throw badRequest('invalidValue', `${name} must be given once.`)
  }
  return String(value)
}

function numberOf(raw: Record<string, unknown>, name: string, usual: number): number {
  const text = textOf(raw, name)
  if (text === undefined) return usual
  if (!/^-?\d{1,9}$/.test(text)) throw badRequest('invalidValue', `${name} must be a whole number.`)
  return Number(text)
}

export function readProjection(raw: unknown): Projection {
  if (!isObject(raw)) return {}
  const [attributes, excludedAttributes] = [textOf(raw, 'attributes'), textOf(raw, 'excludedAttributes')]
  if (attributes !== undefined && excludedAttributes !== undefined) {
    throw badRequest('invalidValue', 'Name either attributes or excludedAttributes.')
  }
  return { attributes, excludedAttributes }
}

/**
 * What a list is asked for, in an address or in the body of a search. A start before the first is the first, and less
 * than no results are none, as RFC 7644 (3.4.2.4) has it.
 *
 * @throws {ScimProblem}
 */
export function readListQuery(schema: ResourceSchema, raw: unknown): ListQuery {
  const query = isObject(raw) ? raw : {}
  const filter = textOf(query, 'filter')
  return {
    ...readProjection(query),
    filter: filter === undefined ? null : parseFilter(schema, filter),
    startIndex: Math.max(1, numberOf(query, 'startIndex', 1)),
    count: Math.min(MOST_RESULTS, Math.max(0, numberOf(query, 'count', USUAL_COUNT)))
  }
}

/** The text that a filter compares an attribute with for equality, wherever every match has to have it. */
export function soughtBy(filter: Filter | null, name: string): string | null {
  if (filter === null) return null
  if (filter.kind === 'and') {
    return filter.parts.map((part) => soughtBy(part, name)).find((found) => found !== null) ?? null
  }
  if (filter.kind === 'some' && filter.at.holder === null && filter.at.attribute.name === name) {
    return soughtBy(filter.where, 'value')
  }
  if (filter.kind !== 'compare' || filter.operator !== 'eq' || typeof filter.operand !== 'string') return null
  const { holder, attribute, part } = filter.at
  const isValue = part === null || part.name === 'value'
  return holder === null && isValue && attribute.name === name ? filter.operand : null
}
