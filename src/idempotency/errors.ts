import { defineError } from '../lib/errors.ts'

export const KeyOfAnotherRequest = defineError(
  'IDEMPOTENCY_KEY_REUSED',
  422,
  'You have sent this Idempotency-Key with another request within the last day. Take a new key for a new request.'
)
export const KeyUnderWay = defineError(
  'IDEMPOTENCY_KEY_UNDER_WAY',
  409,
  'The request with this Idempotency-Key is still being worked on. Send it again in a moment.'
)
