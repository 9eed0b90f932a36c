import { defineError } from '../lib/errors.ts'

export const ProvisioningTokenNotFound = defineError<{ tokenId: string }>(
  'PROVISIONING_TOKEN_NOT_FOUND',
  404,
  'There is no such token, or it is revoked already.'
)
export const ProvisioningTokenExpiryNotValid = defineError<{ field: 'expiresAt'; latest: string }>(
  'PROVISIONING_TOKEN_EXPIRY_NOT_VALID',
  400,
  'Let the token end between an hour and two years from now; make a new one then.'
)
export const ProvisionedGroupNotFound = defineError<{ groupId: string }>(
  'PROVISIONED_GROUP_NOT_FOUND',
  404,
  'There is no such group. The identity provider may have deleted it.'
)
export const GroupMeaningNotValid = defineError<{ field: string; remedy: string }>(
  'GROUP_MEANING_NOT_VALID',
  422,
  'A group cannot mean this. Name a team that there is; who is to lead needs a team to lead.'
)
export const ProvisioningDefaultsNotValid = defineError<{ field: string; value: unknown; remedy: string }[]>(
  'PROVISIONING_DEFAULTS_NOT_VALID',
  422,
  'Some defaults cannot be used. Each is named with a remedy.'
)
export const NobodyHeld = defineError<{ employeeIds: string[] }>(
  'NOBODY_HELD',
  409,
  'Nobody of these is held any more: somebody has decided already. Load the page again.'
)
