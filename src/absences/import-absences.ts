import type { Tx } from '../../db/client.ts'
import { recordAudits } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { type AbsenceRow, parseAbsences } from './csv/parse-absences.ts'
import { AbsenceImportNotValid } from './errors.ts'
import { listFlagged } from './list-flagged.ts'
import { type ImportPlan, type NewAbsence, planAbsenceImport } from './plan-import.ts'
import { insertAbsences, listNoted, listPeopleByEmail, lockPeople } from './queries/absences.ts'
import { tellOfAbsences } from './tell-of-absences.ts'
import { tellingOfFlags } from './telling-of-flags.ts'

export interface AbsenceImportResult {
  added: number
  unchanged: number
  people: number
  /** Published shifts to come that the people of the file are away for once it is imported. */
  shiftsInTheWay: number
  dryRun: boolean
}

/** Complaints that are shown; who has more has one mistake many times. */
const MOST_COMPLAINTS = 500
/** Never in the past, so that a year of history can be imported in one go; people plan no further than this ahead. */
const ALL_TIME = { from: new Date('1970-01-01T00:00:00Z'), to: new Date('2200-01-01T00:00:00Z') }

/** The answer of a preview travels as what undoes it. */
class Previewed extends Error {
  constructor(readonly result: AbsenceImportResult) {
    super('previewed')
  }
}

/**
 * Imports absences from CSV (see `ABSENCE_COLUMNS`), all or nothing; the same file a second time changes nothing. Each
 * person is told what was noted of them, and their leads of published shifts in the way. A dry run does all of it and
 * undoes it, so that it tells exactly what would happen.
 *
 * @throws {AbsenceImportNotValid} with every line that cannot be taken
 */
export async function importAbsences(
  ctx: Context,
  csvBytes: Uint8Array,
  { dryRun = false }: { dryRun?: boolean } = {}
): Promise<AbsenceImportResult> {
  const { rows, complaints } = parseAbsences(csvBytes)
  refuseComplaints(complaints)
  try {
    return await ctx.db.transaction(async (tx) => {
      const result = await importWithin(tx, ctx, rows)
      if (dryRun) throw new Previewed({ ...result, dryRun })
      return result
    })
  } catch (error) {
    if (error instanceof Previewed) return error.result
    throw error
  }
}

function refuseComplaints(complaints: ImportPlan['complaints']): void {
  if (complaints.length === 0) return
  const lines = complaints.toSorted((a, b) => a.line - b.line).slice(0, MOST_COMPLAINTS)
  throw new AbsenceImportNotValid({ total: complaints.length, lines })
}

async function importWithin(tx: Tx, ctx: Context, rows: readonly AbsenceRow[]): Promise<AbsenceImportResult> {
  const ids = await listPeopleByEmail(tx, [...new Set(rows.map(({ email }) => email))])
  const people = await lockPeople(tx, ids)
  const employeeIds = people.map(({ id }) => id)
  const noted = await listNoted(tx, { employeeIds, ...ALL_TIME })
  const active = people.filter(({ deactivatedAt }) => deactivatedAt === null)
  const { added, unchanged, complaints } = planAbsenceImport(rows, active, noted)
  refuseComplaints(complaints)
  const touched = [...new Set(added.map(({ employeeId }) => employeeId))].sort()
  await tellingOfFlags(tx, ctx, touched, () => note(tx, ctx, added))
  await tellOfAbsences(tx, ctx, added)
  const flagged = await listFlagged(tx, { employeeIds: touched, after: ctx.now() })
  return {
    added: added.length,
    unchanged,
    people: touched.length,
    shiftsInTheWay: flagged.length,
    dryRun: false
  }
}

async function note(tx: Tx, ctx: Context, added: readonly NewAbsence[]): Promise<void> {
  const rows = added.map(({ line: _, ...absence }) => ({
    ...absence,
    source: 'import' as const,
    createdAt: ctx.now()
  }))
  const written = await insertAbsences(tx, rows)
  await recordAudits(
    tx,
    ctx,
    written.map(({ id, ...after }) => ({
      action: 'absence.imported',
      objectType: 'absence',
      objectId: id,
      after
    }))
  )
}
