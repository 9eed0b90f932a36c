import { defineError } from '../../lib/errors.ts'

export const ProviderNotFound = defineError<{ provider: string }>(
  'SIGN_IN_PROVIDER_NOT_FOUND',
  404,
  'There is no such way to sign in. Choose one on the sign-in page.'
)

export const ProviderDown = defineError<{ provider: string }>(
  'SIGN_IN_PROVIDER_DOWN',
  503,
  'The sign-in service does not answer at the moment. Try again in a minute, or sign in another way.'
)

/** Also what a forged answer looks like: whoever made somebody else begin learns nothing from it. */
export const SignInNotBegun = defineError(
  'SIGN_IN_NOT_BEGUN',
  400,
  'This sign-in was not begun in this browser, or more than ten minutes ago. Begin again.'
)

export const ProviderRefused = defineError<{ provider: string; error: string }>(
  'SIGN_IN_PROVIDER_REFUSED',
  403,
  'The sign-in service did not let you in, or you stopped there. Begin again, or sign in another way.'
)

export const AnswerNotTrusted = defineError<{ provider: string }>(
  'SIGN_IN_ANSWER_NOT_TRUSTED',
  401,
  'The answer of the sign-in service cannot be trusted. Begin again; if it happens twice, tell your administrator.'
)

export const EmailNotVerified = defineError<{ provider: string }>(
  'SIGN_IN_EMAIL_NOT_VERIFIED',
  403,
  'The sign-in service does not vouch for your e-mail address, so we do not know who you are. Verify it there, or tell your administrator.'
)

export const PersonNotHere = defineError<{ provider: string }>(
  'SIGN_IN_PERSON_NOT_HERE',
  403,
  'Nobody who works here has the account you signed in with. Use your account at work, or tell your administrator.'
)

export const OtherAccountLinked = defineError<{ provider: string }>(
  'SIGN_IN_OTHER_ACCOUNT_LINKED',
  409,
  'Another account of this sign-in service is linked to you. Use that one, or let an administrator unlink it.'
)

export const LogoutTokenNotValid = defineError<{ provider: string }>(
  'LOGOUT_TOKEN_NOT_VALID',
  400,
  'This logout token is not one of this provider for this installation, is out of date, or came before.'
)
