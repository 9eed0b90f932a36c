import { defineError } from '../lib/errors.ts'

export const FeedNotFound = defineError(
  'FEED_NOT_FOUND',
  404,
  'There is no calendar at this address: it was revoked or never existed. Make a new one under My shifts.'
)

export const FeedAddressNotFound = defineError<{ feedId: string }>(
  'FEED_ADDRESS_NOT_FOUND',
  404,
  'There is no such calendar address of yours.'
)

export const FeedObjectNotNamed = defineError<{ field: 'teamId' | 'rotationId' }>(
  'FEED_OBJECT_NOT_NAMED',
  400,
  'Name the team with `teamId` for a team, the rotation with `rotationId` for a rotation, and neither for your own shifts.'
)

export const FeedObjectNotFound = defineError<{ field: 'teamId' | 'rotationId' }>(
  'FEED_OBJECT_NOT_FOUND',
  404,
  'There is no such team or rotation.'
)
