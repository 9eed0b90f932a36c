import type { Locale } from '../../words.ts'

/** The sentences of one page in every language. English gives the shape; a missing or surplus key does not compile. */
export type Dictionary<Texts> = Readonly<Record<Locale, Texts>>

/**
 * Makes a dictionary. Each page has one of its own in this folder, so that pages can be written side by side.
 * A sentence with something in it is a function: `until: (time: string) => …`.
 */
export const dictionary = <Texts>(texts: Dictionary<Texts>): Dictionary<Texts> => texts
