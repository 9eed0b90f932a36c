import type { DeliveryGap } from '../../../engine/insight/delivery-gap.ts'
import { FEWEST_CASES, type ServedShare } from '../../../engine/insight/share-served.ts'
import { RangeChart } from '../../components/charts/range-chart.tsx'
import type { Reader } from '../../reader.ts'
import { gapTexts } from '../../texts/gap.ts'

interface Props {
  gap: DeliveryGap
  /** The reader's own guess, in percent. */
  own?: number | null
  reader: Reader
}

type Ranges = Parameters<typeof RangeChart>[0]['ranges'][number]

/** Guess against evidence in one picture: who said it, how many were served well, and how sure that is. */
export function GapPicture({ gap, own = null, reader }: Props) {
  const texts = reader.say(gapTexts)
  const { guess, shifts, customers } = gap
  const span = (low: number, high: number) => texts.fromTo(reader.percent(low), reader.percent(high))
  const found = (label: string, served: ServedShare, hue: 1 | 2): Ranges => {
    const { share, low, high, cases } = served
    const instead = texts.tooFew(cases, FEWEST_CASES)
    const cells =
      share === null || low === null || high === null
        ? [instead, '–', reader.number(cases)]
        : [reader.percent(share), span(low, high), reader.number(cases)]
    return { label, at: share, low, high, hue, cells, instead }
  }
  const believed: Ranges[] = guess
    ? [
        {
          label: texts.leaders,
          at: guess.median / 100,
          low: guess.lowerQuartile / 100,
          high: guess.upperQuartile / 100,
          hue: 4,
          cells: [
            reader.percent(guess.median / 100),
            span(guess.lowerQuartile / 100, guess.upperQuartile / 100),
            texts.median(guess.leaders)
          ]
        }
      ]
    : []
  const mine: Ranges[] =
    own === null
      ? []
      : [{ label: texts.own, at: own / 100, hue: 6, cells: [reader.percent(own / 100), '–', '–'] }]
  return (
    <RangeChart
      caption={texts.picture}
      headings={[texts.source, texts.share, texts.between, texts.sample]}
      ranges={[...believed, ...mine, found(texts.shifts, shifts, 1), found(texts.customers, customers, 2)]}
      reader={reader}
    />
  )
}

/** As many as each leader is asked for, and as many as are found. */
const TOP = 3

function GuessedPains({ pains, from, reader }: PainsProps) {
  const texts = reader.say(gapTexts)
  return (
    <ol class="ranked" start={from}>
      {pains.map(({ name, leaders }) => (
        <li key={name}>
          {name} <span class="soft small">{texts.namedBy(leaders)}</span>
        </li>
      ))}
    </ol>
  )
}

interface PainsProps extends Pick<Props, 'reader'> {
  pains: readonly { name: string; leaders: number }[]
  /** The place of the first of them. */
  from: number
}

/** What leaders thought would hurt beside what did. */
export function Pains({ gap, reader }: Pick<Props, 'gap' | 'reader'>) {
  const texts = reader.say(gapTexts)
  const { guess, foundPains } = gap
  return (
    <div class="pair">
      {guess && (
        <div>
          <h3>{texts.guessedPains}</h3>
          <GuessedPains pains={guess.pains.slice(0, TOP)} from={1} reader={reader} />
          {guess.pains.length > TOP && (
            <details>
              <summary>{texts.morePains(guess.pains.length - TOP)}</summary>
              <GuessedPains pains={guess.pains.slice(TOP)} from={TOP + 1} reader={reader} />
            </details>
          )}
          {guess.namedOnce > 0 && <p class="soft small">{texts.namedOnce(guess.namedOnce)}</p>}
        </div>
      )}
      <div>
        <h3>{texts.foundPains}</h3>
        {foundPains.length === 0 && <p class="soft">{texts.noPains}</p>}
        <ol class="ranked">
          {foundPains.map(({ areaId, name, learnings, customers }) => (
            <li key={areaId}>
              <a class="way-on" href={`/learnings?area=${areaId}`}>
                {name}
              </a>{' '}
              <span class="soft small">{texts.heard(learnings, customers)}</span>
            </li>
          ))}
        </ol>
      </div>
    </div>
  )
}
