import type { Db } from '../db/client.ts'
import type { Outbound } from './lib/outbound/outbound.ts'
import type { Post } from './notices/post.ts'
import type { Slack } from './slack/slack-api.ts'
import type { Locale, Role } from './words.ts'

/** The person who acts, as the database knew them when the request came in. */
export interface Actor {
  employeeId: string
  /** Null where a program acts with an API key of the person's. */
  sessionId: string | null
  /** That key. */
  keyId?: string
  name: string
  teamId: string
  /** Teams this person leads. */
  leads: string[]
  roles: ReadonlySet<Role>
  timeZone: string
  locale: Locale
}

/** What a use case needs to know of the request it serves: the actor, the clock and the database. */
export interface Context {
  db: Db
  now: () => Date
  actor: Actor
  requestId: string | null
  /** By which other way than a page or the API it came, for the audit log. */
  via?: 'slack' | 'scim'
  /** The way out to other people's servers; left out: the public internet, as always in production. */
  outbound?: Outbound
  /** The file beside the database that lists who was erased; left out: none is kept. */
  erasureList?: string
  /** The ways notices go out; left out: they stay in the inbox. */
  post?: Post
  /** The way to Slack; left out where none is set up. */
  slack?: Slack
}

/** The same where the system itself may act (command line, job) or nobody is signed in: `actor` may be null. */
export interface AnyContext extends Omit<Context, 'actor'> {
  actor: Actor | null
}
