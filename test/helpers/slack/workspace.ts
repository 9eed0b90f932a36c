import { faultsIn, faultsInView } from './check-blocks.ts'

export type Json = Record<string, unknown>

export interface Posted {
  ts: string
  text: string
  blocks: Json[]
  metadata?: Json
  /** How often it was edited. */
  edits: number
}

export interface User {
  id: string
  email: string
  deleted: boolean
  is_bot: boolean
}

interface Channel {
  id: string
  /** The app was invited. */
  isMember: boolean
  isArchived: boolean
  messages: Posted[]
}

class Refused extends Error {}

/** No to a call, in Slack's own words. */
const refuse = (error: string): never => {
  throw new Refused(error)
}

/** A workspace as Slack keeps it, and the methods of its Web API that we use, as strict as Slack itself. */
export class Workspace {
  readonly users = new Map<string, User>()
  readonly channels = new Map<string, Channel>()
  /** Views that were opened, by their id. */
  readonly views = new Map<string, Json>()
  readonly triggers = new Map<string, { at: Date; isUsed: boolean }>()
  #counter = 0

  constructor(private readonly now: () => Date) {}

  next(prefix: string): string {
    this.#counter += 1
    return `${prefix}${String(this.#counter).padStart(6, '0')}`
  }

  addUser(email: string, traits: Partial<User> = {}): User {
    const user = { id: this.next('U'), email, deleted: false, is_bot: false, ...traits }
    this.users.set(user.id, user)
    return user
  }

  addChannel(traits: Partial<Channel> = {}): Channel {
    const channel = { id: this.next('C'), isMember: true, isArchived: false, messages: [], ...traits }
    this.channels.set(channel.id, channel)
    return channel
  }

  /** What the app has written to somebody. */
  directTo({ id }: Pick<User, 'id'>): Posted[] {
    return this.channels.get(`D${id.slice(1)}`)?.messages ?? []
  }

  trigger(): string {
    const id = this.next('trigger.')
    this.triggers.set(id, { at: this.now(), isUsed: false })
    return id
  }

  /** Answers a call as Slack would: always with `ok`. */
  answer(method: string, args: Json): Json {
    const known = this.#methods[method]
    if (!known) return { ok: false, error: 'unknown_method' }
    try {
      return { ok: true, ...known(args) }
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      const [code = '', ...messages] = error.message.split('\n')
      return { ok: false, error: code, ...(messages.length > 0 && { response_metadata: { messages } }) }
    }
  }

  readonly #methods: Record<string, (args: Json) => Json> = {
    'users.lookupByEmail': ({ email }) => {
      const user = [...this.users.values()].find(
        (one) => one.email.toLowerCase() === String(email).toLowerCase()
      )
      return { user: user ?? refuse('users_not_found') }
    },
    'conversations.open': ({ users }) => ({ channel: { id: this.#direct(String(users)).id } }),
    'conversations.history': (args) => this.#history(args),
    'chat.postMessage': (args) => {
      const channel = this.#channelFor(String(args.channel))
      const message = this.#messageOf(args)
      // Slack's names of messages are instants, each one once in its channel.
      const ts = `${Math.floor(this.now().getTime() / 1000)}.${this.next('')}`
      channel.messages.push({ ...message, ts, edits: 0 })
      return { channel: channel.id, ts }
    },
    'chat.update': (args) => {
      const channel = this.#channelFor(String(args.channel))
      const known = channel.messages.find(({ ts }) => ts === args.ts) ?? refuse('message_not_found')
      Object.assign(known, this.#messageOf(args), { edits: known.edits + 1 })
      return { channel: channel.id, ts: known.ts }
    },
    'views.open': ({ trigger_id: id, view }) => {
      const trigger = this.triggers.get(String(id)) ?? refuse('invalid_trigger_id')
      if (trigger.isUsed) refuse('exchanged_trigger_id')
      if (this.now().getTime() - trigger.at.getTime() > 3000) refuse('expired_trigger_id')
      trigger.isUsed = true
      return { view: this.#keepView(this.next('V'), view) }
    },
    'views.update': ({ view_id: id, view }) => {
      if (!this.views.has(String(id))) refuse('not_found')
      return { view: this.#keepView(String(id), view) }
    }
  }

  #direct(userId: string): Channel {
    const user = this.users.get(userId)
    if (!user) return refuse('user_not_found')
    if (user.deleted) return refuse('user_disabled')
    if (user.is_bot) return refuse('cannot_dm_bot')
    const id = `D${userId.slice(1)}`
    return this.channels.get(id) ?? this.addChannel({ id })
  }

  #channelFor(id: string): Channel {
    if (id.startsWith('U')) return this.#direct(id)
    const channel = this.channels.get(id) ?? refuse('channel_not_found')
    if (channel.isArchived) return refuse('is_archived')
    return channel.isMember ? channel : refuse('not_in_channel')
  }

  #messageOf({ text = '', blocks = [], metadata }: Json): Omit<Posted, 'ts' | 'edits'> {
    if (text === '' && (blocks as unknown[]).length === 0) refuse('no_text')
    if (String(text).length > 40_000) refuse('msg_too_long')
    const faults = faultsIn(blocks, 50)
    if (faults.length > 0) refuse(['invalid_blocks', ...faults].join('\n'))
    const { event_type: type, event_payload: payload } = (metadata ?? {}) as Json
    const isMetadata = /^[a-z0-9_]+$/.test(String(type)) && typeof payload === 'object' && payload !== null
    if (metadata !== undefined && !isMetadata) refuse('invalid_metadata_format')
    return {
      text: String(text),
      blocks: blocks as Json[],
      ...(metadata !== undefined && { metadata: metadata as Json })
    }
  }

  /** Newest first, younger than `oldest`, a page at a time; with what is beside the text only for who asks for it. */
  #history({ channel: id, oldest = '0', limit = '100', cursor = '', include_all_metadata: all }: Json): Json {
    const channel = this.#channelFor(String(id))
    const most = Number(limit)
    if (!(most >= 1 && most <= 999)) refuse('invalid_limit')
    const found = channel.messages.filter(({ ts }) => Number(ts) > Number(oldest)).reverse()
    const from = cursor === '' ? 0 : Number(cursor)
    const messages = found.slice(from, from + most).map(({ edits: _, metadata, ...message }) => ({
      ...message,
      ...(String(all) === 'true' && { metadata })
    }))
    const next = from + most < found.length ? String(from + most) : ''
    return { messages, has_more: next !== '', response_metadata: { next_cursor: next } }
  }

  #keepView(id: string, view: unknown): Json {
    const kept = { ...(view as Json), id }
    const faults = faultsInView(view as Json)
    if (faults.length > 0) refuse(['invalid_arguments', ...faults].join('\n'))
    this.views.set(id, kept)
    return kept
  }
}
