import type { Balance } from '../../../engine/ledger/balance-of.ts'
import type { ProposedHours } from '../../../hours/read-hours.ts'
import { Meter } from '../../components/meter.tsx'
import type { Reader } from '../../reader.ts'

/** Due, worked and what is left this quarter: the same numbers as in the API and every report. */
export function MyHours({ balance, reader }: { balance: Balance; reader: Reader }) {
  const { texts, hours } = reader
  const { dueMinutes, workedMinutes, creditedMinutes, balanceMinutes } = balance
  const done = workedMinutes + creditedMinutes
  return (
    <section class="card" aria-labelledby="owe">
      <h2 id="owe">{texts.owe}</h2>
      <Meter
        share={dueMinutes > 0 ? done / dueMinutes : 1}
        label={texts.meter(hours(done), hours(dueMinutes))}
      />
      <dl class="figures">
        <div>
          <dt>{texts.due}</dt>
          <dd>{hours(dueMinutes)}</dd>
        </div>
        <div>
          <dt>{texts.worked}</dt>
          <dd>{hours(workedMinutes)}</dd>
        </div>
        {creditedMinutes !== 0 && (
          <div>
            <dt>{texts.credited}</dt>
            <dd>{hours(creditedMinutes)}</dd>
          </div>
        )}
        <div>
          <dt>{texts.balance}</dt>
          <dd class={balanceMinutes < 0 ? 'behind' : undefined}>{hours(balanceMinutes)}</dd>
        </div>
      </dl>
    </section>
  )
}

function Confirmation({ hours, reader }: { hours: ProposedHours; reader: Reader }) {
  const { texts } = reader
  const action = `/hours/${hours.assignmentId}`
  const minutesId = `minutes-${hours.assignmentId}`
  const reasonId = `reason-${hours.assignmentId}`
  return (
    <li>
      <div>
        <div class="day">{reader.day(hours.startsAt)}</div>
        <small>
          {reader.span(hours.startsAt, hours.endsAt)} · {hours.rotationName}
        </small>
      </div>
      <form method="post" action={action}>
        <button class="button" type="submit">
          {texts.confirm(reader.hours(hours.plannedMinutes))}
        </button>
      </form>
      <details>
        <summary>{texts.otherTime}</summary>
        <form method="post" action={action} class="fields">
          <div class="field">
            <label for={minutesId}>{texts.minutes}</label>
            <input
              id={minutesId}
              name="minutes"
              type="number"
              min="0"
              max="1440"
              required
              value={String(hours.plannedMinutes)}
            />
          </div>
          <div class="field">
            <label for={reasonId}>{texts.reason}</label>
            <input id={reasonId} name="reason" required maxLength={500} />
          </div>
          <button class="button plain" type="submit">
            {texts.saveHours}
          </button>
        </form>
      </details>
    </li>
  )
}

/** Shifts that are over and wait for one tap. */
export function HoursToConfirm({ proposed, reader }: { proposed: ProposedHours[]; reader: Reader }) {
  if (proposed.length === 0) return null
  return (
    <section class="card" aria-labelledby="confirm">
      <h2 id="confirm">{reader.texts.confirmTitle}</h2>
      <small>{reader.texts.confirmHint}</small>
      <ul class="rows">
        {proposed.map((hours) => (
          <Confirmation key={hours.assignmentId} hours={hours} reader={reader} />
        ))}
      </ul>
    </section>
  )
}
