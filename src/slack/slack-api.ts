import {
  type Logger,
  LogLevel,
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebClient
} from '@slack/web-api'
import type { SlackSettings } from '../config.ts'
import type { Block, View } from './blocks.ts'
import { SlackDown, SlackLimited, SlackRefused } from './errors-of-slack.ts'

export interface SlackMessage {
  text: string
  blocks: Block[]
}

/** By which a message of ours is known again in its channel: Slack keeps it beside the text, and shows it to nobody. */
export interface Mark {
  event: 'notice' | 'day'
  key: string
}

/** What we ask of Slack. Every method throws `SlackLimited`, `SlackDown` or `SlackRefused`, and never tries twice. */
export interface SlackApi {
  /** The user with this address; null when there is none, or it is a bot or gone. */
  findUser: (email: string) => Promise<string | null>
  /** The conversation of the app with one person. */
  openDirect: (userId: string) => Promise<string>
  /** To a channel, or to a person by their id. The answer names the conversation, and the message in it (`ts`). */
  post: (channel: string, message: SlackMessage, mark: Mark) => Promise<{ channel: string; ts: string }>
  /** Our message with this mark since an instant; null when the channel has none. */
  findPosted: (channel: string, mark: Mark, since: Date) => Promise<string | null>
  update: (channel: string, ts: string, message: SlackMessage, metadata?: unknown) => Promise<void>
  openView: (triggerId: string, view: View) => Promise<void>
  updateView: (viewId: string, view: View) => Promise<void>
  /** To the address that came with a press or a command. */
  answer: (responseUrl: string, body: Record<string, unknown>) => Promise<void>
}

/** All that Slack takes; made from the settings, left out of the context where there is none. */
export interface Slack {
  api: SlackApi
  signingSecret: string
  /** Milliseconds that a press or a command gets before it is answered that it goes on. */
  answerMs: number
}

/** Slack waits three seconds; the way there and back takes its part. */
const ANSWER_MS = 2_000
/** Slack answers within a second; who waits longer would hold up the others. */
const TIMEOUT_MS = 10_000
/** Where Slack lets answers be sent to. */
const HOOKS = 'https://hooks.slack.com'
/** Ours are found within a page or two: the search begins where the first attempt did. */
const MOST_PAGES = 20
const WAIT_MS = 30_000

/** What Slack says of us rather than of the request. */
const ABOUT_US = new Set([
  'account_inactive',
  'fatal_error',
  'internal_error',
  'invalid_auth',
  'missing_scope',
  'not_allowed_token_type',
  'not_authed',
  'service_unavailable',
  'team_access_not_granted',
  'token_expired',
  'token_revoked'
])

/** The client would print what it was asked on the console, where personal data does not belong. */
const SILENT: Logger = {
  ...{ debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
  ...{ setLevel: () => {}, getLevel: () => LogLevel.ERROR, setName: () => {} }
}

type Arguments = Record<string, unknown>
type Answer = Record<string, unknown>
type Call = (method: string, args: Arguments) => Promise<Answer>

/** Slack as the settings open it. */
export function openSlack({ botToken, signingSecret, apiUrl }: SlackSettings, answerMs = ANSWER_MS): Slack {
  const client = new WebClient(botToken, {
    ...(apiUrl && { slackApiUrl: apiUrl }),
    ...{ timeout: TIMEOUT_MS, retryConfig: { retries: 0 }, rejectRateLimitedCalls: true },
    ...{ allowAbsoluteUrls: false, logger: SILENT }
  })
  const call: Call = async (method, args) => {
    const answer = await client.apiCall(method, args).catch((error: unknown) => explain(method, error))
    return { ...answer }
  }
  const hooks = apiUrl ? new URL(apiUrl).origin : HOOKS
  return { api: apiOf(call, hooks), signingSecret, answerMs }
}

function explain(method: string, error: unknown): never {
  if (error instanceof WebAPIRateLimitedError) throw new SlackLimited(method, error.retryAfter * 1000)
  if (error instanceof WebAPIPlatformError) {
    const code = error.data.error
    if (code === 'ratelimited' || code === 'rate_limited') throw new SlackLimited(method, WAIT_MS)
    throw ABOUT_US.has(code)
      ? new SlackDown(`Slack takes nothing from us: ${code}`)
      : new SlackRefused(method, code)
  }
  if (error instanceof WebAPIHTTPError) throw new SlackDown(`Slack answered ${error.statusCode}`)
  throw new SlackDown(`Slack did not answer: ${error instanceof Error ? error.message : String(error)}`)
}

const metadataOf = ({ event, key }: Mark) => ({
  event_type: `lyttepost_${event}`,
  event_payload: { key }
})

function apiOf(call: Call, hooks: string): SlackApi {
  return {
    findUser: (email) => findUser(call, email),
    openDirect: async (users) => {
      const { channel } = await call('conversations.open', { users })
      return (channel as { id: string }).id
    },
    post: async (channel, message, mark) => {
      const metadata = metadataOf(mark)
      const quiet = { unfurl_links: false, unfurl_media: false }
      const posted = await call('chat.postMessage', { channel, ...message, metadata, ...quiet })
      return { channel: String(posted.channel), ts: String(posted.ts) }
    },
    findPosted: (channel, mark, since) => findPosted(call, channel, mark, since),
    update: async (channel, ts, message, metadata) => {
      await call('chat.update', { channel, ts, ...message, ...(metadata !== undefined && { metadata }) })
    },
    openView: async (triggerId, view) => {
      await call('views.open', { trigger_id: triggerId, view })
    },
    updateView: async (viewId, view) => {
      await call('views.update', { view_id: viewId, view })
    },
    answer: (responseUrl, body) => answer(responseUrl, body, hooks)
  }
}

async function findUser(call: Call, email: string): Promise<string | null> {
  const found = await call('users.lookupByEmail', { email }).catch((error: unknown) => {
    if (error instanceof SlackRefused && error.code === 'users_not_found') return null
    throw error
  })
  const user = found?.user as { id: string; deleted?: boolean; is_bot?: boolean } | undefined
  return user && !user.deleted && !user.is_bot ? user.id : null
}

interface Posted {
  ts: string
  metadata?: { event_type?: string; event_payload?: { key?: unknown } }
}

async function findPosted(call: Call, channel: string, mark: Mark, since: Date): Promise<string | null> {
  const wanted = metadataOf(mark)
  const where = { channel, oldest: String(since.getTime() / 1000), include_all_metadata: true, limit: 200 }
  let cursor = ''
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const found = await call('conversations.history', { ...where, ...(cursor && { cursor }) })
    const messages = (found.messages ?? []) as Posted[]
    const own = messages.find(
      ({ metadata }) => metadata?.event_type === wanted.event_type && metadata.event_payload?.key === mark.key
    )
    if (own) return own.ts
    cursor = (found.response_metadata as { next_cursor?: string } | undefined)?.next_cursor ?? ''
    if (cursor === '') return null
  }
  // Not knowing is not the same as not being there: rather late than twice.
  throw new SlackDown('The channel has more messages than can be searched.')
}

async function answer(responseUrl: string, body: Record<string, unknown>, hooks: string): Promise<void> {
  // It came in a signed request; all the same nothing is sent to any other server.
  if (!URL.canParse(responseUrl) || new URL(responseUrl).origin !== hooks) return
  const response = await fetch(responseUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    redirect: 'error',
    signal: AbortSignal.timeout(TIMEOUT_MS)
  }).catch((error: unknown) => explain('response_url', error))
  if (!response.ok) throw new SlackDown(`Slack answered ${response.status}`)
}
