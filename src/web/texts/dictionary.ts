import type { Locale } from '../../words.ts'

/** The sentences of one page in every language. English gives the shape; a missing or surplus key does not compile. */
export type Dictionary<Texts> = Readonly<Record<Locale, Texts>>

/**
 * Makes a dictionary. Each page has one of its own in this folder, so that pages can be written side by side.
 * A sentence with something in it is a function: `until: (time: string) => …`.
 */
export const dictionary = <Texts>(texts: Dictionary<Texts>): Dictionary<Texts> => texts

/**
 * A count with its noun, `1 point`, `3 points`. The count may be in the reader's own digits already.
 *
 * @example
 * counted('1', 'point', 'points')
 * //=> '1 point'
 */
export const counted = (count: number | string, one: string, many: string): string =>
  `${count} ${String(count) === '1' ? one : many}`
