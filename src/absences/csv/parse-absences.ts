import { type Complaint, complaint } from '../../directory/csv/complaint.ts'
import { readTable } from '../../directory/csv/read-table.ts'
import type { CsvRecord } from '../../directory/csv/split-records.ts'
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
  const table = readTable(bytes, ABSENCE_COLUMNS)
  if ('unreadable' in table) return { rows: [], complaints: table.unreadable }
  const { columns, lines, unsplit, broken } = table
  const read = lines.map((record) => readLine(record, columns))
  const complaints = [unsplit, broken, read.flatMap(({ wrong }) => wrong)].flat()
  return { rows: read.flatMap(({ row }) => row ?? []), complaints }
}

function readLine(
  record: CsvRecord,
  columns: readonly AbsenceColumn[]
): { row?: AbsenceRow; wrong: Complaint[] } {
  const { line, cells } = record
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
