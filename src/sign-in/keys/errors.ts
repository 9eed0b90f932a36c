import { defineError } from '../../lib/errors.ts'
import type { Scope } from './scopes.ts'

export const NotForKeys = defineError(
  'NOT_FOR_KEYS',
  403,
  'This is for people, not for API keys. Do it signed in, on the pages.'
)

export const ScopeMissing = defineError<{ scope: Scope }>(
  'SCOPE_MISSING',
  403,
  'This API key was not made for that. Make one with the scope in `details.scope`.'
)

export const KeyWithoutScope = defineError(
  'API_KEY_WITHOUT_SCOPE',
  400,
  'Say what the key may do: choose at least one scope.'
)

export const KeyNotFound = defineError<{ keyId: string }>(
  'API_KEY_NOT_FOUND',
  404,
  'There is no such API key.'
)

export const KeyExpiryNotValid = defineError<{ field: 'expiresAt'; latest: string }>(
  'API_KEY_EXPIRY_NOT_VALID',
  400,
  'Let the key end between an hour and a year from now; make a new one then.'
)
