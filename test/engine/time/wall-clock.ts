import type { Zone } from '../../../src/engine/time/local.ts'

const readers = new Map<Zone, Intl.DateTimeFormat>()

/** Reads the wall clock of a zone, 'YYYY-MM-DD HH:MM', without any code of ours: the tests' own witness. */
export function wallClock(at: number, zone: Zone): string {
  const reader = readers.get(zone) ?? readerOf(zone)
  readers.set(zone, reader)
  return reader.format(at)
}

/** What the wall clock shows, as a number of minutes that can be subtracted. */
export function dialOf(wall: string): number {
  return Date.parse(`${wall.replace(' ', 'T')}:00Z`) / 60_000
}

function readerOf(timeZone: Zone): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit'
  })
}
