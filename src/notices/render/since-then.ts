import type { CommonTexts } from '../texts/en/common.ts'
import type { Formats } from './formats.ts'
import type { NoticeFacts, Standing } from './read-standing.ts'
import { readSpan } from './told.ts'

type Facts = Record<string, unknown>

/** Under these a notice says what is the reader's. */
const OWN = ['given', 'restored', 'moved'] as const

/**
 * Sentences about what has changed since a notice was written: shifts to come that end at another time or are dropped,
 * and seats that it gave which the reader no longer holds. Of what is over nothing is said.
 */
export function sinceThen(
  notice: NoticeFacts,
  standing: Standing,
  { formats, common }: { formats: Formats; common: CommonTexts }
): string[] {
  const lost = OWN.flatMap((key) => listAt(notice.facts, key)).filter((span) =>
    isLost(span, notice, standing)
  )
  const zoneOf = (facts: Facts) =>
    standing.shifts.get(String(facts.shiftId))?.rotationZone ??
    standing.zones.get(String(notice.facts.rotationId))
  const say = (facts: Facts) => formats.span(readSpan(facts)!, zoneOf(facts))
  const changed = spansIn(notice.facts).flatMap((facts) => {
    const shift = standing.shifts.get(String(facts.shiftId))
    const span = readSpan(facts)
    if (!shift || !span || span.endsAt <= standing.now || lost.includes(facts)) return []
    if (shift.maxSeats === 0 && shift.people.length === 0) return [common.dropped(say(facts))]
    // A part of a shift is told by its own times, which a moved shift takes along or cuts.
    const isWithin = shift.startsAt <= span.startsAt && span.endsAt <= shift.endsAt
    return isWithin ? [] : [common.moved(say(facts), formats.span(shift, shift.rotationZone))]
  })
  return [...new Set(changed), ...(lost.length > 0 ? [common.notYours(formats.list(lost.map(say)))] : [])]
}

/** A seat that is told as the reader's and lies ahead, and that they do not hold. */
function isLost(facts: Facts, { employeeId, facts: all }: NoticeFacts, { held, now }: Standing): boolean {
  const span = readSpan(facts)
  if (!span || span.startsAt <= now) return false
  return !held.some(
    (seat) =>
      seat.employeeId === employeeId &&
      (facts.shiftId ? seat.shiftId === facts.shiftId : seat.rotationId === all.rotationId) &&
      seat.startsAt < span.endsAt &&
      seat.endsAt > span.startsAt
  )
}

const listAt = (facts: Facts, key: string): Facts[] =>
  Array.isArray(facts[key]) ? (facts[key] as Facts[]) : []

/** Everything in the facts that names a shift and has a span. */
function spansIn(value: unknown): Facts[] {
  if (typeof value !== 'object' || value === null) return []
  const inner = Object.values(value).flatMap(spansIn)
  return readSpan(value) && 'shiftId' in value ? [value as Facts, ...inner] : inner
}
