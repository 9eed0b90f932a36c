import type { Queryable } from '../../db/client.ts'
import { type AbsenceSpan, listLeaves } from '../absences/list-absences.ts'
import { type DueQuestion, dueMinutes } from '../engine/ledger/due-minutes.ts'
import { type DaysAway, LONG_ABSENCE_DAYS } from '../engine/ledger/long-absences.ts'
import type { EffectiveQuota } from '../engine/ledger/quota-in-force.ts'
import { type ExemptDays, waivedMinutes } from '../engine/ledger/waived-minutes.ts'
import { addDays } from '../engine/time/add-days.ts'
import type { LocalDate } from '../engine/time/local.ts'
import { localDateOf } from '../engine/time/local-date-of.ts'
import { listExemptDays } from '../exemptions/list-exempt-days.ts'
import { daysAway } from './days-away.ts'
import { type Alike, listAlike, listEmployments, listLongAbsences, listQuotasInForce } from './queries.ts'

type EmploymentFacts = Awaited<ReturnType<typeof listEmployments>>[number]
type QuotaFacts = Awaited<ReturnType<typeof listQuotasInForce>>[number]
type Period = { fromOn: LocalDate; toOn: LocalDate }

type People = { employeeIds?: readonly string[] }

/**
 * Minutes each person owes on the days [fromOn, toOn), by the engine's `dueMinutes`: of these people, or of
 * everybody who ever was one. Exemptions are not taken off. Few queries, whatever the number of people. An id of nobody is not in the
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
 * same queries: four about some people, six about everybody, whose long absences are kept. With `supposed` as if those
 * quotas had been set too.
 */
export async function readOwedByPeriod(
  db: Queryable,
  { periods, supposed = [], ...among }: People & { periods: Period[]; supposed?: SupposedQuota[] }
): Promise<Map<string, Owed>[]> {
  if (periods.length === 0) return []
  const whole = spanOf(periods)
  const { employeeIds } = among
  const { alike, away } = await (employeeIds ? readSome(db, employeeIds, whole) : readEverybody(db, whole))
  const quotas = quotasByReach([...(await listQuotasInForce(db, whole)), ...supposed])
  const exemptions = groupBy(await listExemptDays(db, { ...among, ...whole }), idOf)
  return periods.map((period) => owedWithin(period, alike, { quotas, away, exemptions }))
}

function spanOf(periods: Period[]): Period {
  const froms = periods.map(({ fromOn }) => fromOn).toSorted()
  const tos = periods.map(({ toOn }) => toOn).toSorted()
  return { fromOn: froms[0]!, toOn: tos.at(-1)! }
}

/** People, and their absences as days by id; short ones among them lift nothing. */
interface Employed {
  alike: readonly Alike[]
  away: ReadonlyMap<string, DaysAway[]>
}

async function readSome(db: Queryable, employeeIds: readonly string[], whole: Period): Promise<Employed> {
  const people = await listEmployments(db, employeeIds)
  const leaves = await listLeaves(db, { employeeIds, ...paddedSpan(whole) })
  return { alike: people.map((facts) => ({ ...facts, ids: [facts.id] })), away: awayOf(people, leaves) }
}

async function readEverybody(db: Queryable, whole: Period): Promise<Employed> {
  const alike = await listAlike(db, whole)
  const { kept, staleIds } = await listLongAbsences(db, whole)
  const stale = await listEmployments(db, staleIds)
  const leaves = await listLeaves(db, { employeeIds: staleIds, ...paddedSpan(whole) })
  return { alike, away: new Map([...groupBy(kept, idOf), ...awayOf(stale, leaves)]) }
}

function awayOf(people: readonly EmploymentFacts[], leaves: AbsenceSpan[]): Map<string, DaysAway[]> {
  const leavesOf = groupBy(leaves, idOf)
  return new Map(
    people.flatMap((facts) => {
      const own = leavesOf.get(facts.id)
      return own ? [[facts.id, daysAway(own, facts)] as const] : []
    })
  )
}

interface KnownOf extends Pick<Employed, 'away'> {
  quotas: Map<string, EffectiveQuota[]>
  exemptions: Map<string, ExemptDays[]>
}

/** In a company of 10,000 most people ask the same; only a few hundred questions are new. */
function owedWithin(period: Period, alike: readonly Alike[], known: KnownOf): Map<string, Owed> {
  const owed = new Map<string, Owed>()
  const sameQuestion = new Map<string, Owed>()
  const onceFor = (key: string, count: () => Owed) => {
    const answer = sameQuestion.get(key) ?? count()
    sameQuestion.set(key, answer)
    return answer
  }
  const quotasOf = (...reaches: string[]) => reaches.flatMap((reach) => known.quotas.get(reach) ?? [])
  for (const facts of alike) {
    const { teamId } = facts
    const person = employmentWithin(facts, period)
    const question = { person, longAbsences: [], ...period }
    const key = `${known.quotas.has(teamId) && teamId} ${person.ftePercent} ${person.joinedOn} ${person.leavesOn}`
    const ofAll = onceFor(key, () => owedBy({ ...question, quotas: quotasOf('', teamId) }, []))
    for (const id of facts.ids) {
      const { own, away, exempt } = ofOne(id, known)
      const isLikeAll = !own && !away && !exempt
      owed.set(
        id,
        isLikeAll
          ? ofAll
          : onceFor(`${key} ${own && id} ${JSON.stringify([away, exempt])}`, () =>
              owedBy(
                { ...question, quotas: quotasOf('', teamId, id), longAbsences: away ?? [] },
                exempt ?? []
              )
            )
      )
    }
  }
  return owed
}

/** What counts for somebody alone, as far as anything does. */
const ofOne = (id: string, { quotas, away, exemptions }: KnownOf) => ({
  own: quotas.has(id),
  away: away.get(id)?.map(daysOf),
  exempt: exemptions.get(id)?.map(daysOf)
})

const daysOf = ({ fromOn, toOn }: Period): Period => ({ fromOn, toOn })

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

/** Cut to the period, so that people who differ only outside of it are alike. */
function employmentWithin(facts: Alike, { fromOn, toOn }: Period) {
  const lastOn = lastDayOf(facts)
  return {
    ftePercent: facts.ftePercent,
    joinedOn: facts.joinedOn > fromOn ? facts.joinedOn : fromOn,
    leavesOn: lastOn === null || lastOn >= toOn ? null : lastOn
  }
}

/** Who was deactivated owes nothing from the next day on, whatever was planned before. */
function lastDayOf({ leavesOn, deactivatedAt, timeZone }: Alike): LocalDate | null {
  if (!deactivatedAt) return leavesOn
  const deactivatedOn = localDateOf(deactivatedAt, timeZone)
  return leavesOn === null || leavesOn > deactivatedOn ? deactivatedOn : leavesOn
}
