import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  boolean,
  check,
  index,
  integer,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid
} from 'drizzle-orm/pg-core'
import { PROPOSAL_CAUSES, PROPOSAL_KINDS } from '../../src/words.ts'
import { assignments } from './assignments.ts'
import { idColumn, instant, writtenAt } from './columns.ts'
import { employees } from './employees.ts'
import { publicationEffects } from './publications.ts'
import { shifts } from './shifts.ts'

export const proposalKinds = pgEnum('proposal_kind', PROPOSAL_KINDS)
export const proposalCauses = pgEnum('proposal_cause', PROPOSAL_CAUSES)

/**
 * Somebody proposes that seats change hands. It points at the assignments and names the people, so it cannot drift when
 * a shift moves. `giveAssignmentId` is the proposer's own seat; what they would take is in the asks. Which state it is
 * in follows from the instants (`engine/swap/proposal-state.ts`); expiry needs no job.
 */
export const proposals = pgTable(
  'proposals',
  {
    id: idColumn(),
    kind: proposalKinds().notNull(),
    proposerId: uuid()
      .notNull()
      .references(() => employees.id),
    giveAssignmentId: uuid().references(() => assignments.id),
    /** Of an open seat that was taken. */
    shiftId: uuid().references(() => shifts.id),
    /** A cover of a part: from when to when. */
    partStartsAt: instant(),
    partEndsAt: instant(),
    message: text(),
    /** As the rotation said when it was proposed. */
    needsApproval: boolean().notNull().default(false),
    undoMinutes: integer().notNull().default(30),
    counterOf: uuid().references((): AnyPgColumn => proposals.id),
    createdAt: writtenAt(),
    /** Who wrote it: the proposer, or somebody on their behalf. */
    createdBy: uuid().references(() => employees.id),
    expiresAt: instant().notNull(),
    acceptedAt: instant(),
    /** Which of those asked said yes. */
    acceptedById: uuid().references(() => employees.id),
    /** Who spoke: the person asked, or somebody on their behalf. */
    consentedBy: uuid().references(() => employees.id),
    approvedAt: instant(),
    approvedBy: uuid().references(() => employees.id),
    refusedAt: instant(),
    refusedBy: uuid().references(() => employees.id),
    withdrawnAt: instant(),
    withdrawnBy: uuid().references(() => employees.id),
    closedAt: instant(),
    closedCause: proposalCauses(),
    /** When the seats changed hands. */
    carriedOutAt: instant(),
    undoneAt: instant(),
    undoneBy: uuid().references(() => employees.id),
    /** When the proposer heard that nobody answered in time; the expiry itself needs no job. */
    expiryToldAt: instant()
  },
  (t) => [
    index('proposals_by_proposer').on(t.proposerId, t.createdAt),
    index('proposals_by_seat').on(t.giveAssignmentId),
    check(
      'proposals_part_has_both_ends',
      sql`(${t.partStartsAt} is null) = (${t.partEndsAt} is null) and (${t.partStartsAt} is null or ${t.partEndsAt} > ${t.partStartsAt})`
    ),
    check(
      'proposals_end_in_one_way',
      sql`num_nonnulls(${t.carriedOutAt}, ${t.withdrawnAt}, ${t.closedAt}, ${t.refusedAt}) <= 1`
    ),
    check(
      'proposals_are_carried_out_by_consent',
      sql`${t.carriedOutAt} is null or (${t.acceptedAt} is not null and ${t.acceptedById} is not null)`
    ),
    check('proposals_undo_what_was_done', sql`${t.undoneAt} is null or ${t.carriedOutAt} is not null`),
    check('proposals_close_with_a_cause', sql`(${t.closedAt} is null) = (${t.closedCause} is null)`)
  ]
)

/** Somebody who is asked, and in a swap for which of their seats. The first yes wins. */
export const proposalAsks = pgTable(
  'proposal_asks',
  {
    id: idColumn(),
    proposalId: uuid()
      .notNull()
      .references(() => proposals.id),
    employeeId: uuid()
      .notNull()
      .references(() => employees.id),
    takeAssignmentId: uuid().references(() => assignments.id),
    declinedAt: instant(),
    declinedBy: uuid().references(() => employees.id),
    closedAt: instant(),
    closedCause: proposalCauses()
  },
  (t) => [
    unique('proposal_asks_once_per_person').on(t.proposalId, t.employeeId),
    index('proposal_asks_by_person').on(t.employeeId),
    index('proposal_asks_by_seat').on(t.takeAssignmentId)
  ]
)

/** The seats that changed hands: which assignments were given, and which taken. Undoing reads this. */
export const proposalChanges = pgTable(
  'proposal_changes',
  {
    proposalId: uuid()
      .notNull()
      .references(() => proposals.id),
    assignmentId: uuid()
      .notNull()
      .references(() => assignments.id),
    effect: publicationEffects().notNull()
  },
  (t) => [
    primaryKey({ columns: [t.proposalId, t.assignmentId, t.effect] }),
    index('proposal_changes_by_seat').on(t.assignmentId)
  ]
)
