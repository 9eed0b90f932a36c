import type { DecayQuarter } from '../../../decay/read-decay-watch.ts'
import { LinkButton } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { Sparkline } from '../../components/charts/sparkline.tsx'
import { DataTable } from '../../components/data-table.tsx'
import { PageHead } from '../../components/page-head.tsx'
import { Badge, EmptyState, Told } from '../../components/told.tsx'
import type { Reader } from '../../reader.ts'
import { decayTexts } from '../../texts/decay.ts'
import { leadersFirstTexts } from '../../texts/leaders-first.ts'
import { reportTexts } from '../../texts/reports.ts'
import { ReviewRow } from './decay-review.tsx'
import { type DecayView, type Figure, figureInWords, quarterName } from './decay-words.ts'
import { LeadershipNav } from './leadership-nav.tsx'

interface Props {
  view: DecayView
  reader: Reader
}

const FIGURES: readonly Figure[] = [
  'tookPartShare',
  'waivedShare',
  'lateDroppedShare',
  'notToldShare',
  'hostHoursPerWeek',
  'mood',
  'answerAgeDays'
]

const isWorse = ({ worse }: DecayQuarter, figure: Figure) => worse.some((sign) => sign.figure === figure)

function FigureCard({
  figure,
  quarters,
  reader
}: {
  figure: Figure
  quarters: readonly DecayQuarter[]
  reader: Reader
}) {
  const texts = reader.say(decayTexts)
  const [before, last] = [quarters.at(-2), quarters.at(-1)!]
  const values = quarters.map(({ figures }) => figures[figure])
  // A single point is no course.
  const isSeen = values.filter((value) => value !== null).length > 1
  const inWords = quarters.map(
    (quarter) => `${quarterName(quarter, reader)} ${figureInWords(figure, quarter.figures[figure], reader)}`
  )
  return (
    <section class="card sign" aria-labelledby={`sign-${figure}`}>
      <h2 id={`sign-${figure}`}>{texts.figures[figure]}</h2>
      <p class="row apart">
        <span class={last.figures[figure] === null ? 'soft' : 'big'}>
          {figureInWords(figure, last.figures[figure], reader)}
        </span>
        {isWorse(last, figure) && <Badge tone="bad">{texts.worse}</Badge>}
      </p>
      {isSeen && (
        <>
          <p class="soft small">
            {texts.before(figureInWords(figure, before?.figures[figure] ?? null, reader))}
          </p>
          <Sparkline values={values} label={texts.over(texts.figures[figure], inWords.join(', '))} />
        </>
      )}
    </section>
  )
}

function Quarters({ quarters, reader }: { quarters: readonly DecayQuarter[]; reader: Reader }) {
  const texts = reader.say(decayTexts)
  return (
    <Card id="quarters" title={texts.table}>
      <DataTable
        caption={texts.table}
        rows={FIGURES}
        keyOf={(figure) => figure}
        columns={[
          { heading: texts.figure, value: (figure) => texts.figures[figure] },
          ...quarters.map((quarter) => ({
            heading: `${quarterName(quarter, reader)}${quarter.isRunning ? ` (${texts.running})` : ''}`,
            isNumber: true,
            value: (figure: Figure) => (
              <>
                {isWorse(quarter, figure) && <Badge tone="bad">{texts.worse}</Badge>}{' '}
                {figureInWords(figure, quarter.figures[figure], reader)}
              </>
            )
          }))
        ]}
      />
    </Card>
  )
}

/** Whether the programme fades: seven figures quarter by quarter, and what was decided when they worsened. */
export function DecayPage({ view, reader, told }: Props & { told: string | undefined }) {
  const texts = reader.say(decayTexts)
  const { quarters, reviews } = view.watch
  return (
    <>
      <PageHead title={reader.say(leadersFirstTexts).decay} intro={texts.intro}>
        <LeadershipNav page="/leadership/decay" reader={reader} />
        <LinkButton tone="plain" icon="download" href="/api/decay-watch.csv">
          {reader.say(reportTexts).csv}
        </LinkButton>
      </PageHead>
      <Told text={told} />
      <Card id="reviews" title={texts.reviews}>
        {reviews.length === 0 && (
          <EmptyState icon="check" title={texts.noReviews}>
            <p>{texts.noReviewsHint}</p>
          </EmptyState>
        )}
        <ul class="rows">
          {reviews.map((review) => (
            <ReviewRow key={review.id} review={review} view={view} reader={reader} />
          ))}
        </ul>
      </Card>
      <div class="tiles signs">
        {FIGURES.map((figure) => (
          <FigureCard key={figure} figure={figure} quarters={quarters} reader={reader} />
        ))}
      </div>
      <Quarters quarters={quarters} reader={reader} />
    </>
  )
}
