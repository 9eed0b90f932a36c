import type { Told } from '../render/told.ts'

/** What a notice says: paragraphs, and lists where several things stand below each other. */
export interface Said {
  title: string
  body: readonly (string | readonly string[])[]
}

/** A notice of one kind in one language. Empty paragraphs and lists are left out when it is rendered. */
export type Say = (told: Told) => Said

/** Another language has exactly the kinds that English has; one more or less does not compile. */
export type SameKinds<English> = Readonly<Record<keyof English, Say>>
