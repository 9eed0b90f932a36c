import type { HandoverNote } from '../../../shifts/read-handovers.ts'
import type { Reader } from '../../reader.ts'
import { cardTexts } from '../../texts/card.ts'

const when = (at: Date, reader: Reader) => `${reader.shortDay(at)} ${reader.time(at)}`

/** What people wrote for those who came after them. */
export function Notes({
  notes,
  none,
  reader
}: {
  notes: readonly HandoverNote[]
  none: string
  reader: Reader
}) {
  const texts = reader.say(cardTexts)
  if (notes.length === 0) return <p class="soft">{none}</p>
  return (
    <ul class="notes">
      {notes.map(({ shiftId, by, note, writtenAt, changedAt }) => (
        <li key={`${shiftId}${by.id}`}>
          <p class="words">{note}</p>
          <small>
            {texts.noteBy(by.name, when(writtenAt, reader))}
            {changedAt && ` · ${texts.changed(when(changedAt, reader))}`}
          </small>
        </li>
      ))}
    </ul>
  )
}
