import type { DigestSpan } from './digest-spans.ts'

/** A list of a digest is no longer than this; how many there are stands beside it. */
const MOST = 10
/** So many people in a week make a theme grow; one is chance. */
const LEAST_REPORTERS = 2

export interface WeeklyTheme {
  id: string
  createdAt: Date
  /** Since when it waits for a decision; null while it does not. */
  waitingSince: Date | null
  isOverdue: boolean
}

/** Somebody reported a theme that stands by itself. */
export interface Report {
  themeId: string
  employeeId: string
  at: Date
}

export interface Growing {
  themeId: string
  /** Who reported it in the span, each once. */
  reporters: number
  /** The same in as long a time before. */
  before: number
}

export interface WeeklyDigest {
  /** Newest first. */
  newIds: string[]
  growing: Growing[]
  /** Longest without a decision first. */
  overdueIds: string[]
  /** Of all three before they were cut to ten. */
  counts: { new: number; growing: number; overdue: number }
}

/**
 * Sums up a week for leads: themes made in it, themes that at least two people reported and more than the week before,
 * and themes whose answer is overdue.
 *
 * @example
 * const span = { dueOn: '2027-03-08', since: new Date('2027-03-01T07:00Z'), until: new Date('2027-03-08T07:00Z') }
 * const codes = { id: 'codes', createdAt: new Date('2027-02-01T09:00Z'), waitingSince: null, isOverdue: false }
 * const told = (employeeId, day) => ({ themeId: 'codes', employeeId, at: new Date(`2027-${day}T09:00Z`) })
 * const week = weeklyDigest([codes], [told('bo', '02-25'), told('bo', '03-02'), told('eva', '03-03')], span)
 * week.growing
 * //=> [{ themeId: 'codes', reporters: 2, before: 1 }]
 */
export function weeklyDigest(
  themes: readonly WeeklyTheme[],
  reports: readonly Report[],
  { since, until }: DigestSpan
): WeeklyDigest {
  const newer = themes
    .filter(({ createdAt }) => since <= createdAt && createdAt < until)
    .sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime() || byId(a, b))
  const overdue = themes
    .filter(({ isOverdue, createdAt }) => isOverdue && createdAt < until)
    .sort((a, b) => waiting(a) - waiting(b) || byId(a, b))
  const before = new Date(since.getTime() * 2 - until.getTime())
  const growing = themes
    .map(({ id }) => ({
      themeId: id,
      reporters: reportersOf(id, reports, since, until),
      before: reportersOf(id, reports, before, since)
    }))
    .filter((theme) => theme.reporters >= LEAST_REPORTERS && theme.reporters > theme.before)
    .sort((a, b) => b.reporters - b.before - (a.reporters - a.before) || (a.themeId < b.themeId ? -1 : 1))
  return {
    newIds: newer.slice(0, MOST).map(({ id }) => id),
    growing: growing.slice(0, MOST),
    overdueIds: overdue.slice(0, MOST).map(({ id }) => id),
    counts: { new: newer.length, growing: growing.length, overdue: overdue.length }
  }
}

function reportersOf(themeId: string, reports: readonly Report[], from: Date, to: Date): number {
  const mine = reports.filter((report) => report.themeId === themeId && from <= report.at && report.at < to)
  return new Set(mine.map(({ employeeId }) => employeeId)).size
}

const byId = (a: WeeklyTheme, b: WeeklyTheme): number => (a.id < b.id ? -1 : 1)
const waiting = ({ waitingSince }: WeeklyTheme): number => waitingSince?.getTime() ?? 0
