import type { Level, Locale, Readiness } from '../words.ts'

/** What is stored of a person and may change. */
export interface EmployeeFields {
  name: string
  email: string
  title: string
  level: Level
  teamId: string
  managerId: string | null
  timeZone: string
  country: string
  region: string | null
  workingDays: number[]
  workStartsAt: string
  workEndsAt: string
  ftePercent: number
  joinedOn: string
  leavesOn: string | null
  isHost: boolean
  readiness: Readiness
  locale: Locale
}

/** The fields of `wanted` that are not so already. */
export function changesTo<Fields extends object>(stored: Fields, wanted: Partial<Fields>): Partial<Fields> {
  const isNew = ([field, value]: [string, unknown]) =>
    JSON.stringify(value) !== JSON.stringify(stored[field as keyof Fields])
  return Object.fromEntries(Object.entries(wanted).filter(isNew)) as Partial<Fields>
}

/** What identifies a person stays out of the audit log, which outlives an erasure. */
const IDENTIFYING = new Set(['name', 'email'])

/** The fields of `changes` for the audit log, taken from `fields`; names and addresses only as having changed. */
export function audited<Fields extends object>(fields: Fields, changes: Partial<Fields>) {
  const keys = Object.keys(changes) as (keyof Fields & string)[]
  return Object.fromEntries(keys.map((key) => [key, IDENTIFYING.has(key) ? '(not kept)' : fields[key]]))
}
