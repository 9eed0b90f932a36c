import { type Complaint, complaint } from './complaint.ts'
import { nearestWord } from './nearest-word.ts'
import type { CsvRecord } from './split-records.ts'

/** A column that a kind of file may have. */
export interface Column<Name extends string> {
  readonly name: Name
  readonly isRequired: boolean
}

/** A column for each cell of the header; null for one that is ignored. */
export type ColumnsOf<Name extends string, Others extends 'refused' | 'ignored'> = (Others extends 'ignored'
  ? Name | null
  : Name)[]

/**
 * Which column each cell of a line belongs to, or why the header cannot be taken. Columns that nobody knows are mistakes;
 * in files that other systems write they are ignored, and stand as null.
 */
export function readHeader<Name extends string, Others extends 'refused' | 'ignored'>(
  { line, cells }: CsvRecord,
  known: readonly Column<Name>[],
  others: Others
): { columns: ColumnsOf<Name, Others>; complaints: Complaint[] } {
  const words: readonly string[] = known.map(({ name }) => name)
  const isColumn = (text: string): text is Name => words.includes(text)
  const names = cells.map(nameOf)
  const complaints = names.flatMap((name, index) => {
    if (!isColumn(name)) {
      return others === 'ignored'
        ? []
        : [complaint(line, 'header', cells[index]!, unknownColumn(name, words))]
    }
    return names.indexOf(name) < index
      ? [complaint(line, 'header', name, 'This column comes twice. Remove one of the two.')]
      : []
  })
  for (const { name, isRequired } of known) {
    if (!isRequired || names.includes(name)) continue
    complaints.push(complaint(line, 'header', null, `The column ${name} is missing. Add it.`))
  }
  const columns =
    others === 'ignored' ? names.map((name) => (isColumn(name) ? name : null)) : names.filter(isColumn)
  return { columns: columns as ColumnsOf<Name, Others>, complaints }
}

/** `Time Zone` and `time-zone` are `time_zone`. */
export function nameOf(cell: string): string {
  return cell
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, '_')
}

function unknownColumn(name: string, words: readonly string[]): string {
  const near = nearestWord(name, words)
  return near
    ? `There is no such column. Did you mean ${near}?`
    : `There is no such column. Remove it, or use one of: ${words.join(', ')}.`
}
