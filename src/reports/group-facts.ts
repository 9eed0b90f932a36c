import { type DueQuestion, dueMinutes } from '../engine/ledger/due-minutes.ts'
import type { EffectiveQuota } from '../engine/ledger/quota-in-force.ts'
import { type ExemptDays, waivedMinutes } from '../engine/ledger/waived-minutes.ts'
import type { Period } from '../lib/period.ts'
import type { Owed } from '../quotas/read-due.ts'
import type { DueFacts } from './due-facts.ts'

/** What a group owes, in minutes, and what of it is waived. */
export type OwedByKey = Map<string, Owed>

type Question = Omit<DueQuestion, 'fromOn' | 'toOn'> & { exempt: ExemptDays[] }

const daysFrom = (text: string): Period[] =>
  text.split(',').map((days) => ({ fromOn: days.slice(0, 10), toOn: days.slice(11) }))

/**
 * Adds up what people owe by the engine's own arithmetic: one question for all who owe alike. Whoever was in several
 * groups owes in each what was due up to its end less what was due up to its start, so that the groups add up to what
 * the person owes over the period to the minute.
 */
export function owedByKey(
  facts: readonly DueFacts[],
  quotasOf: (reach: string) => EffectiveQuota[],
  { fromOn, toOn }: Period
): OwedByKey {
  const owed: OwedByKey = new Map()
  const listOf = listOnce()
  const answers = new Map<string, Answer>()
  const upTo = (row: DueFacts, day: string): Owed => {
    const answer = answers.get(day) ?? answersIn({ fromOn, toOn: day }, quotasOf, listOf)
    answers.set(day, answer)
    return answer(row)
  }
  for (const row of facts) {
    const end = upTo(row, row.spanTo < toOn ? row.spanTo : toOn)
    const start = row.spanFrom > fromOn ? upTo(row, row.spanFrom) : NOTHING
    const sum = owed.get(row.key) ?? NOTHING
    owed.set(row.key, {
      dueMinutes: sum.dueMinutes + row.people * (end.dueMinutes - start.dueMinutes),
      waivedMinutes: sum.waivedMinutes + row.people * (end.waivedMinutes - start.waivedMinutes)
    })
  }
  return owed
}

const NOTHING: Owed = { dueMinutes: 0, waivedMinutes: 0 }

/** What is due in each of the periods, rounded each by itself. */
export function owedByPeriod(
  facts: readonly DueFacts[],
  quotasOf: (reach: string) => EffectiveQuota[],
  periods: readonly Period[]
): Owed[] {
  const listOf = listOnce()
  return periods.map((period) => {
    const owed = { ...NOTHING }
    const answer = answersIn(period, quotasOf, listOf)
    for (const row of facts) {
      const { dueMinutes, waivedMinutes } = answer(row)
      owed.dueMinutes += row.people * dueMinutes
      owed.waivedMinutes += row.people * waivedMinutes
    }
    return owed
  })
}

type Answer = (facts: DueFacts) => Owed
type ListOf = ReturnType<typeof listOnce>

/**
 * What a person with such facts owes in the period. The same question is answered once: most people owe alike in it,
 * whatever is different outside of it.
 */
function answersIn(period: Period, quotasOf: (reach: string) => EffectiveQuota[], listOf: ListOf): Answer {
  const { fromOn, toOn } = period
  const plain = new Map<string, Owed>()
  const special = new Map<string, Owed>()
  return (facts) => {
    const joined = facts.first > fromOn ? facts.first : ''
    const last = facts.last !== null && facts.last < toOn ? facts.last : null
    const longAbsences = within(listOf(facts.away), period)
    const exempt = within(listOf(facts.exempt), period)
    const isPlain = joined === '' && last === null && longAbsences.length + exempt.length === 0
    const known = isPlain ? plain : special
    const name = isPlain
      ? facts.alike
      : `${facts.alike} ${joined} ${last} ${named(longAbsences)} ${named(exempt)}`
    const before = known.get(name)
    if (before) return before
    const person = { ftePercent: facts.fte, joinedOn: joined === '' ? fromOn : joined, leavesOn: last }
    const owed = ask({ person, quotas: quotasOf(facts.reach), longAbsences, exempt }, period)
    known.set(name, owed)
    return owed
  }
}

const named = (days: readonly Period[]) => days.map(({ fromOn, toOn }) => fromOn + toOn).join()

const NO_DAYS: Period[] = []

/** Lists of days from their texts: few texts, asked for in each period again. */
function listOnce() {
  const known = new Map<string, Period[]>()
  return (text: string | null): readonly Period[] => {
    if (text === null) return NO_DAYS
    const list = known.get(text) ?? daysFrom(text)
    known.set(text, list)
    return list
  }
}

/** Days of the list that touch the period; most lists have none, and one is the usual. */
function within(days: readonly Period[], { fromOn, toOn }: Period): Period[] {
  const touches = (day: Period) => day.fromOn < toOn && day.toOn >= fromOn
  return days.some(touches) ? days.filter(touches) : NO_DAYS
}

function ask({ exempt, ...question }: Question, { fromOn, toOn }: Period): Owed {
  const asked = { ...question, fromOn, toOn }
  return { dueMinutes: dueMinutes(asked), waivedMinutes: waivedMinutes(asked, exempt) }
}
