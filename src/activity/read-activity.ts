import { addHours, max, min } from 'date-fns'
import type { Queryable } from '../../db/client.ts'
import { groupBy } from '../engine/facts/group-by.ts'
import { activityWindow } from '../engine/ledger/activity-window.ts'
import { workedByActivity } from '../engine/ledger/worked-by-activity.ts'
import type { Interval } from '../engine/time/local.ts'
import { overlaps } from '../engine/time/overlaps.ts'
import type { ActivitySource } from '../words.ts'
import { listReports, listSeatsAround } from './queries.ts'

type Seat = Interval & { assignmentId: string; employeeId: string }

/** Hours that the help desk proposes for a seat, and who says so. */
export interface ProposedByActivity {
  minutes: number
  workedFrom: Date
  workedTo: Date
  tickets: number
  sources: ActivitySource[]
}

/** Longer than any time beyond a seat's end that counts for it. */
const BEYOND_HOURS = 2

/**
 * What the reports of help desks propose for each of these seats, by assignment; seats that nobody reported work on are not
 * among them. Derived, not stored. Two queries, however many seats.
 */
export async function readProposedByActivity(
  db: Queryable,
  seats: readonly Seat[]
): Promise<Map<string, ProposedByActivity>> {
  if (seats.length === 0) return new Map()
  const employeeIds = [...new Set(seats.map(({ employeeId }) => employeeId))]
  const from = min(seats.map(({ startsAt }) => startsAt))
  const to = addHours(max(seats.map(({ endsAt }) => endsAt)), BEYOND_HOURS)
  const whose = ({ employeeId }: { employeeId: string }) => employeeId
  const reports = groupBy(await listReports(db, { employeeIds, from, to }), whose)
  const around = groupBy(await listSeatsAround(db, { employeeIds, from, to }), whose)
  const proposed = new Map<string, ProposedByActivity>()
  for (const seat of seats) {
    const window = activityWindow(seat, around.get(seat.employeeId) ?? [])
    const theirs = reports.get(seat.employeeId) ?? []
    const touching = theirs.filter((report) => overlaps(report, window))
    const worked = workedByActivity({ seat, window, reports: touching })
    const sources = [...new Set(touching.map(({ source }) => source))].sort()
    if (worked) proposed.set(seat.assignmentId, { ...worked, sources })
  }
  return proposed
}
