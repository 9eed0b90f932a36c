import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  check,
  index,
  integer,
  pgEnum,
  pgTable,
  text,
  unique,
  uniqueIndex,
  uuid
} from 'drizzle-orm/pg-core'
import { HEARING_CAUSES, THEME_DECISIONS } from '../../src/words.ts'
import { idColumn, instant, localDate, writtenAt } from './columns.ts'
import { employees } from './employees.ts'
import { learnings } from './learnings.ts'
import { productAreas } from './product-areas.ts'

export const themeDecisionKinds = pgEnum('theme_decision', THEME_DECISIONS)
export const hearingCauses = pgEnum('hearing_cause', HEARING_CAUSES)

/**
 * Learnings that say the same. Its state, age and price are derived (`engine/insight`), never stored; a theme is never
 * deleted, only merged into another.
 */
export const themes = pgTable(
  'themes',
  {
    id: idColumn(),
    title: text().notNull(),
    summary: text().notNull().default(''),
    areaId: uuid().references(() => productAreas.id),
    /** Exactly one, always. */
    ownerId: uuid()
      .notNull()
      .references(() => employees.id),
    /** The owner's local day by which reporters are owed an answer. */
    answerByOn: localDate().notNull(),
    /** The theme from which this one was split. */
    splitFromId: uuid().references((): AnyPgColumn => themes.id),
    createdAt: writtenAt(),
    createdBy: uuid()
      .notNull()
      .references(() => employees.id)
  },
  (t) => [
    index('themes_by_owner').on(t.ownerId),
    index('themes_by_area').on(t.areaId),
    check('themes_title_is_not_blank', sql`length(trim(${t.title})) between 1 and 200`)
  ]
)

/**
 * Which learning is in which theme, with its history: the row without `leftAt` is in force, and a learning has at most
 * one. A merge touches no row here: see `themeMerges`.
 */
export const themeLearnings = pgTable(
  'theme_learnings',
  {
    id: idColumn(),
    themeId: uuid()
      .notNull()
      .references(() => themes.id),
    learningId: uuid()
      .notNull()
      .references(() => learnings.id),
    joinedAt: writtenAt(),
    joinedBy: uuid().references(() => employees.id),
    leftAt: instant(),
    leftBy: uuid().references(() => employees.id)
  },
  (t) => [
    uniqueIndex('theme_learnings_one_theme_each').on(t.learningId).where(sql`left_at is null`),
    index('theme_learnings_by_theme').on(t.themeId).where(sql`left_at is null`),
    check('theme_learnings_leave_after_joining', sql`${t.leftAt} >= ${t.joinedAt}`)
  ]
)

/**
 * One theme says the same as another and stands within it until the merge is undone (`undoneAt`). Learnings stay where
 * they are, so undoing gives back exactly what was there. Only themes that stand by themselves are merged, so merges in
 * force are a forest; `src/learnings/themes/read-standing-themes.ts` tells within which theme each one stands.
 */
export const themeMerges = pgTable(
  'theme_merges',
  {
    id: idColumn(),
    themeId: uuid()
      .notNull()
      .references(() => themes.id),
    intoId: uuid()
      .notNull()
      .references(() => themes.id),
    mergedAt: writtenAt(),
    mergedBy: uuid()
      .notNull()
      .references(() => employees.id),
    undoneAt: instant(),
    undoneBy: uuid().references(() => employees.id)
  },
  (t) => [
    uniqueIndex('theme_merges_into_one').on(t.themeId).where(sql`undone_at is null`),
    index('theme_merges_by_target').on(t.intoId),
    check('theme_merges_into_another', sql`${t.themeId} <> ${t.intoId}`),
    check('theme_merges_are_undone_by_somebody', sql`(${t.undoneAt} is null) = (${t.undoneBy} is null)`)
  ]
)

/** Append-only (a trigger refuses update and delete): what was decided of a theme, by whom and why. */
export const themeDecisions = pgTable(
  'theme_decisions',
  {
    id: idColumn(),
    themeId: uuid()
      .notNull()
      .references(() => themes.id),
    decision: themeDecisionKinds().notNull(),
    reason: text().notNull(),
    decidedAt: writtenAt(),
    decidedBy: uuid()
      .notNull()
      .references(() => employees.id)
  },
  (t) => [
    index('theme_decisions_by_theme').on(t.themeId, t.decidedAt),
    check('theme_decisions_give_a_reason', sql`length(trim(${t.reason})) > 0`)
  ]
)

/** Who owned a theme, from when and why; append-only by use. The owner of now is `themes.ownerId`. */
export const themeOwnerChanges = pgTable(
  'theme_owner_changes',
  {
    id: idColumn(),
    themeId: uuid()
      .notNull()
      .references(() => themes.id),
    fromId: uuid()
      .notNull()
      .references(() => employees.id),
    toId: uuid()
      .notNull()
      .references(() => employees.id),
    reason: text().notNull(),
    changedAt: writtenAt(),
    changedBy: uuid()
      .notNull()
      .references(() => employees.id)
  },
  (t) => [
    index('theme_owner_changes_by_theme').on(t.themeId, t.changedAt),
    check('theme_owner_changes_give_a_reason', sql`length(trim(${t.reason})) > 0`)
  ]
)

/** A theme was put before a leader, who has answered or not. Rounds count from 0: each decision opens the next. */
export const themeHearings = pgTable(
  'theme_hearings',
  {
    id: idColumn(),
    themeId: uuid()
      .notNull()
      .references(() => themes.id),
    leaderId: uuid()
      .notNull()
      .references(() => employees.id),
    cause: hearingCauses().notNull(),
    /** How many decisions that ended a waiting had been taken before. */
    round: integer().notNull(),
    putAt: writtenAt(),
    answer: text(),
    answeredAt: instant(),
    /** The decision that was the answer; null when it was words only. */
    decisionId: uuid().references(() => themeDecisions.id)
  },
  (t) => [
    unique('theme_hearings_once_per_round').on(t.themeId, t.leaderId, t.cause, t.round),
    index('theme_hearings_by_leader').on(t.leaderId, t.putAt),
    check('theme_hearings_are_answered_in_words', sql`(${t.answeredAt} is null) = (${t.answer} is null)`)
  ]
)
