import type { DeliveryGap } from './delivery-gap.ts'

/** Where a line of the page comes from: a kind of thing and its id, or the days that a figure was counted over. */
export type Source = { kind: string; id: string }

export type ClosingGoal = {
  goalId: string
  goal: string
  measure: string
  strategyLine: string
  /** the evidence people attached; a theme by its title, the rest by id, for their words stay with their writers */
  evidence: { kind: 'learning' | 'theme' | 'fix-it'; id: string; title: string | null }[]
}

export const FIGURES = [
  'shifts',
  'people',
  'workedMinutes',
  'creditedMinutes',
  'dueMinutes',
  'customers',
  'learnings',
  'fixes'
] as const

/** What was done, in figures: each with where it was counted. */
export type ClosingFigure = { what: (typeof FIGURES)[number]; value: number; source: Source }

export type ClosingTheme = {
  source: Source
  title: string
  areaName: string | null
  /** within the season */
  reporters: number
  learnings: number
  customers: number
  minutesLost: number
}

export type ClosingDecision = {
  source: Source
  themeId: string
  title: string
  decision: 'doing' | 'done' | 'declined'
  reason: string
  decidedAt: string
  decidedById: string
}

/** What is known of a season when it is closed. */
export type ClosingFacts = {
  goals: readonly ClosingGoal[]
  period: { fromOn: string; toOn: string }
  figures: Readonly<Record<ClosingFigure['what'], number>>
  themes: readonly ClosingTheme[]
  /** every decision of the season */
  decisions: readonly ClosingDecision[]
  gap: DeliveryGap
}

export type ClosingPage = {
  setOut: (ClosingGoal & { source: Source; hasEvidence: boolean })[]
  did: ClosingFigure[]
  learned: ClosingTheme[]
  decided: ClosingDecision[]
  decidedNotTo: ClosingDecision[]
  gap: DeliveryGap
}

const KIND_OF_FIGURE: Record<ClosingFigure['what'], string> = {
  shifts: 'shifts',
  people: 'participation',
  workedMinutes: 'participation',
  creditedMinutes: 'participation',
  dueMinutes: 'participation',
  customers: 'cases',
  learnings: 'learnings',
  fixes: 'fix-its'
}

/**
 * Writes the closing page of a season from data alone: what it set out to do, did, learned, decided, and decided not to
 * do. Of each theme the last decision counts. Every line names its source; nothing is added by hand.
 *
 * @example
 * closingPage({ ...season, decisions: [{ ...decision, decision: 'declined' }] }).decidedNotTo.map(({ title }) => title)
 * //=> ['Pairing codes expire']
 */
export function closingPage({ goals, period, figures, themes, decisions, gap }: ClosingFacts): ClosingPage {
  const days = `${period.fromOn}/${period.toOn}`
  const last = lastOfEach(decisions)
  return {
    setOut: goals.map((goal) => ({
      ...goal,
      source: { kind: 'goal', id: goal.goalId },
      hasEvidence: goal.evidence.length > 0
    })),
    did: FIGURES.map((what) => ({
      what,
      value: figures[what],
      source: { kind: KIND_OF_FIGURE[what], id: days }
    })),
    learned: themes.toSorted(byReporters),
    decided: last.filter(({ decision }) => decision !== 'declined'),
    decidedNotTo: last.filter(({ decision }) => decision === 'declined'),
    gap
  }
}

/** In the order of decision. */
function lastOfEach(decisions: readonly ClosingDecision[]): ClosingDecision[] {
  const inOrder = decisions.toSorted((a, b) =>
    a.decidedAt === b.decidedAt
      ? a.source.id.localeCompare(b.source.id, 'en')
      : a.decidedAt < b.decidedAt
        ? -1
        : 1
  )
  return [...new Map(inOrder.map((decision) => [decision.themeId, decision])).values()].toSorted((a, b) =>
    a.decidedAt < b.decidedAt ? -1 : a.decidedAt > b.decidedAt ? 1 : 0
  )
}

function byReporters(a: ClosingTheme, b: ClosingTheme): number {
  return b.reporters - a.reporters || b.learnings - a.learnings || (a.source.id < b.source.id ? -1 : 1)
}
