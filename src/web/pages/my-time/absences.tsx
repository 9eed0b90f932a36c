import { ABSENCE_KINDS } from '../../../words.ts'
import { Action, Button } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { Choices, DateField } from '../../components/field.tsx'
import { Pagination } from '../../components/pagination.tsx'
import { Badge } from '../../components/told.tsx'
import type { MyTimeView } from '../../read-my-time.ts'
import type { Reader } from '../../reader.ts'
import { frameTexts } from '../../texts/frame.ts'
import { myTimeTexts } from '../../texts/my-time.ts'

interface PartProps {
  view: MyTimeView
  reader: Reader
}

/** An end at midnight is the end of the day before. */
const lastInstant = (endsAt: Date) => new Date(endsAt.getTime() - 1)

function Span({ startsAt, endsAt, reader }: { startsAt: Date; endsAt: Date; reader: Reader }) {
  const [first, last] = [reader.dateOf(startsAt), reader.dateOf(lastInstant(endsAt))]
  return (
    <span class="strong sentence">
      {reader.date(first, 'short')}
      {last !== first && ` – ${reader.date(last, 'short')}`}
    </span>
  )
}

function AbsenceForm({ view, reader }: PartProps) {
  const texts = reader.say(myTimeTexts)
  const { optional } = reader.say(frameTexts)
  return (
    <details>
      <summary>{texts.addAbsence}</summary>
      <form method="post" action="/me/absences" class="fields">
        <Choices
          name="kind"
          label={texts.kind}
          options={ABSENCE_KINDS.map((value) => ({ value, label: texts.kinds[value] }))}
          value="leave"
          required
        />
        <div class="pair">
          <DateField id="from-on" name="fromOn" label={texts.fromOn} value={view.today} />
          <DateField id="last-on" name="lastOn" label={texts.lastOn} optional={optional} />
        </div>
        <div class="stack-xs">
          <label class="check">
            <input type="checkbox" name="fromPart" />
            {texts.fromPart}
          </label>
          <label class="check">
            <input type="checkbox" name="lastPart" />
            {texts.lastPart}
          </label>
        </div>
        <Button>{texts.save}</Button>
      </form>
    </details>
  )
}

interface RowsProps {
  absences: MyTimeView['absences']
  now: Date
  reader: Reader
}

function Rows({ absences, now, reader }: RowsProps) {
  const texts = reader.say(myTimeTexts)
  return (
    <ul class="rows">
      {absences.map(({ id, startsAt, endsAt, kind, source }) => (
        <li key={id}>
          <div class="main">
            <div>
              <Span startsAt={startsAt} endsAt={endsAt} reader={reader} />{' '}
              {startsAt <= now && now < endsAt && <Badge tone="good">{reader.say(frameTexts).now}</Badge>}
            </div>
            <small>
              {texts.kinds[kind]} · {texts.sources[source]}
            </small>
          </div>
          {source !== 'feed' && (
            <Action to={`/me/absences/${id}/removal`} tone="quiet" about={reader.day(startsAt)}>
              {texts.remove}
            </Action>
          )}
        </li>
      ))}
    </ul>
  )
}

/** When I am away: what is noted and noting more; what is over is folded, and open on the pages behind the first. */
export function Absences({ view, reader }: PartProps) {
  const texts = reader.say(myTimeTexts)
  const { absences, now, isFirstPage } = view
  const next = view.nextCursor && `/me/time?cursor=${encodeURIComponent(view.nextCursor)}`
  const ahead = absences.filter(({ endsAt }) => endsAt > now)
  const over = absences.filter(({ endsAt }) => endsAt <= now)
  return (
    <Card id="absences" title={texts.absences}>
      {absences.length === 0 && <p class="soft">{texts.noAbsences}</p>}
      {absences.length > 0 && ahead.length === 0 && isFirstPage && <p class="soft">{texts.noneAhead}</p>}
      <Rows absences={ahead} now={now} reader={reader} />
      <AbsenceForm view={view} reader={reader} />
      {over.length > 0 && (
        <details open={!isFirstPage}>
          <summary>{texts.over}</summary>
          <Rows absences={over} now={now} reader={reader} />
          <Pagination reader={reader} first={isFirstPage ? null : '/me/time'} next={next} />
        </details>
      )}
      {over.length === 0 && (
        <Pagination reader={reader} first={isFirstPage ? null : '/me/time'} next={next} />
      )}
    </Card>
  )
}

/** Falling ill on the day of a shift: one tap, after a word on what it does. */
export function Ill({ view, reader }: PartProps) {
  const texts = reader.say(myTimeTexts)
  if (!view.isOnToday) return null
  return (
    <Card id="ill" title={texts.ill} hint={texts.illHint} tone="warm">
      <Action to="/me/sick-days" icon="ill">
        {texts.illConfirm}
      </Action>
    </Card>
  )
}
