import { v7 } from 'uuid'
import { constraintOf, type Tx } from '../../db/client.ts'
import { type AuditedChange, recordAudits } from '../audit/record-audit.ts'
import type { AnyContext } from '../context.ts'
import { beginWithDefaultQuota } from '../quotas/begin-with-default-quota.ts'
import { checkReporting } from './csv/check-reporting.ts'
import type { Complaint } from './csv/complaint.ts'
import { keyOf, type ParsedEmployees, parseEmployees } from './csv/parse-employees.ts'
import { deactivatePeople, refuseDangerous } from './deactivate-people.ts'
import { audited, type EmployeeFields } from './employee-fields.ts'
import { ImportDeactivatesTooMany, ImportNotValid, TeamNameTaken } from './errors.ts'
import { type Company, type ImportPlan, type KnownPerson, planImport } from './plan-import.ts'
import {
  deleteLeads,
  insertLeads,
  insertTeams,
  lockCompany,
  putPeople,
  readCompany
} from './queries/import.ts'

export interface ImportOptions {
  /** Says what the import would do, by the same rules, and writes nothing. */
  dryRun?: boolean
  /** Deactivates everybody whom the file does not have. */
  deactivateMissing?: boolean
  /** Lets `deactivateMissing` end more than 10% of the active people. */
  force?: boolean
}

export interface ImportedPerson {
  name: string
  email: string
}

export interface ImportResult {
  added: number
  changed: number
  unchanged: number
  reactivated: number
  deactivated: number
  teamsAdded: number
  dryRun: boolean
  /** The first 100 of each, by name; the counts above are whole. */
  reactivatedPeople: ImportedPerson[]
  deactivatedPeople: ImportedPerson[]
}

/** Complaints that are shown; who has more has one mistake many times. */
const MOST_COMPLAINTS = 500
const MOST_PEOPLE_NAMED = 100

/**
 * Imports employees from CSV (see `EMPLOYEE_COLUMNS`): adds, changes, reactivates and, on demand, deactivates
 * people, and makes the teams they are in. The first import also sets a default quota. All or nothing, and a second import of the same file touches no row.
 *
 * @throws {ImportNotValid} with every line that cannot be taken.
 * @throws {ImportDeactivatesTooMany} when more than 10% of the active people would go without `force`.
 * @throws {YourselfNotDeactivated}
 * @throws {LastAdmin}
 */
export async function importEmployees(
  ctx: AnyContext,
  csvBytes: Uint8Array,
  options: ImportOptions = {}
): Promise<ImportResult> {
  const parsed = parseEmployees(csvBytes)
  if (!parsed.isComplete) refuseComplaints(parsed.complaints)
  if (options.dryRun) {
    const company = await readCompany(ctx.db)
    const plan = planChecked(ctx, parsed, company)
    await refuseDangerous(ctx.db, ctx, idsOf(leaversOf(plan, company, options)))
    return resultOf(plan, leaversOf(plan, company, options), true)
  }
  try {
    return await ctx.db.transaction((tx) => importWithin(tx, ctx, parsed, options))
  } catch (error) {
    throw constraintOf(error) === 'teams_name_is_unique' ? new TeamNameTaken() : error
  }
}

async function importWithin(tx: Tx, ctx: AnyContext, parsed: ParsedEmployees, options: ImportOptions) {
  await lockCompany(tx)
  const company = await readCompany(tx)
  const plan = planChecked(ctx, parsed, company)
  const leavers = leaversOf(plan, company, options)
  await store(tx, plan, ctx.now())
  if (company.people.length === 0) await beginWithDefaultQuota(tx, ctx, dayOf(ctx))
  if (leavers.length > 0) await deactivatePeople(tx, ctx, idsOf(leavers))
  const result = resultOf(plan, leavers, false)
  await recordAudits(tx, ctx, auditOf(plan, result))
  return result
}

const dayOf = (ctx: AnyContext) => ctx.now().toISOString().slice(0, 10)

function planChecked(ctx: AnyContext, parsed: ParsedEmployees, company: Company): ImportPlan {
  refuseComplaints([...parsed.complaints, ...checkReporting(parsed, namesOf(company))])
  return planImport(parsed.rows, company, dayOf(ctx))
}

