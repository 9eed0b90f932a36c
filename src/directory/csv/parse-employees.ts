import type { ColumnName } from './columns.ts'
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
  /** The lines that could be read. Use them only when there are no complaints. */
  rows: EmployeeRow[]
  complaints: Complaint[]
}

/** How people who meet in different spellings are told to be one. */
export const keyOf = (emailOrTeam: string) => emailOrTeam.toLowerCase()

/**
 * Reads an employee file (see `EMPLOYEE_COLUMNS`) without knowing the company: text, header, every cell, and
 * addresses that come twice. Any bytes give rows or complaints; nothing is thrown.
 */
export function parseEmployees(bytes: Uint8Array): ParsedEmployees {
  const decoded = decodeText(bytes)
  if ('complaints' in decoded) return { rows: [], complaints: decoded.complaints }
  const { records, complaints } = splitRecords(decoded.text)
  const [header, ...lines] = records
  if (!header) {
    const empty = complaint(1, 'file', null, 'The file is empty. Its first line names the columns.')
    return { rows: [], complaints: complaints.length > 0 ? complaints : [empty] }
  }
  const { columns, complaints: wrongHeader } = readHeader(header)
  if (wrongHeader.length > 0) return { rows: [], complaints: wrongHeader }

  const rows = lines.flatMap((record) => readRow(record, columns, complaints))
  complaints.push(...repeatedAddresses(rows))
  return { rows, complaints: complaints.sort((a, b) => a.line - b.line) }
}

function readRow({ line, cells }: CsvRecord, columns: ColumnName[], complaints: Complaint[]): EmployeeRow[] {
  if (cells.length !== columns.length) {
    const remedy = `This line has ${cells.length} fields and the header ${columns.length}. Put a field that holds a comma or semicolon in quotes.`
    complaints.push(complaint(line, 'line', null, remedy))
    return []
  }
  const values: Partial<CellValues> = {}
  const wrong = columns.flatMap((column, index) => {
    const remedy = readField(values, column, cells[index]!)
    return remedy === null ? [] : [complaint(line, column, cells[index]!, remedy)]
  })
  if (wrong.length === 0 && values.leaves_on && values.leaves_on < values.joined_on!) {
    wrong.push(complaint(line, 'leaves_on', values.leaves_on, 'Nobody leaves before joining: see joined_on.'))
  }
  complaints.push(...wrong)
  return wrong.length === 0 ? [{ ...(values as EmployeeRow), line }] : []
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
