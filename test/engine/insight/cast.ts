import type { ClosingDecision, ClosingFacts } from '../../../src/engine/insight/closing-page.ts'
import type { QuarterCounts } from '../../../src/engine/insight/decay-figures.ts'
import { deliveryGap } from '../../../src/engine/insight/delivery-gap.ts'
import type { GroupGuess } from '../../../src/engine/insight/group-guesses.ts'
import { shareServed } from '../../../src/engine/insight/share-served.ts'
import type { DecayFigures } from '../../../src/engine/insight/worsening-signs.ts'

/** Sixty customers, three of four served well; and too few to say. */
export const sixty = shareServed({ yes: 45, no: 15, unsure: 0 })
export const few = shareServed({ yes: 9, no: 1, unsure: 0 })

export const group: GroupGuess = {
  leaders: 6,
  median: 85,
  lowerQuartile: 80,
  upperQuartile: 90,
  pains: [{ name: 'Pairing', leaders: 4 }],
  namedOnce: 2
}

/** A quarter in which all was as usual. */
export const quarter: DecayFigures = {
  tookPartShare: 0.8,
  waivedShare: 0.03,
  lateDroppedShare: 0.04,
  notToldShare: 0.2,
  hostHoursPerWeek: 6,
  mood: 4,
  answerAgeDays: 12
}

/** Nothing counted. */
export const counts: QuarterCounts = {
  staff: 0,
  tookPart: 0,
  dueMinutes: 0,
  waivedMinutes: 0,
  held: 0,
  dropped: 0,
  seats: 0,
  notTold: 0,
  hosts: 0,
  hostMinutes: 0,
  days: 0,
  moodMean: null,
  moodPeople: 0,
  answerAgeDays: null
}

export const decision: ClosingDecision = {
  source: { kind: 'decision', id: 'd1' },
  themeId: 'pairing',
  title: 'Pairing codes expire',
  decision: 'doing',
  reason: 'It costs us an hour a week',
  decidedAt: '2027-02-10T09:00:00.000Z',
  decidedById: 'eva'
}

/** A season of one goal, with nothing heard. */
export const season: ClosingFacts = {
  goals: [
    { goalId: 'g1', goal: 'Pairing works', measure: 'Fewer calls', strategyLine: 'Easy', evidence: [] }
  ],
  period: { fromOn: '2027-01-01', toOn: '2027-04-01' },
  figures: {
    shifts: 120,
    people: 80,
    workedMinutes: 28_800,
    creditedMinutes: 600,
    dueMinutes: 30_000,
    customers: 60,
    learnings: 40,
    fixes: 3
  },
  themes: [],
  decisions: [],
  gap: deliveryGap({ guess: group, shifts: sixty, customers: few, foundPains: [] })
}
