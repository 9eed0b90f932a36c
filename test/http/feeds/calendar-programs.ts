import calParser from 'cal-parser'
import ICAL from 'ical.js'
import nodeIcal from 'node-ical'
import { convertIcsCalendar } from 'ts-ics'

/** What a calendar program understood of one event; cancelled ones are told apart. */
export interface Understood {
  uid: string
  startsAt: string
  endsAt: string
  title: string
  isCancelled: boolean
}

const byStart = (events: Understood[]) =>
  events.sort((a, b) => (a.startsAt + a.uid < b.startsAt + b.uid ? -1 : 1))

function icalJs(text: string): Understood[] {
  const calendar = new ICAL.Component(ICAL.parse(text))
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component)
    return {
      uid: event.uid,
      startsAt: event.startDate.toJSDate().toISOString(),
      endsAt: event.endDate.toJSDate().toISOString(),
      title: event.summary,
      isCancelled: component.getFirstPropertyValue('status') === 'CANCELLED'
    }
  })
}

function nodeIcalReads(text: string): Understood[] {
  return Object.values(nodeIcal.sync.parseICS(text)).flatMap((event) =>
    event?.type === 'VEVENT'
      ? [
          {
            uid: event.uid,
            startsAt: event.start.toISOString(),
            endsAt: event.end!.toISOString(),
            title: String(event.summary),
            isCancelled: event.status === 'CANCELLED'
          }
        ]
      : []
  )
}

function tsIcs(text: string): Understood[] {
  const { events = [] } = convertIcsCalendar(undefined, text)
  return events.map((event) => ({
    uid: event.uid,
    startsAt: event.start.date.toISOString(),
    endsAt: event.end!.date.toISOString(),
    title: event.summary,
    isCancelled: event.status === 'CANCELLED'
  }))
}

function calParserReads(text: string): Understood[] {
  return calParser.parseString(text).events.map(({ uid, dtstart, dtend, summary, status }) => ({
    uid: uid.value,
    startsAt: dtstart.value.toISOString(),
    endsAt: dtend.value.toISOString(),
    title: summary.value,
    isCancelled: status.value === 'CANCELLED'
  }))
}

export const CALENDAR_PROGRAMS = {
  'ical.js': (text: string) => byStart(icalJs(text)),
  'node-ical': (text: string) => byStart(nodeIcalReads(text)),
  'ts-ics': (text: string) => byStart(tsIcs(text)),
  'cal-parser': (text: string) => byStart(calParserReads(text))
}
