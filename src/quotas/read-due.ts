import type { Queryable } from '../../db/client.ts'
import { type AbsenceSpan, listLeaves } from '../absences/list-absences.ts'
import { type DueQuestion, dueMinutes } from '../engine/ledger/due-minutes.ts'
import { type DaysAway, LONG_ABSENCE_DAYS } from '../engine/ledger/long-absences.ts'
import type { EffectiveQuota } from '../engine/ledger/quota-in-force.ts'
import { type ExemptDays, waivedMinutes } from '../engine/ledger/waived-minutes.ts'
import { addDays } from '../engine/time/add-days.ts'
import type { LocalDate } from '../engine/time/local.ts'
import { localDateOf } from '../engine/time/local-date-of.ts'
import { type ExemptDaysOf, listExemptDays } from '../exemptions/list-exempt-days.ts'
import { daysAway } from './days-away.ts'
import { listEmployments, listQuotasInForce } from './queries.ts'

type EmploymentFacts = Awaited<ReturnType<typeof listEmployments>>[number]
type QuotaFacts = Awaited<ReturnType<typeof listQuotasInForce>>[number]
type Period = { fromOn: LocalDate; toOn: LocalDate }

type People = { employeeIds?: readonly string[] }

/**
 * Minutes each person owes on the days [fromOn, toOn), by the engine's `dueMinutes`: of these people, or of
 * everybody who ever was one. Exemptions are not taken off. Four queries, whatever the number of people. An id of nobody is not in the
 * answer; who owes nothing is, with 0.
 */
export async function readDue(
  db: Queryable,
  { fromOn, toOn, ...among }: People & Period
): Promise<Map<string, number>> {
  const [owed] = await readOwedByPeriod(db, { ...among, periods: [{ fromOn, toOn }] })
  return new Map([...owed!].map(([id, { dueMinutes }]) => [id, dueMinutes]))
}

/** What somebody owes in a period, and what of it is waived by exemptions, in minutes. */
export interface Owed {
  dueMinutes: number
  waivedMinutes: number
}

/** A quota that is only thought of, to see what it would change. */
export type SupposedQuota = QuotaFacts

/**
 * What each person owes in each period and what is waived of it, one map each, in the order of the periods and by the
 * same four queries. With `supposed` as if those quotas had been set too.
 */
export async function readOwedByPeriod(
  db: Queryable,
  { periods, supposed = [], ...among }: People & { periods: Period[]; supposed?: SupposedQuota[] }
): Promise<Map<string, Owed>[]> {
  if (periods.length === 0) return []
  const whole = spanOf(periods)
  const people = await listEmployments(db, among.employeeIds)
  const quotas = quotasByReach([...(await listQuotasInForce(db, whole)), ...supposed])
  const exemptions = groupBy(await listExemptDays(db, { ...among, ...whole }), idOf)
  const absences = groupBy(await listLeaves(db, { ...among, ...paddedSpan(whole) }), idOf)
  return periods.map((period) => owedWithin(period, people, { quotas, absences, exemptions }))
}

function spanOf(periods: Period[]): Period {
  const froms = periods.map(({ fromOn }) => fromOn).toSorted()
  const tos = periods.map(({ toOn }) => toOn).toSorted()
  return { fromOn: froms[0]!, toOn: tos.at(-1)! }
}

interface KnownOf {
  quotas: Map<string, EffectiveQuota[]>
  absences: Map<string, AbsenceSpan[]>
  exemptions: Map<string, ExemptDaysOf[]>
}

function owedWithin(
  { fromOn, toOn }: Period,
  people: EmploymentFacts[],
  { quotas, absences, exemptions }: KnownOf
): Map<string, Owed> {
  const { from, to } = paddedSpan({ fromOn, toOn })
  const sameQuestion = new Map<string, Owed>()
  return new Map(
    people.map((facts) => {
      const person = employmentWithin(facts, { fromOn, toOn })
      const near = (absences.get(facts.id) ?? []).filter((span) => span.startsAt < to && span.endsAt > from)
      const longAbsences = daysAway(near, facts)
      const exempt = (exemptions.get(facts.id) ?? []).map((days) => ({
        fromOn: days.fromOn,
        toOn: days.toOn
      }))
      const question = { person, quotas: quotasOf(facts, quotas), longAbsences, fromOn, toOn }
      // In a company of 10,000 most people ask the same; only a few hundred questions are new.
      const reach = quotas.has(facts.id) ? facts.id : facts.teamId
      const key = keyOf(person, { longAbsences, exempt, reach })
      const owed = sameQuestion.get(key) ?? owedBy(question, exempt)
      sameQuestion.set(key, owed)
      return [facts.id, owed]
    })
  )
}

/** What decides the answer, in words; nearly everybody is here all the time, and theirs is quickly written. */
function keyOf(
  { ftePercent, joinedOn, leavesOn }: ReturnType<typeof employmentWithin>,
  of: { longAbsences: readonly DaysAway[]; exempt: readonly ExemptDays[]; reach: string }
): string {
  const isAlwaysHere = of.longAbsences.length === 0 && of.exempt.length === 0
  const away = isAlwaysHere ? '' : JSON.stringify([of.longAbsences, of.exempt])
  return `${of.reach} ${ftePercent} ${joinedOn} ${leavesOn} ${away}`
}

function owedBy(question: DueQuestion, exempt: readonly ExemptDays[]): Owed {
  return { dueMinutes: dueMinutes(question), waivedMinutes: waivedMinutes(question, exempt) }
}

/** Items under what they have in common, in their order. */
export function groupBy<Item>(items: Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return groups
}

const idOf = ({ employeeId }: { employeeId: string }) => employeeId

/** A long absence counts as one however far it reaches out of the period; a fortnight of it is enough to tell. */
function paddedSpan({ fromOn, toOn }: Period): { from: Date; to: Date } {
  const dayInUtc = (day: LocalDate) => new Date(`${day}T00:00:00Z`)
  const margin = LONG_ABSENCE_DAYS + 8
  return { from: dayInUtc(addDays(fromOn, -margin)), to: dayInUtc(addDays(toOn, margin)) }
}

/** Keyed by team or person; the organisation's are under ''. */
function quotasByReach(quotas: QuotaFacts[]): Map<string, EffectiveQuota[]> {
  return groupBy(quotas, ({ teamId, employeeId }) => teamId ?? employeeId ?? '')
}

function quotasOf({ id, teamId }: EmploymentFacts, quotas: Map<string, EffectiveQuota[]>): EffectiveQuota[] {
  return ['', teamId, id].flatMap((reach) => quotas.get(reach) ?? [])
}

/** Cut to the period, so that people who differ only outside of it are alike. */
function employmentWithin(facts: EmploymentFacts, { fromOn, toOn }: Period) {
  const lastOn = lastDayOf(facts)
  return {
    ftePercent: facts.ftePercent,
    joinedOn: facts.joinedOn > fromOn ? facts.joinedOn : fromOn,
    leavesOn: lastOn === null || lastOn >= toOn ? null : lastOn
  }
}

/** Who was deactivated owes nothing from the next day on, whatever was planned before. */
function lastDayOf({ leavesOn, deactivatedAt, timeZone }: EmploymentFacts): LocalDate | null {
  if (!deactivatedAt) return leavesOn
  const deactivatedOn = localDateOf(deactivatedAt, timeZone)
  return leavesOn === null || leavesOn > deactivatedOn ? deactivatedOn : leavesOn
}
