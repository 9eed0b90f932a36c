import { sql } from 'drizzle-orm'
import { check, index, jsonb, pgEnum, pgTable, primaryKey, unique, uuid } from 'drizzle-orm/pg-core'
import { PUBLICATION_EFFECTS } from '../../src/words.ts'
import { assignments } from './assignments.ts'
import { idColumn, instant, localDate, writtenAt } from './columns.ts'
import { drafts } from './drafts.ts'
import { employees } from './employees.ts'
import { rotations } from './rotations.ts'

export const publicationEffects = pgEnum('publication_effect', PUBLICATION_EFFECTS)

/** What reverting a publication did. Kept, so that asking a second time gives the same answer. */
export interface Reversion {
  /** Seats given by the publication that were taken back. */
  released: number
  /** Seats taken by it that were given back. */
  restored: number
  notRestored: { employeeId: string; shiftId: string; startsAt: string; cause: RestoreHindrance }[]
}
export type RestoreHindrance = 'begun' | 'no-longer-here' | 'absent' | 'busy'

/** A draft made firm. Publishing one draft twice is one publication. */
export const publications = pgTable(
  'publications',
  {
    id: idColumn(),
    rotationId: uuid()
      .notNull()
      .references(() => rotations.id),
    draftId: uuid()
      .notNull()
      .references(() => drafts.id),
    fromOn: localDate().notNull(),
    toOn: localDate().notNull(),
    publishedAt: writtenAt(),
    publishedBy: uuid().references(() => employees.id),
    revertedAt: instant(),
    revertedBy: uuid().references(() => employees.id),
    reversion: jsonb().$type<Reversion>()
  },
  (t) => [
    unique('publications_one_per_draft').on(t.draftId),
    index('publications_by_rotation').on(t.rotationId, t.publishedAt),
    check('publications_end_after_start', sql`${t.toOn} > ${t.fromOn}`)
  ]
)

/** What a publication did to whom: the assignments it gave and those it took away. Reverting reads this. */
export const publicationChanges = pgTable(
  'publication_changes',
  {
    publicationId: uuid()
      .notNull()
      .references(() => publications.id),
    assignmentId: uuid()
      .notNull()
      .references(() => assignments.id),
    effect: publicationEffects().notNull()
  },
  (t) => [primaryKey({ columns: [t.publicationId, t.assignmentId, t.effect] })]
)
