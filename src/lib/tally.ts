/** Counts of a minute, by key. */
export interface Tally {
  /** @returns how many there were in this minute, with this one */
  add(key: string, at: Date): number
  /** How many there were in this minute. */
  read(key: string, at: Date): number
}

export const MINUTE_MS = 60_000
/** Some 10 MB; who comes from more addresses in one minute is not to be told apart by them. */
const MOST_KEYS = 100_000

/** Keeps the counts of the running minute alone, so that it needs no more room than a minute brings keys. */
export function tallyByMinute(): Tally {
  let minute = 0
  let counts = new Map<string, number>()
  const turnTo = (at: Date) => {
    const now = Math.floor(at.getTime() / MINUTE_MS)
    if (now === minute && counts.size < MOST_KEYS) return
    minute = now
    counts = new Map()
  }
  return {
    add(key, at) {
      turnTo(at)
      const count = (counts.get(key) ?? 0) + 1
      counts.set(key, count)
      return count
    },
    read(key, at) {
      turnTo(at)
      return counts.get(key) ?? 0
    }
  }
}

/**
 * Whom an address stands for: a house has one of version 4, and of version 6 a network of 64 bits to choose from.
 *
 * @example
 * networkOf('2001:db8:1:2:3:4:5:6')
 * //=> '2001:db8:1:2'
 * networkOf('2001:db8::1')
 * //=> '2001:db8:0:0'
 * networkOf('::ffff:192.0.2.7')
 * //=> '192.0.2.7'
 * networkOf('192.0.2.7')
 * //=> '192.0.2.7'
 */
export function networkOf(address: string): string {
  if (!address.includes(':')) return address
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)
  if (mapped) return mapped[1]!
  const [head = '', tail] = address.split('%')[0]!.split('::')
  const first = head === '' ? [] : head.split(':')
  const last = tail ? tail.split(':') : []
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - first.length - last.length)
  return [...first, ...Array.from({ length: zeros }, () => '0'), ...last].slice(0, 4).join(':').toLowerCase()
}
