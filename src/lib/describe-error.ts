import { constraintOf, sqlStateOf } from '../../db/errors.ts'

/** What may be written of an error where anybody may read it. */
export interface DescribedError {
  type: string
  code?: string
  constraint?: string
  /** Where in the code: file, line and function, no values. */
  stack: string
  cause?: DescribedError
}

/** Deeper causes tell nothing new. */
const MOST_CAUSES = 4

/**
 * Describes an error by what it is and where it happened, without its message: messages quote what people wrote, a failed
 * query lists its parameters, and a constraint names the row that breaks it.
 */
export function describeError(error: unknown, depth = 0): DescribedError {
  if (!(error instanceof Error)) return { type: typeof error, stack: '' }
  const { code } = error as { code?: unknown }
  const constraint = constraintOf(error)
  return {
    type: error.name,
    ...(isWord(code) && { code }),
    ...(constraint !== undefined && { constraint }),
    stack: framesOf(error),
    ...(error.cause !== undefined && depth < MOST_CAUSES && { cause: describeError(error.cause, depth + 1) })
  }
}

/**
 * An error in a sentence that is kept and shown to administrators: of the database what it was, not the values it was about;
 * else the message, which the code that threw it wrote for them.
 */
export function sayError(error: unknown): string {
  const state = sqlStateOf(error)
  if (state !== undefined) {
    const constraint = constraintOf(error)
    return `The database refused it (${state}${constraint === undefined ? '' : `, ${constraint}`}).`
  }
  if (!(error instanceof Error)) return String(error)
  return error.message.startsWith('Failed query:') ? 'The database did not answer.' : error.message
}

/** Codes are words of ours, of Node or of PostgreSQL. */
const isWord = (code: unknown): code is string => typeof code === 'string' && /^[A-Z0-9_]{3,60}$/.test(code)

function framesOf({ stack = '' }: Error): string {
  return stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .map((line) => line.trim())
    .join('\n')
}
