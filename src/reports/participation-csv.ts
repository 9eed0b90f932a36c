import { stringify } from 'csv-stringify/sync'
import type { AnyContext } from '../context.ts'
import type { ParticipationQuestion } from './question.ts'
import { readParticipation } from './read-participation.ts'
import { COLUMNS, linesOf } from './report-table.ts'

/**
 * The rows of the participation report as CSV, without the totals, so that adding up a column gives the sum of the
 * ledger. Minutes are whole; hours are rounded to two decimals. What a spreadsheet would take for a formula, in
 * the name of a team, is led by an apostrophe; a byte order mark tells Excel that it is UTF-8.
 *
 * @throws {PeriodNotValid} {@link AsOfNotValid} {@link TooManyRows}
 */
export async function writeParticipationCsv(ctx: AnyContext, question: ParticipationQuestion) {
  const report = await readParticipation(ctx, question, 'csv')
  const csv = stringify(linesOf(report), {
    header: true,
    columns: COLUMNS.map(({ name }) => name),
    bom: true,
    escape_formulas: true,
    cast: {
      number: (value, { column }) => (String(column).endsWith('Hours') ? value.toFixed(2) : String(value))
    }
  })
  return { csv, fileName: `${fileNameOf(question)}.csv` }
}

export const fileNameOf = ({ by, fromOn, toOn }: ParticipationQuestion): string =>
  `participation-by-${by}-${fromOn}-${toOn}`
