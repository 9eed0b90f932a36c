import { groupBy } from '../../../engine/facts/group-by.ts'
import { BarChart } from '../../components/charts/bar-chart.tsx'
import type { Reader } from '../../reader.ts'
import { draftTexts } from '../../texts/draft.ts'
import type { Draft, DraftFairness } from './draft-view.ts'

/** Hours beyond which nobody asks how far it is exactly. */
const FAR = 8

type HoursOff = DraftFairness['hoursOffDue'][number]

/** Those very far off are counted together, so that one long absence does not flatten the picture. */
function clumped(hours: readonly HoursOff[]): HoursOff[] {
  const clumps = groupBy(hours, (one) => String(Math.max(-FAR, Math.min(FAR, one.hours))))
  return [...clumps]
    .map(([at, all]) => ({ hours: Number(at), people: all.reduce((sum, { people }) => sum + people, 0) }))
    .sort((a, b) => a.hours - b.hours)
}

/** How many people work how much more or less than they owe. */
export function FairnessPicture({ fairness, reader }: { fairness: DraftFairness; reader: Reader }) {
  const texts = reader.say(draftTexts)
  const said = (hours: number) => {
    if (hours === 0) return texts.even
    const size = reader.number(Math.abs(hours))
    if (hours < 0) return hours === -FAR ? texts.farUnder(size) : texts.under(size)
    return hours === FAR ? texts.farOver(size) : texts.over(size)
  }
  return (
    <BarChart
      caption={texts.offDue}
      headings={[texts.hoursHeading, texts.peopleHeading]}
      bars={clumped(fairness.hoursOffDue).map(({ hours, people }) => ({ label: said(hours), value: people }))}
      say={reader.number}
      reader={reader}
    />
  )
}

const TERMS = ['min', 'desired', 'quota', 'unpopular', 'wish', 'change'] as const

/** What the score is made of, in shares. */
export function CostPicture({ score, reader }: { score: NonNullable<Draft['score']>; reader: Reader }) {
  const texts = reader.say(draftTexts)
  const parts = TERMS.map((term) => ({ label: texts.terms[term], value: score[term] / score.total }))
  return (
    <BarChart
      caption={texts.costs}
      headings={[texts.term, texts.share]}
      bars={parts.filter(({ value }) => value > 0).sort((a, b) => b.value - a.value)}
      say={reader.percent}
      reader={reader}
    />
  )
}
