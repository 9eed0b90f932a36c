import { stringify } from 'csv-stringify/sync'
import type { AnyContext } from '../../context.ts'
import { findThemes, sortThemes } from './list-themes.ts'
import type { Theme } from './read-standings.ts'

const at = (instant: Date | null) => instant?.toISOString() ?? ''

function rowOf({ clock, price, ...theme }: Theme) {
  return {
    theme_id: theme.id,
    title: theme.title,
    state: theme.state,
    area: theme.area?.name ?? '',
    owner: theme.owner.name,
    answer_by_on: theme.answerByOn,
    overdue: theme.isOverdue ? 'yes' : 'no',
    first_heard_at: at(theme.firstHeardAt),
    last_heard_at: at(theme.lastHeardAt),
    waiting_since: at(theme.waitingSince),
    decided_at: at(theme.decidedAt),
    days_since_first_heard: clock.daysSinceFirstHeard,
    waiting_days: clock.waitingDays ?? '',
    stage: clock.stage ?? '',
    learnings: clock.learnings,
    reporters: clock.reporters,
    shifts: clock.shifts,
    customers: clock.customers,
    minutes: clock.minutes,
    price_until: at(price.until),
    price_weeks: price.weeks.toFixed(2),
    price_minutes_per_week: price.minutesPerWeek.toFixed(2),
    price_minutes: price.minutes,
    price_hours: price.hours.toFixed(2),
    price_money: price.money.map(({ amount, currency }) => `${amount.toFixed(2)} ${currency}`).join(' + ')
  }
}

/**
 * All themes that stand by themselves as CSV, longest waiting first, with every figure of clock and price as of now or of
 * the moment asked for. What a spreadsheet would take for a formula is led by an apostrophe; a byte order mark tells
 * Excel that it is UTF-8.
 *
 * @throws {AsOfNotValid}
 */
export async function writeThemesCsv(
  ctx: AnyContext,
  asked: { asOf?: string } = {}
): Promise<{ csv: string; fileName: string }> {
  const themes = sortThemes(await findThemes(ctx, asked), 'waiting')
  const csv = stringify(themes.map(rowOf), { header: true, bom: true, escape_formulas: true })
  const onDay = (asked.asOf ?? ctx.now().toISOString()).slice(0, 10)
  return { csv, fileName: `themes-${onDay}.csv` }
}
