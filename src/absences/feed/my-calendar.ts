import { recordAudit } from '../../audit/record-audit.ts'
import type { Context } from '../../context.ts'
import { CalendarNotFound, CalendarNotReadable } from '../errors.ts'
import { lockPerson } from '../queries/absences.ts'
import { countBusy, deleteFeed, type Feed, findFeedOf, keepLeaveBehind, putFeed } from '../queries/feeds.ts'
import { tellingOfFlags } from '../telling-of-flags.ts'
import { fetchBusy, type ReadingFailure } from './fetch-busy.ts'
import { storeBusy } from './store-busy.ts'

const REMEDIES: Record<ReadingFailure, string> = {
  'address-not-usable':
    'Give the secret address of the calendar in iCal form; it begins with https:// or webcal://.',
  'address-not-public': 'The address must be one of the public internet.',
  'name-not-known': 'Nobody knows this name. Look for a slip of the pen.',
  'no-answer': 'The server does not answer in time, or not securely. Try again later.',
  redirected: 'The server sends us elsewhere, which we do not follow. Give the address that it sends to.',
  refused: 'The server does not hand the calendar out. Make a new secret address there.',
  'too-large': 'The calendar is larger than five megabytes. Subscribe to one with less history.',
  'not-a-calendar': 'This is no calendar in iCal form, or one with more in it than anybody can do.'
}

/** The actor's subscription, without its address, which is a secret: only the server's name. @throws {CalendarNotFound} */
export async function readMyCalendar(ctx: Context) {
  const feed = await findFeedOf(ctx.db, ctx.actor.employeeId)
  if (!feed) throw new CalendarNotFound()
  return view(ctx, feed)
}

async function view(ctx: Context, { id, url, createdAt, triedAt, readAt, failure }: Feed) {
  const busySpans = await countBusy(ctx.db, id, ctx.now())
  return { server: new URL(url).hostname, createdAt, triedAt, readAt, failure, busySpans }
}

/**
 * Subscribes the actor to a calendar of theirs elsewhere, in the place of another if there was one. It is read at once,
 * before anything is written: for when they are busy, and for nothing else.
 *
 * @throws {CalendarNotReadable}
 */
export async function subscribeToCalendar(ctx: Context, address: string) {
  const { employeeId, timeZone: zone } = ctx.actor
  const url = address.trim().replace(/^webcals?:/i, 'https:')
  const read = await fetchBusy(ctx, { url, zone })
  if ('failure' in read)
    throw new CalendarNotReadable({ cause: read.failure, remedy: REMEDIES[read.failure] })
  await ctx.db.transaction(async (tx) => {
    await lockPerson(tx, employeeId)
    await keepLeaveBehind(tx, employeeId, ctx.now())
    const { id: feedId } = await putFeed(tx, { employeeId, url, now: ctx.now() })
    await storeBusy(tx, ctx, { feedId, employeeId, busy: read.busy })
    const what = { objectType: 'employee', objectId: employeeId }
    await recordAudit(tx, ctx, { action: 'calendar.subscribed', ...what })
  })
  return readMyCalendar(ctx)
}

/** Ends the subscription and forgets what it said, but for leave that is over. @throws {CalendarNotFound} */
export async function unsubscribeFromCalendar(ctx: Context): Promise<void> {
  const { employeeId } = ctx.actor
  await ctx.db.transaction(async (tx) => {
    await lockPerson(tx, employeeId)
    await keepLeaveBehind(tx, employeeId, ctx.now())
    const isGone = await tellingOfFlags(tx, ctx, [employeeId], () => deleteFeed(tx, employeeId))
    if (!isGone) throw new CalendarNotFound()
    const what = { objectType: 'employee', objectId: employeeId }
    await recordAudit(tx, ctx, { action: 'calendar.unsubscribed', ...what })
  })
}
