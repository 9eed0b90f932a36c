import { defineError } from '../lib/errors.ts'

export const WebhookNotFound = defineError<{ webhookId: string }>(
  'WEBHOOK_NOT_FOUND',
  404,
  'There is no such webhook.'
)

export const WebhookUrlNotValid = defineError<{ field: 'url' }>(
  'WEBHOOK_URL_NOT_VALID',
  400,
  'Give an address that begins with https:// and holds no user name or password.'
)

export const WebhookWithoutEvents = defineError(
  'WEBHOOK_WITHOUT_EVENTS',
  400,
  'Choose at least one event that it hears of.'
)

export const WebhookDisabled = defineError<{ webhookId: string }>(
  'WEBHOOK_DISABLED',
  409,
  'This webhook is switched off. Switch it on first.'
)

export const DeliveryNotFound = defineError<{ deliveryId: string }>(
  'WEBHOOK_DELIVERY_NOT_FOUND',
  404,
  'There is no such delivery.'
)
