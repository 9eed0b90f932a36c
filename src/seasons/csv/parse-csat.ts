import { type Complaint, complaint } from '../../directory/csv/complaint.ts'
import { readTable } from '../../directory/csv/read-table.ts'
import type { CsvRecord } from '../../directory/csv/split-records.ts'
import { maskPersonalData } from '../../engine/insight/mask-personal-data.ts'
import { isLocalDate } from '../../engine/time/is-local-date.ts'
import { CSAT_COLUMNS, type CsatColumn } from './columns.ts'

export interface CsatRow {
  line: number
  reference: string
  answeredOn: string
  score: number
}

export interface ParsedCsat {
  rows: CsatRow[]
  /** Store rows only when there are none. */
  complaints: Complaint[]
}

const REFERENCE = /^[A-Za-z0-9][A-Za-z0-9._:/-]{0,63}$/

/**
 * Reads a CSAT file (see `CSAT_COLUMNS`). Any bytes give rows or complaints; nothing is thrown. Columns about people are
 * unknown here and refused, and so is a reference that looks like a person's.
 *
 * @param today the last day on which anything can have been answered
 */
export function parseCsat(bytes: Uint8Array, today: string): ParsedCsat {
  const table = readTable(bytes, CSAT_COLUMNS)
  if ('unreadable' in table) return { rows: [], complaints: table.unreadable }
  const { columns, lines, unsplit, broken } = table
  const read = lines.map((record) => readLine(record, columns, today))
  const rows = read.flatMap(({ row }) => row ?? [])
  const complaints = [unsplit, broken, read.flatMap(({ wrong }) => wrong), repeated(rows)].flat()
  return { rows, complaints }
}

function readLine(
  { line, cells }: CsvRecord,
  columns: readonly CsatColumn[],
  today: string
): { row?: CsatRow; wrong: Complaint[] } {
  const cellOf = (name: CsatColumn) => (cells[columns.indexOf(name)] ?? '').trim()
  const [reference, answeredOn, score] = [cellOf('reference'), cellOf('answered_on'), cellOf('score')]
  const wrong = [
    ...referenceWrong(line, reference),
    ...(isLocalDate(answeredOn) && answeredOn >= '1970-01-01' && answeredOn <= today
      ? []
      : [complaint(line, 'answered_on', answeredOn, 'Write a day until today, such as 2027-03-02.')]),
    ...(/^[1-5]$/.test(score)
      ? []
      : [complaint(line, 'score', score, 'Write a whole number from 1 to 5. Convert other scales before.')])
  ]
  if (wrong.length > 0) return { wrong }
  return { row: { line, reference, answeredOn, score: Number(score) }, wrong }
}

/** A number of nothing but digits may be a person's own; what looks personal is not repeated in the complaint. */
function referenceWrong(line: number, reference: string): Complaint[] {
  const kinds = maskPersonalData(reference).masked
  if (kinds.some((kind) => kind !== 'phone-number')) {
    const remedy = 'This looks like an address, identity or card number. Use the answer’s own number.'
    return [complaint(line, 'reference', null, remedy)]
  }
  if (REFERENCE.test(reference)) return []
  return [
    complaint(line, 'reference', null, 'Write the answer’s number: letters, digits and . _ : / - up to 64.')
  ]
}

function repeated(rows: readonly CsatRow[]): Complaint[] {
  const first = new Map<string, number>()
  return rows.flatMap(({ line, reference }) => {
    const before = first.get(reference)
    if (before === undefined) first.set(reference, line)
    const remedy = `Line ${before} has the same reference. Remove one of the two.`
    return before === undefined ? [] : [complaint(line, 'reference', reference, remedy)]
  })
}
