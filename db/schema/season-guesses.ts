import { sql } from 'drizzle-orm'
import { check, pgTable, primaryKey, smallint, text, unique, uuid } from 'drizzle-orm/pg-core'
import { idColumn, instant, writtenAt } from './columns.ts'
import { employees } from './employees.ts'
import { productAreas } from './product-areas.ts'
import { seasons } from './seasons.ts'

/** What a leader believed before the season: theirs alone, others see the group. Fixed once the season has begun. */
export const seasonGuesses = pgTable(
  'season_guesses',
  {
    id: idColumn(),
    seasonId: uuid()
      .notNull()
      .references(() => seasons.id),
    employeeId: uuid()
      .notNull()
      .references(() => employees.id),
    /** Of a hundred customers, how many are served well. */
    servedWellPercent: smallint().notNull(),
    guessedAt: writtenAt(),
    changedAt: instant()
  },
  (t) => [
    unique('season_guesses_once_per_leader').on(t.seasonId, t.employeeId),
    check('season_guesses_percent_is_one', sql`${t.servedWellPercent} between 0 and 100`)
  ]
)

/** The pains a leader named, the worst first: a part of the product, or words of their own. */
export const guessedPains = pgTable(
  'guessed_pains',
  {
    guessId: uuid()
      .notNull()
      .references(() => seasonGuesses.id, { onDelete: 'cascade' }),
    place: smallint().notNull(),
    areaId: uuid().references(() => productAreas.id),
    words: text()
  },
  (t) => [
    primaryKey({ columns: [t.guessId, t.place] }),
    check('guessed_pains_are_one_thing', sql`num_nonnulls(${t.areaId}, ${t.words}) = 1`),
    check('guessed_pains_are_three_at_most', sql`${t.place} between 1 and 3`)
  ]
)
