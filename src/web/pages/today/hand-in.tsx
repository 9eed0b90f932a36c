import { LEARNING_TYPES } from '../../../words.ts'
import type { Reader } from '../../reader.ts'
import type { OwedLearning } from './view.ts'

interface FieldProps {
  id: string
  name: string
  label: string
  optional?: string
  hint?: string
  maxLength: number
  long?: boolean
}

function TextField({ id, name, label, optional, hint, maxLength, long = false }: FieldProps) {
  const describedBy = hint ? `${id}-hint` : undefined
  const control = { id, name, maxLength, required: !optional, 'aria-describedby': describedBy }
  return (
    <div class="field">
      <label for={id}>
        {label} {optional && <small>({optional})</small>}
      </label>
      {long ? <textarea {...control} /> : <input {...control} />}
      {hint && <small id={describedBy}>{hint}</small>}
    </div>
  )
}

function NumberField({ id, name, label, value }: { id: string; name: string; label: string; value: number }) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        name={name}
        type="number"
        min={value}
        max="9999"
        value={String(value)}
        inputMode="numeric"
      />
    </div>
  )
}

function LearningForm({ shiftId, reader }: { shiftId: string; reader: Reader }) {
  const { texts } = reader
  const id = (name: string) => `${name}-${shiftId}`
  return (
    <form method="post" action={`/shifts/${shiftId}/learnings`} class="fields">
      <fieldset>
        <legend>{texts.type}</legend>
        <div class="choices">
          {LEARNING_TYPES.map((type) => (
            <label key={type}>
              <input type="radio" name="type" value={type} required />
              {texts.types[type]}
            </label>
          ))}
        </div>
      </fieldset>
      <TextField id={id('tried')} name="triedTo" label={texts.triedTo} maxLength={1000} />
      <TextField id={id('obstacle')} name="obstacle" label={texts.obstacle} maxLength={2000} long />
      <TextField
        id={id('words')}
        name="customerWords"
        label={texts.customerWords}
        optional={texts.optional}
        hint={texts.customerWordsHint}
        maxLength={2000}
        long
      />
      <div class="pair">
        <NumberField id={id('times')} name="timesThisShift" label={texts.timesThisShift} value={1} />
        <NumberField id={id('lost')} name="minutesLost" label={texts.minutesLost} value={0} />
      </div>
      <TextField
        id={id('ticket')}
        name="ticketUrl"
        label={texts.ticketUrl}
        optional={texts.optional}
        maxLength={500}
      />
      <TextField
        id={id('action')}
        name="action"
        label={texts.action}
        optional={texts.optional}
        maxLength={1000}
      />
      <button class="button" type="submit">
        {texts.send}
      </button>
    </form>
  )
}

function Owed({ shift, reader }: { shift: OwedLearning; reader: Reader }) {
  const { texts } = reader
  return (
    <li>
      <div>
        <div class="day">{reader.day(shift.startsAt)}</div>
        <small>
          {reader.span(shift.startsAt, shift.endsAt)} · {shift.rotationName}
        </small>
      </div>
      <form method="post" action={`/shifts/${shift.shiftId}/nothing-new`}>
        <button class="button plain" type="submit">
          {texts.nothingNew}
        </button>
      </form>
      <details>
        <summary>{texts.handIn}</summary>
        <LearningForm shiftId={shift.shiftId} reader={reader} />
      </details>
    </li>
  )
}

/** The shifts whose learnings are still to be told, with the form to tell them. */
export function HandIn({ owed, reader }: { owed: OwedLearning[]; reader: Reader }) {
  const { texts } = reader
  return (
    <section class="card" aria-labelledby="learnings">
      <h2 id="learnings">{texts.learningsTitle}</h2>
      <small>{texts.learningsHint}</small>
      {owed.length === 0 ? (
        <p class="empty">{texts.learningsNone}</p>
      ) : (
        <ul class="rows">
          {owed.map((shift) => (
            <Owed key={shift.shiftId} shift={shift} reader={reader} />
          ))}
        </ul>
      )}
    </section>
  )
}
