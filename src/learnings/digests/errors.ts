import { defineError } from '../../lib/errors.ts'

export const DigestNotFound = defineError<{ digestId: string }>(
  'DIGEST_NOT_FOUND',
  404,
  'There is no such digest of yours.'
)
