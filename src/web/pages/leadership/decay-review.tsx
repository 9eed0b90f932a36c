import type { DecayReview } from '../../../decay/read-decay-watch.ts'
import { DECAY_DECISIONS } from '../../../words.ts'
import { Button } from '../../components/button.tsx'
import { Choices, SelectField, TextField } from '../../components/field.tsx'
import { Badge, type BadgeTone } from '../../components/told.tsx'
import type { Reader } from '../../reader.ts'
import { decayTexts } from '../../texts/decay.ts'
import { type DecayView, figureInWords, quarterName } from './decay-words.ts'

interface Props {
  review: DecayReview
  view: DecayView
  reader: Reader
}

const TONES: Record<(typeof DECAY_DECISIONS)[number], BadgeTone> = {
  stop: 'bad',
  change: 'warm',
  keep: 'good'
}

function Answer({ review, view: { owners }, reader }: Props) {
  const texts = reader.say(decayTexts)
  return (
    <div class="wide">
      <form method="post" action={`/leadership/decay/${review.id}/decision`} class="fields">
        <Choices
          name="decision"
          label={texts.asked}
          options={DECAY_DECISIONS.map((one) => ({ value: one, label: texts.decisions[one] }))}
          required
        />
        <TextField
          id={`reason-${review.id}`}
          name="reason"
          label={texts.reason}
          hint={texts.reasonHint}
          maxLength={2000}
          long
        />
        <Button>{texts.decide}</Button>
      </form>
      <details>
        <summary>{texts.handOver}</summary>
        <form method="post" action={`/leadership/decay/${review.id}/owner`} class="fields">
          <SelectField
            id={`owner-${review.id}`}
            name="employeeId"
            label={texts.to}
            options={owners.map(({ id, name }) => ({ value: id, label: name }))}
            value={review.owner.id}
          />
          <Button tone="plain">{texts.handOver}</Button>
        </form>
      </details>
    </div>
  )
}

/** A quarter that got worse: what worsened, who is asked, and what they said. */
export function ReviewRow({ review, view, reader }: Props) {
  const texts = reader.say(decayTexts)
  const { decision, owner, worse } = review
  const mayAnswer = owner.id === view.me || view.owners.some(({ id }) => id === view.me)
  return (
    <li class="review">
      <div class="row apart">
        <h3>
          {quarterName(review, reader)}: {texts.worsened(worse.length)}
        </h3>
        {decision ? (
          <Badge tone={TONES[decision.decision]}>{texts.decisionsDone[decision.decision]}</Badge>
        ) : (
          <Badge tone="warm">{texts.asked}</Badge>
        )}
      </div>
      <div class="stack-s">
        <ul class="soft small stack-xs">
          {worse.map(({ figure, before, now }) => (
            <li key={figure}>
              {texts.wentFrom(
                texts.figures[figure],
                figureInWords(figure, before, reader),
                figureInWords(figure, now, reader)
              )}
            </li>
          ))}
        </ul>
        {decision ? (
          <>
            <p>{decision.reason}</p>
            <p class="soft small">
              {texts.by(
                decision.decidedBy.name ?? '–',
                reader.date(reader.dateOf(decision.decidedAt), 'dated')
              )}
            </p>
          </>
        ) : (
          <p>{texts.owner(owner.name)}</p>
        )}
      </div>
      {!decision && mayAnswer && <Answer review={review} view={view} reader={reader} />}
    </li>
  )
}
