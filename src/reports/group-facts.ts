import { type DueQuestion, dueMinutes } from '../engine/ledger/due-minutes.ts'
import type { EffectiveQuota } from '../engine/ledger/quota-in-force.ts'
import { type ExemptDays, waivedMinutes } from '../engine/ledger/waived-minutes.ts'
import type { Period } from '../lib/period.ts'
import type { Owed } from '../quotas/read-due.ts'
import type { DueFacts } from './due-facts.ts'

/** What a group owes, in minutes, and what of it is waived. */
export type OwedByKey = Map<string, Owed>

type Question = Omit<DueQuestion, 'fromOn' | 'toOn'> & { exempt: ExemptDays[] }

const daysFrom = (text: string | null): { fromOn: string; toOn: string }[] =>
  text === null ? [] : text.split(',').map((days) => ({ fromOn: days.slice(0, 10), toOn: days.slice(11) }))

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
  const known = new Map<string, Owed>()
  return (facts: DueFacts, { fromOn, toOn }: Period): Owed => {
    const first = facts.first > fromOn ? facts.first : fromOn
    const last = facts.last !== null && facts.last < toOn ? facts.last : ''
    const away = within(facts.away, fromOn, toOn)
    const exempt = within(facts.exempt, fromOn, toOn)
    const key = `${facts.reach} ${facts.fte} ${fromOn} ${toOn} ${first} ${last} ${away} ${exempt}`
    const before = known.get(key)
    if (before) return before
    const owed = ask(
      {
        person: { ftePercent: facts.fte, joinedOn: first, leavesOn: last === '' ? null : last },
        quotas: quotasOf(facts.reach),
        longAbsences: daysFrom(away),
        exempt: daysFrom(exempt)
      },
      { fromOn, toOn }
    )
    known.set(key, owed)
    return owed
  }
}

/** Days of the list that touch the period; most lists have none, and one is the usual. */
function within(text: string | null, fromOn: string, toOn: string): string | null {
  if (text === null) return null
  const touching = text.split(',').filter((days) => days.slice(0, 10) < toOn && days.slice(11) >= fromOn)
  return touching.length === 0 ? null : touching.join(',')
}

function ask({ exempt, ...question }: Question, { fromOn, toOn }: Period): Owed {
  const asked = { ...question, fromOn, toOn }
  return { dueMinutes: dueMinutes(asked), waivedMinutes: waivedMinutes(asked, exempt) }
}
