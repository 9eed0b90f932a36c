import type { Channel } from '../words.ts'

/** One notice in the words of its reader. */
export interface MessagePart {
  title: string
  /** Paragraphs and lists. */
  body: (string | string[])[]
  /** What the link is called and where it leads, from the root of our address. */
  act: string
  link: string
}

/** A message ready for its reader: one notice, or the notices of a digest. */
export interface Message {
  /** Made once for a delivery; sent a second time it is the same. */
  messageId: string
  employeeId: string
  to: { name: string; email: string }
  locale: string
  title: string
  parts: readonly MessagePart[]
  /**
   * Address that turns off messages of this kind, for a person to look at and for a program to post to. Null for what comes
   * only because its reader asked for it.
   */
  unsubscribeUrl: string | null
  /** What stands below the message: why it came, and what the address above does. */
  footer: { why: string; unsubscribe: string }
  at: Date
}

/** A way to people. It throws `MessageRefused`, `ChannelDown`, or anything else for what may go better later. */
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
  /** The address at which this person turns off these notices. */
  unsubscribeUrl: (employeeId: string, group: string) => string
}

/** This message will never be taken, however often it is sent. */
export class MessageRefused extends Error {}

/** Nothing can be sent at present, whatever the message. */
export class ChannelDown extends Error {}
