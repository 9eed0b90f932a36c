import { overlappingSlots } from '../engine/facts/overlapping-slots.ts'
import type { PatternSlot } from '../engine/time/expand-pattern.ts'
import { isLocalDate } from '../engine/time/is-local-date.ts'
import { isLocalTime } from '../engine/time/is-local-time.ts'
import { isZone } from '../engine/time/is-zone.ts'
import type { FieldComplaint } from './errors.ts'
import { isPlannableDate } from './period.ts'
import type { RotationFields, Slot } from './rotation-fields.ts'

/** Lists what is wrong with a rotation, field by field; empty when it may be stored. Teams are checked beside the data. */
export function complaintsAbout(rotation: RotationFields): FieldComplaint[] {
  return [
    ...(/\p{Cc}/u.test(rotation.name)
      ? [{ field: 'name', message: 'must not have control characters' }]
      : []),
    ...aboutSlots(rotation.slots),
    ...aboutSeats(rotation),
    ...aboutDates(rotation),
    ...(isZone(rotation.timeZone)
      ? []
      : [{ field: 'timeZone', message: 'is not a time zone; give one such as Europe/Oslo' }])
  ]
}

function aboutSlots(slots: Slot[]): FieldComplaint[] {
  if (slots.length === 0) return [{ field: 'slots', message: 'must have at least one span of the week' }]
  const unreadable = slots.flatMap((slot, i) => aboutSlot(slot, `slots.${i}`))
  if (unreadable.length > 0) return unreadable
  return overlappingSlots(slots as PatternSlot[]).map(([a, b]) => ({
    field: `slots.${b}`,
    message: `overlaps slots.${a}; two rotations can run side by side, one cannot`
  }))
}

function aboutSlot({ startsAt, endsAt }: Slot, field: string): FieldComplaint[] {
  const wrong: FieldComplaint[] = []
  if (!isLocalTime(startsAt) || startsAt === '24:00') {
    wrong.push({ field: `${field}.startsAt`, message: 'must be a time from 00:00 to 23:59' })
  }
  if (!isLocalTime(endsAt)) wrong.push({ field: `${field}.endsAt`, message: 'must be a time up to 24:00' })
  return wrong
}

function aboutSeats({ seats: { min, desired, max }, hostsRequired }: RotationFields): FieldComplaint[] {
  const wrong: FieldComplaint[] = []
  if (min > desired || desired > max || max < 1) {
    wrong.push({
      field: 'seats',
      message: 'must rise from min over desired to max, and max must be 1 or more'
    })
  }
  if (hostsRequired > max) wrong.push({ field: 'hostsRequired', message: 'must not exceed seats.max' })
  return wrong
}

function aboutDates({ validFrom, validTo }: RotationFields): FieldComplaint[] {
  const wrong: FieldComplaint[] = []
  const isDay = (day: string) => isLocalDate(day) && isPlannableDate(day)
  if (!isDay(validFrom)) wrong.push({ field: 'validFrom', message: 'must be a date from 2000 to 2199' })
  if (validTo !== null && !isDay(validTo)) {
    wrong.push({ field: 'validTo', message: 'must be a date from 2000 to 2199' })
  }
  if (validTo !== null && validTo <= validFrom) {
    wrong.push({ field: 'validTo', message: 'must be after validFrom: it is the first day without shifts' })
  }
  return wrong
}
