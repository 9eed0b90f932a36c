import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import type { Method } from '../../helpers/app.ts'
import { FORM } from './page-operations.ts'
import type { FuzzedRequest } from './requests.ts'

/** Milliseconds after which a request counts as hanging. */
const PATIENCE_MS = 30_000
/** No request may take longer, where that is asked: `npm run fuzz` asks for two seconds, on a machine that does nothing else. */
export const SLOW_MS = Number(process.env.FUZZ_SLOW_MS ?? Number.POSITIVE_INFINITY)
/** On a machine that others use a request may wait for them: what is slow is slow again. */
const TIMES_MORE = 4

export interface Sent {
  reply: LightMyRequestResponse | null
  millis: number
}

const BOUNDARY = 'fuzz'

/** A form as browsers write it: a list is its name again and again. */
function formOf(body: unknown): string {
  if (typeof body !== 'object' || body === null) return String(body)
  const pairs = Object.entries(body).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map((one) => [
      name,
      typeof one === 'object' ? JSON.stringify(one) : String(one)
    ])
  )
  return new URLSearchParams(pairs as [string, string][]).toString()
}

function uploadOf(body: unknown): string {
  const parts = typeof body === 'object' && body !== null ? Object.entries(body) : [['file', body]]
  return parts
    .map(
      ([name, value]) => `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
    )
    .concat(`--${BOUNDARY}--\r\n`)
    .join('')
}

function payloadOf({ contentType, body }: FuzzedRequest) {
  if (body === undefined) return {}
  if (contentType === FORM) return { payload: formOf(body), headers: { 'content-type': FORM } }
  if (contentType === 'multipart/form-data')
    return {
      payload: uploadOf(body),
      headers: { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` }
    }
  const text = typeof body === 'string' && contentType !== 'application/json' ? body : JSON.stringify(body)
  return { payload: text ?? 'null', headers: { 'content-type': contentType ?? 'application/json' } }
}

/** What was asked, to be read in a failure. */
export const wordsOf = ({ operation, url, query, ...rest }: FuzzedRequest) =>
  `${operation.method} ${url} ${JSON.stringify(query)} ${payloadOf({ operation, url, query, ...rest }).payload ?? ''}`

/** Sends it, and again when it was slow, for as long as it is: the shortest time counts. */
export async function send(
  app: FastifyInstance,
  request: FuzzedRequest,
  authorization?: string
): Promise<Sent> {
  let sent = await sendOnce(app, request, authorization)
  for (let more = 0; more < TIMES_MORE && sent.reply && sent.millis > SLOW_MS; more += 1) {
    const again = await sendOnce(app, request, authorization)
    if (again.millis < sent.millis) sent = { ...sent, millis: again.millis }
  }
  return sent
}

async function sendOnce(app: FastifyInstance, request: FuzzedRequest, authorization?: string): Promise<Sent> {
  const { url, query, operation } = request
  const { payload, headers } = payloadOf(request)
  const accept = operation.operationId.includes('/') ? { accept: 'text/html' } : {}
  const startedAt = performance.now()
  const reply = await Promise.race([
    app.inject({
      ...{ method: operation.method as Method, url, query },
      ...(payload !== undefined && { payload }),
      headers: { ...accept, ...(authorization && { authorization }), ...headers }
    }),
    new Promise<null>((resolve) => setTimeout(() => resolve(null), PATIENCE_MS).unref())
  ])
  return { reply, millis: performance.now() - startedAt }
}
