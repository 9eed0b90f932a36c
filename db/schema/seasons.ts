import { sql } from 'drizzle-orm'
import { check, index, jsonb, pgTable, smallint, text, unique, uuid } from 'drizzle-orm/pg-core'
import type { ClosingPage } from '../../src/engine/insight/closing-page.ts'
import { idColumn, instant, localDate, writtenAt } from './columns.ts'
import { employees } from './employees.ts'
import { fixItBlocks } from './fix-it-blocks.ts'
import { learnings } from './learnings.ts'
import { themes } from './themes.ts'

/**
 * Days with goals and a closing page, mostly a quarter. No two overlap: `seasons_do_not_overlap` (in the migration).
 * The closing page is written once, when the season is closed, and read as it was written.
 */
export const seasons = pgTable(
  'seasons',
  {
    id: idColumn(),
    name: text().notNull(),
    fromOn: localDate().notNull(),
    toOn: localDate().notNull(),
    createdAt: writtenAt(),
    createdBy: uuid().references(() => employees.id),
    closedAt: instant(),
    closedBy: uuid().references(() => employees.id),
    closing: jsonb().$type<ClosingPage>()
  },
  (t) => [
    check('seasons_end_after_start', sql`${t.toOn} > ${t.fromOn}`),
    check('seasons_name_is_not_blank', sql`length(trim(${t.name})) between 1 and 100`),
    check('seasons_close_with_a_page', sql`(${t.closedAt} is null) = (${t.closing} is null)`)
  ]
)

/** What a season sets out to do, how it will be known, and the line of the company's strategy that it serves. */
export const seasonGoals = pgTable(
  'season_goals',
  {
    id: idColumn(),
    seasonId: uuid()
      .notNull()
      .references(() => seasons.id),
    /** 1 to 3, as on the charter. */
    place: smallint().notNull(),
    goal: text().notNull(),
    measure: text().notNull(),
    strategyLine: text().notNull(),
    createdAt: writtenAt()
  },
  (t) => [
    unique('season_goals_have_a_place_each').on(t.seasonId, t.place),
    check('season_goals_are_three_at_most', sql`${t.place} between 1 and 3`)
  ]
)

/** What somebody says shows something for a goal: a learning, a theme, or time taken to fix one. */
export const goalEvidence = pgTable(
  'goal_evidence',
  {
    id: idColumn(),
    goalId: uuid()
      .notNull()
      .references(() => seasonGoals.id),
    learningId: uuid().references(() => learnings.id),
    themeId: uuid().references(() => themes.id),
    fixItId: uuid().references(() => fixItBlocks.id),
    attachedAt: writtenAt(),
    attachedBy: uuid()
      .notNull()
      .references(() => employees.id)
  },
  (t) => [
    unique('goal_evidence_once_per_goal').on(t.goalId, t.learningId, t.themeId, t.fixItId).nullsNotDistinct(),
    index('goal_evidence_by_learning').on(t.learningId),
    index('goal_evidence_by_theme').on(t.themeId),
    index('goal_evidence_by_fix_it').on(t.fixItId),
    check('goal_evidence_is_one_thing', sql`num_nonnulls(${t.learningId}, ${t.themeId}, ${t.fixItId}) = 1`)
  ]
)
