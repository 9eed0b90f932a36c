import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseEnv } from 'node:util'

/** The variables of the process, as `cli.ts` hands them over. */
export type Environment = Record<string, string | undefined>

const USUAL_FILE = '.env'

/**
 * The variables of the process, and below them those of the file `.env` in the folder, or of the file that `ENV_FILE`
 * names; an empty name means none. What the process has itself goes before what a file says.
 */
export function withEnvFile(env: Environment, folder: string, wrong: string[]): Environment {
  const named = env.ENV_FILE
  const file = resolve(folder, named ?? USUAL_FILE)
  if (named === '' || (named === undefined && !existsSync(file))) return env
  try {
    return { ...parseEnv(readFileSync(file, 'utf8')), ...env }
  } catch {
    wrong.push(`ENV_FILE: the file ${file} cannot be read`)
    return env
  }
}

/** A secret comes as itself or, for mounted secrets, as the name of a file that holds it. */
export function readSecret(env: Environment, name: string, wrong: string[]): string | undefined {
  const file = env[`${name}_FILE`]
  if (env[name] || !file) return env[name] || undefined
  try {
    return readFileSync(file, 'utf8')
  } catch {
    wrong.push(`${name}_FILE: the file ${file} cannot be read`)
    return undefined
  }
}

/** `on` or `off`; anything else is told. */
export function readSwitch(env: Environment, name: string, otherwise: boolean, wrong: string[]): boolean {
  const value = env[name] || (otherwise ? 'on' : 'off')
  if (value !== 'on' && value !== 'off') wrong.push(`${name}: must be on or off`)
  return value === 'on'
}
