import type { Tx } from '../../db/client.ts'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { localDateOf } from '../engine/time/local-date-of.ts'
import { type CsatRow, parseCsat } from './csv/parse-csat.ts'
import { CsatImportNotValid } from './errors.ts'
import { lockCsatAnswers, upsertCsatAnswers } from './queries/served.ts'

export interface CsatImportResult {
  added: number
  changed: number
  unchanged: number
  dryRun: boolean
}

/** Complaints that are shown; who has more has one mistake many times. */
const MOST_COMPLAINTS = 500

/**
 * Imports what customers answered from CSV (see `CSAT_COLUMNS`), all or nothing. An answer known by its reference is
 * changed, never counted again; the same file a second time changes nothing. A dry run says what would happen.
 *
 * @throws {CsatImportNotValid} with every line that cannot be taken
 */
export async function importCsat(
  ctx: Context,
  bytes: Uint8Array,
  { dryRun = false }: { dryRun?: boolean } = {}
): Promise<CsatImportResult> {
  const { rows, complaints } = parseCsat(bytes, localDateOf(ctx.now(), ctx.actor.timeZone))
  if (complaints.length > 0) {
    const lines = complaints.toSorted((a, b) => a.line - b.line).slice(0, MOST_COMPLAINTS)
    throw new CsatImportNotValid({ total: complaints.length, lines })
  }
  return ctx.db.transaction(async (tx) => {
    const { added, changed } = await compare(tx, rows)
    const counts = { added: added.length, changed: changed.length }
    if (!dryRun) await write(tx, ctx, [...added, ...changed], counts)
    return { ...counts, unchanged: rows.length - counts.added - counts.changed, dryRun }
  })
}

async function compare(tx: Tx, rows: readonly CsatRow[]) {
  const known = await lockCsatAnswers(
    tx,
    rows.map(({ reference }) => reference)
  )
  const before = new Map(known.map((row) => [row.reference, row]))
  const added = rows.filter(({ reference }) => !before.has(reference))
  const changed = rows.filter(({ reference, answeredOn, score }) => {
    const was = before.get(reference)
    return was !== undefined && (was.answeredOn !== answeredOn || was.score !== score)
  })
  return { added, changed }
}

async function write(tx: Tx, ctx: Context, rows: readonly CsatRow[], counts: object): Promise<void> {
  const by = { importedAt: ctx.now(), importedBy: ctx.actor.employeeId }
  await upsertCsatAnswers(
    tx,
    rows.map(({ line: _, ...row }) => ({ ...row, ...by }))
  )
  await recordAudit(tx, ctx, {
    ...{ action: 'csat.imported', objectType: 'csat', objectId: 'csat' },
    after: counts
  })
}
