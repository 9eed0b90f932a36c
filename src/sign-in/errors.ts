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
export const TooManyRefused = defineError(
  'TOO_MANY_REFUSED',
  429,
  'Too many wrong tokens or addresses came from where you are. Wait a minute, and look at which one your program sends.'
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
export const LinksOff = defineError(
  'SIGN_IN_LINKS_OFF',
  403,
  'There are no sign-in links here. Use one of the ways on the sign-in page.'
)
export const LinkAddressNotReadable = defineError(
  'SIGN_IN_ADDRESS_NOT_READABLE',
  400,
  'This is not an e-mail address. Write it like name@example.com.'
)
export const LinksAskedTooOften = defineError(
  'SIGN_IN_LINKS_TOO_MANY',
  429,
  'Too many links were asked for from where you are. Wait a quarter of an hour, or ask your administrator for one.'
)
export const SessionNotFound = defineError<{ sessionId: string }>(
  'SESSION_NOT_FOUND',
  404,
  'You have no such session, or it is over.'
)
export const IdentityNotFound = defineError<{ identityId: string }>(
  'IDENTITY_NOT_FOUND',
  404,
  'This person has no such linked account.'
)
