import { createHash } from 'node:crypto'
import type { AnyContext } from '../context.ts'
import { countUnsealed, listSealed, type SealedRow } from './queries/chain.ts'

/** A place in the chain, kept somewhere else, that nobody with access to the database alone can make up. */
export interface Head {
  seq: number
  hash: string
}

/** Something that does not hold, at a place of the chain. */
export interface Fault {
  seq: number
  what: string
}

export interface Verdict {
  /** Seals looked at. */
  sealed: number
  /** Entries whose before and after were erased by law; what they said cannot be checked any more, that they were can. */
  erased: number
  /** Entries deleted when their time was over. */
  forgotten: number
  /** Entries that the next one seals. */
  waiting: number
  head: Head | null
  /** The first twenty. */
  faults: Fault[]
}

/** Seals read at a time. */
const BATCH = 5_000
const MOST_FAULTS = 20

/** As `audit_part` of the database writes it: the length in bytes, so that no two lists of parts read alike. */
const part = (text: string | null) => (text === null ? '-,' : `${Buffer.byteLength(text)}:${text},`)
const digest = (text: string) => createHash('sha256').update(text).digest('hex')

function hashOf(row: SealedRow, previous: string | null): string {
  const { entryId, atMicros, actorId, actedAs, via, action, objectType, objectId, requestId } = row
  const parts = [previous, entryId, atMicros, actorId, actedAs, via, action, objectType, objectId, requestId]
  return digest([...parts, row.detailsDigest].map(part).join(''))
}

function faultOf(row: SealedRow, previous: Head | null): string | undefined {
  if (row.seq !== (previous?.seq ?? 0) + 1) return 'seals before this one are missing'
  if (row.isForgotten) return row.isThere ? 'marked as forgotten, but it is there' : undefined
  if (!row.isThere) return 'the entry was deleted'
  if (row.hash !== hashOf(row, previous?.hash ?? null)) return 'the entry, or a seal before it, was changed'
  const details = row.detailsSalt && digest(row.detailsSalt + part(row.before) + part(row.after))
  return details && details !== row.detailsDigest ? 'before or after was changed' : undefined
}

/**
 * Recomputes the chain of the audit log from its first seal to its last, outside of the database. Whoever owns the database
 * can write a whole chain anew; a head kept elsewhere (`expected`) finds that out as well.
 */
export async function verifyChain(ctx: AnyContext, expected?: Head): Promise<Verdict> {
  const { waiting, foreign } = await countUnsealed(ctx.db)
  const verdict: Verdict = { sealed: 0, erased: 0, forgotten: 0, waiting, head: null, faults: [] }
  const note = (seq: number, what: string) => {
    if (verdict.faults.length < MOST_FAULTS) verdict.faults.push({ seq, what })
  }
  let isExpectedSeen = expected === undefined
  for (;;) {
    const rows = await listSealed(ctx.db, verdict.head?.seq ?? 0, BATCH)
    for (const row of rows) {
      const fault = faultOf(row, verdict.head)
      if (fault) note(row.seq, fault)
      if (expected && row.seq === expected.seq) {
        isExpectedSeen = true
        if (row.hash !== expected.hash)
          note(row.seq, 'not the hash that was kept elsewhere: the chain was written anew')
      }
      verdict.sealed += 1
      if (row.isForgotten) verdict.forgotten += 1
      else if (row.detailsSalt === null) verdict.erased += 1
      verdict.head = { seq: row.seq, hash: row.hash }
    }
    if (rows.length < BATCH) break
  }
  if (!isExpectedSeen) note(expected!.seq, 'the chain ends before the place that was kept elsewhere')
  if (foreign > 0) note(verdict.head?.seq ?? 0, `${foreign} entries have no seal`)
  return verdict
}
