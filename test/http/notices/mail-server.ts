import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

export interface Mail {
  from: string
  to: string[]
  isSecure: boolean
  /** As it came over the line. */
  raw: string
  /** Headers by their names in small letters, unfolded. */
  headers: Record<string, string>
}

type Answer = { code: number; text: string } | null

export interface MailServerOptions {
  /** What to say to a recipient; null: welcome. */
  toRecipient?: (address: string) => Answer
  /** Milliseconds before it takes a message. */
  slowMs?: number
  options?: SMTPServerOptions
}

function headersOf(raw: string): Record<string, string> {
  const head = raw.slice(0, raw.indexOf('\r\n\r\n')).replaceAll(/\r\n[ \t]+/g, ' ')
  return Object.fromEntries(
    head.split('\r\n').map((line) => {
      const colon = line.indexOf(':')
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()]
    })
  )
}

/** A mail server of the test's own on a free port of this machine, which keeps what it took. */
export async function mailServer({
  toRecipient = () => null,
  slowMs = 0,
  options = {}
}: MailServerOptions = {}) {
  const mails: Mail[] = []
  const asked: string[] = []
  const timers = new Set<NodeJS.Timeout>()
  const server = new SMTPServer({
    ...{
      authOptional: true,
      disabledCommands: ['AUTH', 'STARTTLS'],
      disableReverseLookup: true,
      closeTimeout: 10
    },
    ...options,
    onRcptTo: ({ address }, _, done) => {
      asked.push(address)
      const answer = toRecipient(address)
      done(answer && Object.assign(new Error(answer.text), { responseCode: answer.code }))
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const raw = Buffer.concat(chunks).toString()
        const { mailFrom, rcptTo } = session.envelope
        mails.push({
          ...{ raw, headers: headersOf(raw), isSecure: session.secure },
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map(({ address }) => address)
        })
        timers.add(setTimeout(() => done(), slowMs))
      })
    }
  })
  // A client that gives up is an error to the server, and no business of the test.
  server.on('error', () => {})
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const { port } = server.server.address() as AddressInfo
  const close = () => {
    for (const timer of timers) clearTimeout(timer)
    return new Promise<void>((resolve) => server.close(() => resolve()))
  }
  return { mails, asked, port, url: `smtp://127.0.0.1:${port}`, close }
}
