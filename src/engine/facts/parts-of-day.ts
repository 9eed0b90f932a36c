import { addDays } from '../time/add-days.ts'
import { eachDate } from '../time/each-date.ts'
import type { Interval, LocalDate, Zone } from '../time/local.ts'
import { localDateOf } from '../time/local-date-of.ts'
import { localSpan } from '../time/local-span.ts'
import { overlapMinutes } from '../time/overlap-minutes.ts'

/** A part of a local day. The night belongs to the day on which it begins. */
export type PartOfDay = 'morning' | 'afternoon' | 'evening' | 'night'

/** Where the parts begin and end on the wall clock. Our own: noon and the ends of most people's day. */
export const PART_HOURS: Readonly<Record<PartOfDay, { startsAt: string; endsAt: string }>> = {
  morning: { startsAt: '06:00', endsAt: '12:00' },
  afternoon: { startsAt: '12:00', endsAt: '17:00' },
  evening: { startsAt: '17:00', endsAt: '22:00' },
  night: { startsAt: '22:00', endsAt: '06:00' }
}

const PARTS = Object.keys(PART_HOURS) as PartOfDay[]

/** How many minutes of a span lie in one part of one local day. */
export type TouchedPart = { onDay: LocalDate; part: PartOfDay; minutes: number }

/**
 * Lists the parts of local days that a span lies in, in order, by the clock of a zone, with the minutes in each.
 *
 * @example
 * partsOfDay(monday, 'Europe/Oslo')
 * //=> [{ onDay: '2027-03-01', part: 'morning', minutes: 180 }, { onDay: '2027-03-01', part: 'afternoon', minutes: 60 }]
 */
export function partsOfDay(span: Interval, zone: Zone): TouchedPart[] {
  const fromOn = addDays(localDateOf(span.startsAt, zone), -1)
  const toOn = addDays(localDateOf(span.endsAt, zone), 1)
  return eachDate(fromOn, toOn)
    .flatMap((onDay) =>
      PARTS.map((part) => {
        const minutes = overlapMinutes(localSpan(onDay, PART_HOURS[part], zone), span)
        return { onDay, part, minutes }
      })
    )
    .filter(({ minutes }) => minutes > 0)
}
