import type { AnyContext, Context } from '../context.ts'
import { slackActor } from '../sign-in/slack-actor.ts'
import { type Reader, readerOf } from '../web/reader.ts'
import { type SlackTexts, slackTexts } from './texts.ts'

/** Somebody of ours who acts by Slack: what they do is done as if by the API, and the audit log says whence it came. */
export interface Person {
  ctx: Context
  reader: Reader
  texts: SlackTexts
}

/** Null: nobody of ours has that address, or not any more. */
export async function personOf(visitor: AnyContext, slackUserId: string): Promise<Person | null> {
  const actor = await slackActor(visitor, slackUserId)
  if (!actor) return null
  const reader = readerOf(actor.locale, actor.timeZone)
  return { ctx: { ...visitor, actor, via: 'slack' }, reader, texts: reader.say(slackTexts) }
}

/** "Tuesday 2 March, 09:00–13:00", by the person's clock. */
export const whenOf = ({ reader }: Person, { startsAt, endsAt }: { startsAt: Date; endsAt: Date }): string =>
  `${reader.day(startsAt)}, ${reader.span(startsAt, endsAt)}`
