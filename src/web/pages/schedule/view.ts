import type { ScheduledShift } from '../../../shifts/read-schedule.ts'

/** What the schedule is looked at by; the address of the page holds it. */
export interface ScheduleLook {
  view: 'week' | 'month'
  /** Any day of the week or month. */
  onDay: string
  rotationId: string
  teamId: string
}

interface Named {
  id: string
  name: string
}

/** Everything the schedule page shows, as facts. */
export interface ScheduleView {
  look: ScheduleLook
  /** Today by the reader's clock. */
  today: string
  now: Date
  fromOn: string
  toOn: string
  /** Days in the page before and after this one. */
  previousOn: string
  nextOn: string
  shifts: ScheduledShift[]
  isCut: boolean
  rotations: Named[]
  teams: Named[]
}

/** The address of the schedule looked at like this. */
export function scheduleAt({ view, onDay, rotationId, teamId }: ScheduleLook): string {
  const query = new URLSearchParams({
    view,
    on: onDay,
    ...(rotationId && { rotation: rotationId }),
    ...(teamId && { team: teamId })
  })
  return `/schedule?${query}`
}

/** Where in its week a day stands. */
export const dayId = (onDay: string, today: string): string => (onDay === today ? 'today' : `day-${onDay}`)
