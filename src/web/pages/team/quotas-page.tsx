import type { previewQuota } from '../../../quotas/preview-quota.ts'
import type { readQuotas } from '../../../quotas/quotas.ts'
import type { WantedQuota } from '../../../quotas/wanted-quota.ts'
import { Button } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { DataTable } from '../../components/data-table.tsx'
import { DateField, NumberField, SelectField } from '../../components/field.tsx'
import { Figures } from '../../components/figures.tsx'
import { Note, Told } from '../../components/told.tsx'
import type { Reader } from '../../reader.ts'
import { frameTexts } from '../../texts/frame.ts'
import { quotaTexts } from '../../texts/quotas.ts'
import { daysInWords } from '../plan/days.ts'
import { type TeamChoice, TeamHead } from './team-head.tsx'

type Quota = Awaited<ReturnType<typeof readQuotas>>['items'][number]
type Effect = Awaited<ReturnType<typeof previewQuota>>

export interface QuotasView {
  teams: readonly TeamChoice[]
  team: TeamChoice
  quotas: readonly Quota[]
  people: readonly { id: string; name: string }[]
  mayForAll: boolean
  /** Administrators set quotas; the rest of a team is for its leads and HR. */
  isQuotasOnly: boolean
  /** What was written in the form, and what it would change. */
  wanted: WantedQuota | null
  effect: Effect | null
  today: string
}

interface Props {
  view: QuotasView
  reader: Reader
}

/** How many of those who change are named before one has to unfold. */
const NAMED = 12

function EffectCard({ effect, reader }: { effect: Effect; reader: Reader }) {
  const texts = reader.say(quotaTexts)
  const { seats, warning } = effect
  return (
    <Card id="effect" title={texts.effect} hint={daysInWords(effect, reader)}>
      {warning && (
        <Note tone="warm">
          <p>{warning === 'below-practice' ? texts.below : texts.above}</p>
        </Note>
      )}
      <Figures
        figures={[
          { label: texts.dueBefore, value: reader.hours(effect.dueMinutesBefore) },
          { label: texts.dueAfter, value: reader.hours(effect.dueMinutesAfter) },
          { label: texts.more, value: reader.number(effect.more) },
          { label: texts.less, value: reader.number(effect.less) },
          { label: texts.same, value: reader.number(effect.unchanged) }
        ]}
      />
      <p>{seats.wanted === 0 ? texts.noSeats : texts.seats(seats.fillableAfter, seats.wanted)}</p>
      {effect.people.length > 0 && (
        <DataTable
          caption={texts.effect}
          rows={effect.people.slice(0, NAMED)}
          keyOf={({ employee }) => employee.id}
          columns={[
            { heading: texts.person, value: ({ employee }) => employee.name },
            {
              heading: texts.before,
              value: ({ beforeMinutes }) => reader.hours(beforeMinutes),
              isNumber: true
            },
            { heading: texts.after, value: ({ afterMinutes }) => reader.hours(afterMinutes), isNumber: true }
          ]}
        />
      )}
    </Card>
  )
}

/** Whom a quota is for, as one value of a list: the scope, and the id it is about. */
const holderOf = ({ scope, teamId, employeeId }: WantedQuota) =>
  [scope, teamId ?? employeeId].filter(Boolean).join(':')

function NewQuota({ view, reader }: Props) {
  const texts = reader.say(quotaTexts)
  const { team, people, wanted, mayForAll, effect, today } = view
  const options = [
    { value: `team:${team.id}`, label: team.name },
    ...people.map(({ id, name }) => ({ value: `person:${id}`, label: name })),
    ...(mayForAll ? [{ value: 'organisation', label: texts.everybody }] : [])
  ]
  return (
    <Card id="new" title={texts.newTitle} hint={texts.newHint}>
      <form method="post" action="/team/quotas/preview" class="fields">
        <input type="hidden" name="team" value={team.id} />
        <SelectField
          id="holder"
          name="holder"
          label={texts.whose}
          options={options}
          value={wanted ? holderOf(wanted) : undefined}
        />
        <div class="pair">
          <NumberField
            id="hours"
            name="hours"
            label={texts.hours}
            min={0}
            max={2000}
            step={0.25}
            value={wanted?.hours ?? 4}
          />
          <NumberField
            id="weeks"
            name="weeks"
            label={texts.weeks}
            min={1}
            max={52}
            value={wanted?.weeks ?? 4}
          />
        </div>
        <div class="pair">
          <DateField id="from" name="fromOn" label={texts.begins} value={wanted?.fromOn ?? today} />
          <DateField
            id="to"
            name="toOn"
            label={texts.ends}
            value={wanted?.toOn ?? ''}
            optional={reader.say(frameTexts).optional}
          />
        </div>
        <div class="row">
          {effect ? (
            <>
              <button class="button" type="submit" formAction="/team/quotas">
                {texts.save}
              </button>
              <Button tone="plain">{texts.see}</Button>
            </>
          ) : (
            <Button>{texts.see}</Button>
          )}
        </div>
      </form>
    </Card>
  )
}

function QuotaRow({ quota, view, reader }: { quota: Quota } & Props) {
  const texts = reader.say(quotaTexts)
  const { id, team, employee, hours, weeks, fromOn, toOn } = quota
  const name = employee?.name ?? team?.name ?? texts.everybody
  const isEnding = toOn !== null && toOn <= view.today
  const mayEnd = view.mayForAll || quota.scope !== 'organisation'
  return (
    <li>
      <div class="main">
        <span class="strong">{name}</span>
        <p class="soft small">
          {texts.dose(reader.number(hours), weeks)},{' '}
          {toOn
            ? texts.fromTo(reader.date(fromOn, 'dated'), reader.date(toOn, 'dated'))
            : texts.from(reader.date(fromOn, 'dated'))}
        </p>
      </div>
      {mayEnd && !isEnding && (
        <details>
          <summary>
            {texts.end}
            <span class="visually-hidden">: {name}</span>
          </summary>
          <form method="post" action={`/team/quotas/${id}/end`} class="fields">
            <input type="hidden" name="team" value={view.team.id} />
            <DateField id={`end-${id}`} name="toOn" label={texts.endOn} value={view.today} min={view.today} />
            <Button tone="plain">{texts.end}</Button>
          </form>
        </details>
      )}
    </li>
  )
}

/** The quotas of a team, and a new one whose effect is seen before it is saved. */
export function QuotasPage({ view, reader, told }: Props & { told: string | undefined }) {
  const texts = reader.say(quotaTexts)
  return (
    <>
      <TeamHead
        teams={view.teams}
        team={view.team}
        page="/team/quotas"
        isQuotasOnly={view.isQuotasOnly}
        reader={reader}
      />
      <Told text={told} />
      <div class="columns even">
        <NewQuota view={view} reader={reader} />
        <div class="stack">
          {view.effect && <EffectCard effect={view.effect} reader={reader} />}
          <Card id="now" title={texts.now} hint={texts.nowHint}>
            {view.quotas.length === 0 && <p class="soft">{texts.none}</p>}
            <ul class="rows">
              {view.quotas.map((quota) => (
                <QuotaRow key={quota.id} quota={quota} view={view} reader={reader} />
              ))}
            </ul>
          </Card>
        </div>
      </div>
    </>
  )
}
