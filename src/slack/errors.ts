import { defineError } from '../lib/errors.ts'

export const SlackNotSetUp = defineError(
  'SLACK_NOT_SET_UP',
  404,
  'Slack is not set up here. Whoever runs Lyttepost sets SLACK_BOT_TOKEN and SLACK_SIGNING_SECRET.'
)
export const SlackRequestNotValid = defineError(
  'SLACK_REQUEST_NOT_VALID',
  401,
  'This is not a request that Slack has just signed with our secret.'
)
export const SlackRequestRepeated = defineError(
  'SLACK_REQUEST_REPEATED',
  409,
  'This request of Slack has been taken before.'
)
