import { Card } from '../../components/card.tsx'
import type { Reader } from '../../reader.ts'
import { cardTexts } from '../../texts/card.ts'
import { Things } from '../card/card-words.tsx'
import { Notes } from '../card/notes.tsx'
import type { TodayView } from './view.ts'

/** What to know before the next shift: the notes of those before, and three things. The rest is on its card. */
export function BeforeYouBegin({ view: { card }, reader }: { view: TodayView; reader: Reader }) {
  if (!card || (card.thingsToKnow.length === 0 && card.handovers.received.length === 0)) return null
  const texts = reader.say(cardTexts)
  const { received } = card.handovers
  return (
    <Card
      id="before"
      title={texts.beforeYouBegin}
      end={<a href={`/shifts/${card.shiftId}#card`}>{texts.wholeCard}</a>}
    >
      {received.length > 0 && (
        <>
          <h3>{texts.received}</h3>
          <Notes notes={received} none={texts.noneReceived} reader={reader} />
        </>
      )}
      <Things things={card.thingsToKnow} reader={reader} />
    </Card>
  )
}
