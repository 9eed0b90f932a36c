import type { Queryable } from '../../db/client.ts'
import { type AbsenceSpan, listLeaves } from '../absences/list-absences.ts'
import { dueMinutes } from '../engine/ledger/due-minutes.ts'
import { LONG_ABSENCE_DAYS } from '../engine/ledger/long-absences.ts'
import type { EffectiveQuota } from '../engine/ledger/quota-in-force.ts'
import { addDays } from '../engine/time/add-days.ts'
import type { LocalDate } from '../engine/time/local.ts'
import { localDateOf } from '../engine/time/local-date-of.ts'
import { daysAway } from './days-away.ts'
import { listEmployments, listQuotasInForce } from './queries.ts'

type EmploymentFacts = Awaited<ReturnType<typeof listEmployments>>[number]
type QuotaFacts = Awaited<ReturnType<typeof listQuotasInForce>>[number]
type Period = { fromOn: LocalDate; toOn: LocalDate }

type People = { employeeIds?: readonly string[] }

/**
 * Minutes each person owes on the days [fromOn, toOn), by the engine's `dueMinutes`: of these people, or of
 * everybody who ever was one. Three queries, whatever the number of people. An id of nobody is not in the
 * answer; who owes nothing is, with 0.
 */
export async function readDue(
  db: Queryable,
  { fromOn, toOn, ...among }: People & Period
): Promise<Map<string, number>> {
  const [due] = await readDueByPeriod(db, { ...among, periods: [{ fromOn, toOn }] })
  return due!
}

/** The same for several periods, one map each, in their order and by the same three queries. */
export async function readDueByPeriod(
  db: Queryable,
  { periods, ...among }: People & { periods: Period[] }
): Promise<Map<string, number>[]> {
  if (periods.length === 0) return []
  const whole = spanOf(periods)
  const people = await listEmployments(db, among.employeeIds)
  const quotas = quotasByReach(await listQuotasInForce(db, whole))
  const absences = groupBy(await listLeaves(db, { ...among, ...paddedSpan(whole) }), idOf)
  return periods.map((period) => dueWithin(period, people, quotas, absences))
}

function spanOf(periods: Period[]): Period {
  const froms = periods.map(({ fromOn }) => fromOn).toSorted()
  const tos = periods.map(({ toOn }) => toOn).toSorted()
  return { fromOn: froms[0]!, toOn: tos.at(-1)! }
}

function dueWithin(
  { fromOn, toOn }: Period,
  people: EmploymentFacts[],
  quotas: Map<string, EffectiveQuota[]>,
  absences: Map<string, AbsenceSpan[]>
): Map<string, number> {
  const { from, to } = paddedSpan({ fromOn, toOn })
  const sameQuestion = new Map<string, number>()
  return new Map(
    people.map((facts) => {
      const person = employmentWithin(facts, { fromOn, toOn })
      const near = (absences.get(facts.id) ?? []).filter((span) => span.startsAt < to && span.endsAt > from)
      const longAbsences = daysAway(near, facts)
      const question = { person, quotas: quotasOf(facts, quotas), longAbsences, fromOn, toOn }
      // In a company of 10,000 most people ask the same; only a few hundred questions are new.
      const key = JSON.stringify([person, longAbsences, quotas.has(facts.id) ? facts.id : facts.teamId])
      const minutes = sameQuestion.get(key) ?? dueMinutes(question)
      sameQuestion.set(key, minutes)
      return [facts.id, minutes]
    })
  )
}

function groupBy<Item>(items: Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
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
