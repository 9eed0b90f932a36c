import { subMinutes } from 'date-fns'
import type { AnyContext } from '../context.ts'
import { hashOfSecret } from '../lib/secret-token.ts'
import type { Post } from '../notices/post.ts'
import { LinksAskedTooOften } from './errors.ts'
import { linkMail } from './link-mail.ts'
import { countLinkRequests } from './queries/link-requests.ts'
import { findActiveByEmail } from './queries/sessions.ts'
import { LINK_MINUTES, makeLink } from './sign-in-links.ts'

/** Minutes over which requests are counted. */
const WINDOW_MINUTES = 15
/** Mails that one address gets in that time: who lost one asks again, and nobody's inbox can be filled. */
const MOST_PER_ADDRESS = 3
/** Requests from one client address in that time: an office of people who sign in on a Monday, and no more. */
const MOST_PER_CLIENT = 60

export interface LinkRequest {
  email: string
  /** The address that the request came from. */
  client: string
}

/**
 * Takes a request for a link by mail. What it does and answers is the same whether anybody has the address or not: the
 * request is written down and counted, over all replicas. Whether a mail is owed is found out by `mailLink`, afterwards.
 *
 * @returns whether this address may get a mail
 * @throws {LinksAskedTooOften} for a client that asked too often
 */
export async function askForLink(ctx: AnyContext, { email, client }: LinkRequest): Promise<boolean> {
  const now = ctx.now()
  const asked = await ctx.db.transaction((tx) =>
    countLinkRequests(
      tx,
      { addressHash: hashOfSecret(email.toLowerCase()), clientHash: hashOfSecret(client), askedAt: now },
      subMinutes(now, WINDOW_MINUTES)
    )
  )
  if (asked.byClient > MOST_PER_CLIENT) throw new LinksAskedTooOften()
  return asked.forAddress <= MOST_PER_ADDRESS
}

interface Way {
  post: Post
  back: string
}

/**
 * Mails a link to the active employee with this address, at once, whatever they wish of other messages; to nobody when
 * nobody has it. It runs after the answer, so that how long it takes tells nothing.
 *
 * @throws what the mail server says; the person asks again
 */
export async function mailLink(ctx: AnyContext, email: string, { post, back }: Way): Promise<void> {
  const sender = post.channels.email
  const employee = await findActiveByEmail(ctx.db, email)
  if (!employee || !sender) return
  const token = await makeLink(ctx, employee.id)
  const path = `/sign-in/link/${token}${back === '/' ? '' : `?back=${encodeURIComponent(back)}`}`
  const host = new URL(post.publicUrl).hostname
  await sender.send(linkMail(employee, { link: path, minutes: LINK_MINUTES, at: ctx.now(), host }))
}
