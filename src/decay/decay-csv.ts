import { stringify } from 'csv-stringify/sync'
import type { Context } from '../context.ts'
import { type DecayQuarter, readDecayWatch } from './read-decay-watch.ts'

const or = (isShown: boolean, count: number): number | '' => (isShown ? count : '')

function rowOf({ fromOn, toOn, isRunning, figures, counts, worse }: DecayQuarter) {
  const hasPeople = figures.tookPartShare !== null
  return {
    from_on: fromOn,
    to_on: toOn,
    running: isRunning ? 'yes' : 'no',
    took_part_share: figures.tookPartShare,
    staff: or(hasPeople, counts.staff),
    took_part: or(hasPeople, counts.tookPart),
    waived_share: figures.waivedShare,
    due_minutes: counts.dueMinutes,
    waived_minutes: counts.waivedMinutes,
    late_dropped_share: figures.lateDroppedShare,
    seats_held: counts.held,
    seats_dropped_late: counts.dropped,
    not_told_share: figures.notToldShare,
    seats_worked: counts.seats,
    seats_not_told: counts.notTold,
    host_hours_per_week: figures.hostHoursPerWeek,
    hosts: counts.hosts,
    host_minutes: Math.round(counts.hostMinutes),
    days: counts.days,
    mood: figures.mood,
    answer_age_days: figures.answerAgeDays,
    worse: [...new Set(worse.map(({ figure }) => figure))].join(' ')
  }
}

/**
 * The decay watch as CSV, a row per quarter, oldest first: each figure with the counts it is made of. People are counted
 * where a share of them is shown, of five and more; of moods there is the mean alone, for the sum before and after an
 * answer would tell it. How long each theme waits is in the CSV of themes.
 */
export async function writeDecayCsv(ctx: Context, before?: number) {
  const { quarters } = await readDecayWatch(ctx, before)
  const csv = stringify(quarters.map(rowOf), { header: true, bom: true })
  return { csv, fileName: `decay-watch-${ctx.now().toISOString().slice(0, 10)}.csv` }
}
