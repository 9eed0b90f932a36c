import { bigint, doublePrecision, integer, pgTable, uuid } from 'drizzle-orm/pg-core'
import { instant, localDate } from './columns.ts'

/**
 * What was heard of a theme and all that is merged into it, added up, so that the board of a company of thousands reads a row
 * of each theme instead of its learnings. A row says of what it is the sum (`members`, `rateDays`, `until`): where that is
 * no longer so, or one of the members is in `stale_theme_sums`, it does not count. Nothing here is a fact of its own
 * (`learnings/themes/keep-theme-sums.ts`).
 */
export const themeSums = pgTable('theme_sums', {
  standingId: uuid().primaryKey(),
  /** The theme itself and those within it, in order. */
  members: uuid().array().notNull(),
  learnings: integer().notNull(),
  reporters: integer().notNull(),
  shifts: integer().notNull(),
  customers: doublePrecision().notNull(),
  minutes: doublePrecision().notNull(),
  /** Where nothing was heard these and `until` lie in the year 9999. */
  firstAt: instant().notNull(),
  lastAt: instant().notNull(),
  /** When the first of what was not taken back was handed in; null also in rows of releases that did not know it. */
  firstSubmittedAt: instant(),
  /** Days on which an hourly rate began, and before `until` the minutes lost under each, the first before all of them. */
  rateDays: localDate().array().notNull(),
  until: instant().notNull(),
  /** Null where nothing was heard. */
  lost: doublePrecision().array().$type<(number | null)[]>().notNull()
})

/** Themes of which a learning came, went or changed. A list without keys: no writer waits for another one's mark. */
export const staleThemeSums = pgTable('stale_theme_sums', {
  place: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  themeId: uuid().notNull()
})
