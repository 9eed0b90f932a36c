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
  const upTo = remembered(quotasOf)
  for (const row of facts) {
    const end = upTo(row, { fromOn, toOn: row.spanTo < toOn ? row.spanTo : toOn })
    const start = row.spanFrom > fromOn ? upTo(row, { fromOn, toOn: row.spanFrom }) : NOTHING
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
  const upTo = remembered(quotasOf)
  return periods.map((period) => {
    const owed = { ...NOTHING }
    for (const row of facts) {
      const { dueMinutes, waivedMinutes } = upTo(row, period)
      owed.dueMinutes += row.people * dueMinutes
      owed.waivedMinutes += row.people * waivedMinutes
    }
    return owed
  })
}

/** The same question is answered once: most people owe alike in a period, whatever is different outside of it. */
function remembered(quotasOf: (reach: string) => EffectiveQuota[]) {
  const known = new Map<string, Map<string, Owed>>()
  const listOf = listOnce()
  return (facts: DueFacts, { fromOn, toOn }: Period): Owed => {
    const inPeriod = known.get(fromOn + toOn) ?? new Map<string, Owed>()
    known.set(fromOn + toOn, inPeriod)
    const first = facts.first > fromOn ? facts.first : fromOn
    const last = facts.last !== null && facts.last < toOn ? facts.last : null
    const longAbsences = within(listOf(facts.away), { fromOn, toOn })
    const exempt = within(listOf(facts.exempt), { fromOn, toOn })
    const name = nameOf(facts, { first: first === fromOn ? '' : first, last, longAbsences, exempt })
    const before = inPeriod.get(name)
    if (before) return before
    const owed = ask(
      {
        person: { ftePercent: facts.fte, joinedOn: first, leavesOn: last },
        quotas: quotasOf(facts.reach),
        longAbsences,
        exempt
      },
      { fromOn, toOn }
    )
    inPeriod.set(name, owed)
    return owed
  }
}

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
  if (days.length === 0) return NO_DAYS
  return days.filter((day) => day.fromOn < toOn && day.toOn >= fromOn)
}

interface Differs {
  first: string
  last: string | null
  longAbsences: readonly Period[]
  exempt: readonly Period[]
}

function nameOf({ reach, fte }: DueFacts, { first, last, longAbsences, exempt }: Differs): string {
  const list = (days: readonly Period[]) => days.map(({ fromOn, toOn }) => fromOn + toOn).join()
  const whose = reach + fte
  if (first === '' && last === null && longAbsences.length + exempt.length === 0) return whose
  return `${whose} ${first} ${last} ${list(longAbsences)} ${list(exempt)}`
}

function ask({ exempt, ...question }: Question, { fromOn, toOn }: Period): Owed {
  const asked = { ...question, fromOn, toOn }
  return { dueMinutes: dueMinutes(asked), waivedMinutes: waivedMinutes(asked, exempt) }
}
