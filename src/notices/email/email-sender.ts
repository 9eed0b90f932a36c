import { createTransport } from 'nodemailer'
import { ChannelDown, type Message, MessageRefused, type Sender } from '../post.ts'
import { htmlBody, textBody } from './mail-body.tsx'

export interface MailSettings {
  /** `smtp://user:password@mail.example.com:587`, or `smtps://` for TLS from the first byte. */
  smtpUrl: string
  /** `Lyttepost <support@example.com>` */
  mailFrom: string
  publicUrl: string
}

export interface MailLimits {
  /** Milliseconds to wait for a connection, a greeting, or any later answer. */
  answerMs: number
  /** Milliseconds that one message may take in all. */
  messageMs: number
}

/** A server that greylists or is busy answers within seconds; a minute in all is well within our claim. */
const USUAL: MailLimits = { answerMs: 20_000, messageMs: 60_000 }
const CONNECTIONS = 5
/** Servers commonly end a connection after a hundred messages. */
const MESSAGES_PER_CONNECTION = 100

/**
 * Sends by SMTP, encrypted where the server offers it. What is refused for good (an address that does not exist, 5xx) is
 * told apart from what may go better later (4xx, silence) and from a server that takes nothing from us at all.
 */
export function emailSender(
  { smtpUrl, mailFrom, publicUrl }: MailSettings,
  { answerMs, messageMs }: MailLimits = USUAL
): Sender & { close: () => void } {
  const open = () =>
    createTransport({
      ...{ url: smtpUrl, pool: true, maxConnections: CONNECTIONS, maxMessages: MESSAGES_PER_CONNECTION },
      ...{
        connectionTimeout: answerMs,
        greetingTimeout: answerMs,
        dnsTimeout: answerMs,
        socketTimeout: answerMs
      },
      ...{ disableFileAccess: true, disableUrlAccess: true }
    })
  let transport = open()
  const giveUp = () => {
    transport.close()
    transport = open()
  }
  return {
    send: async (message) => {
      const sending = transport.sendMail(mailOf(message, mailFrom, publicUrl))
      const { response } = await within(messageMs, sending, giveUp).catch(explain)
      return response
    },
    close: () => transport.close()
  }
}

function mailOf(message: Message, from: string, publicUrl: string) {
  const { messageId, to, title, at, unsubscribeUrl } = message
  return {
    ...{ messageId, from, subject: title, date: at },
    to: { name: to.name, address: to.email },
    text: textBody(message, publicUrl),
    html: htmlBody(message, publicUrl),
    headers: {
      // Programs on holiday do not answer it (RFC 3834), and one click ends it (RFC 8058).
      'Auto-Submitted': 'auto-generated',
      ...(unsubscribeUrl && {
        'List-Unsubscribe': `<${unsubscribeUrl}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click'
      })
    }
  }
}

/** The message may still get through after this: then the next attempt carries the same Message-ID. */
async function within<Result>(ms: number, work: Promise<Result>, giveUp: () => void): Promise<Result> {
  let timer: NodeJS.Timeout | undefined
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      giveUp()
      reject(new Error(`The mail server took longer than ${ms / 1000} s.`))
    }, ms)
  })
  return Promise.race([work, timeout]).finally(() => clearTimeout(timer))
}

interface SmtpError {
  message: string
  code?: string
  command?: string
  responseCode?: number
}

/** Nobody is there, or they do not take us: every other message would fare alike. */
const DOWN = new Set(['ECONNECTION', 'ESOCKET', 'EDNS', 'EAUTH', 'ETLS', 'ETIMEDOUT', 'ENOAUTH', 'EOAUTH2'])

function explain(error: SmtpError): never {
  const { message, code = '', command, responseCode = 0 } = error
  const isPermanent = responseCode >= 500
  const isAboutMessage = code === 'EENVELOPE' || code === 'EMESSAGE'
  if (isAboutMessage && isPermanent && command !== 'MAIL FROM') throw new MessageRefused(message)
  if (DOWN.has(code) || (isAboutMessage && isPermanent)) throw new ChannelDown(message)
  throw error
}
