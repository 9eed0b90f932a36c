import { defineError } from '../lib/errors.ts'

export const SignInNeeded = defineError(
  'SIGN_IN_NEEDED',
  401,
  'Sign in first: this needs a valid token or session, and the one sent is missing, expired or ended.'
)
export const NotAllowed = defineError(
  'NOT_ALLOWED',
  403,
  'Your role does not allow this. Ask an administrator if you think it should.'
)
export const CrossSiteRequest = defineError(
  'CROSS_SITE_REQUEST',
  403,
  'A form of another site cannot act in your name here. Use the pages of this site, or a token in the header.'
)
export const LinkNotUsable = defineError(
  'SIGN_IN_LINK_NOT_USABLE',
  401,
  'This sign-in link was used already, has expired or never existed. Ask for a new one.'
)
export const EmployeeToSignInNotFound = defineError<{ email: string }>(
  'EMPLOYEE_NOT_FOUND',
  404,
  'No active employee has this e-mail address. Import the person first.'
)
