import { type Complaint, complaint } from './complaint.ts'
import { decodeText } from './decode-text.ts'
import { type Column, type ColumnsOf, readHeader } from './read-header.ts'
import { type CsvRecord, splitRecords } from './split-records.ts'

export interface Table<Name extends string, Others extends 'refused' | 'ignored' = 'refused'> {
  /** Which column each cell of a line belongs to. */
  columns: ColumnsOf<Name, Others>
  /** Lines with as many cells as the header. */
  lines: CsvRecord[]
  /** Where quotes do not close and the like: part of the file may be lost there. */
  unsplit: Complaint[]
  /** Lines with more or fewer cells than the header. */
  broken: Complaint[]
}

/**
 * Reads a file of one kind as far as its lines: text, header, and cells that match it. Any bytes give a table, or the
 * complaints for which there is none; nothing is thrown.
 */
export function readTable<Name extends string, Others extends 'refused' | 'ignored' = 'refused'>(
  bytes: Uint8Array,
  known: readonly Column<Name>[],
  others: Others = 'refused' as Others
): Table<Name, Others> | { unreadable: Complaint[] } {
  const decoded = decodeText(bytes)
  if ('complaints' in decoded) return { unreadable: decoded.complaints }
  const { records, complaints: unsplit } = splitRecords(decoded.text)
  const [header, ...all] = records
  if (!header) {
    const empty = complaint(1, 'file', null, 'The file is empty. Its first line names the columns.')
    return { unreadable: unsplit.length > 0 ? unsplit : [empty] }
  }
  const { columns, complaints: wrongHeader } = readHeader(header, known, others)
  if (wrongHeader.length > 0) return { unreadable: wrongHeader }
  const isWhole = ({ cells }: CsvRecord) => cells.length === columns.length
  const broken = all
    .filter((record) => !isWhole(record))
    .map(({ line, cells }) => complaint(line, 'line', null, wrongLength(cells.length, columns.length)))
  return { columns, lines: all.filter(isWhole), unsplit, broken }
}

function wrongLength(cells: number, columns: number): string {
  return `This line has ${cells} fields and the header ${columns}. Put a field that holds a comma or semicolon in quotes.`
}
