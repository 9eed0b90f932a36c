import type { Context } from '../context.ts'
import { readTeams } from '../directory/teams.ts'
import { addDays } from '../engine/time/add-days.ts'
import { addMonths } from '../engine/time/add-months.ts'
import { localDateOf } from '../engine/time/local-date-of.ts'
import { startOfIsoWeek } from '../engine/time/start-of-iso-week.ts'
import { PeriodNotValid } from '../lib/period.ts'
import { isPlannableDate } from '../rotations/period.ts'
import { readRotations } from '../rotations/rotations.ts'
import { readSchedule } from '../shifts/read-schedule.ts'
import type { ScheduleLook, ScheduleView } from './pages/schedule/view.ts'

/** Rotations and teams offered to choose from. */
const MOST_NAMES = 200

/** A week from Monday, or the whole weeks that a month touches. */
function daysOf({ view, onDay }: ScheduleLook) {
  if (view === 'week') {
    const fromOn = startOfIsoWeek(onDay)
    return { fromOn, toOn: addDays(fromOn, 7), previousOn: addDays(fromOn, -7), nextOn: addDays(fromOn, 7) }
  }
  const first = `${onDay.slice(0, 8)}01`
  const next = addMonths(first, 1)
  return {
    fromOn: startOfIsoWeek(first),
    toOn: addDays(startOfIsoWeek(addDays(next, -1)), 7),
    previousOn: addMonths(first, -1),
    nextOn: next
  }
}

/** The schedule page's facts; a constant number of queries. */
export async function readSchedulePage(
  ctx: Context,
  wanted: Omit<ScheduleLook, 'onDay'> & { onDay: string | undefined }
): Promise<ScheduleView> {
  const now = ctx.now()
  const today = localDateOf(now, ctx.actor.timeZone)
  const look = { ...wanted, onDay: wanted.onDay ?? today }
  if (!isPlannableDate(look.onDay)) throw new PeriodNotValid({ fromOn: look.onDay, toOn: look.onDay })
  const { fromOn, toOn, previousOn, nextOn } = daysOf(look)
  const { rotationId, teamId } = look
  const [{ items, isCut }, rotations, teams] = await Promise.all([
    readSchedule(ctx, { fromOn, toOn, rotationId: rotationId || undefined, teamId: teamId || undefined }),
    readRotations(ctx, { limit: MOST_NAMES }),
    readTeams(ctx, { limit: MOST_NAMES })
  ])
  return {
    look,
    today,
    now,
    ...{ fromOn, toOn, previousOn, nextOn },
    shifts: items,
    isCut,
    rotations: rotations.items,
    teams: teams.items
  }
}
