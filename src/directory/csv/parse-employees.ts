import { type ColumnName, EMPLOYEE_COLUMNS } from './columns.ts'
import { type Complaint, complaint } from './complaint.ts'
import { type CellValues, readField } from './read-field.ts'
import { readTable, type Table } from './read-table.ts'
import type { CsvRecord } from './split-records.ts'

type RequiredColumn = 'name' | 'email' | 'team' | 'time_zone' | 'country' | 'joined_on'

/** A line of the file, read. An optional column that the file does not have is absent, not undefined. */
export type EmployeeRow = Pick<CellValues, RequiredColumn> &
  Partial<Omit<CellValues, RequiredColumn>> & { line: number }

export interface ParsedEmployees {
  /** The lines that could be read. Store them only when there are no complaints. */
  rows: EmployeeRow[]
  complaints: Complaint[]
  /** Addresses and teams of the file, also from lines with a complaint elsewhere, by `keyOf`. */
  emails: Set<string>
  teams: Set<string>
  /** False when part of the file could not be read at all, so that `emails` and `teams` lack some. */
  isComplete: boolean
}

/** How people who meet in different spellings are told to be one. */
export const keyOf = (emailOrTeam: string) => emailOrTeam.toLowerCase()

/**
 * Reads an employee file (see `EMPLOYEE_COLUMNS`) without knowing the company: text, header, every cell, and
 * addresses that come twice. Any bytes give rows or complaints; nothing is thrown.
 */
export function parseEmployees(bytes: Uint8Array): ParsedEmployees {
  const table = readTable(bytes, EMPLOYEE_COLUMNS)
  return 'unreadable' in table ? unreadable(table.unreadable) : readLines(table)
}

function unreadable(complaints: Complaint[]): ParsedEmployees {
  return { rows: [], complaints, emails: new Set(), teams: new Set(), isComplete: false }
}

function readLines({ lines, columns, unsplit, broken }: Table<ColumnName>): ParsedEmployees {
  const read = lines.map((record) => readLine(record, columns))
  const rows = read.flatMap(({ row }) => row ?? [])
  const complaints = [unsplit, broken, read.flatMap(({ wrong }) => wrong), repeatedAddresses(rows)].flat()
  return {
    rows,
    complaints: complaints.sort((a, b) => a.line - b.line),
    emails: keysOf(read.map(({ values }) => values.email)),
    teams: keysOf(read.map(({ values }) => values.team)),
    isComplete: unsplit.length + broken.length === 0
  }
}

function keysOf(texts: (string | undefined)[]): Set<string> {
  return new Set(texts.filter((text) => text !== undefined).map(keyOf))
}

function readLine({ line, cells }: CsvRecord, columns: ColumnName[]) {
  const values: Partial<CellValues> = {}
  const wrong = columns.flatMap((column, index) => {
    const remedy = readField(values, column, cells[index]!)
    return remedy === null ? [] : [complaint(line, column, cells[index]!, remedy)]
  })
  if (values.leaves_on && values.joined_on && values.leaves_on < values.joined_on) {
    wrong.push(complaint(line, 'leaves_on', values.leaves_on, 'Nobody leaves before joining: see joined_on.'))
  }
  const row: EmployeeRow | null = wrong.length === 0 ? { ...(values as EmployeeRow), line } : null
  return { values, wrong, row }
}

function repeatedAddresses(rows: EmployeeRow[]): Complaint[] {
  const firstLines = new Map<string, number>()
  return rows.flatMap(({ email, line }) => {
    const first = firstLines.get(keyOf(email))
    if (first === undefined) {
      firstLines.set(keyOf(email), line)
      return []
    }
    return [complaint(line, 'email', email, `The same address is on line ${first}. Remove one of the two.`)]
  })
}
