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

/** A cause may be its own cause, however seldom. */
const MOST_CAUSES = 10

/** drizzle wraps what `pg` throws, so the server's own error may be a cause. */
function serverError(error: unknown): pg.DatabaseError | undefined {
  let at = error
  for (let depth = 0; depth < MOST_CAUSES && at instanceof Error; depth += 1) {
    if (at instanceof pg.DatabaseError) return at
    at = at.cause
  }
  return undefined
}
