import { bigint, boolean, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'

/**
 * A seal for every audit entry, in the order of their commits: each hash covers the one before it, so no entry can be changed,
 * left out or put in later without breaking all that follow. Written by a trigger that the application cannot reach.
 */
export const auditChain = pgTable(
  'audit_chain',
  {
    seq: bigint({ mode: 'number' }).primaryKey(),
    entryId: uuid().notNull(),
    /** Keeps before and after from being guessed from their digest. Null: they were erased or forgotten, by law. */
    detailsSalt: text(),
    detailsDigest: text().notNull(),
    hash: text().notNull(),
    /** The entry was deleted when its time was over. */
    isForgotten: boolean().notNull().default(false)
  },
  (t) => [unique('audit_chain_one_seal_per_entry').on(t.entryId)]
)

/** Entries of transactions that saw an older state of the chain: the next one seals them. Empty nearly always. */
export const auditUnchained = pgTable('audit_unchained', { entryId: uuid().primaryKey() })
