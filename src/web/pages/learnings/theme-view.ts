import type { ThemeInFull } from '../../../learnings/themes/read-theme.ts'

/** Everything the page of a theme shows, as facts. */
export interface ThemeView {
  theme: ThemeInFull
  /** Others that it could be merged into. */
  others: readonly { id: string; title: string }[]
  people: readonly { id: string; name: string }[]
  me: string
  /** The day that it is read as of; empty: as it stands. */
  asOf: string
}
