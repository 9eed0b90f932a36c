import { minutesBetween } from '../../../engine/time/minutes-between.ts'
import type { FieldComplaint } from '../../../rotations/errors.ts'
import type { PreviewedShift } from '../../../rotations/preview-rotation.ts'
import type { RotationFields } from '../../../rotations/rotation-fields.ts'
import { HOLIDAY_RULES, LEVELS, LOCALES } from '../../../words.ts'
import { Button } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { Choices, DateField, NumberField, TextField } from '../../components/field.tsx'
import { PageHead } from '../../components/page-head.tsx'
import { Refused } from '../../components/refused.tsx'
import { Tick, Ticks } from '../../components/ticks.tsx'
import { LANGUAGES } from '../../frame/nav.tsx'
import type { Reader } from '../../reader.ts'
import { frameTexts } from '../../texts/frame.ts'
import { planTexts } from '../../texts/plan.ts'
import { rotationEditorTexts } from '../../texts/rotation-editor.ts'
import { PatternLines } from './pattern-lines.tsx'
import { ShiftWeeks } from './shift-weeks.tsx'

export interface EditorView {
  /** Null while it is new. */
  rotationId: string | null
  fields: RotationFields
  teams: readonly { id: string; name: string }[]
  /** What it would be; null where it cannot be as it stands. */
  shifts: readonly PreviewedShift[] | null
  complaints: readonly FieldComplaint[]
  /** A refusal about the whole of it. */
  refusal: string | null
}

interface Props {
  view: EditorView
  reader: Reader
}

const WEEKS = 4

function Preview({ view, reader }: Props) {
  const texts = reader.say(rotationEditorTexts)
  const { shifts, fields } = view
  const running = (shifts ?? []).filter(({ isSkipped }) => !isSkipped)
  const minutes = running.reduce((sum, { startsAt, endsAt }) => sum + minutesBetween(startsAt, endsAt), 0)
  const hours = reader.hours((minutes * fields.seats.desired) / WEEKS)
  return (
    <div data-preview-pane class="stack-s">
      <Complaints view={view} reader={reader} />
      {shifts && (
        <>
          {running.length > 0 && <p>{texts.perWeek(Math.round(running.length / WEEKS), hours)}</p>}
          <ShiftWeeks shifts={shifts} reader={reader} />
        </>
      )}
    </div>
  )
}

function Complaints({ view: { complaints, refusal }, reader }: Props) {
  const texts = reader.say(rotationEditorTexts)
  if (complaints.length === 0 && refusal === null) return null
  return (
    <Refused title={texts.notYet}>
      {refusal && <p>{refusal}</p>}
      <ul>
        {complaints.map(({ field, message }) => (
          <li key={field}>
            <span class="strong">{texts.fields[field.split('.')[0]!] ?? field}</span>: {message}
          </li>
        ))}
      </ul>
    </Refused>
  )
}

function Dates({ view: { fields }, reader }: Props) {
  const texts = reader.say(rotationEditorTexts)
  const { optional } = reader.say(frameTexts)
  const rules = HOLIDAY_RULES.map((rule) => ({ value: rule, label: texts.rules[rule] }))
  return (
    <Card id="dates" title={texts.dates}>
      <div class="pair">
        <DateField id="valid-from" name="validFrom" label={texts.validFrom} value={fields.validFrom} />
        <DateField
          id="valid-to"
          name="validTo"
          label={texts.validTo}
          value={fields.validTo ?? ''}
          optional={optional}
        />
      </div>
      <TextField
        id="country"
        name="holidayCountry"
        label={texts.country}
        hint={texts.countryHint}
        maxLength={2}
        value={fields.holidayCountry}
      />
      <Choices
        name="holidayRule"
        label={texts.holidays}
        options={rules}
        value={fields.holidayRule}
        required
      />
    </Card>
  )
}

