import { addDays } from '../engine/time/add-days.ts'
import { addMonths } from '../engine/time/add-months.ts'
import { isoWeekOf } from '../engine/time/iso-week-of.ts'
import { startOfIsoWeek } from '../engine/time/start-of-iso-week.ts'
import type { Period } from '../lib/period.ts'

export type Per = 'week' | 'month'

export interface NamedPeriod extends Period {
  /** `2027-W09` or `2027-03`. */
  name: string
}

const RULES = {
  week: {
    nameOf: (day: string) => {
      const { year, week } = isoWeekOf(day)
      return `${year}-W${String(week).padStart(2, '0')}`
    },
    nextAfter: (day: string) => addDays(startOfIsoWeek(day), 7)
  },
  month: {
    nameOf: (day: string) => day.slice(0, 7),
    nextAfter: (day: string) => addMonths(`${day.slice(0, 7)}-01`, 1)
  }
}

/** Cuts a period at the borders of ISO weeks or months; the first and the last piece may be parts of one. */
export function splitPeriod({ fromOn, toOn }: Period, per: Per): NamedPeriod[] {
  const { nameOf, nextAfter } = RULES[per]
  const pieces: NamedPeriod[] = []
  for (let day = fromOn; day < toOn; day = nextAfter(day)) {
    const next = nextAfter(day)
    pieces.push({ name: nameOf(day), fromOn: day, toOn: next < toOn ? next : toOn })
  }
  return pieces
}
