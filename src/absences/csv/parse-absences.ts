import { type Complaint, complaint } from '../../directory/csv/complaint.ts'
import { decodeText } from '../../directory/csv/decode-text.ts'
import { readHeader } from '../../directory/csv/read-header.ts'
import { type CsvRecord, splitRecords } from '../../directory/csv/split-records.ts'
import { isLocalDate } from '../../engine/time/is-local-date.ts'
import { ABSENCE_KINDS, type AbsenceKind } from '../../words.ts'
import { ABSENCE_COLUMNS, type AbsenceColumn } from './columns.ts'

/** A line of the file, read. */
export interface AbsenceRow {
  line: number
  email: string
  fromOn: string
  lastOn: string
  fromPart?: 'afternoon'
  lastPart?: 'morning'
  kind: AbsenceKind
}

export interface ParsedAbsences {
  rows: AbsenceRow[]
  /** Store rows only when there are none. */
  complaints: Complaint[]
}

/**
 * Reads an absence file (see `ABSENCE_COLUMNS`) without knowing the company. Any bytes give rows or complaints; nothing
 * is thrown.
 */
export function parseAbsences(bytes: Uint8Array): ParsedAbsences {
  const decoded = decodeText(bytes)
  if ('complaints' in decoded) return { rows: [], complaints: decoded.complaints }
  const { records, complaints } = splitRecords(decoded.text)
  const [header, ...lines] = records
  if (!header) {
    const empty = complaint(1, 'file', null, 'The file is empty. Its first line names the columns.')
    return { rows: [], complaints: complaints.length > 0 ? complaints : [empty] }
  }
  const { columns, complaints: wrongHeader } = readHeader(header, ABSENCE_COLUMNS)
  if (wrongHeader.length > 0) return { rows: [], complaints: wrongHeader }
  const read = lines.map((record) => readLine(record, columns))
  return {
    rows: read.flatMap(({ row }) => row ?? []),
    complaints: [...complaints, ...read.flatMap(({ wrong }) => wrong)]
  }
}

function readLine(
  record: CsvRecord,
  columns: readonly AbsenceColumn[]
): { row?: AbsenceRow; wrong: Complaint[] } {
  const { line, cells } = record
  if (cells.length !== columns.length) {
    const remedy = `This line has ${cells.length} fields and the header ${columns.length}. Put a field that holds a comma or semicolon in quotes.`
    return { wrong: [complaint(line, 'line', null, remedy)] }
  }
  const cellOf = (name: AbsenceColumn) => (cells[columns.indexOf(name)] ?? '').normalize('NFC').trim()
  const wrong: Complaint[] = []
  const object = (field: AbsenceColumn, remedy: string) =>
    wrong.push(complaint(line, field, cellOf(field), remedy))
  const fromOn = cellOf('from_on')
  const lastOn = cellOf('last_on') || fromOn
  const part = (name: 'from_part' | 'last_part') => cellOf(name).toLowerCase()
  const kind = ABSENCE_KINDS.find((word) => word === (cellOf('kind').toLowerCase() || 'other'))

  if (cellOf('email') === '') object('email', 'This field is needed.')
  if (!isDay(fromOn)) object('from_on', 'Write a day that exists as year-month-day, such as 2027-07-05.')
  else if (!isDay(lastOn)) object('last_on', 'Write a day that exists as year-month-day, such as 2027-07-23.')
  else if (lastOn < fromOn) object('last_on', 'The last day is before the first. Turn them round.')
  if (!['', 'afternoon'].includes(part('from_part'))) object('from_part', 'Write afternoon, or nothing.')
  if (!['', 'morning'].includes(part('last_part'))) object('last_part', 'Write morning, or nothing.')
  if (!kind) object('kind', `Write one of: ${ABSENCE_KINDS.join(', ')}.`)
  if (wrong.length > 0) return { wrong }
  const parts = {
    ...(part('from_part') && { fromPart: 'afternoon' as const }),
    ...(part('last_part') && { lastPart: 'morning' as const })
  }
  return { row: { line, email: cellOf('email').toLowerCase(), fromOn, lastOn, ...parts, kind: kind! }, wrong }
}

const isDay = (text: string) => isLocalDate(text) && text >= '1970-01-02' && text < '2199'
