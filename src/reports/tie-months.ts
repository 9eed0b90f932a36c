import { areTied, type Places, tieGroups } from '../engine/privacy/tie-groups.ts'
import { groupsByPlace, type MonthOfStays, peopleByPlace, peopleOnDays } from './crossings.ts'
import type { Crowd } from './queries/crowd.ts'
import type { Kind } from './queries/spans.ts'

/** What is shown of a month: the groups of the kind in question (null: none), and those of the kinds decided before. */
export interface ShownOfMonth {
  month: MonthOfStays
  groups: string[][] | null
  before: readonly (readonly [Kind, readonly string[][]])[]
}

/**
 * Puts groups of a kind together where those of three kinds at once would tell of too few, each month by itself. Mostly those who
 * stay in one place tie all groups: that is found out at once for many months that show the same groups.
 */
export function tieMonths(crowd: Crowd, kind: Kind, months: readonly ShownOfMonth[]): (string[][] | null)[] {
  const tied = months.map(({ groups }) => groups)
  const alike = new Map<string, number[]>()
  months.forEach(({ groups, before }, at) => {
    // Of two kinds it is known already.
    if (!groups || before.length < 2) return
    // A group that stands alone is the same in each month.
    const name = JSON.stringify([groups, before.map(([, shown]) => shown.filter(({ length }) => length > 1))])
    alike.set(name, [...(alike.get(name) ?? []), at])
  })
  for (const all of alike.values()) {
    const ties = new Ties(crowd, kind, months[all[0]!]!)
    for (const at of untied(ties, months, all)) tied[at] = ties.tie(months[at]!.month)
  }
  return tied
}

/** Those of the months that are not tied by who stays in one place: asked of all, else of each half. */
function untied(ties: Ties, months: readonly ShownOfMonth[], all: readonly number[]): number[] {
  if (ties.hold(all.map((at) => months[at]!.month))) return []
  if (all.length === 1) return [...all]
  const middle = all.length >> 1
  return [all.slice(0, middle), all.slice(middle)].flatMap((half) => untied(ties, months, half))
}

/** Groups that several months show, beside the same of other kinds. */
class Ties {
  private readonly keys: readonly string[]
  private readonly shown: number[][]
  private readonly of: Pick<Places, 'decided' | 'asked'>

  constructor(crowd: Crowd, kind: Kind, { groups, before }: ShownOfMonth) {
    const { keys, of } = crowd.groups[kind]!
    const numberOf = new Map(keys.map((key, number) => [key, number]))
    this.keys = keys
    this.shown = groups!.map((together) => together.map((key) => numberOf.get(key)!))
    this.of = {
      asked: of,
      decided: before.map(([other, shown]) => groupsByPlace(crowd.groups[other]!, shown))
    }
  }

  /** Whether those tie all groups who are in one place on all days of all of these months. */
  hold(months: readonly MonthOfStays[]): boolean {
    return areTied(this.shown, { ...this.of, people: steadyIn(months) })
  }

  /** The groups of a month, put together as far as they are to be. */
  tie(month: MonthOfStays): string[][] {
    const people = peopleByPlace(month)
    const tied = tieGroups(this.shown, { ...this.of, people, onDays: () => peopleOnDays(month) })
    return tied.map((together) => together.map((number) => this.keys[number]!).sort())
  }
}

/** How many people are in each place on all days of each month, at least; -1: nobody, of some month. */
function steadyIn(months: readonly MonthOfStays[]): Int32Array {
  const [first, ...others] = months.map(({ steady }) => steady)
  const least = first!.slice()
  for (const steady of others)
    for (let place = 0; place < least.length; place += 1)
      if (steady[place]! < least[place]!) least[place] = steady[place]!
  return least.map((people) => people || -1)
}
