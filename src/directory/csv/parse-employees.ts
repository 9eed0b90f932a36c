import { type ColumnName, EMPLOYEE_COLUMNS } from './columns.ts'
import { type Complaint, complaint } from './complaint.ts'
import { decodeText } from './decode-text.ts'
import { type CellValues, readField } from './read-field.ts'
import { readHeader } from './read-header.ts'
import { type CsvRecord, splitRecords } from './split-records.ts'

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
  const decoded = decodeText(bytes)
  if ('complaints' in decoded) return unreadable(decoded.complaints)
  const { records, complaints } = splitRecords(decoded.text)
  const [header, ...lines] = records
  if (!header) {
    const empty = complaint(1, 'file', null, 'The file is empty. Its first line names the columns.')
    return unreadable(complaints.length > 0 ? complaints : [empty])
  }
  const { columns, complaints: wrongHeader } = readHeader(header, EMPLOYEE_COLUMNS)
  if (wrongHeader.length > 0) return unreadable(wrongHeader)
  return readLines(lines, columns, complaints)
}

function unreadable(complaints: Complaint[]): ParsedEmployees {
  return { rows: [], complaints, emails: new Set(), teams: new Set(), isComplete: false }
}

function readLines(lines: CsvRecord[], columns: ColumnName[], unsplit: Complaint[]): ParsedEmployees {
  const whole = lines.filter(({ cells }) => cells.length === columns.length)
  const broken = lines
    .filter(({ cells }) => cells.length !== columns.length)
    .map(({ line, cells }) => complaint(line, 'line', null, wrongLength(cells.length, columns.length)))
  const read = whole.map((record) => readLine(record, columns))
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

function wrongLength(cells: number, columns: number): string {
  return `This line has ${cells} fields and the header ${columns}. Put a field that holds a comma or semicolon in quotes.`
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
