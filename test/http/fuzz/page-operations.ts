import fastify, { type FastifyInstance } from 'fastify'
import { pages } from '../../../src/web/routes.tsx'
import type { JsonSchema } from './json-schema.ts'
import type { Operation } from './requests.ts'

export const FORM = 'application/x-www-form-urlencoded'
const UPLOAD = '/people/import'

interface RouteSchemas {
  params?: JsonSchema
  querystring?: JsonSchema
  body?: JsonSchema
}

/** What forms hold, by the address they are sent to with `*` for an id: names of fields, and values seen in them. */
export type Fields = Map<string, Map<string, Set<string>>>

const shapeOf = (url: string) =>
  url.replace(/\?.*$/, '').replaceAll(/\{\w+\}|[0-9a-f]{8}-[0-9a-f-]{27}/g, '*')

/** Streams never end, and files of the frame are the same for everybody. */
const isPage = (url: string) => !url.endsWith('/events') && !url.startsWith('/assets/')

/** Every page and form, from the routes themselves, so that none can be forgotten. */
export async function pageOperations(): Promise<Operation[]> {
  const app = fastify()
    .setValidatorCompiler(() => () => true)
    .setSerializerCompiler(() => () => '')
  const found: Operation[] = []
  // Enough for the routes to be declared; nothing is ever asked of them.
  app.decorate('houseCookies', {} as never)
  app.addHook('onRoute', ({ method, url, schema }) => {
    if (method === 'HEAD' || !isPage(url)) return
    found.push(operationFrom(String(method), url, (schema ?? {}) as RouteSchemas))
  })
  await app.register(pages, {} as never)
  await app.ready()
  await app.close()
  return found
}

function operationFrom(method: string, url: string, { params, querystring, body }: RouteSchemas): Operation {
  const named = [...url.matchAll(/:(\w+)/g)].map(([, name]) => name!)
  const path = named.map((name) => ({
    ...{ name, in: 'path' as const },
    schema: params?.properties?.[name] ?? { type: 'string', format: 'uuid' }
  }))
  const query = Object.entries(querystring?.properties ?? {}).map(([name, schema]) => ({
    ...{ name, in: 'query' as const, schema }
  }))
  return {
    method,
    url: url.replaceAll(/:(\w+)/g, '{$1}'),
    operationId: `${method} ${url}`,
    parameters: [...path, ...query],
    bodies: method === 'POST' ? { [url === UPLOAD ? 'multipart/form-data' : FORM]: body ?? {} } : {}
  }
}

/** Reads the forms of every page, with the first of `ids` in its address that is somebody's, as the first who may open it. */
export async function readForms(
  app: FastifyInstance,
  operations: readonly Operation[],
  tokens: readonly string[],
  ids: readonly string[]
): Promise<Fields> {
  const fields: Fields = new Map()
  const get = async (address: string) => {
    for (const authorization of tokens) {
      const reply = await app.inject({ url: address, headers: { authorization, accept: 'text/html' } })
      if (reply.statusCode !== 403) return reply
    }
    return null
  }
  /** What a parameter of this name has been: most pages are about the same few things. */
  const fitting = new Map<string, string>()
  for (const { method, url } of operations) {
    if (method !== 'GET') continue
    const name = /\{\w+\}/.exec(url)?.[0]
    const known = name && fitting.get(name)
    for (const id of known ? [known] : name ? ids : ['']) {
      const reply = await get(url.replaceAll(/\{\w+\}/g, id))
      if (reply?.statusCode !== 200) continue
      noteForms(reply.body, fields)
      if (name) fitting.set(name, id)
      break
    }
  }
  return fields
}

const unescaped = (text: string) =>
  text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&amp;', '&')

/** Names of fields, and their values: of inputs, of choices, of buttons. */
function noteForms(html: string, fields: Fields): void {
  for (const [, opening, inside] of html.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs)) {
    const action = / action="([^"]*)"/.exec(opening!)?.[1]
    if (!action || !/method="post"/i.test(opening!)) continue
    const shape = shapeOf(unescaped(action))
    const known = fields.get(shape) ?? new Map<string, Set<string>>()
    fields.set(shape, known)
    for (const [, tag, attributes, rest] of inside!.matchAll(
      /<(input|select|textarea|button)\b([^>]*)>(.*?(?=<input|<select|<textarea|<button)|.*$)/gs
    )) {
      const name = / name="([^"]*)"/.exec(attributes!)?.[1]
      if (!name) continue
      const values = known.get(unescaped(name)) ?? new Set<string>()
      known.set(unescaped(name), values)
      const places = tag === 'select' ? rest! : `<x ${attributes}>`
      for (const [, value] of places.matchAll(/ value="([^"]*)"/g)) values.add(unescaped(value!))
    }
  }
}

/** The schema of a form with what was seen in its fields: most values are such as somebody could send. */
export function withFields(operation: Operation, fields: Fields): Operation {
  const seen = fields.get(shapeOf(operation.url))
  const [type, schema] = Object.entries(operation.bodies)[0] ?? []
  if (!seen || !type || !schema) return operation
  const properties = Object.fromEntries(
    [...seen].map(([name, values]) => {
      const declared = schema.properties?.[name] ?? { type: 'string' }
      return [name, values.size > 0 ? { anyOf: [{ enum: [...values] }, declared] } : declared] as const
    })
  )
  const whole = { ...schema, type: 'object', properties: { ...schema.properties, ...properties } }
  return { ...operation, bodies: { [type]: whole } }
}
