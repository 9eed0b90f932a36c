import { stringify } from 'csv-stringify/sync'
import type { AnyContext } from '../context.ts'
import { type ParticipationQuestion, readParticipation } from './read-participation.ts'
import type { Tally } from './tally.ts'

const COLUMNS = [
  'group',
  'people',
  ...['dueMinutes', 'dueHours', 'workedMinutes', 'workedHours', 'creditedMinutes', 'creditedHours'],
  ...['carriedMinutes', 'carriedHours', 'waivedMinutes', 'waivedHours', 'balanceMinutes', 'balanceHours'],
  ...['shifts', 'tookPart', 'shareTookPart', 'learnings', 'nothingNew', 'learningsPerShift']
]

function withHours(row: Tally) {
  return {
    ...row,
    dueHours: row.dueMinutes / 60,
    workedHours: row.workedMinutes / 60,
    creditedHours: row.creditedMinutes / 60,
    carriedHours: row.carriedMinutes / 60,
    waivedHours: row.waivedMinutes / 60,
    balanceHours: row.balanceMinutes / 60
  }
}

/**
 * The rows of the participation report as CSV, without the totals, so that adding up a column gives the sum of the
 * ledger. Minutes are whole; hours are rounded to two decimals. What a spreadsheet would take for a formula, in
 * the name of a team, is led by an apostrophe; a byte order mark tells Excel that it is UTF-8.
 *
 * @throws {PeriodNotValid}
 */
export async function writeParticipationCsv(ctx: AnyContext, question: ParticipationQuestion) {
  const { rows, by, fromOn, toOn } = await readParticipation(ctx, question, 'csv')
  const csv = stringify(rows.map(withHours), {
    header: true,
    columns: COLUMNS,
    bom: true,
    escape_formulas: true,
    cast: {
      number: (value, { column }) => (String(column).endsWith('Hours') ? value.toFixed(2) : String(value))
    }
  })
  return { csv, fileName: `participation-by-${by}-${fromOn}-${toOn}.csv` }
}