function People({ view: { fields, teams }, reader }: Props) {
  const texts = reader.say(rotationEditorTexts)
  const { min, desired, max } = fields.seats
  const seats = [
    { name: 'min', label: texts.min, value: min, least: 0 },
    { name: 'desired', label: texts.desired, value: desired, least: 0 },
    { name: 'max', label: texts.max, value: max, least: 1 }
  ]
  return (
    <>
      <Card id="people" title={texts.people}>
        <div class="pair thirds">
          {seats.map(({ name, label, value, least }) => (
            <NumberField key={name} id={name} name={name} label={label} min={least} max={100} value={value} />
          ))}
        </div>
        <NumberField
          id="hosts"
          name="hostsRequired"
          label={texts.hosts}
          min={0}
          max={100}
          value={fields.hostsRequired}
        />
      </Card>
      <Card id="who" title={texts.who} hint={texts.whoHint}>
        <Ticks
          name="teams"
          label={texts.teams}
          options={teams.map(({ id, name }) => ({ value: id, label: name }))}
          ticked={fields.eligibleTeamIds ?? []}
        />
        <Ticks
          name="levels"
          label={texts.levels}
          options={LEVELS.map((level) => ({ value: level, label: texts.level[level] }))}
          ticked={fields.eligibleLevels ?? []}
        />
      </Card>
    </>
  )
}

function Rest({ view: { fields }, reader }: Props) {
  const texts = reader.say(rotationEditorTexts)
  const { optional } = reader.say(frameTexts)
  const numbers = [
    { name: 'leadTimeDays', label: texts.leadTime, value: fields.leadTimeDays, min: 0, max: 365 },
    { name: 'spacingDays', label: texts.spacing, value: fields.spacingDays, min: 0, max: 365 },
    { name: 'undoMinutes', label: texts.undo, value: fields.undoMinutes, min: 0, max: 1440 },
    {
      name: 'preparationMinutes',
      label: texts.preparation,
      value: fields.preparationMinutes,
      min: 0,
      max: 480
    },
    { name: 'fixItMinutes', label: texts.fixItMinutes, value: fields.fixItMinutes, min: 15, max: 480 }
  ]
  return (
    <details class="card">
      <summary>{texts.more}</summary>
      <div class="fields">
        <div class="pair">
          {numbers.map((number) => (
            <NumberField key={number.name} id={number.name} {...number} />
          ))}
        </div>
        <Tick name="swapsNeedApproval" label={texts.approval} isTicked={fields.swapsNeedApproval} />
        <Tick name="countsFixIt" label={texts.fixIt} isTicked={fields.countsFixIt} />
        <TextField
          id="queue"
          name="queueUrl"
          label={texts.queue}
          hint={texts.queueHint}
          maxLength={500}
          value={fields.queueUrl ?? ''}
          optional={optional}
        />
        <SlackChannel fields={fields} reader={reader} />
      </div>
    </details>
  )
}

function SlackChannel({ fields, reader }: { fields: RotationFields; reader: Reader }) {
  const texts = reader.say(rotationEditorTexts)
  return (
    <>
      <TextField
        id="slack-channel"
        name="slackChannelId"
        label={texts.slack}
        hint={texts.slackHint}
        maxLength={31}
        value={fields.slackChannelId ?? ''}
        optional={reader.say(frameTexts).optional}
      />
      <Choices
        name="slackLocale"
        label={texts.slackLocale}
        options={LOCALES.map((locale) => ({ value: locale, label: LANGUAGES[locale] }))}
        value={fields.slackLocale}
      />
    </>
  )
}

/** A rotation to write, with the shifts it would have beside it. */
export function EditorPage({ view, reader }: Props) {
  const texts = reader.say(rotationEditorTexts)
  const { rotationId, fields } = view
  const title = rotationId ? texts.changeTitle(fields.name) : texts.newTitle
  const back = rotationId ? `/plan/${rotationId}` : '/plan'
  const whole = { view, reader }
  return (
    <>
      <PageHead title={title} back={{ href: back, label: reader.say(planTexts).title }} />
      <form method="post" action={back} class="columns" data-preview="/plan/preview">
        <input type="hidden" name="rotationId" value={rotationId ?? ''} />
        <div class="stack">
          <Card id="when" title={texts.when} hint={texts.whenHint}>
            <TextField id="name" name="name" label={texts.name} maxLength={120} value={fields.name} />
            <PatternLines slots={fields.slots} reader={reader} />
            <TextField
              id="zone"
              name="timeZone"
              label={texts.zone}
              hint={texts.zoneHint}
              maxLength={60}
              value={fields.timeZone}
            />
          </Card>
          <People {...whole} />
          <Dates {...whole} />
          <Rest {...whole} />
        </div>
        <div class="stack sticky">
          <Card id="preview" title={texts.upcoming}>
            <Preview {...whole} />
            <div class="row">
              <Button icon="check">{texts.save}</Button>
              <button
                class="button plain"
                type="submit"
                formAction="/plan/preview"
                formNoValidate
                data-previews
              >
                {texts.preview}
              </button>
            </div>
          </Card>
        </div>
      </form>
    </>
  )
}
