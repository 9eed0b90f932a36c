import { addDays } from '../engine/time/add-days.ts'
import { addMonths } from '../engine/time/add-months.ts'
import { isoWeekOf } from '../engine/time/iso-week-of.ts'
import { startOfIsoWeek } from '../engine/time/start-of-iso-week.ts'
import type { Period } from '../lib/period.ts'

export const PERS = ['week', 'month', 'quarter', 'season'] as const
export type Per = (typeof PERS)[number]

export interface NamedPeriod extends Period {
  /** `2027-W09`, `2027-03`, `2027-Q1` or the name of a season. */
  name: string
}

const quarterOf = (day: string) => Math.floor((Number(day.slice(5, 7)) - 1) / 3)

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
  },
  quarter: {
    nameOf: (day: string) => `${day.slice(0, 4)}-Q${quarterOf(day) + 1}`,
    nextAfter: (day: string) => addMonths(`${day.slice(0, 4)}-01-01`, 3 * (quarterOf(day) + 1))
  }
}

export const BETWEEN_SEASONS = 'outside of seasons'

/**
 * Cuts a period at the borders of ISO weeks, months, quarters or seasons; the first and the last piece may be parts of
 * one, and days between two seasons are a piece of their own, so that the pieces are the whole.
 */
export function splitPeriod(period: Period, per: Per, seasons: readonly NamedPeriod[] = []): NamedPeriod[] {
  if (per === 'season') return splitBySeasons(period, seasons)
  const { nameOf, nextAfter } = RULES[per]
  return cutAt(period, nextAfter).map((piece) => ({ name: nameOf(piece.fromOn), ...piece }))
}

function cutAt({ fromOn, toOn }: Period, nextAfter: (day: string) => string): Period[] {
  const pieces: Period[] = []
  for (let day = fromOn; day < toOn; day = nextAfter(day)) {
    const next = nextAfter(day)
    pieces.push({ fromOn: day, toOn: next < toOn ? next : toOn })
  }
  return pieces
}

function splitBySeasons(period: Period, seasons: readonly NamedPeriod[]): NamedPeriod[] {
  const borders = seasons.flatMap(({ fromOn, toOn }) => [fromOn, toOn]).sort()
  const nextAfter = (day: string) => borders.find((border) => border > day) ?? period.toOn
  const seasonOf = (day: string) => seasons.find(({ fromOn, toOn }) => fromOn <= day && day < toOn)
  return cutAt(period, nextAfter).map((piece) => ({
    name: seasonOf(piece.fromOn)?.name ?? BETWEEN_SEASONS,
    ...piece
  }))
}
