import { Action, Button } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { TextField } from '../../components/field.tsx'
import type { ShiftPageView } from '../../read-shift-page.ts'
import type { Reader } from '../../reader.ts'
import { cardTexts } from '../../texts/card.ts'
import { Notes } from './notes.tsx'

interface Props {
  view: ShiftPageView
  reader: Reader
}

function NoteForm({ view: { shift, card, me }, reader }: Props) {
  const texts = reader.say(cardTexts)
  const own = card.handovers.left.find(({ by }) => by.id === me)
  return (
    <>
      <form method="post" action={`/shifts/${shift.id}/handover`} class="fields">
        <TextField
          id="note"
          name="note"
          label={texts.note}
          hint={texts.noteHint}
          value={own?.note ?? ''}
          maxLength={1500}
          long
        />
        <Button>{own ? texts.saveAgain : texts.save}</Button>
      </form>
      {own && (
        <Action to={`/shifts/${shift.id}/handover/removal`} tone="quiet" icon="remove">
          {texts.takeBack}
        </Action>
      )}
    </>
  )
}

/** The notes that this shift leaves, with the form for who may write one now. */
export function Handover({ view, reader }: Props) {
  const texts = reader.say(cardTexts)
  const { handovers } = view.card
  if (!view.mayLeaveNote && handovers.left.length === 0) return null
  const others = handovers.left.filter(({ by }) => !(view.mayLeaveNote && by.id === view.me))
  return (
    <Card id="handover" title={texts.left}>
      {(others.length > 0 || !view.mayLeaveNote) && (
        <Notes notes={others} none={texts.noneLeft} reader={reader} />
      )}
      {view.mayLeaveNote && <NoteForm view={view} reader={reader} />}
    </Card>
  )
}

/** What those before left for this shift. */
export function Received({ view, reader }: Props) {
  const texts = reader.say(cardTexts)
  const { received } = view.card.handovers
  if (received.length === 0 && view.shift.endsAt <= view.now) return null
  return (
    <Card id="received" title={texts.received}>
      <Notes notes={received} none={texts.noneReceived} reader={reader} />
    </Card>
  )
}
