import { applyAt, type Verb } from './apply-at.ts'
import type { ResourceSchema } from './attributes.ts'
import { type Document, isObject } from './document.ts'
import { parsePath } from './parse-path.ts'
import { namesOf } from './read-resource.ts'
import { badRequest } from './scim-problem.ts'

const VERBS: readonly string[] = ['add', 'remove', 'replace'] satisfies Verb[]
const MOST_OPERATIONS = 1_000

/** Names of a message count alike with and without capitals, as all names of SCIM. */
const field = (object: Record<string, unknown>, name: string): unknown =>
  Object.entries(object).find(([key]) => key.toLowerCase() === name)?.[1]

function verbOf(operation: Record<string, unknown>): Verb {
  const word = field(operation, 'op')
  const verb = typeof word === 'string' ? word.toLowerCase() : ''
  if (!VERBS.includes(verb)) {
    throw badRequest(
      'invalidSyntax',
      `op must be add, remove or replace; it is ${JSON.stringify(word)?.slice(0, 100)}.`
    )
  }
  return verb as Verb
}

function applyOne(schema: ResourceSchema, document: Document, operation: unknown): void {
  if (!isObject(operation)) throw badRequest('invalidSyntax', 'Each operation must be an object.')
  const verb = verbOf(operation)
  const path = field(operation, 'path')
  const value = field(operation, 'value')
  if (path !== undefined && path !== null && path !== '') {
    if (typeof path !== 'string') throw badRequest('invalidPath', 'path must be a text.')
    const urn = [schema.id, schema.extension?.id].find((id) => id?.toLowerCase() === path.toLowerCase())
    if (urn === undefined) applyAt(document, parsePath(schema, path), verb, value)
    else applyNamed(schema, document, verb, { [urn]: value })
  } else {
    if (verb === 'remove') throw badRequest('noTarget', 'remove needs a path.')
    applyNamed(schema, document, verb, value)
  }
}

/** Without a path the names of the value are the paths; Entra ID puts dots and brackets into them, too. */
function applyNamed(schema: ResourceSchema, document: Document, verb: Verb, value: unknown): void {
  if (!isObject(value)) throw badRequest('invalidValue', 'Without a path, value must be an object.')
  for (const [name, inner] of namesOf(schema, value)) {
    applyAt(document, parsePath(schema, name), verb, inner, { isWhole: true })
  }
}

/**
 * The resource after the operations of a PATCH, one after the other; the one given stays as it is.
 *
 * @throws {ScimProblem} at the first operation that cannot be done: then nothing of the request is.
 */
export function applyPatch(schema: ResourceSchema, document: Document, body: unknown): Document {
  const operations = isObject(body) ? field(body, 'operations') : undefined
  if (!Array.isArray(operations) || operations.length === 0) {
    throw badRequest('invalidSyntax', 'Operations must be a list with one operation at least.')
  }
  if (operations.length > MOST_OPERATIONS) throw badRequest('tooMany', 'There are too many operations.')
  const result = structuredClone(document)
  for (const operation of operations) applyOne(schema, result, operation)
  return result
}
