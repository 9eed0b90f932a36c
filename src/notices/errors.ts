import type { DeliveryState } from '../engine/telling/delivery-state.ts'
import { defineError } from '../lib/errors.ts'

export const NoticeNotFound = defineError<{ noticeId: string }>(
  'NOTICE_NOT_FOUND',
  404,
  'There is no such notice in your inbox.'
)
export const InstantNotReadable = defineError(
  'INSTANT_NOT_READABLE',
  400,
  'Give an instant that exists, such as 2027-03-02T09:30:00Z.'
)
export const QuietHoursEmpty = defineError(
  'QUIET_HOURS_EMPTY',
  400,
  'Quiet hours must end at another time than they begin. Send null to be told at any time.'
)
export const DeliveryNotFound = defineError<{ deliveryId: string }>(
  'DELIVERY_NOT_FOUND',
  404,
  'There is no such delivery.'
)
export const DeliveryNotFailed = defineError<{ state: DeliveryState }>(
  'DELIVERY_NOT_FAILED',
  409,
  'Only a delivery that has failed for good can be sent again; the others take care of themselves.'
)
export const UnsubscribeLinkNotValid = defineError(
  'UNSUBSCRIBE_LINK_NOT_VALID',
  404,
  'This address does not work. Choose in Lyttepost which notices you want by e-mail.'
)
