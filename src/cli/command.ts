import type { ParseArgsConfig } from 'node:util'
import type { StartedDatabase } from '../../db/open.ts'
import type { Config } from '../config.ts'
import type { AnyContext } from '../context.ts'
import { isLocalDate } from '../engine/time/is-local-date.ts'

/** What a command may touch of the world around it. */
export interface World {
  config: Config
  now: () => Date
  out: (line: string) => void
  /** Progress and hints; never part of a result that another program reads. */
  err: (line: string) => void
}

export interface Arguments {
  positionals: string[]
  values: Record<string, string | boolean | undefined>
}

export interface Command {
  /** Words after the name, for the usage line. */
  usage: string
  summary: string
  options?: Exclude<ParseArgsConfig['options'], undefined>
  run: (world: World, args: Arguments) => Promise<void>
}

/** The command was called with the wrong words; the message says which. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** The command could not do its work for a reason the message tells in full. */
export class CommandFailed extends Error {
  override readonly name = 'CommandFailed'
}

/** The word at this place of the command line, or a sentence saying what is missing. */
export function wordAt(args: Arguments, index: number, name: string): string {
  const word = args.positionals[index]
  if (word === undefined) throw new UsageError(`${name} is missing`)
  return word
}

/** The same for a day of the calendar. */
export function dayAt(args: Arguments, index: number, name: string): string {
  const word = wordAt(args, index, name)
  if (!isLocalDate(word)) throw new UsageError(`${name} must be a day such as 2027-03-01, not "${word}"`)
  return word
}

/** The context of the system itself: nobody in particular acts. */
export const systemContext = (world: World, { db }: Pick<StartedDatabase, 'db'>): AnyContext => ({
  db,
  now: world.now,
  actor: null,
  requestId: null
})
