#!/usr/bin/env node
import { parseArgs } from 'node:util'
import { sqlStateOf } from '../db/errors.ts'
import { type Command, CommandFailed, UsageError, type World } from './cli/command.ts'
import { COMMANDS } from './cli/commands.ts'
import { ConfigNotValid, readSettings } from './config.ts'
import { describeError } from './lib/describe-error.ts'
import { Refusal } from './lib/errors.ts'

function help(): string {
  const width = Math.max(...Object.entries(COMMANDS).map(([name, { usage }]) => `${name} ${usage}`.length))
  const lines = Object.entries(COMMANDS).map(
    ([name, { usage, summary }]) => `  ${`${name} ${usage}`.padEnd(width)}  ${summary}`
  )
  return `Usage: lyttepost COMMAND\n\n${lines.join('\n')}`
}

function worldOf(): World {
  return {
    config: readSettings(process.env),
    now: () => new Date(),
    out: (line) => console.log(line),
    err: (line) => console.error(line)
  }
}

async function run(name: string, command: Command, argv: string[]): Promise<void> {
  const args = readArguments(command, argv)
  try {
    await command.run(worldOf(), args)
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    throw new UsageError(`${error.message}\nUsage: lyttepost ${name} ${command.usage}`.trimEnd())
  }
}

function readArguments(command: Command, argv: string[]) {
  try {
    const { positionals, values } = parseArgs({
      args: argv,
      options: command.options ?? {},
      allowPositionals: true
    })
    return { positionals, values: values as Record<string, string | boolean | undefined> }
  } catch (error) {
    throw new UsageError((error as Error).message)
  }
}

/** The message of a failed query lists what people wrote. */
const isOfDatabase = (error: unknown) =>
  sqlStateOf(error) !== undefined || (error instanceof Error && error.message.startsWith('Failed query:'))

/** Sentences for people as they are; anything else is a bug and shows where it came from. */
function tell(error: unknown): void {
  const isSentence =
    error instanceof UsageError ||
    error instanceof CommandFailed ||
    error instanceof ConfigNotValid ||
    error instanceof Refusal ||
    (error instanceof Error &&
      /^(EmbeddedUnavailable|DatabaseFolderInUse|MigrationRefused|BackupRefused|ErasureListNotReadable)$/.test(
        error.name
      ))
  console.error(isSentence ? (error as Error).message : isOfDatabase(error) ? describeError(error) : error)
  if (error instanceof Refusal && error.details !== undefined)
    console.error(JSON.stringify(error.details, null, 2))
}

async function main([name, ...argv]: string[]): Promise<void> {
  if (name === undefined || ['help', '--help', '-h'].includes(name)) return console.log(help())
  const command = COMMANDS[name]
  if (!command) throw new UsageError(`There is no command "${name}".\n\n${help()}`)
  await run(name, command, argv)
}

main(process.argv.slice(2)).catch((error: unknown) => {
  tell(error)
  process.exitCode = error instanceof UsageError ? 2 : 1
})
