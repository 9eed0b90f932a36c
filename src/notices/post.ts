import type { Channel } from '../words.ts'
import type { PartButton } from './buttons.ts'

/** One notice in the words of its reader. */
export interface MessagePart {
  title: string
  /** Paragraphs and lists. */
  body: (string | string[])[]
  /** What the link is called and where it leads, from the root of our address. */
  act: string
  link: string
  /** What can be done about it on the spot, where the channel lets people press something. */
  buttons: readonly PartButton[]
}

/** A message ready for its reader: one notice, or the notices of a digest. */
export interface Message {
  /** Made once for a delivery; sent a second time it is the same. */
  messageId: string
  employeeId: string
  /** `slackUserId`: who they are in Slack; null: nobody there. */
  to: { name: string; email: string; slackUserId: string | null }
  locale: string
  title: string
  parts: readonly MessagePart[]
  /**
   * Address that turns off messages of this kind, for a person to look at and for a program to post to. Null for what comes
   * only because its reader asked for it.
   */
  unsubscribeUrl: string | null
  /** What stands below the message: why it came, what the address above does, and where all is chosen. */
  footer: { why: string; unsubscribe: string; settings: string }
  at: Date
  /** When it was first wanted: no attempt is older. */
  since: Date
  /** An earlier attempt may have got through without our knowing. */
  isAgain: boolean
}

/**
 * A way to people. It throws `MessageRefused`, `ChannelDown`, `ChannelBusy`, or anything else for what may go better later.
 */
export interface Sender {
  /** @returns what the other side said when it took the message */
  send: (message: Message) => Promise<string>
}

/** All that sending takes; made from the settings, left out of the context where nothing is sent. */
export interface Post {
  /** Without a slash at the end. */
  publicUrl: string
  channels: Partial<Record<Channel, Sender>>
  /** Address of the person who gets the notices by which delivery is measured; left out: it is not. */
  canaryTo?: string | undefined
  /** From 0 to 1, for how long to wait after a failure. */
  chance: () => number
  /** Waits so many milliseconds; left out: by the clock of the process. */
  pause?: (ms: number) => Promise<void>
  /** The address at which this person turns off these notices. */
  unsubscribeUrl: (employeeId: string, group: string) => string
}

/** The channels that are set up. */
export const waysOf = ({ post }: { post?: Post }) => Object.keys(post?.channels ?? {}) as Channel[]

/** This message will never be taken, however often it is sent. */
export class MessageRefused extends Error {}

/** Nothing can be sent at present, whatever the message. */
export class ChannelDown extends Error {}

/** The message was not taken, and no other will be for so long: it is as if it had not been tried. */
export class ChannelBusy extends Error {
  constructor(
    message: string,
    readonly retryAfterMs: number
  ) {
    super(message)
  }
}
