import writeExcelFile, { type Cell, type SheetData } from 'write-excel-file/node'
import type { AnyContext } from '../context.ts'
import { fileNameOf } from './participation-csv.ts'
import type { ParticipationQuestion } from './question.ts'
import { type Participation, readParticipation } from './read-participation.ts'
import { type CellKind, COLUMNS, type Line, linesOf } from './report-table.ts'

const FORMATS: Record<CellKind, string | undefined> = {
  text: undefined,
  minutes: '#,##0',
  hours: '#,##0.00',
  count: '#,##0',
  share: '0.0000',
  amount: '#,##0.00',
  day: 'yyyy-mm-dd'
}

/**
 * The rows of the participation report as an Excel workbook, without the totals, and a second sheet that says what was
 * asked. Every cell is a number, a date or a text, never a formula: a name that looks like one is a text.
 *
 * @throws {PeriodNotValid} {@link AsOfNotValid} {@link TooManyRows}
 */
export async function writeParticipationXlsx(ctx: AnyContext, question: ParticipationQuestion) {
  const report = await readParticipation(ctx, question, 'xlsx')
  const workbook = writeExcelFile([
    { sheet: 'Participation', data: rowsOf(report), stickyRowsCount: 1, columns: [{ width: 28 }] },
    { sheet: 'About', data: aboutOf(report), columns: [{ width: 14 }, { width: 80 }] }
  ])
  return { xlsx: await workbook.toBuffer(), fileName: `${fileNameOf(question)}.xlsx` }
}

const text = (value: string, style: { fontWeight?: 'bold'; wrap?: boolean } = {}): Cell => ({
  value,
  type: String,
  ...style
})
const day = (value: string): Cell => ({
  value: new Date(`${value}T00:00:00Z`),
  type: Date,
  format: 'yyyy-mm-dd'
})

function rowsOf(report: Participation): SheetData {
  const head = COLUMNS.map(({ name }) => text(name, { fontWeight: 'bold' }))
  return [head, ...linesOf(report).map((line) => COLUMNS.map(({ name, kind }) => cellOf(line[name], kind)))]
}

function cellOf(value: Line[string] | undefined, kind: CellKind): Cell {
  if (value === null || value === undefined) return null
  if (kind === 'day') return day(String(value))
  if (typeof value === 'string') return text(value)
  return { value, type: Number, format: FORMATS[kind]! }
}

function aboutOf({ by, per, fromOn, toOn, asOf, note }: Participation): SheetData {
  return [
    [text('by'), text(by)],
    ...(per ? [[text('per'), text(per)]] : []),
    [text('fromOn'), day(fromOn)],
    [text('toOn'), day(toOn)],
    [text('asOf'), { value: asOf, type: Date, format: 'yyyy-mm-dd hh:mm:ss' }],
    [text('note'), text(note, { wrap: true })]
  ]
}
