import type { Random } from './random.ts'

/** Makes the id of a row written at an instant: a version 7 UUID like any other, but with drawn bits. */
export type MakeId = (at: Date) => string

/** Ids from one stream of chance; the same draws in the same order give the same ids. */
export function idMaker(random: Random): MakeId {
  const hex = (digits: number) =>
    Array.from({ length: digits }, () => random.between(0, 15).toString(16)).join('')
  return (at) => {
    const time = Math.max(0, at.getTime()).toString(16).padStart(12, '0')
    const variant = random.between(8, 11).toString(16)
    return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-${variant}${hex(3)}-${hex(12)}`
  }
}
