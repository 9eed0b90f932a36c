import { constraintOf } from '../../db/client.ts'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { type QuotaWarning, quotaWarning } from '../engine/ledger/quota-warning.ts'
import { isLocalDate } from '../engine/time/is-local-date.ts'
import type { QuotaScope } from '../words.ts'
import { QuotaHolderNotFound, QuotaNotValid, QuotaNotYours, QuotaTaken } from './errors.ts'
import { findEmployee, findTeam, insertQuota } from './queries.ts'
import { viewOf } from './quotas.ts'

export interface WantedQuota {
  scope: QuotaScope
  teamId?: string
  employeeId?: string
  hours: number
  weeks: number
  fromOn: string
  toOn?: string
}

/** 40 hours: the week that PRACTICE.md, section 1, measures every company's dose against. */
const WEEKLY_WORKING_MINUTES = 40 * 60

const SENTENCES: Record<QuotaWarning, string> = {
  'below-practice':
    'This is below 1.5% of working time: less than any company is known to have kept up for long.',
  'above-practice':
    'This is above 10% of working time: more than companies ask of people whose job is not support.'
}

/**
 * Sets hours due per so many weeks for the organisation, a team or a person, from a day on. Nothing is
 * overwritten: the quota that begins last counts. Hours are stored as whole minutes.
 *
 * @returns the quota, and a warning with its sentence when the dose is outside of known practice
 * @throws {QuotaNotYours} unless HR or an administrator, or for a team and its people their lead.
 * @throws {QuotaNotValid}
 * @throws {QuotaHolderNotFound}
 * @throws {QuotaTaken} when one of the same scope begins on the same day.
 */
export async function setQuota(ctx: Context, wanted: WantedQuota) {
  const facts = readFacts(wanted)
  try {
    return await ctx.db.transaction(async (tx) => {
      const holder = await findHolder(tx, wanted)
      refuseForeign(ctx, wanted.scope, holder.ledBy)
      const quota = { ...facts, createdAt: ctx.now(), createdBy: ctx.actor.employeeId }
      const id = await insertQuota(tx, quota)
      await recordAudit(tx, ctx, { action: 'quota.set', objectType: 'quota', objectId: id, after: facts })
      const warning = quotaWarning({ ...facts, weeklyWorkingMinutes: WEEKLY_WORKING_MINUTES })
      return {
        ...viewOf({ ...quota, id, teamName: holder.teamName, employeeName: holder.employeeName }),
        warning,
        warningSentence: warning && SENTENCES[warning]
      }
    })
  } catch (error) {
    throw constraintOf(error) === 'quotas_one_per_scope_and_day' ? new QuotaTaken() : error
  }
}

function readFacts({ scope, hours, weeks, fromOn, ...optional }: WantedQuota) {
  const { teamId, employeeId, toOn } = { teamId: null, employeeId: null, toOn: null, ...optional }
  const refuse = (field: string, remedy: string) => {
    throw new QuotaNotValid({ field, remedy })
  }
  const minutes = Math.round(hours * 60)
  if (Math.abs(hours * 60 - minutes) > 1e-6)
    refuse('hours', 'Give whole minutes, such as 1.5 for an hour and a half.')
  if ((scope === 'team') !== (teamId !== null))
    refuse('teamId', 'Name a team for a quota of a team, and only then.')
  if ((scope === 'person') !== (employeeId !== null)) {
    refuse('employeeId', 'Name an employee for a quota of a person, and only then.')
  }
  if (!isDay(fromOn)) refuse('fromOn', 'Give a day that exists, such as 2027-03-01.')
  if (toOn !== null && !isDay(toOn)) refuse('toOn', 'Give a day that exists, such as 2027-06-01.')
  if (toOn !== null && toOn <= fromOn)
    refuse('toOn', 'Let it end after it begins: toOn is the first day without it.')
  return { scope, teamId, employeeId, minutes, perWeeks: weeks, fromOn, toOn }
}

const isDay = (text: string) => isLocalDate(text) && text >= '1900-01-01' && text <= '2199-12-31'

type Holder = { teamName: string | null; employeeName: string | null; ledBy: string | null }

async function findHolder(tx: Parameters<typeof findTeam>[0], wanted: WantedQuota): Promise<Holder> {
  if (wanted.teamId) {
    const team = await findTeam(tx, wanted.teamId)
    if (!team) throw new QuotaHolderNotFound({ teamId: wanted.teamId })
    return { teamName: team.name, employeeName: null, ledBy: team.id }
  }
  if (wanted.employeeId) {
    const employee = await findEmployee(tx, wanted.employeeId)
    if (!employee) throw new QuotaHolderNotFound({ employeeId: wanted.employeeId })
    return { teamName: null, employeeName: employee.name, ledBy: employee.teamId }
  }
  return { teamName: null, employeeName: null, ledBy: null }
}

function refuseForeign({ actor }: Context, scope: QuotaScope, ledBy: string | null): void {
  if (actor.roles.has('hr') || actor.roles.has('admin')) return
  if (ledBy === null || !actor.leads.includes(ledBy)) throw new QuotaNotYours({ scope })
}
