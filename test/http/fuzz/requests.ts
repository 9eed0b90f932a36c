import fc from 'fast-check'
import { fitting, type JsonSchema, nasty } from './json-schema.ts'

export interface Operation {
  method: string
  url: string
  operationId: string
  parameters: { name: string; in: 'path' | 'query' | 'header'; schema: JsonSchema }[]
  bodies: Record<string, JsonSchema>
}

interface OpenApi {
  paths: Record<
    string,
    Record<
      string,
      {
        operationId: string
        parameters?: Operation['parameters']
        requestBody?: { content: Record<string, { schema: JsonSchema }> }
      }
    >
  >
}

/** Every operation of an OpenAPI document, flat. */
export function operationsOf(document: unknown): Operation[] {
  return Object.entries((document as OpenApi).paths).flatMap(([url, methods]) =>
    Object.entries(methods).map(([method, { operationId, parameters = [], requestBody }]) => ({
      method: method.toUpperCase(),
      url,
      operationId,
      parameters,
      bodies: Object.fromEntries(
        Object.entries(requestBody?.content ?? {}).map(([type, { schema }]) => [type, schema])
      )
    }))
  )
}

export interface FuzzedRequest {
  operation: Operation
  url: string
  query: Record<string, string>
  contentType: string | undefined
  body: unknown
}

/** Mostly what the schema asks for, sometimes what it does not, and ids of things that exist now and then. */
function valueFor(schema: JsonSchema, ids: string[]): fc.Arbitrary<unknown> {
  const real = schema.format === 'uuid' ? [{ weight: 6, arbitrary: fc.constantFrom<unknown>(...ids) }] : []
  return fc.oneof(...real, { weight: 6, arbitrary: fitting(schema) }, { weight: 1, arbitrary: nasty })
}

function bodyFor(schema: JsonSchema | undefined, ids: string[]): fc.Arbitrary<unknown> {
  if (!schema)
    return fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: nasty })
  if (schema.type !== 'object') return valueFor(schema, ids)
  const fields = Object.entries(schema.properties ?? {}).map(
    ([name, field]) => [name, valueFor(field, ids)] as const
  )
  const whole = fc.record(Object.fromEntries(fields), { requiredKeys: schema.required ?? [] })
  const strange = fc
    .tuple(whole, fc.string({ maxLength: 10 }), nasty)
    .map(([body, key, value]) => ({ ...body, [key]: value }))
  return fc.oneof(
    { weight: 8, arbitrary: whole },
    { weight: 1, arbitrary: strange },
    { weight: 1, arbitrary: nasty }
  )
}

const asText = (value: unknown) =>
  typeof value === 'string' ? value : (JSON.stringify(value) ?? 'undefined')

/** Half surrogates have no place in an address. */
const wellFormed = (text: string) => Buffer.from(text).toString()

const LEFT_OUT = Symbol('left out')

/** A query parameter in two requests of five; a made-up cursor is refused before anything else is looked at, so rarely. */
function sometimes([name, value]: readonly [string, fc.Arbitrary<unknown>]) {
  const weight = name === 'cursor' ? 19 : 1.5
  return [
    name,
    fc.oneof({ weight: weight * 2, arbitrary: fc.constant(LEFT_OUT) }, { weight: 2, arbitrary: value })
  ] as const
}

/** A request to one of the operations, from its schema or beside it. */
export function requestTo(operation: Operation, ids: string[]): fc.Arbitrary<FuzzedRequest> {
  const named = (place: string) =>
    operation.parameters
      .filter((parameter) => parameter.in === place)
      .map(({ name, schema }) => [name, valueFor(schema, ids)] as const)
  const types = Object.keys(operation.bodies)
  return fc
    .record({
      path: fc.record(Object.fromEntries(named('path'))),
      query: fc.record(Object.fromEntries(named('query').map(sometimes))),
      contentType: fc.constantFrom(...(types.length > 0 ? types : [undefined, 'application/json'])),
      body: bodyFor(Object.values(operation.bodies)[0], ids)
    })
    .map(({ path, query, contentType, body }) => ({
      operation,
      url: operation.url.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
        encodeURIComponent(wellFormed(asText((path as Record<string, unknown>)[name])))
      ),
      query: Object.fromEntries(
        Object.entries(query).flatMap(([name, value]) =>
          value === LEFT_OUT ? [] : [[name, wellFormed(asText(value))]]
        )
      ),
      contentType,
      body
    }))
}
