import pg from 'pg'

/**
 * The SQLSTATE of a failed query, such as `23P01` for a broken exclusion constraint.
 *
 * @returns undefined when the error does not come from the server
 */
export function sqlStateOf(error: unknown): string | undefined {
  return serverError(error)?.code
}

/** The name of the constraint a query broke, such as `assignments_one_seat_per_person`. */
export function constraintOf(error: unknown): string | undefined {
  return serverError(error)?.constraint
}

/** The server does not answer, or has gone while it worked. What was under way may be done or not. */
export class DatabaseAway extends Error {
  override readonly name = 'DatabaseAway'
  constructor() {
    super('The database does not answer.')
  }
}

/** Words of `pg` and of the system for a connection that is not made or is lost. */
const LOST =
  /\bE(CONNREFUSED|CONNRESET|PIPE|TIMEDOUT|HOSTUNREACH|NETUNREACH|HOSTDOWN|NOTFOUND|AI_AGAIN)\b|connect ENOENT|timeout exceeded when trying to connect|Connection terminated|not queryable|The database does not answer/

/** Whether a statement failed because the server could not be reached, or not any more. */
export function isConnectionLost(error: unknown): boolean {
  return causesOf(error).some(({ message, code }) => LOST.test(`${message} ${code ?? ''}`))
}

/** A cause may be its own cause, however seldom. */
const MOST_CAUSES = 10

/** drizzle wraps what `pg` throws, so the server's own error may be a cause. */
function serverError(error: unknown): pg.DatabaseError | undefined {
  return causesOf(error).find((cause): cause is pg.DatabaseError => cause instanceof pg.DatabaseError)
}

function causesOf(error: unknown): (Error & { code?: string | undefined })[] {
  const causes: Error[] = []
  let at = error
  for (let depth = 0; depth < MOST_CAUSES && at instanceof Error; depth += 1) {
    causes.push(at)
    at = at.cause
  }
  return causes
}
