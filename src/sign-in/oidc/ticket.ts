import { addMinutes } from 'date-fns'
import type { FastifyInstance } from 'fastify'
import { readAs, signAs } from '../tokens.ts'

/** Minutes that somebody may take to sign in at the provider, a second factor and a lost telephone included. */
export const TICKET_MINUTES = 10

const TYPE = 'sign-in+jwt'

/**
 * What the browser keeps while its person is at the provider, signed by us and in a cookie that only comes back to us.
 * An answer is taken only together with the ticket it belongs to, so nobody can be signed in to somebody else's account.
 */
export interface Ticket {
  provider: string
  state: string
  nonce: string
  /** Of PKCE: proves to the provider that who began is who asks for the tokens. */
  verifier: string
  /** A path of ours. */
  back: string
}

const FIELDS = ['provider', 'state', 'nonce', 'verifier', 'back'] as const

export function writeTicket(app: FastifyInstance, ticket: Ticket, now: Date) {
  const expiresAt = addMinutes(now, TICKET_MINUTES)
  return { text: signAs(app, TYPE, ticket, { now, expiresAt }), expiresAt }
}

/** The ticket, or null for a text that is not one of ours or is out of date. */
export function readTicket(app: FastifyInstance, text: string, now: Date): Ticket | null {
  const claims = readAs(app, TYPE, text, { now, required: [...FIELDS] })
  if (!claims || !FIELDS.every((field) => typeof claims[field] === 'string')) return null
  const { provider, state, nonce, verifier, back } = claims as Record<(typeof FIELDS)[number], string>
  return { provider, state, nonce, verifier, back }
}
