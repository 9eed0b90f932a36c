import type { readControlMeasures } from '../../../privacy/control-measures.ts'
import type { PersonParticipation } from '../../../reports/read-people.ts'
import { Action, Button } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { DataTable } from '../../components/data-table.tsx'
import { DateField, SelectField, TextField } from '../../components/field.tsx'
import { PageHead } from '../../components/page-head.tsx'
import { Pagination } from '../../components/pagination.tsx'
import { Badge, EmptyState, Note, Told } from '../../components/told.tsx'
import type { Reader } from '../../reader.ts'
import { peopleReportTexts } from '../../texts/people-report.ts'
import { reportTexts } from '../../texts/reports.ts'
import { ReportNav } from './report-nav.tsx'

export type Measure = Awaited<ReturnType<typeof readControlMeasures>>['items'][number]

export interface PeopleReportView {
  fromOn: string
  toOn: string
  today: string
  /** A year up to the days asked for. */
  year: { fromOn: string; toOn: string }
  /** HR records purposes and looks for one; leads look at their own people. */
  isHr: boolean
  isLead: boolean
  measures: readonly Measure[]
  /** For which of them it is looked; null: for none, at the own teams. */
  purpose: Measure | null
  /** Null: nobody was looked at. */
  people: readonly PersonParticipation[] | null
  next: string | null
  isFirst: boolean
}

interface Props {
  view: PeopleReportView
  reader: Reader
}

const holdsOn = ({ fromOn, toOn, endedAt }: Measure, today: string) =>
  endedAt === null && fromOn <= today && today < toOn

const addressOf = ({ fromOn, toOn, purpose }: PeopleReportView, cursor?: string) =>
  `/reports/people?${new URLSearchParams({
    ...{ fromOn, toOn, look: 'yes' },
    ...(purpose && { purposeId: purpose.id }),
    ...(cursor && { cursor })
  })}`

function Look({ view, reader }: Props) {
  const texts = reader.say(peopleReportTexts)
  const open = view.measures.filter((measure) => holdsOn(measure, view.today))
  const own = view.isLead ? [{ value: '', label: texts.ownTeams }] : []
  const purposes = view.isHr
    ? open.map(({ id, purpose }) => ({ value: id, label: purpose.slice(0, 100) }))
    : []
  const options = [...own, ...purposes]
  if (options.length === 0) return null
  return (
    <form action="/reports/people" class="filters">
      <input type="hidden" name="look" value="yes" />
      <DateField id="from" name="fromOn" label={texts.from} value={view.fromOn} />
      <DateField id="to" name="toOn" label={texts.to} value={view.toOn} />
      <SelectField
        id="purpose-id"
        name="purposeId"
        label={texts.lookFor}
        options={options}
        value={view.purpose?.id ?? ''}
      />
      <Button tone="plain">{texts.look}</Button>
    </form>
  )
}

function Rows({ view, reader }: Props) {
  const texts = reader.say(peopleReportTexts)
  const said = reader.say(reportTexts)
  const { people, purpose } = view
  if (people === null) return null
  const column = (heading: string, value: (row: PersonParticipation) => string) => ({
    heading,
    value,
    isNumber: true
  })
  return (
    <Card id="people" title={purpose ? texts.purposeIs(purpose.purpose) : texts.ownTeams}>
      {people.length === 0 ? (
        <EmptyState icon="person" title={texts.none} />
      ) : (
        <DataTable
          caption={texts.title}
          rows={people}
          keyOf={({ employee }) => employee.id}
          columns={[
            {
              heading: texts.name,
              value: ({ employee, team }) => (
                <span>
                  {employee.name} <span class="soft small block">{team.name}</span>
                </span>
              )
            },
            column(said.due, ({ dueMinutes }) => reader.hours(dueMinutes)),
            column(said.done, (row) => reader.hours(row.workedMinutes + row.creditedMinutes)),
            column(said.balance, ({ balanceMinutes }) => reader.hours(balanceMinutes)),
            column(said.shifts, ({ shifts }) => reader.number(shifts)),
            column(texts.swaps, ({ swaps }) => reader.number(swaps)),
            column(texts.noShows, ({ noShows }) => reader.number(noShows)),
            column(said.learnings, ({ learnings }) => reader.number(learnings)),
            column(texts.asked, ({ wasAsked }) => (wasAsked ? '' : texts.yes))
          ]}
        />
      )}
      <Pagination
        reader={reader}
        first={view.isFirst ? null : addressOf(view)}
        next={view.next && addressOf(view, view.next)}
      />
    </Card>
  )
}

function Register({ view: { measures, isHr, today }, reader }: Props) {
  const texts = reader.say(peopleReportTexts)
  const day = (onDay: string) => reader.date(onDay, 'dated')
  return (
    <Card id="register" title={texts.register} hint={texts.registerHint}>
      {measures.length === 0 && (
        <EmptyState icon="info" title={texts.noPurpose}>
          <p>{texts.noPurposeHint}</p>
        </EmptyState>
      )}
      <ul class="rows">
        {measures.map((measure) => (
          <li key={measure.id}>
            <div class="main">
              <span class="strong">{measure.purpose}</span>{' '}
              {measure.endedAt && <Badge>{texts.endedOn(day(reader.dateOf(measure.endedAt)))}</Badge>}
              <p class="small">
                {texts.legalBasis}: {measure.legalBasis}
              </p>
              <p class="small">
                {texts.consulted}: {measure.consulted} ({day(measure.consultedOn)})
              </p>
              <p class="soft small">
                {texts.holds(day(measure.fromOn), day(measure.toOn))} · {texts.views(measure.recordedBy.name)}
              </p>
            </div>
            {isHr && holdsOn(measure, today) && (
              <Action to={`/reports/purposes/${measure.id}/end`} tone="danger" about={measure.purpose}>
                {texts.end}
              </Action>
            )}
          </li>
        ))}
      </ul>
      {isHr && <RecordForm today={today} reader={reader} />}
    </Card>
  )
}

function RecordForm({ today, reader }: { today: string; reader: Reader }) {
  const texts = reader.say(peopleReportTexts)
  return (
    <details>
      <summary>{texts.record}</summary>
      <form method="post" action="/reports/purposes" class="fields">
        <TextField id="purpose" name="purpose" label={texts.purpose} maxLength={500} long />
        <TextField id="legal" name="legalBasis" label={texts.legalBasis} maxLength={500} />
        <TextField id="consulted" name="consulted" label={texts.consulted} maxLength={500} />
        <div class="pair thirds">
          <DateField id="consulted-on" name="consultedOn" label={texts.consultedOn} max={today} />
          <DateField id="holds-from" name="fromOn" label={texts.from} value={today} />
          <DateField id="holds-to" name="toOn" label={texts.to} />
        </div>
        <Button>{texts.recordIt}</Button>
      </form>
    </details>
  )
}

/** Single people, for a purpose that everybody can read, and the register of those purposes. */
export function PeopleReportPage({ view, reader, told }: Props & { told: string | undefined }) {
  const texts = reader.say(peopleReportTexts)
  const whole = { view, reader }
  return (
    <>
      <PageHead title={texts.title} />
      <ReportNav page="people" year={view.year} reader={reader} />
      <Told text={told} />
      <Note>
        <p>{texts.intro}</p>
      </Note>
      <Look {...whole} />
      <Rows {...whole} />
      <Register {...whole} />
    </>
  )
}
