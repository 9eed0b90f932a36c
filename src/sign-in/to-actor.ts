import type { Actor } from '../context.ts'
import type { Role } from '../words.ts'
import type { findSessionHolder } from './queries/sessions.ts'

type Holder = Omit<Exclude<Awaited<ReturnType<typeof findSessionHolder>>, null>, 'lastSeenAt'>

/** The person as an actor: everybody is an employee, hosts and leads are so by what they are and lead. */
export function toActor(holder: Holder, sessionId: string | null): Actor {
  const roles: Role[] = ['employee', ...(holder.grants as Role[])]
  if (holder.isHost) roles.push('host')
  if (holder.leads.length > 0) roles.push('lead')
  const { employeeId, name, teamId, leads, timeZone, locale } = holder
  return { employeeId, sessionId, name, teamId, leads, timeZone, locale, roles: new Set(roles) }
}
