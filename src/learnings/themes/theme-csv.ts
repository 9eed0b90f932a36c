import { stringify } from 'csv-stringify/sync'
import type { AnyContext } from '../../context.ts'
import { type HourlyRate, hourlyRateOn } from '../../engine/insight/hourly-rate.ts'
import { momentOf } from '../../reports/question.ts'
import type { LearningRow } from '../queries.ts'
import { readHourlyRates } from '../rates/read-hourly-rates.ts'
import type { Theme } from './read-standings.ts'
import { readThemesWithin } from './read-themed.ts'
import { listNewest, readStanding } from './read-then.ts'

/** More than anybody reports of one theme; a bound all the same. */
const MOST_ROWS = 100_000

/**
 * All learnings of a theme and of those merged into it, newest first, as CSV. It holds what the theme's figures are made
 * of: the customers and minutes of each learning, whether it counts in the price, the hourly rate of its day, and, the
 * same on every row, when the theme was first heard and until when it is priced. The price is the sum of minutes that
 * count times rate / 60; minutes per week are their sum by the weeks between the two instants. With `asOf` it is what the
 * figures of then are made of, in the words of today: a learning taken back since is a row without words.
 *
 * @throws {ThemeNotFound} {@link AsOfNotValid}
 */
export async function writeThemeCsv(ctx: AnyContext, askedId: string, asked: { asOf?: string } = {}) {
  const { db } = ctx
  const themeId = askedId.toLowerCase()
  const asOf = momentOf(asked.asOf, { now: ctx.now(), timeZone: ctx.actor?.timeZone ?? 'UTC' })
  const theme = await readStanding(ctx, themeId, asOf)
  const themeIds = await readThemesWithin(db, themeId, asOf)
  const learnings = await listNewest(db, themeIds, { asOf, limit: MOST_ROWS })
  const rates = (await readHourlyRates(db)).filter(({ enteredAt }) => !asOf || enteredAt <= asOf)
  const rows = learnings.map((learning) => rowOf(learning, theme, rates))
  const csv = stringify(rows, { header: true, columns: COLUMNS, bom: true, escape_formulas: true })
  const onDay = (asked.asOf ?? ctx.now().toISOString()).slice(0, 10)
  return { csv, fileName: `theme-${theme.id}-learnings-${onDay}.csv` }
}

const COLUMNS = [
  ...['theme_id', 'learning_id', 'type', 'area', 'shift_id', 'heard_at', 'heard_on', 'submitted_at'],
  ...['reporter_id', 'reporter', 'customers', 'minutes_lost', 'counts_in_price', 'rate_per_hour', 'currency'],
  ...['theme_first_heard_at', 'price_until', 'tried_to', 'obstacle', 'customer_words', 'action', 'can_fix'],
  'ticket_url'
]

function rowOf(learning: LearningRow, theme: Theme, rates: HourlyRate[]) {
  const rate = hourlyRateOn(learning.shiftOnDay, rates)
  const { until } = theme.price
  return {
    theme_id: learning.themeId,
    learning_id: learning.id,
    type: learning.type,
    area: learning.areaName,
    shift_id: learning.shiftId,
    heard_at: learning.shiftStartsAt.toISOString(),
    heard_on: learning.shiftOnDay,
    submitted_at: learning.submittedAt.toISOString(),
    reporter_id: learning.submittedBy.id,
    reporter: learning.submittedBy.name,
    customers: learning.timesThisShift,
    minutes_lost: learning.minutesLost,
    counts_in_price: learning.shiftStartsAt < until ? 'yes' : 'no',
    rate_per_hour: rate ? (rate.centsPerHour / 100).toFixed(2) : '',
    currency: rate?.currency ?? '',
    theme_first_heard_at: theme.firstHeardAt.toISOString(),
    price_until: until.toISOString(),
    tried_to: learning.triedTo,
    obstacle: learning.obstacle,
    customer_words: learning.customerWords,
    action: learning.action,
    can_fix: learning.canFix ? 'yes' : 'no',
    ticket_url: learning.ticketUrl
  }
}
