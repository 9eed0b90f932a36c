import type { Context } from '../context.ts'
import { groupBy } from '../engine/facts/group-by.ts'
import { addDays } from '../engine/time/add-days.ts'
import type { LocalDate } from '../engine/time/local.ts'
import { localDateOf } from '../engine/time/local-date-of.ts'
import { checkPeriod } from '../lib/period.ts'
import { listPeopleOn, listShifts } from './queries.ts'
import { shiftView } from './shift-view.ts'

/** Our own bound: more than anybody looks at on one page. */
const MOST_SHIFTS = 600

interface WantedSchedule {
  fromOn: LocalDate
  toOn: LocalDate
  rotationId?: string | undefined
  /** Only shifts with somebody of this team on them, or with open seats. */
  teamId?: string | undefined
}

/**
 * The shifts that begin on the days [fromOn, toOn) by the actor's clock, by start, with their people; which of them are
 * the actor's own; why somebody sits there is left out. Two queries, at most 600 shifts; `isCut` tells that there are more.
 *
 * @throws {PeriodNotValid}
 */
export async function readSchedule(ctx: Context, { fromOn, toOn, rotationId, teamId }: WantedSchedule) {
  checkPeriod({ fromOn, toOn })
  // The days of a rotation may begin up to a day before or after the reader's.
  const wide = { rotationId, fromOn: addDays(fromOn, -1), toOn: addDays(toOn, 1) }
  const rows = await listShifts(ctx.db, wide, { after: null, limit: MOST_SHIFTS + 1 })
  const shown = rows.slice(0, MOST_SHIFTS)
  const people = await listPeopleOn(
    ctx.db,
    shown.map(({ id }) => id),
    { withReasons: false }
  )
  const byShift = groupBy(people, ({ shiftId }) => shiftId)
  const items = shown
    .map((row) => {
      const on = byShift.get(row.id) ?? []
      return {
        ...shiftView(ctx.actor, row, on),
        myDay: localDateOf(row.startsAt, ctx.actor.timeZone),
        isMine: on.some(({ employeeId }) => employeeId === ctx.actor.employeeId),
        isOfTeam: teamId === undefined || on.some((person) => person.teamId === teamId)
      }
    })
    .filter(({ myDay }) => fromOn <= myDay && myDay < toOn)
    .filter(({ isOfTeam, openSeats }) => isOfTeam || openSeats > 0)
  return { items, isCut: rows.length > MOST_SHIFTS }
}

export type ScheduledShift = Awaited<ReturnType<typeof readSchedule>>['items'][number]
