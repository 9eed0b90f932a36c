import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Test } from 'tap'
import { faultsIn } from './check-blocks.ts'
import { type Json, type Posted, type User, Workspace } from './workspace.ts'

const TOKEN = 'xoxb-1-2-fjordlys'
const SECRET = '8f742231b10e8888abcd990011228555'
/** Slack takes five answers to one press or command, for half an hour. */
const ANSWERS = { most: 5, minutes: 30 }

/** What goes wrong with a call: nothing is heard before or after it is done, or Slack asks to wait. */
export type Fault =
  | 'lost-before'
  | 'lost-after'
  | { retryAfter: number }
  | { error: string }
  | { status: number }

interface Hook {
  at: Date
  answers: Json[]
}

/** Slack on a port of this machine: its Web API, the addresses for answers, and its way to sign what it sends. */
export async function fakeSlack(t: Test, now: () => Date) {
  const workspace = new Workspace(now)
  const calls: { method: string; args: Json }[] = []
  const hooks = new Map<string, Hook>()
  let faultOf: (method: string, args: Json) => Fault | null = () => null
  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)))
  })

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request)
    const path = request.url ?? ''
    const say = (status: number, answer: unknown, headers: Record<string, string> = {}) =>
      response
        .writeHead(status, { 'content-type': 'application/json', ...headers })
        .end(JSON.stringify(answer))
    if (path.startsWith('/hooks/')) return void say(takeAnswer(path, body), {})
    const method = path.replace(/^\/api\//, '')
    const args = argumentsIn(body)
    calls.push({ method, args })
    if (request.headers.authorization !== `Bearer ${TOKEN}`)
      return void say(200, { ok: false, error: 'invalid_auth' })
    const fault = faultOf(method, args)
    if (fault === 'lost-before') return void response.destroy()
    if (fault !== null && typeof fault === 'object') {
      if ('retryAfter' in fault) return void say(429, {}, { 'retry-after': String(fault.retryAfter) })
      return 'error' in fault ? void say(200, { ok: false, error: fault.error }) : void say(fault.status, {})
    }
    const answer = workspace.answer(method, args)
    if (fault === 'lost-after') return void response.destroy()
    say(200, answer)
  }

  function takeAnswer(path: string, body: string): number {
    const hook = hooks.get(path)
    if (!hook || now().getTime() - hook.at.getTime() > ANSWERS.minutes * 60_000) return 404
    const answer = JSON.parse(body) as Json
    if (hook.answers.length >= ANSWERS.most || faultsIn(answer.blocks ?? [], 50).length > 0) return 400
    hook.answers.push(answer)
    return 200
  }

  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  t.teardown(() => {
    server.closeAllConnections()
    server.close()
  })

  function hook(): string {
    const path = `/hooks/${workspace.next('answer')}`
    hooks.set(path, { at: now(), answers: [] })
    return `${origin}${path}`
  }

  return {
    ...{ workspace, calls, hook, SECRET },
    settings: { botToken: TOKEN, signingSecret: SECRET, apiUrl: `${origin}/api/` },
    /** Answers that were sent to an address for them. */
    answersAt: (url: string) => hooks.get(new URL(url).pathname)?.answers ?? [],
    goWrong: (fault: typeof faultOf) => {
      faultOf = fault
    },
    called: (method: string) => calls.filter((call) => call.method === method),
    ...requestsOf({ workspace, now, hook })
  }
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}

/** Web API arguments are a form, whose structured values are JSON. */
function argumentsIn(body: string): Json {
  const entries = [...new URLSearchParams(body)].map(([key, value]) => {
    return [key, /^[[{]/.test(value) ? JSON.parse(value) : value] as const
  })
  return Object.fromEntries(entries)
}

interface Signing {
  /** By Slack's clock. */
  at?: Date
  secret?: string
}

/** A request as Slack sends it, for `app.inject`. */
export function signed(url: string, payload: string, { at, secret = SECRET }: Signing & { at: Date }) {
  const time = String(Math.floor(at.getTime() / 1000))
  const signature = createHmac('sha256', secret).update(`v0:${time}:${payload}`).digest('hex')
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    'x-slack-request-timestamp': time,
    'x-slack-signature': `v0=${signature}`
  }
  return { method: 'POST' as const, url, headers, payload }
}

function requestsOf({ workspace, now, hook }: { workspace: Workspace; now: () => Date; hook: () => string }) {
  const send = (url: string, form: Record<string, string>, signing: Signing = {}) =>
    signed(url, new URLSearchParams(form).toString(), { at: now(), ...signing })
  const interaction = (payload: Json, signing?: Signing) =>
    send(
      '/slack/interactions',
      { payload: JSON.stringify({ api_app_id: 'A1', team: { id: 'T1' }, ...payload }) },
      signing
    )

  /** Somebody presses a button of a message, which must have it. */
  function press(
    user: Pick<User, 'id'>,
    channel: string,
    message: Posted,
    actionId: string,
    signing?: Signing
  ) {
    const { blocks, ts, text, metadata } = message
    const found = blocks.flatMap((block) =>
      ((block.elements ?? []) as Json[])
        .filter(({ action_id }) => action_id === actionId)
        .map((element) => ({ block, element }))
    )
    const [{ block, element }] = found as [{ block: Json; element: Json }]
    const responseUrl = hook()
    const request = interaction(
      {
        type: 'block_actions',
        user: { id: user.id, team_id: 'T1' },
        container: { type: 'message', message_ts: ts, channel_id: channel, is_ephemeral: false },
        channel: { id: channel },
        message: { type: 'message', ts, text, blocks, ...(metadata && { metadata }) },
        ...{ trigger_id: workspace.trigger(), response_url: responseUrl },
        actions: [{ ...element, block_id: block.block_id, action_ts: ts }]
      },
      signing
    )
    return { request, responseUrl }
  }

  /** Somebody sends the form of a view that was opened to them. */
  function submit(user: Pick<User, 'id'>, view: Json, values: Record<string, Json>, signing?: Signing) {
    const state = Object.fromEntries(
      Object.entries(values).map(([block, value]) => [block, { value: { type: 'any', ...value } }])
    )
    const sent = { ...view, state: { values: state } }
    return interaction({ type: 'view_submission', user: { id: user.id }, view: sent }, signing)
  }

  function command(user: Pick<User, 'id'>, text: string, signing?: Signing) {
    const responseUrl = hook()
    const request = send(
      '/slack/commands',
      {
        ...{ command: '/support', text, user_id: user.id, team_id: 'T1', channel_id: 'C1' },
        ...{ trigger_id: workspace.trigger(), response_url: responseUrl }
      },
      signing
    )
    return { request, responseUrl }
  }

  return { send, interaction, press, submit, command }
}
