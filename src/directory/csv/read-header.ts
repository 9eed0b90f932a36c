import { type ColumnName, EMPLOYEE_COLUMNS } from './columns.ts'
import { type Complaint, complaint } from './complaint.ts'
import { nearestWord } from './nearest-word.ts'
import type { CsvRecord } from './split-records.ts'

const NAMES: readonly string[] = EMPLOYEE_COLUMNS.map(({ name }) => name)

const isColumn = (text: string): text is ColumnName => NAMES.includes(text)

/** Which column each cell of a line belongs to, or why the header cannot be taken. */
export function readHeader({ line, cells }: CsvRecord): { columns: ColumnName[]; complaints: Complaint[] } {
  const names = cells.map(nameOf)
  const complaints = names.flatMap((name, index) => {
    if (!isColumn(name)) return [complaint(line, 'header', cells[index]!, unknownColumn(name))]
    return names.indexOf(name) < index
      ? [complaint(line, 'header', name, 'This column comes twice. Remove one of the two.')]
      : []
  })
  for (const { name, isRequired } of EMPLOYEE_COLUMNS) {
    if (!isRequired || names.includes(name)) continue
    complaints.push(complaint(line, 'header', null, `The column ${name} is missing. Add it.`))
  }
  return { columns: names.filter(isColumn), complaints }
}

/** `Time Zone` and `time-zone` are `time_zone`. */
function nameOf(cell: string): string {
  return cell
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, '_')
}

function unknownColumn(name: string): string {
  const near = nearestWord(name, NAMES)
  return near
    ? `There is no such column. Did you mean ${near}?`
    : `There is no such column. Remove it, or use one of: ${NAMES.join(', ')}.`
}
