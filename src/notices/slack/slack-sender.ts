import { subMinutes } from 'date-fns'
import { SlackDown, SlackLimited, SlackRefused } from '../../slack/errors-of-slack.ts'
import type { Slack } from '../../slack/slack-api.ts'
import { ChannelBusy, ChannelDown, type Message, MessageRefused, type Sender } from '../post.ts'
import { slackBody } from './slack-body.ts'

/** Slack dates messages by its own clock. */
const SKEW_MINUTES = 10

/** What Slack says of a person or a message for good; everything else may go better later. */
const FOR_GOOD = new Set([
  'cannot_dm_bot',
  'channel_not_found',
  'invalid_blocks',
  'is_archived',
  'messages_tab_disabled',
  'msg_blocks_too_long',
  'msg_too_long',
  'no_text',
  'user_disabled',
  'user_not_found',
  'users_not_found'
])

/**
 * Sends direct messages by Slack, with buttons. Every message carries its Message-ID as metadata, which nobody sees. An
 * attempt that may follow one that got through (a crash before it was written down, an answer that was lost) first looks
 * for it in the conversation and takes what is there as sent. So a message is never there twice, save where a process
 * stands still for minutes between the look at its claim and the request itself; and where the conversation cannot be
 * read, nothing is sent and it is tried later.
 */
export function slackSender({ api }: Slack, publicUrl: string): Sender {
  const send = async (message: Message): Promise<string> => {
    const userId = message.to.slackUserId
    if (userId === null) throw new MessageRefused('Nobody in Slack has this address.')
    const mark = { event: 'notice', key: message.messageId } as const
    if (message.isAgain) {
      const channel = await api.openDirect(userId)
      const found = await api.findPosted(channel, mark, subMinutes(message.since, SKEW_MINUTES))
      if (found) return `${channel} ${found}`
    }
    const { channel, ts } = await api.post(userId, slackBody(message, publicUrl), mark)
    return `${channel} ${ts}`
  }
  return { send: (message) => send(message).catch(explain) }
}

function explain(error: unknown): never {
  if (error instanceof SlackLimited) throw new ChannelBusy(error.message, error.retryAfterMs)
  if (error instanceof SlackDown) throw new ChannelDown(error.message)
  if (error instanceof SlackRefused && FOR_GOOD.has(error.code)) throw new MessageRefused(error.message)
  throw error
}
