import { readFileSync } from 'node:fs'

/** The variables of the process, as `cli.ts` hands them over. */
export type Environment = Record<string, string | undefined>

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
