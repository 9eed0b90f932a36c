import { FEWEST_CASES } from '../../../engine/insight/share-served.ts'
import { Card } from '../../components/card.tsx'
import { Note, Told } from '../../components/told.tsx'
import type { GapView } from '../../read-seasons-page.ts'
import type { Reader } from '../../reader.ts'
import { gapTexts } from '../../texts/gap.ts'
import { seasonTexts } from '../../texts/seasons.ts'
import { GapPicture, Pains } from './gap-picture.tsx'
import { GuessForm } from './guess-form.tsx'
import { SeasonHead } from './season-head.tsx'

interface Props {
  view: GapView
  reader: Reader
}

/** "+12.5": above zero, belief is ahead of what was found. */
const signed = (points: number, reader: Reader) =>
  points > 0 ? `+${reader.number(points)}` : reader.number(points).replace('-', '−')

function Headline({ view: { gap }, reader }: Props) {
  const texts = reader.say(gapTexts)
  const { gapToShifts, gapToCustomers, shifts, guess } = gap
  if (gapToShifts === null) {
    return (
      <section class="card hero quiet">
        <h2 class="when">{shifts.isTooFew ? texts.tooFewTitle : texts.gapTitle}</h2>
        <p>{shifts.isTooFew ? texts.tooFewHint(FEWEST_CASES) : texts.noGuess}</p>
        {shifts.isTooFew && <p class="soft">{texts.tooFew(shifts.cases, FEWEST_CASES)}</p>}
      </section>
    )
  }
  const side = gapToShifts > 0 ? texts.above : gapToShifts < 0 ? texts.below : texts.equal
  return (
    <section class={gapToShifts >= 10 ? 'card hero alarm' : 'card hero quiet'}>
      <h2 class="when">{texts.points(signed(gapToShifts, reader))}</h2>
      <p>
        {side}: {guess && `${reader.percent(guess.median / 100)} (${texts.median(guess.leaders)})`},{' '}
        {reader.percent(shifts.share ?? 0)} {texts.of(reader.number(shifts.cases))}.
      </p>
      {gapToCustomers !== null && <p>{texts.toCustomers(signed(gapToCustomers, reader))}</p>}
    </section>
  )
}

function Mine({ view: { gap, season }, reader }: Props) {
  const texts = reader.say(gapTexts)
  const { mine } = gap
  if (!mine) return <p class="soft">{texts.noGuessYours}</p>
  return (
    <Card
      id="mine"
      title={texts.guessTitle}
      hint={texts.guessedOn(reader.date(reader.dateOf(mine.changedAt ?? mine.guessedAt), 'dated'))}
    >
      <p>
        <span class="strong">{reader.percent(mine.servedWellPercent / 100)}</span>{' '}
        {season.state !== 'planned' &&
          mine.gapToShifts !== null &&
          texts.yourGap(signed(mine.gapToShifts, reader))}
      </p>
      <p>{texts.yourPains(mine.pains.map(({ name }) => name).join(', '))}</p>
    </Card>
  )
}

/** What leaders believed beside what was found: the group for everybody, a leader's own for that leader. */
export function GapPage({ view, reader, told }: Props & { told: string | undefined }) {
  const texts = reader.say(gapTexts)
  const { season, gap, rights } = view
  const isOpen = gap.isGuessingOpen
  return (
    <>
      <SeasonHead season={season} page="gap" reader={reader} />
      <Told text={told} />
      <p class="soft">{texts.intro}</p>
      {isOpen ? (
        <>
          {rights.isAskedToGuess && <GuessForm view={view} reader={reader} />}
          <Note>
            <p class="strong">{texts.notOpen}</p>
            <p>{texts.notOpenHint(reader.date(season.fromOn, 'dated'))}</p>
          </Note>
        </>
      ) : (
        <>
          <Headline view={view} reader={reader} />
          <Card id="picture" title={reader.say(seasonTexts).gap}>
            <GapPicture gap={gap} own={gap.mine?.servedWellPercent ?? null} reader={reader} />
            {!gap.guess && <p class="soft">{texts.noGuess}</p>}
            <Pains gap={gap} reader={reader} />
          </Card>
          {rights.isAskedToGuess && <Mine view={view} reader={reader} />}
        </>
      )}
    </>
  )
}
