import type { Interval, Zone } from '../../engine/time/local.ts'
import type { CommonTexts } from '../texts/en/common.ts'
import type { Formats } from './formats.ts'

type Facts = Readonly<Record<string, unknown>>

/**
 * The facts of a notice as one reader reads them: every question is answered with text ready to stand in a sentence.
 * Facts are what some earlier version of the program wrote, so a missing one is an empty answer, never an error.
 */
export interface Told {
  /** Who did it, or 'Somebody'. */
  by: string
  /** The host who looks after the reader on the shift; empty when there is none. */
  buddy: string
  /** Address of the queue; empty when there is none. */
  queue: string
  /** The notice is about the reader's own doing or being. */
  isSelf: boolean
  has: (key: string) => boolean
  is: (key: string, value: unknown) => boolean
  count: (key: string) => number
  text: (key: string) => string
  /** Of a person, given as an object with a name or as the name itself. */
  name: (key: string) => string
  number: (key: string) => string
  percent: (key: string) => string
  hours: (key: string) => string
  /** Minutes between two facts. */
  difference: (from: string, to: string) => string
  day: (key: string) => string
  /** From the first day to the day before the second. */
  days: (from: string, to: string) => string
  moment: (key: string) => string
  /** A span: under the key, or the facts themselves when the key is empty. */
  span: (key?: string) => string
  spans: (key: string) => string[]
  /** The facts under a key. */
  inner: (key: string) => Told
  /** Names of people, as a list in a sentence. */
  names: (key: string) => string
  each: (key: string, say: (inner: Told) => string) => string[]
}

export interface Reading {
  readerId: string
  formats: Formats
  common: CommonTexts
  /** The zone of the rotation that a span belongs to. */
  zoneOf: (facts: Facts) => Zone | undefined
  buddy: string
  queue: string
}

/** Wraps facts for a reader; spans inside inherit the rotation of what they stand in. */
export function toldOf(facts: Facts, reading: Reading, zone?: Zone): Told {
  const { formats, common } = reading
  const ownZone = reading.zoneOf(facts) ?? zone
  const at = (key: string) => facts[key] ?? null
  const listAt = (key: string) => (Array.isArray(at(key)) ? (at(key) as unknown[]).map(factsOf) : [])
  const spanOf = (value: Facts) => {
    const span = readSpan(value)
    return span ? formats.span(span, reading.zoneOf(value) ?? ownZone) : ''
  }
  const numberAt = (key: string) => (typeof at(key) === 'number' ? (at(key) as number) : 0)
  const text = (key: string) => (typeof at(key) === 'string' ? (at(key) as string) : '')
  return {
    by: nameOf(at('by')) || common.somebody,
    buddy: reading.buddy,
    queue: reading.queue,
    isSelf: [at('employeeId'), factsOf(at('employee')).id].includes(reading.readerId),
    has: (key) => at(key) !== null && at(key) !== '' && !(Array.isArray(at(key)) && listAt(key).length === 0),
    is: (key, value) => at(key) === value,
    count: (key) => listAt(key).length,
    text,
    name: (key) => nameOf(at(key)) || common.somebody,
    number: (key) => formats.number(numberAt(key)),
    percent: (key) => formats.percent(numberAt(key)),
    hours: (key) => formats.hours(numberAt(key)),
    difference: (from, to) => formats.hours(numberAt(to) - numberAt(from)),
    day: (key) => (isDay(text(key)) ? formats.day(text(key)) : ''),
    days: (from, to) => (isDay(text(from)) ? formats.days(text(from), text(to) || null) : ''),
    moment: (key) => momentOf(at(key), formats),
    span: (key) => spanOf(key === undefined ? facts : factsOf(at(key))),
    spans: (key) => listAt(key).map(spanOf).filter(Boolean),
    names: (key) => formats.list(listAt(key).map(nameOf).filter(Boolean)),
    inner: (key) => toldOf(factsOf(at(key)), reading, ownZone),
    each: (key, say) => listAt(key).map((inner) => say(toldOf(inner, reading, ownZone)))
  }
}

const factsOf = (value: unknown): Facts =>
  typeof value === 'object' && value !== null ? (value as Facts) : {}

function nameOf(value: unknown): string {
  if (typeof value === 'string') return value
  const { name } = factsOf(value)
  return typeof name === 'string' ? name : ''
}

const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text)

/** An instant of the facts: text in the database. */
export function readInstant(value: unknown): Date | null {
  if (typeof value !== 'string' && !(value instanceof Date)) return null
  const at = new Date(value)
  return Number.isNaN(at.getTime()) ? null : at
}

export function readSpan(value: unknown): Interval | null {
  const facts = factsOf(value)
  const startsAt = readInstant(facts.startsAt)
  const endsAt = readInstant(facts.endsAt)
  return startsAt && endsAt ? { startsAt, endsAt } : null
}

function momentOf(value: unknown, formats: Formats): string {
  const at = readInstant(value)
  return at ? formats.moment(at) : ''
}
