import type { Context } from '../context.ts'
import { openSeats } from '../engine/swap/open-span.ts'
import { type Missing, peopleMissing } from '../engine/swap/people-missing.ts'
import { addDays } from '../engine/time/add-days.ts'
import type { LocalDate, Zone } from '../engine/time/local.ts'
import { localDateOf } from '../engine/time/local-date-of.ts'
import { checkPeriod } from '../lib/period.ts'
import { listCoverage } from './queries/coverage.ts'

/** Our own bound: more than anybody looks at on one page. */
const MOST_SHIFTS = 600

/** A seat of somebody of the team. */
export interface CoveredSeat {
  assignmentId: string
  employeeId: string
  name: string
  startsAt: Date
  endsAt: Date
}

/** A shift as far as a picture of how it is filled needs it. */
export interface CoveredShift {
  id: string
  rotation: { name: string; timeZone: Zone }
  onDay: LocalDate
  startsAt: Date
  endsAt: Date
  people: number
  openSeats: number
  /** Who must still come: a gap, where open seats alone are room for more. */
  missing: Missing
  /** Only the team's. */
  seats: CoveredSeat[]
}

/**
 * How the shifts that begin on the days [fromOn, toOn) by the actor's clock are filled, by start: those with somebody of
 * the team, with open seats or with a gap. One query, of at most 600 shifts.
 *
 * @throws {PeriodNotValid}
 */
export async function readCoverage(
  { db, actor }: Context,
  { fromOn, toOn, teamId }: { fromOn: LocalDate; toOn: LocalDate; teamId: string }
): Promise<CoveredShift[]> {
  checkPeriod({ fromOn, toOn })
  // The days of a rotation may begin up to a day before or after the reader's.
  const wide = { fromOn: addDays(fromOn, -1), toOn: addDays(toOn, 1), teamId, limit: MOST_SHIFTS }
  const rows = await listCoverage(db, wide)
  return rows
    .map(({ id, rotationName, timeZone, onDay, desiredSeats, whole, parts, ofTeam, ...row }) => {
      const shift = spanOf(row)
      const inPart = parts.map(([startsAt, endsAt, isHost]) => ({ ...spanOf({ startsAt, endsAt }), isHost }))
      const onAll = Array.from({ length: whole }, (_, at) => ({ ...shift, isHost: at < row.wholeHosts }))
      const asked = { ...shift, min: row.minSeats, hosts: row.hostsRequired }
      return {
        id,
        rotation: { name: rotationName, timeZone },
        onDay,
        ...shift,
        people: whole + parts.length,
        openSeats: openSeats(shift, inPart, Math.max(0, desiredSeats - whole)),
        missing: peopleMissing(asked, [...onAll, ...inPart]),
        seats: ofTeam.map((seat) => ({ ...seat, ...spanOf(seat) }))
      }
    })
    .filter(({ startsAt }) => isWithin(localDateOf(startsAt, actor.timeZone), { fromOn, toOn }))
    .filter(({ seats, openSeats, missing }) => seats.length > 0 || openSeats > 0 || isGap(missing))
}

/** Whether a shift lacks somebody it must have. */
export const isGap = ({ people, hosts }: Missing): boolean => people > 0 || hosts > 0

const spanOf = ({ startsAt, endsAt }: { startsAt: number; endsAt: number }) => ({
  startsAt: new Date(startsAt),
  endsAt: new Date(endsAt)
})

const isWithin = (day: LocalDate, { fromOn, toOn }: { fromOn: LocalDate; toOn: LocalDate }) =>
  fromOn <= day && day < toOn
