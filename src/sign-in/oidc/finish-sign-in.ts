import type { Tx } from '../../../db/client.ts'
import { recordAudit } from '../../audit/record-audit.ts'
import type { AnyContext } from '../../context.ts'
import { findIdentity, insertIdentity } from '../queries/identities.ts'
import { findActiveByEmail, lockActiveById } from '../queries/sessions.ts'
import { type NewSession, signIn } from '../sessions.ts'
import { callbackOf, type OidcHouse } from './begin-sign-in.ts'
import { EmailNotVerified, OtherAccountLinked, PersonNotHere, SignInNotBegun } from './errors.ts'
import { type ProvenPerson, redeemAnswer } from './redeem-answer.ts'
import { readTicket } from './ticket.ts'

interface Return {
  /** The provider that the address names. */
  name: string
  /** What stands behind the question mark. */
  query: string
  /** The ticket that the browser brought back. */
  ticket: string | undefined
  userAgent: string | undefined
}

/**
 * Ends a sign-in at a provider with a session here. Who comes for the first time is linked to the active employee with
 * the address that the provider vouches for; from then on only issuer and subject count, whatever happens to the address.
 *
 * @returns the session, and the path to go to
 * @throws {SignInNotBegun} {@link ProviderNotFound} {@link ProviderDown} {@link ProviderRefused}
 * {@link AnswerNotTrusted} {@link EmailNotVerified} {@link PersonNotHere} {@link OtherAccountLinked}
 */
export async function finishSignIn(
  { app, providers, publicUrl }: OidcHouse,
  ctx: AnyContext,
  { name, query, ticket: text, userAgent }: Return
): Promise<{ session: NewSession; back: string }> {
  const provider = providers.named(name)
  const ticket = text === undefined ? null : readTicket(app, text, ctx.now())
  if (ticket?.provider !== name) throw new SignInNotBegun()
  const answer = new URL(`${callbackOf(publicUrl, name)}${query}`)
  if (answer.searchParams.get('state') !== ticket.state) throw new SignInNotBegun()
  const person = await redeemAnswer(provider, { answer, ticket, now: ctx.now() })
  const email = (await findIdentity(ctx.db, person.issuer, person.subject)) ? null : await person.email()
  const session = await ctx.db.transaction(async (tx) => {
    const { employeeId, identityId } = await identityOf(tx, ctx, { name, person, email })
    const opened = { openedBy: 'provider', providerSid: person.sid, userAgent, identityId } as const
    return signIn(app, tx, ctx, employeeId, opened)
  })
  return { session, back: ticket.back }
}

interface Claimed {
  name: string
  person: ProvenPerson
  email: string | null
}

/** The identity of an active employee, linked now if it is new. */
async function identityOf(tx: Tx, ctx: AnyContext, { name, person, email }: Claimed) {
  const found = await findIdentity(tx, person.issuer, person.subject)
  if (found) {
    if (!(await lockActiveById(tx, found.employeeId))) throw new PersonNotHere({ provider: name })
    return { employeeId: found.employeeId, identityId: found.id }
  }
  if (email === null) throw new EmailNotVerified({ provider: name })
  const named = await findActiveByEmail(tx, email)
  const employee = named && (await lockActiveById(tx, named.id))
  if (!employee) throw new PersonNotHere({ provider: name })
  return link(tx, ctx, { name, person, employeeId: employee.id })
}

async function link(
  tx: Tx,
  ctx: AnyContext,
  { name, person, employeeId }: Omit<Claimed, 'email'> & { employeeId: string }
) {
  const { issuer, subject } = person
  const identityId = await insertIdentity(tx, { employeeId, issuer, subject, createdAt: ctx.now() })
  if (!identityId) {
    // Perhaps the same person, in another window, a moment ago.
    const found = await findIdentity(tx, issuer, subject)
    if (found?.employeeId !== employeeId) throw new OtherAccountLinked({ provider: name })
    return { employeeId, identityId: found.id }
  }
  await recordAudit(tx, ctx, {
    ...{ action: 'identity.linked', objectType: 'employee', objectId: employeeId },
    after: { identityId, issuer }
  })
  return { employeeId, identityId }
}
