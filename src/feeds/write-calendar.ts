import ical, { ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from 'ical-generator'
import type { CalendarShownAs } from '../words.ts'
import type { CalendarEvent } from './calendar-events.ts'

/** Calendar programs that heed it look once an hour. */
const REFRESH_SECONDS = 3600

/**
 * The events as iCalendar text (RFC 5545). All instants are in UTC: plain dates given to the library without a zone,
 * so that no reader has to know a zone of ours. The same events give the same bytes.
 */
export function writeCalendar(
  name: string,
  events: readonly CalendarEvent[],
  shownAs: CalendarShownAs
): string {
  const calendar = ical({
    name,
    prodId: { company: 'Lyttepost', product: 'Shifts', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: REFRESH_SECONDS
  })
  for (const event of events) {
    const {
      uid: id,
      sequence,
      startsAt: start,
      endsAt: end,
      changedAt,
      title: summary,
      description,
      url
    } = event
    const isBusy = shownAs === 'busy' && !event.isCancelled
    calendar.createEvent({
      id,
      sequence,
      start,
      end,
      stamp: changedAt,
      lastModified: changedAt,
      summary,
      description,
      url,
      status: event.isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      transparency: isBusy ? ICalEventTransparency.OPAQUE : ICalEventTransparency.TRANSPARENT
    })
  }
  return calendar.toString()
}
