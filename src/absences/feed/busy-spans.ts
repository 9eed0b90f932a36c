import ICAL from 'ical.js'
import { instantOf } from '../../engine/time/instant-of.ts'
import { isZone } from '../../engine/time/is-zone.ts'
import type { Interval, Zone } from '../../engine/time/local.ts'
import { zoneOffset } from '../../engine/time/zone-offset.ts'

/** What is asked of a calendar: the spans in which its owner is busy, and nothing else of it. */
export interface BusyQuestion {
  text: string
  /** The zone of the person: whole days and times without a zone are theirs. */
  zone: Zone
  from: Date
  to: Date
}

/** Steps of recurrences in one calendar: ten daily meetings take 4,000. */
const MOST_STEPS = 30_000
/** Busy spans in one calendar: ten meetings a day for over a year. */
const MOST_SPANS = 5_000

/**
 * Lists when a calendar in iCalendar form says that its owner is busy within [from, to): confirmed events that do not say
 * they are free, recurrences written out with their exceptions, and published free-busy times. By start, unjoined.
 *
 * @throws Error when it is no calendar, or has more in it than any person's
 */
export function busySpans({ text, zone, from, to }: BusyQuestion): Interval[] {
  const found: Interval[] = []
  let steps = 0
  const keep = (span: Interval) => {
    if (span.startsAt < span.endsAt && span.startsAt < to && span.endsAt > from) found.push(span)
    steps += 1
    if (steps > MOST_STEPS || found.length > MOST_SPANS) throw new Error('more than any calendar of a person')
    return span.startsAt < to
  }
  for (const calendar of calendarsIn(text)) {
    for (const [master, exceptions] of eventsIn(calendar))
      spansOfEvent(master, exceptions, zone, { keep, from })
    for (const freeBusy of calendar.getAllSubcomponents('vfreebusy')) spansOfFreeBusy(freeBusy, zone, keep)
  }
  return found.sort((a, b) => +a.startsAt - +b.startsAt || +a.endsAt - +b.endsAt)
}

/** Takes a span; false when what begins later is not asked for. */
type Keep = (span: Interval) => boolean
type Keeper = { keep: Keep; from: Date }

const DAY = 86_400_000

function calendarsIn(text: string): ICAL.Component[] {
  const parsed = ICAL.parse(text) as unknown[]
  const roots = (typeof parsed[0] === 'string' ? [parsed] : parsed) as ConstructorParameters<
    typeof ICAL.Component
  >[0][]
  const calendars = roots.map((root) => new ICAL.Component(root)).filter(({ name }) => name === 'vcalendar')
  if (calendars.length === 0) throw new Error('no calendar')
  for (const calendar of calendars) knowZones(calendar)
  return calendars
}

/** Zones that we know by name follow our own rules: what a calendar brings along may be old, or missing. */
function knowZones(calendar: ICAL.Component): void {
  const brought = calendar.getTimeZoneByID.bind(calendar)
  // The library looks through all of the calendar for each time it reads.
  const known = new Map<string, ICAL.Timezone>()
  calendar.getTimeZoneByID = (tzid) => {
    const zone = known.get(tzid) ?? (isZoneWeKnow(tzid) ? zoneNamed(tzid) : brought(tzid))
    known.set(tzid, zone)
    return zone
  }
}

/** Asking the runtime for a zone takes a tenth of a millisecond, and every time of a calendar asks. */
const asked = new Map<string, boolean>()

function isZoneWeKnow(tzid: string): boolean {
  const is = asked.get(tzid) ?? isZone(tzid)
  asked.set(tzid, is)
  return is
}

function zoneNamed(tzid: Zone): ICAL.Timezone {
  const named = new ICAL.Timezone({ tzid })
  named.utcOffset = ({ year, month, day, hour, minute, second }) =>
    zoneOffset(Date.UTC(year, month - 1, day, hour, minute, second), tzid) * 60
  return named
}

/** Events by their id: the one that recurs, with the single ones that stand in for one of its times. */
function eventsIn(calendar: ICAL.Component): [ICAL.Component, ICAL.Component[]][] {
  const byUid = new Map<string, ICAL.Component[]>()
  calendar.getAllSubcomponents('vevent').forEach((event, index) => {
    const uid = String(event.getFirstPropertyValue('uid') ?? `without ${index}`)
    byUid.set(uid, [...(byUid.get(uid) ?? []), event])
  })
  return [...byUid.values()].flatMap((events): [ICAL.Component, ICAL.Component[]][] => {
    const exceptions = events.filter((event) => event.hasProperty('recurrence-id'))
    const masters = events.filter((event) => !event.hasProperty('recurrence-id'))
    if (masters.length === 1) return [[masters[0]!, exceptions]]
    return events.map((event) => [event, []])
  })
}

