import { addMilliseconds, addMinutes, subHours, subMinutes } from 'date-fns'
import { v7 } from 'uuid'
import type { AnyContext } from '../context.ts'
import { dayBounds } from '../engine/time/day-bounds.ts'
import { instantOf } from '../engine/time/instant-of.ts'
import { localDateOf } from '../engine/time/local-date-of.ts'
import { type DayShift, readDay } from '../shifts/read-day.ts'
import { dayMessage, hashOf } from './day-message.ts'
import { SlackDown, SlackLimited, SlackRefused } from './errors-of-slack.ts'
import {
  claimDayPost,
  type DayPost,
  findDayPost,
  listTellingRotations,
  markEdited,
  markFailed,
  markPosted,
  type TellingRotation
} from './queries/day-posts.ts'
import type { Slack, SlackMessage } from './slack-api.ts'

/** Before most people begin; where a shift begins earlier, an hour before it. Our own. */
const POSTED_AT = '07:00'
/** A call ends within ten seconds; a replica that dies leaves its claim to others after this time. */
const CLAIM_MINUTES = 5
/** What is left of a claim when the message is posted: more than the call may take. */
const MARGIN_MINUTES = 1
/** Somebody has to invite the app, or to change the channel. */
const REFUSED_MINUTES = 30

/**
 * Says in the channel of every rotation that has one who is on today, in one message each day, and edits that message when
 * it changes. Whoever posts has claimed the day before, on any number of replicas; after a crash between Slack's taking it
 * and its being written down, and after an answer that was lost, it is looked for in the channel by what it carries
 * beside its text, and taken over instead of posted again. Safe to run as often as one likes.
 */
export async function tellWhoIsOn(ctx: AnyContext): Promise<void> {
  if (!ctx.slack) return
  for (const rotation of await listTellingRotations(ctx.db)) await tellOf(ctx, ctx.slack, rotation)
}

async function tellOf(ctx: AnyContext, slack: Slack, rotation: TellingRotation): Promise<void> {
  const now = ctx.now()
  const onDay = localDateOf(now, rotation.timeZone)
  const key = { rotationId: rotation.id, onDay }
  const shifts = await readDay(ctx.db, rotation.id, onDay)
  const known = await findDayPost(ctx.db, key)
  if (!known && (shifts.length === 0 || now < postedFrom(rotation, onDay, shifts))) return
  const message = dayMessage(rotation, onDay, shifts)
  if (known?.says === hashOf(message)) return
  const claim = { claimedBy: v7(), now, until: addMinutes(now, CLAIM_MINUTES) }
  const held = await claimDayPost(ctx.db, { ...key, channelId: rotation.channelId, ...claim })
  if (!held) return
  try {
    await (held.ts === null
      ? post(ctx, slack, held, message, rotation)
      : edit(ctx, slack, held, held.ts, message))
  } catch (error) {
    await noteFailure(ctx, held, message, error)
  }
}

function postedFrom({ timeZone }: TellingRotation, onDay: string, [first]: readonly DayShift[]): Date {
  const usual = instantOf(onDay, POSTED_AT, timeZone)
  const before = first ? subHours(first.startsAt, 1) : usual
  const { startsAt } = dayBounds(onDay, timeZone)
  return before >= usual ? usual : before > startsAt ? before : startsAt
}

async function post(
  ctx: AnyContext,
  { api }: Slack,
  held: DayPost,
  message: SlackMessage,
  { timeZone }: TellingRotation
): Promise<void> {
  const mark = { event: 'day', key: `${held.rotationId} ${held.onDay}` } as const
  const since = subHours(dayBounds(held.onDay, timeZone).startsAt, 1)
  // The first time too: a backup that was restored knows nothing of what was posted since.
  const found = await api.findPosted(held.channelId, mark, since)
  // Whoever stood still for so long may be somebody else's successor by now.
  if (ctx.now() > subMinutes(held.claimedUntil!, MARGIN_MINUTES)) return
  if (found) {
    await api.update(held.channelId, found, message)
    return markPosted(ctx.db, held, { ts: found, says: hashOf(message), at: ctx.now() })
  }
  const { ts } = await api.post(held.channelId, message, mark)
  await markPosted(ctx.db, held, { ts, says: hashOf(message), at: ctx.now() })
}

async function edit(
  ctx: AnyContext,
  { api }: Slack,
  held: DayPost,
  ts: string,
  message: SlackMessage
): Promise<void> {
  await api.update(held.channelId, ts, message)
  await markEdited(ctx.db, held, { says: hashOf(message), at: ctx.now() })
}

/** Slack's no stands where administrators see it, and what goes wrong otherwise comes right by itself. */
async function noteFailure(
  ctx: AnyContext,
  held: DayPost,
  message: SlackMessage,
  error: unknown
): Promise<void> {
  const now = ctx.now()
  if (error instanceof SlackRefused) {
    // Somebody deleted the message, so it stays so; or it was never taken, and may be posted in another channel.
    const isNew = held.ts === null
    const attempts = isNew && held.attempts === 1 ? 0 : held.attempts
    const outcome = { until: addMinutes(now, REFUSED_MINUTES), lastError: error.message, attempts }
    return markFailed(ctx.db, held, isNew ? outcome : { ...outcome, says: hashOf(message) })
  }
  if (!(error instanceof SlackLimited || error instanceof SlackDown)) throw error
  const waitMs = error instanceof SlackLimited ? error.retryAfterMs : 0
  const { attempts } = held
  await markFailed(ctx.db, held, { until: addMilliseconds(now, waitMs), lastError: error.message, attempts })
}
