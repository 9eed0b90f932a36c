import type { ComponentChildren } from 'preact'
import type { ShiftCard } from '../../../shifts/read-card.ts'
import { Icon, type IconName } from '../../components/icon.tsx'
import type { Reader } from '../../reader.ts'
import { cardTexts } from '../../texts/card.ts'

interface Props {
  card: ShiftCard
  reader: Reader
}

function Part({ icon, title, children }: { icon: IconName; title: string; children: ComponentChildren }) {
  return (
    <section class="card-part">
      <Icon name={icon} />
      <div>
        <h3>{title}</h3>
        {children}
      </div>
    </section>
  )
}

/** At most three sentences, numbered: one reads them on the way. */
export function Things({ things, reader }: { things: readonly string[]; reader: Reader }) {
  if (things.length === 0) return null
  return (
    <Part icon="info" title={reader.say(cardTexts).things}>
      <ol class="things">
        {things.map((thing) => (
          <li key={thing}>{thing}</li>
        ))}
      </ol>
    </Part>
  )
}

/** Who calls whom, and with what: the buddy makes the first move. */
function OpeningCall({ card: { calls, openingCall }, reader }: Props) {
  const texts = reader.say(cardTexts)
  if (openingCall === null && !calls.from && calls.to.length === 0) return null
  const names = new Intl.ListFormat(reader.locale).format(calls.to.map(({ name }) => name))
  return (
    <Part icon="call" title={texts.opening}>
      {calls.from && <p class="strong">{texts.buddyCalls(calls.from.name)}</p>}
      {calls.to.length > 0 && <p class="strong">{texts.youCall(names)}</p>}
      {openingCall && <p class="words">{openingCall}</p>}
    </Part>
  )
}

function Question({ card: { question }, reader }: Props) {
  const texts = reader.say(cardTexts)
  const { words, season } = question
  if (words === null && season === null) return null
  return (
    <Part icon="season" title={texts.question}>
      <p>{words ?? texts.seasonAsks(season!.goal)}</p>
      {season && words === null && <small>{texts.seasonOf(season.name, season.measure)}</small>}
    </Part>
  )
}

/** The whole card, as it is read on a phone. */
export function CardWords({ card, reader }: Props) {
  const texts = reader.say(cardTexts)
  const { thingsToKnow, quietJob, openingCall, question, calls } = card
  const isBlank =
    thingsToKnow.length + calls.to.length === 0 &&
    [quietJob, openingCall, question.words, question.season, calls.from].every((part) => part === null)
  return (
    <div class="card-words">
      {isBlank && <p class="soft">{texts.nothing}</p>}
      <OpeningCall card={card} reader={reader} />
      <Things things={thingsToKnow} reader={reader} />
      {quietJob && (
        <Part icon="clock" title={texts.quiet}>
          <p class="words">{quietJob}</p>
        </Part>
      )}
      <Question card={card} reader={reader} />
    </div>
  )
}
