import { addMilliseconds } from 'date-fns'
import type { AnyContext } from '../context.ts'
import { SlackRequestNotValid, SlackRequestRepeated } from './errors.ts'
import { insertRequest } from './queries/requests.ts'
import { isFromSlack, type SignedRequest, WINDOW_MS } from './signature.ts'

/**
 * Lets in a request that Slack has just signed, once on all replicas together: its signature is remembered for as long as
 * its time would let it in again.
 *
 * @throws {SlackRequestNotValid} {@link SlackRequestRepeated}
 */
export async function takeRequest(ctx: AnyContext, request: SignedRequest): Promise<void> {
  if (!ctx.slack || !isFromSlack(ctx.slack.signingSecret, request, ctx.now()))
    throw new SlackRequestNotValid()
  const until = addMilliseconds(new Date(Number(request.timestamp) * 1000), WINDOW_MS)
  if (!(await insertRequest(ctx.db, request.signature, until))) throw new SlackRequestRepeated()
}