function refuseComplaints(complaints: Complaint[]): void {
  if (complaints.length === 0) return
  const lines = complaints.toSorted((a, b) => a.line - b.line).slice(0, MOST_COMPLAINTS)
  throw new ImportNotValid({ total: complaints.length, lines })
}

function namesOf({ people, teams }: Company) {
  const emails = new Map(people.map(({ id, email }) => [id, keyOf(email)]))
  const managers = people.map(
    ({ email, managerId }) => [keyOf(email), emails.get(managerId ?? '') ?? null] as const
  )
  return { managers: new Map(managers), teams: new Set(teams.map(({ name }) => keyOf(name))) }
}

function leaversOf({ missing }: ImportPlan, { people }: Company, options: ImportOptions): KnownPerson[] {
  if (!options.deactivateMissing) return []
  const active = people.filter(({ deactivatedAt }) => !deactivatedAt).length
  if (missing.length * 10 > active && !options.force) {
    throw new ImportDeactivatesTooMany({ wouldDeactivate: missing.length, active })
  }
  return missing
}

const idsOf = (people: { id: string }[]) => people.map(({ id }) => id)

async function store(
  tx: Tx,
  { newTeams, added, changed, reactivated }: ImportPlan,
  now: Date
): Promise<void> {
  const kept = [...changed, ...reactivated]
  const touched = kept.filter(({ fields }) => Object.keys(fields).length > 0)
  const people = new Set([...touched, ...reactivated].map(({ after }) => after))
  await insertTeams(tx, newTeams)
  await putPeople(tx, [...added, ...people], now)
  await deleteLeads(
    tx,
    kept.flatMap(({ before, after }) => leadsOnlyIn(before, after))
  )
  await insertLeads(tx, [
    ...added.flatMap(({ id, leads }) => leads.map((teamId) => ({ teamId, employeeId: id }))),
    ...kept.flatMap(({ before, after }) => leadsOnlyIn(after, before))
  ])
}

function leadsOnlyIn({ id, leads }: KnownPerson, other: KnownPerson) {
  return leads.filter((teamId) => !other.leads.includes(teamId)).map((teamId) => ({ teamId, employeeId: id }))
}

function resultOf(plan: ImportPlan, leavers: KnownPerson[], dryRun: boolean): ImportResult {
  return {
    added: plan.added.length,
    changed: plan.changed.length,
    unchanged: plan.unchanged,
    reactivated: plan.reactivated.length,
    deactivated: leavers.length,
    teamsAdded: plan.newTeams.length,
    dryRun,
    reactivatedPeople: firstOf(plan.reactivated.map(({ after }) => after)),
    deactivatedPeople: firstOf(leavers)
  }
}

function firstOf(people: KnownPerson[]): ImportedPerson[] {
  return people
    .map(({ name, email }) => ({ name, email }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .slice(0, MOST_PEOPLE_NAMED)
}

/** One entry for the import and one for each person it touched; deactivation writes its own. */
function auditOf(
  { newTeams, added, changed, reactivated }: ImportPlan,
  result: ImportResult
): AuditedChange[] {
  const { reactivatedPeople: _, deactivatedPeople, ...counts } = result
  const total = counts.added + counts.changed + counts.reactivated + counts.deactivated + counts.teamsAdded
  if (total === 0) return []
  const person = (action: string, { id }: KnownPerson, facts: Pick<AuditedChange, 'before' | 'after'>) => ({
    action,
    objectType: 'employee',
    objectId: id,
    ...facts
  })
  const kept = [
    ...changed.map((change) => ({ ...change, action: 'employee.changed' })),
    ...reactivated.map((change) => ({ ...change, action: 'employee.reactivated' }))
  ]
  return [
    { action: 'employees.imported', objectType: 'import', objectId: v7(), after: counts },
    ...newTeams.map(({ id, ...team }) => ({
      action: 'team.added',
      objectType: 'team',
      objectId: id,
      after: team
    })),
    ...added.map((after) => {
      const { id: _, deactivatedAt, ...fields } = after
      return person('employee.added', after, { after: audited(fields, fields) })
    }),
    ...kept.map(({ action, before, after, fields }) =>
      person(action, after, {
        before: { ...audited<EmployeeFields>(before, fields), leads: before.leads },
        after: { ...audited<EmployeeFields>(after, fields), leads: after.leads }
      })
    )
  ]
}
