import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid
} from 'drizzle-orm/pg-core'
import type { FairnessReport, Unused } from '../../src/engine/plan/fairness-report.ts'
import type { Score } from '../../src/engine/plan/problem.ts'
import type { AssignmentReason } from '../../src/engine/plan/reason.ts'
import { PLANNING_MODES } from '../../src/words.ts'
import { idColumn, instant, localDate, writtenAt } from './columns.ts'
import { employees } from './employees.ts'
import { rotations } from './rotations.ts'

/** What the planner says of itself while it works; all in score points, the gap as a share of the score. */
export interface PlanningProgress {
  phase: string
  score: number
  bound: number
  gap: number
}

/** How a draft looked at a moment, beside the facts of that moment. People by their ids. */
export interface DraftOutlook extends Omit<FairnessReport, 'unused'> {
  /** An instant as text. */
  at: string
  /** Whether the facts were others than those it was planned from. */
  factsChanged: boolean
  /** Who gets no shift, and at the same place why. */
  unused: { ids: string[]; why: Unused['why'][] }
  /** The leaders for whose sake it would have been refused. */
  leaders: string[]
}

export const planningMode = pgEnum('planning_mode', PLANNING_MODES)

/** A plan nobody owes yet. `factsDigest` is the fingerprint of the facts it was planned from. */
export const drafts = pgTable(
  'drafts',
  {
    id: idColumn(),
    rotationId: uuid()
      .notNull()
      .references(() => rotations.id),
    fromOn: localDate().notNull(),
    toOn: localDate().notNull(),
    mode: planningMode().notNull().default('plan'),
    seed: integer().notNull(),
    /** Score and bound: null while the planner works on it, and for ever when it failed. */
    score: jsonb().$type<Score>(),
    bound: doublePrecision(),
    progress: jsonb().$type<PlanningProgress>(),
    /** When the planner last gave a sign of life. */
    heardAt: instant(),
    /** Somebody wants the best plan so far, now. */
    stopRequestedAt: instant(),
    failure: text(),
    factsDigest: text().notNull(),
    /** Kept for its page, as it takes all facts to tell; null until somebody has reckoned it. */
    outlook: jsonb().$type<DraftOutlook>(),
    createdAt: writtenAt(),
    createdBy: uuid().references(() => employees.id),
    discardedAt: instant()
  },
  (t) => [
    index('drafts_by_rotation').on(t.rotationId, t.createdAt),
    check('drafts_end_after_start', sql`${t.toOn} > ${t.fromOn}`)
  ]
)

export const draftShifts = pgTable(
  'draft_shifts',
  {
    id: idColumn(),
    draftId: uuid()
      .notNull()
      .references(() => drafts.id, { onDelete: 'cascade' }),
    onDay: localDate().notNull(),
    startsAt: instant().notNull(),
    endsAt: instant().notNull(),
    minSeats: integer().notNull(),
    desiredSeats: integer().notNull(),
    maxSeats: integer().notNull(),
    hostsRequired: integer().notNull(),
    isHoliday: boolean().notNull()
  },
  (t) => [unique('draft_shifts_start_once').on(t.draftId, t.startsAt)]
)

export const draftAssignments = pgTable(
  'draft_assignments',
  {
    draftShiftId: uuid()
      .notNull()
      .references(() => draftShifts.id, { onDelete: 'cascade' }),
    employeeId: uuid()
      .notNull()
      .references(() => employees.id),
    reason: jsonb().$type<AssignmentReason>().notNull(),
    /** Somebody wants this seat kept when the period is planned again. */
    pinnedAt: instant(),
    pinnedBy: uuid().references(() => employees.id)
  },
  (t) => [primaryKey({ columns: [t.draftShiftId, t.employeeId] })]
)
