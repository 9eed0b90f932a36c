import { groupBy } from '../engine/facts/group-by.ts'
import { buddyOf } from '../shifts/buddy-of.ts'
import type { CalendarSeat } from '../shifts/read-calendar-seats.ts'
import type { FeedRow } from './queries.ts'
import { FEED_TEXTS } from './texts.ts'

export interface CalendarEvent {
  /** The same for as long as the address shows the shift, whatever happens to it. */
  uid: string
  /** Grows with every change of when or whether; calendar programs keep the event of the highest one. */
  sequence: number
  startsAt: Date
  endsAt: Date
  changedAt: Date
  isCancelled: boolean
  title: string
  description: string
  url: string
}

type Feed = Pick<FeedRow, 'employeeId' | 'purpose' | 'teamId' | 'locale'>

/** One event per shift of the feed, by start: held or, where nobody the feed is about holds it any more, cancelled. */
export function calendarEvents(
  feed: Feed,
  seats: readonly CalendarSeat[],
  publicUrl: string
): CalendarEvent[] {
  return [...groupBy(seats, ({ shiftId }) => shiftId).values()].map((onShift) =>
    eventOf(feed, onShift, publicUrl)
  )
}

function eventOf(feed: Feed, onShift: readonly CalendarSeat[], publicUrl: string): CalendarEvent {
  const concerned = onShift.filter((seat) => isConcerned(feed, seat))
  const held = concerned.filter(({ releasedAt }) => releasedAt === null)
  const shown = held.length > 0 ? held : [latestOf(concerned)]
  const { shiftId, rotationName } = shown[0]!
  const whose = feed.purpose === 'own' ? `.${feed.employeeId}` : ''
  const texts = FEED_TEXTS[feed.locale]
  const url = `${publicUrl}/shifts/${shiftId}`
  return {
    uid: `${shiftId}${whose}.${feed.purpose}@lyttepost`,
    sequence: concerned.reduce((sum, { revision }) => sum + revision + 1, -1),
    startsAt: new Date(Math.min(...shown.map(({ startsAt }) => startsAt.getTime()))),
    endsAt: new Date(Math.max(...shown.map(({ endsAt }) => endsAt.getTime()))),
    changedAt: new Date(
      Math.max(...concerned.map(({ createdAt, releasedAt }) => (releasedAt ?? createdAt).getTime()))
    ),
    isCancelled: held.length === 0,
    title: texts.title(rotationName, feed.purpose === 'own' ? '' : held.map(({ name }) => name).join(', ')),
    description: [...peopleLines(feed, onShift), ...queueLine(feed, shown[0]!), texts.details(url)].join(
      '\n'
    ),
    url
  }
}

function isConcerned({ purpose, employeeId, teamId }: Feed, seat: CalendarSeat): boolean {
  if (purpose === 'own') return seat.employeeId === employeeId
  return purpose === 'rotation' || seat.teamId === teamId
}

const latestOf = (seats: readonly CalendarSeat[]): CalendarSeat =>
  seats.reduce((latest, seat) => (seat.createdAt > latest.createdAt ? seat : latest))

/** Who looks after the person whose calendar it is; for others, the shift's hosts. Never a reason for anything. */
function peopleLines({ purpose, employeeId, locale }: Feed, onShift: readonly CalendarSeat[]): string[] {
  const texts = FEED_TEXTS[locale]
  const people = onShift.filter(({ releasedAt }) => releasedAt === null)
  if (purpose === 'own') {
    const buddy = buddyOf(people, employeeId)
    return buddy ? [texts.buddy(buddy.name)] : []
  }
  const hosts = people.filter(({ isHost }) => isHost).map(({ name }) => name)
  return hosts.length > 0 ? [texts.hosts(hosts.join(', '))] : []
}

const queueLine = ({ locale }: Feed, { queueUrl }: CalendarSeat): string[] =>
  queueUrl === null ? [] : [FEED_TEXTS[locale].queue(queueUrl)]
