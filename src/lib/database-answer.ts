import { isConnectionLost, sqlStateOf } from '../../db/errors.ts'

/** A failure of the database that is no bug of ours, as the client is told. */
export interface DatabaseAnswer {
  status: number
  code: string
  sentence: string
  /** Seconds after which it may be asked again. */
  retryAfter?: number
}

const NOT_STORABLE: DatabaseAnswer = {
  status: 400,
  code: 'VALUE_NOT_STORABLE',
  sentence: 'A value is outside what can be stored, such as a date of no calendar or a zero byte in a text.'
}
const TRY_AGAIN: DatabaseAnswer = {
  status: 503,
  code: 'TRY_AGAIN',
  sentence: 'Two requests were in each other’s way. Nothing was changed; send it again.',
  retryAfter: 1
}
const AWAY: DatabaseAnswer = {
  status: 503,
  code: 'DATABASE_AWAY',
  sentence:
    'The database does not answer right now. Try again in a moment; if you were changing something, look first whether it was done, or send the same Idempotency-Key.',
  retryAfter: 5
}

const TOO_SLOW: DatabaseAnswer = {
  status: 503,
  code: 'DATABASE_TOO_SLOW',
  sentence:
    'The database took too long for this and was stopped. Nothing was changed; try again in a moment.',
  retryAfter: 5
}

/** By SQLSTATE or its class (PostgreSQL manual, appendix A). 57014: a time limit; 25P03: a transaction left alone too long. */
const BY_STATE: [RegExp, DatabaseAnswer][] = [
  [/^22/, NOT_STORABLE],
  [/^(40|55P03)/, TRY_AGAIN],
  [/^57014/, TOO_SLOW],
  [/^(08|53|57P|25P03|58)/, AWAY]
]

/** What to tell of an error that comes from the database or the way to it; undefined for everything else. */
export function databaseAnswer(error: unknown): DatabaseAnswer | undefined {
  const state = sqlStateOf(error)
  if (state !== undefined) return BY_STATE.find(([states]) => states.test(state))?.[1]
  return isConnectionLost(error) ? AWAY : undefined
}
