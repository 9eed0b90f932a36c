import type { Queryable } from '../../db/client.ts'
import type { Context } from '../context.ts'
import { type QuotaWarning, quotaWarning } from '../engine/ledger/quota-warning.ts'
import { isLocalDate } from '../engine/time/is-local-date.ts'
import { may } from '../permissions.ts'
import type { QuotaScope } from '../words.ts'
import { ExecutiveQuotaNotZero, QuotaHolderNotFound, QuotaNotValid, QuotaNotYours } from './errors.ts'
import { findEmployee, findTeam } from './queries.ts'

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

/** What a dose outside of known practice is told; nulls inside of it. */
export function warningOf(dose: { minutes: number; perWeeks: number }) {
  const warning = quotaWarning({ ...dose, weeklyWorkingMinutes: WEEKLY_WORKING_MINUTES })
  return { warning, warningSentence: warning && SENTENCES[warning] }
}

/**
 * The columns of a quota from what was asked for, in whole minutes.
 *
 * @throws {QuotaNotValid}
 */
export function readWanted({ scope, hours, weeks, fromOn, ...optional }: WantedQuota) {
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

export type QuotaColumns = ReturnType<typeof readWanted>

const isDay = (text: string) => isLocalDate(text) && text >= '1900-01-01' && text <= '2199-12-31'

export type Holder = {
  teamName: string | null
  employeeName: string | null
  ledBy: string | null
  isExecutive: boolean
}

/**
 * Whom a quota is for.
 *
 * @throws {QuotaHolderNotFound}
 */
export async function findHolder(
  db: Queryable,
  { teamId, employeeId }: Pick<QuotaColumns, 'teamId' | 'employeeId'>
): Promise<Holder> {
  if (teamId) {
    const team = await findTeam(db, teamId)
    if (!team) throw new QuotaHolderNotFound({ teamId })
    return { teamName: team.name, employeeName: null, ledBy: team.id, isExecutive: false }
  }
  if (employeeId) {
    const employee = await findEmployee(db, employeeId)
    if (!employee) throw new QuotaHolderNotFound({ employeeId })
    const { name: employeeName, teamId: ledBy, level } = employee
    return { teamName: null, employeeName, ledBy, isExecutive: level === 'executive' }
  }
  return { teamName: null, employeeName: null, ledBy: null, isExecutive: false }
}

/** @throws {QuotaNotYours} unless HR or an administrator, or for a team and its people their lead. */
export function refuseForeign({ actor }: Context, scope: QuotaScope, { ledBy }: Holder): void {
  if (!may(actor, 'quota.change', { teamId: ledBy })) throw new QuotaNotYours({ scope })
}

/** @throws {ExecutiveQuotaNotZero} a quota of nothing for an executive would be an exemption in silence. */
export function refuseWaiver({ minutes }: { minutes: number }, { isExecutive }: Holder): void {
  if (isExecutive && minutes === 0) throw new ExecutiveQuotaNotZero()
}
