import { randomBytes } from 'node:crypto'
import { Webhook } from 'standardwebhooks'

/** A key of 256 bits in the form that the Standard Webhooks specification gives to symmetric secrets. */
export const newSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`

export interface Secrets {
  secret: string
  previousSecret: string | null
  previousUntil: Date | null
}

/** The headers that prove where a message comes from; for a day after a change of secret, by the old one as well. */
export function signedHeaders(
  { secret, previousSecret, previousUntil }: Secrets,
  id: string,
  at: Date,
  body: string
) {
  const isBothValid = previousSecret !== null && previousUntil !== null && at < previousUntil
  const secrets = isBothValid ? [secret, previousSecret] : [secret]
  return {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': secrets.map((key) => new Webhook(key).sign(id, at, body)).join(' ')
  }
}
