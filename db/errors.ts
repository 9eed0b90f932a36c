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

/** drizzle wraps what `pg` throws, so the server's own error may be a cause. */
function serverError(error: unknown): pg.DatabaseError | undefined {
  for (let at = error; at instanceof Error; at = at.cause) {
    if (at instanceof pg.DatabaseError) return at
  }
  return undefined
}
