import { EMPLOYEE_COLUMNS } from './csv/columns.ts'
import type { EmployeeRow } from './csv/parse-employees.ts'
import { type CellValues, readField } from './csv/read-field.ts'
import type { EmployeeFields } from './employee-fields.ts'

/** Team and manager are other rows of the database, so the plan looks them up. */
type OwnFields = Omit<EmployeeFields, 'teamId' | 'managerId'>

const FIELDS = {
  name: 'name',
  email: 'email',
  title: 'title',
  level: 'level',
  time_zone: 'timeZone',
  country: 'country',
  region: 'region',
  working_days: 'workingDays',
  work_start: 'workStartsAt',
  work_end: 'workEndsAt',
  fte_percent: 'ftePercent',
  joined_on: 'joinedOn',
  leaves_on: 'leavesOn',
  host: 'isHost',
  readiness: 'readiness',
  locale: 'locale'
} as const satisfies Partial<Record<keyof CellValues, keyof OwnFields>>

/** What a line says of the person; a column that the file does not have is absent. */
export function fieldsOfRow(row: Partial<EmployeeRow>): Partial<OwnFields> {
  const named = Object.entries(FIELDS) as [keyof typeof FIELDS, keyof OwnFields][]
  return Object.fromEntries(
    named.filter(([column]) => row[column] !== undefined).map(([column, field]) => [field, row[column]])
  ) as Partial<OwnFields>
}

/** What a new person gets where the file says nothing: the same as an empty cell. */
export function defaultFields(): Partial<OwnFields> {
  const values: Partial<CellValues> = {}
  for (const { name, isRequired } of EMPLOYEE_COLUMNS) if (!isRequired) readField(values, name, '')
  return fieldsOfRow(values)
}
