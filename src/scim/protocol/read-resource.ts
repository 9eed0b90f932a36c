import { placeIn, type ResourceSchema } from './attributes.ts'
import { type Complex, type Document, isComplex, isObject } from './document.ts'
import { readValue } from './read-value.ts'
import { badRequest } from './scim-problem.ts'

/** Puts a value into a resource, or takes it out; an extension that holds nothing is gone. */
export function setAt(
  document: Document,
  holder: string | null,
  name: string,
  value: Document[string] | undefined
) {
  const existing = holder === null ? document : document[holder]
  const within: Complex = isComplex(existing) ? existing : {}
  if (value === undefined) delete within[name]
  else within[name] = value
  if (holder === null) return
  if (Object.keys(within).length === 0) delete document[holder]
  else document[holder] = within
}

export function getAt(document: Document, holder: string | null, name: string): Document[string] | undefined {
  const within = holder === null ? document : document[holder]
  return isComplex(within) && Object.hasOwn(within, name) ? within[name] : undefined
}

/** The names of a body with its extensions laid open: `department` comes as `urn:…:User:department`. */
export function namesOf(schema: ResourceSchema, body: Record<string, unknown>): [string, unknown][] {
  return Object.entries(body).flatMap(([key, value]): [string, unknown][] => {
    const urn = [schema.id, schema.extension?.id].find((id) => id?.toLowerCase() === key.toLowerCase())
    if (urn === undefined) return [[key, value]]
    if (value === null) return []
    if (!isObject(value)) throw badRequest('invalidSyntax', `${urn} must be an object.`)
    return Object.entries(value).map(([name, inner]) => [`${urn}:${name}`, inner])
  })
}

/**
 * The resource in the body of a POST or PUT. What only the server writes is left out, as RFC 7644 (3.5.1) has it; an
 * attribute that no schema has is refused, because a misspelt name is a lost wish.
 *
 * @throws {ScimProblem}
 */
export function readResource(schema: ResourceSchema, body: unknown): Document {
  if (!isObject(body)) throw badRequest('invalidSyntax', 'The body must be a JSON object.')
  const document: Document = {}
  for (const [key, raw] of namesOf(schema, body)) {
    const place = placeIn(schema, key)
    if (!place) {
      throw badRequest('invalidSyntax', `There is no attribute ${key.slice(0, 100)}; see /Schemas.`)
    }
    const { holder, attribute, part } = place
    if (attribute.isReadOnly || attribute.isDropped) continue
    const value = part ? { [part.name]: raw } : raw
    const read = readValue(attribute, value)
    if (read !== undefined) setAt(document, holder, attribute.name, read)
  }
  return document
}

/** @throws {ScimProblem} naming the first attribute that must be there and is not. */
export function requireAttributes(schema: ResourceSchema, document: Document): void {
  const missing = schema.attributes.find(({ isRequired, name }) => isRequired && document[name] === undefined)
  if (missing) throw badRequest('invalidValue', `${missing.name} is required.`)
}