function isBusy(event: ICAL.Component): boolean {
  const said = (name: string) => String(event.getFirstPropertyValue(name) ?? '').toUpperCase()
  if (said('transp') === 'TRANSPARENT') return false
  if (['CANCELLED', 'TENTATIVE'].includes(said('status'))) return false
  return !['FREE', 'TENTATIVE', 'WORKINGELSEWHERE'].includes(said('x-microsoft-cdo-busystatus'))
}

function spansOfEvent(
  component: ICAL.Component,
  exceptions: ICAL.Component[],
  zone: Zone,
  keeper: Keeper
): void {
  const event = new ICAL.Event(component, { strictExceptions: false, exceptions })
  if (!event.startDate) return
  if (!event.isRecurring()) {
    if (isBusy(component)) keeper.keep(spanOf(event.startDate, event.endDate, zone))
    return
  }
  spansOfTimes(event, zone, keeper)
  for (const exception of exceptions) spansOfEvent(exception, [], zone, keeper)
}

/** The times of a recurrence, without those that an exception stands in for. */
function spansOfTimes(event: ICAL.Event, zone: Zone, { keep, from }: Keeper): void {
  const isMasterBusy = isBusy(event.component)
  const tail = event.duration.toSeconds() * 1000 + DAY
  const times = event.iterator(firstStep(event, new Date(+from - tail)))
  for (let at = times.next(); at; at = times.next()) {
    const startsAt = instantFrom(at, zone)
    if (!keep(nothing(startsAt))) return
    if (!isMasterBusy || +startsAt + tail < +from) continue
    const { item, startDate, endDate } = event.getOccurrenceDetails(at)
    if (item === event || item.modifiesFuture()) keep(spanOf(startDate, endDate, zone))
  }
}

/**
 * Where to begin with a rule that has gone on for years: whole periods later it gives the same times. The library takes
 * a fifth of a millisecond a step, so 300 weekly meetings since 2010 would take a minute from their beginning.
 */
function firstStep(event: ICAL.Event, from: Date): ICAL.Time {
  const rules = event.component.getAllProperties('rrule').map((rule) => rule.getFirstValue())
  const [rule] = rules
  if (rules.length !== 1 || !(rule instanceof ICAL.Recur) || rule.count) return event.startDate
  const days = { DAILY: 1, WEEKLY: 7 }[rule.freq as string]
  if (!days) return event.startDate
  const { year, month, day } = event.startDate
  const passed = (+from - Date.UTC(year, month - 1, day)) / DAY - 2
  const periods = Math.floor(passed / (days * rule.interval))
  const start = event.startDate.clone()
  if (periods > 0) start.adjust(periods * days * rule.interval, 0, 0, 0)
  return start
}

/** A span without length is not kept; it only counts as a step. */
const nothing = (at: Date): Interval => ({ startsAt: at, endsAt: at })

function spanOf(start: ICAL.Time, end: ICAL.Time, zone: Zone): Interval {
  return { startsAt: instantFrom(start, zone), endsAt: instantFrom(end, zone) }
}

/** Whole days and times without a zone are by the person's clock, the others by the rules of their zone. */
function instantFrom(time: ICAL.Time, zone: Zone): Date {
  const two = (part: number) => String(part).padStart(2, '0')
  const onDate = `${String(time.year).padStart(4, '0')}-${two(time.month)}-${two(time.day)}`
  if (time.isDate) return instantOf(onDate, '00:00', zone)
  const isFloating = !time.zone || time.zone === ICAL.Timezone.localTimezone
  const named = isFloating ? zone : time.zone!.tzid
  if (!isZoneWeKnow(named)) return new Date(time.toUnixTime() * 1000)
  return instantOf(onDate, `${two(time.hour)}:${two(time.minute)}`, named)
}

function spansOfFreeBusy(component: ICAL.Component, zone: Zone, keep: Keep): void {
  for (const property of component.getAllProperties('freebusy')) {
    const type = String(property.getFirstParameter('fbtype') ?? 'BUSY').toUpperCase()
    if (type !== 'BUSY' && type !== 'BUSY-UNAVAILABLE') continue
    for (const value of property.getValues()) {
      if (!(value instanceof ICAL.Period)) continue
      const end = value.getEnd()
      keep({
        startsAt: instantFrom(value.start, zone),
        endsAt: instantFrom(end, zone)
      })
    }
  }
}
