import { sqlStateOf } from '../../db/errors.ts'

/** A failure of the database that is no bug of ours, as the client is told. */
export interface DatabaseAnswer {
  status: number
  code: string
  sentence: string
}

const NOT_STORABLE: DatabaseAnswer = {
  status: 400,
  code: 'VALUE_NOT_STORABLE',
  sentence: 'A value is outside what can be stored, such as a date of no calendar or a zero byte in a text.'
}
const TRY_AGAIN: DatabaseAnswer = {
  status: 503,
  code: 'TRY_AGAIN',
  sentence: 'Two requests were in each other’s way. Nothing was changed; send it again.'
}
const AWAY: DatabaseAnswer = {
  status: 503,
  code: 'DATABASE_AWAY',
  sentence: 'The database does not answer right now. Nothing was changed; try again in a moment.'
}

/** By class of SQLSTATE (PostgreSQL manual, appendix A). */
const BY_STATE: [RegExp, DatabaseAnswer][] = [
  [/^22/, NOT_STORABLE],
  [/^40/, TRY_AGAIN],
  [/^(08|53|57P)/, AWAY]
]
const CONNECTION_FAILURE =
  /ECONNREFUSED|ECONNRESET|ENOENT|timeout exceeded when trying to connect|Connection terminated/

/** What to tell of an error that comes from the database or the way to it; undefined for everything else. */
export function databaseAnswer(error: Error): DatabaseAnswer | undefined {
  const state = sqlStateOf(error)
  if (state !== undefined) return BY_STATE.find(([states]) => states.test(state))?.[1]
  const cause = error.cause instanceof Error ? error.cause.message : error.message
  return CONNECTION_FAILURE.test(cause) ? AWAY : undefined
}
