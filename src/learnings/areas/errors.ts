import { defineError } from '../../lib/errors.ts'

export const AreaNotFound = defineError<{ areaId: string }>(
  'AREA_NOT_FOUND',
  404,
  'There is no such product area.'
)
export const AreaNameTaken = defineError<{ name: string }>(
  'AREA_NAME_TAKEN',
  409,
  'There is a product area of this name, perhaps an archived one. Bring it back or choose another name.'
)
export const AreaInUse = defineError<{ areaId: string }>(
  'AREA_IN_USE',
  409,
  'Learnings or themes are of this area. Archive it: it is offered no more, and they keep it.'
)
export const AreaOwnerNotValid = defineError<{ ownerId: string }>(
  'AREA_OWNER_NOT_VALID',
  422,
  'An area is owned by somebody who works here. Name another person.'
)
