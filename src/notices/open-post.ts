import type { Config } from '../config.ts'
import type { SigningKey } from '../sign-in/signing-key.ts'
import type { Slack } from '../slack/slack-api.ts'
import { emailSender } from './email/email-sender.ts'
import { unsubscribeToken } from './email/unsubscribe-token.ts'
import type { Post } from './post.ts'
import { slackSender } from './slack/slack-sender.ts'

/** Where a person lands, and a mail program posts to, to turn off messages; the token comes behind it. */
export const UNSUBSCRIBE_PATH = '/unsubscribe'

/** The ways out that the settings open, ready to be sent by; `close` lets go of their connections. */
export function openPost(
  { smtpUrl, mailFrom, publicUrl, canaryTo }: Pick<Config, 'smtpUrl' | 'mailFrom' | 'publicUrl' | 'canaryTo'>,
  signingKey: SigningKey,
  slack?: Slack
): Post & { close: () => void } {
  const email = smtpUrl && mailFrom ? emailSender({ smtpUrl, mailFrom, publicUrl }) : null
  return {
    publicUrl,
    channels: { ...(email && { email }), ...(slack && { slack: slackSender(slack, publicUrl) }) },
    canaryTo,
    chance: Math.random,
    unsubscribeUrl: (employeeId, group) =>
      `${publicUrl}${UNSUBSCRIBE_PATH}/${unsubscribeToken(signingKey, { employeeId, group })}`,
    close: () => email?.close()
  }
}
