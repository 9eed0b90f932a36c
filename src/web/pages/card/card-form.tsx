import type { CardWords, WrittenCard } from '../../../shifts/card-of.ts'
import { Button } from '../../components/button.tsx'
import { TextField } from '../../components/field.tsx'
import { PageHead } from '../../components/page-head.tsx'
import type { Reader } from '../../reader.ts'
import { cardTexts } from '../../texts/card.ts'

interface Props {
  title: string
  hint: string
  back: { href: string; label: string }
  action: string
  card: WrittenCard
  /** What counts where a field is left empty. */
  instead?: CardWords
  reader: Reader
}

function ThingFields({ card, instead, reader }: Pick<Props, 'card' | 'instead' | 'reader'>) {
  const texts = reader.say(cardTexts)
  return (
    <>
      {[0, 1, 2].map((at) => (
        <TextField
          key={at}
          id={`thing-${at}`}
          name={`thing${at + 1}`}
          label={texts.thing(at + 1)}
          optional={texts.optional}
          hint={hintOf(instead?.thingsToKnow[at], undefined, reader)}
          value={card.thingsToKnow[at] ?? ''}
          maxLength={300}
        />
      ))}
    </>
  )
}

const hintOf = (words: string | null | undefined, otherwise: string | undefined, reader: Reader) =>
  words ? reader.say(cardTexts).asRotation(words) : otherwise

/** The form of a card, a rotation's or one shift's. */
export function CardForm({ title, hint, back, action, card, instead, reader }: Props) {
  const texts = reader.say(cardTexts)
  const { changedAt, changedBy } = card
  const field = (name: 'quietJob' | 'openingCall' | 'question', label: string, about: string) => (
    <TextField
      id={name}
      name={name}
      label={label}
      optional={texts.optional}
      hint={hintOf(instead?.[name], about, reader)}
      value={card[name] ?? ''}
      maxLength={name === 'question' ? 300 : 600}
      long
    />
  )
  return (
    <>
      <PageHead title={title} back={back} intro={hint} />
      <section class="card" aria-label={title}>
        <form method="post" action={action} class="fields">
          <input type="hidden" name="revision" value={card.revision} />
          {field('openingCall', texts.opening, texts.openingHint)}
          <ThingFields card={card} {...(instead && { instead })} reader={reader} />
          {field('quietJob', texts.quiet, texts.quietHint)}
          {field('question', texts.question, texts.questionHint)}
          <Button>{texts.saveCard}</Button>
          {changedAt && changedBy?.name && (
            <small>
              {texts.lastChange(changedBy.name, `${reader.shortDay(changedAt)} ${reader.time(changedAt)}`)}
            </small>
          )}
        </form>
      </section>
    </>
  )
}
