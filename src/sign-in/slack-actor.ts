import type { Actor, AnyContext } from '../context.ts'
import { findSlackHolder } from './queries/slack.ts'
import { toActor } from './to-actor.ts'

/** Who acts when a user of Slack does; null: nobody of ours, or not any more. One query, at every request. */
export async function slackActor(ctx: AnyContext, slackUserId: string): Promise<Actor | null> {
  const holder = await findSlackHolder(ctx.db, slackUserId)
  return holder && toActor(holder, null)
}
