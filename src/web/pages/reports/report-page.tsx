import { addDays } from '../../../engine/time/add-days.ts'
import type { ParticipationQuestion } from '../../../reports/question.ts'
import { GROUPINGS } from '../../../reports/question.ts'
import type { Participation } from '../../../reports/read-participation.ts'
import { PERS } from '../../../reports/split-period.ts'
import { Button, LinkButton } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { BarChart } from '../../components/charts/bar-chart.tsx'
import { LineChart } from '../../components/charts/line-chart.tsx'
import { DataTable } from '../../components/data-table.tsx'
import { DateField, SelectField } from '../../components/field.tsx'
import { Figures } from '../../components/figures.tsx'
import { PageHead } from '../../components/page-head.tsx'
import { EmptyState, Note } from '../../components/told.tsx'
import type { Reader } from '../../reader.ts'
import { frameTexts } from '../../texts/frame.ts'
import { reportTexts } from '../../texts/reports.ts'
import { Fairness, OverTime } from './fairness.tsx'
import { groupName } from './group-name.ts'
import { ReportNav } from './report-nav.tsx'

export interface ReportView {
  question: ParticipationQuestion
  report: Participation
  /** Where the same is to be had as a file. */
  files: { csv: string; xlsx: string }
  isOfAll: boolean
  /** A year up to the days asked for. */
  year: { fromOn: string; toOn: string }
}

interface Props {
  view: ReportView
  reader: Reader
}

type Row = Participation['rows'][number]

const doneMinutes = ({ workedMinutes, creditedMinutes }: Row) => workedMinutes + creditedMinutes

function Filters({ view: { question }, reader }: Props) {
  const texts = reader.say(reportTexts)
  return (
    <form action="/reports" class="filters">
      <SelectField
        id="by"
        name="by"
        label={texts.by}
        options={GROUPINGS.map((by) => ({ value: by, label: texts.groupings[by] }))}
        value={question.by}
      />
      <SelectField
        id="per"
        name="per"
        label={texts.per}
        options={PERS.map((per) => ({ value: per, label: texts.pers[per] }))}
        value={question.per ?? 'month'}
      />
      <DateField id="from" name="fromOn" label={texts.from} value={question.fromOn} />
      <DateField id="to" name="toOn" label={texts.to} value={question.toOn} />
      <DateField
        id="as-of"
        name="asOf"
        label={texts.asOf}
        value={question.asOf ?? ''}
        optional={reader.say(frameTexts).optional}
      />
      <Button tone="plain">{texts.show}</Button>
    </form>
  )
}

function Pictures({ view: { report }, reader }: Props) {
  const texts = reader.say(reportTexts)
  const { rows, by } = report
  const nameOf = (row: Row) => groupName(row, by, reader)
  const { hoursShort } = reader.say(frameTexts)
  const inHours = (value: number) => hoursShort(reader.number(value))
  if (by === 'period') {
    return (
      <>
        <LineChart
          caption={texts.pictureHours}
          heading={texts.group}
          points={rows.map(nameOf)}
          series={[
            { name: texts.done, values: rows.map((row) => doneMinutes(row) / 60) },
            {
              name: texts.due,
              values: rows.map(({ dueMinutes }) => (dueMinutes === null ? null : dueMinutes / 60)),
              isDashed: true
            }
          ]}
          say={inHours}
          reader={reader}
        />
        <OverTime rows={rows} nameOf={nameOf} reader={reader} />
      </>
    )
  }
  return (
    <BarChart
      caption={texts.pictureShare}
      headings={[texts.group, texts.share]}
      bars={rows.map((row) => ({ label: nameOf(row), value: row.shareTookPart ?? 0 }))}
      say={reader.percent}
      reader={reader}
    />
  )
}

function Totals({ totals, reader }: { totals: Row; reader: Reader }) {
  const texts = reader.say(reportTexts)
  return (
    <Figures
      figures={[
        { label: texts.people, value: reader.number(totals.people) },
        { label: texts.tookPart, value: reader.number(totals.tookPart) },
        { label: texts.share, value: reader.percent(totals.shareTookPart ?? 0) },
        { label: texts.due, value: reader.hours(totals.dueMinutes ?? 0) },
        { label: texts.done, value: reader.hours(doneMinutes(totals)) },
        { label: texts.learnings, value: reader.number(totals.learnings) }
      ]}
    />
  )
}

function Table({ view: { report }, reader }: Props) {
  const texts = reader.say(reportTexts)
  const hours = (minutes: number | null) => (minutes === null ? '' : reader.hours(minutes))
  const share = ({ shareTookPart }: Row) => (shareTookPart === null ? '' : reader.percent(shareTookPart))
  const column = (heading: string, value: (row: Row) => string) => ({ heading, value, isNumber: true })
  return (
    <DataTable
      caption={texts.title}
      rows={report.rows}
      keyOf={({ group, groupId }) => groupId ?? group}
      columns={[
        { heading: texts.group, value: (row) => groupName(row, report.by, reader) },
        column(texts.people, ({ people }) => reader.number(people)),
        column(texts.tookPart, ({ tookPart }) => reader.number(tookPart)),
        column(texts.share, share),
        column(texts.due, ({ dueMinutes }) => hours(dueMinutes)),
        column(texts.done, (row) => hours(doneMinutes(row))),
        column(texts.balance, ({ balanceMinutes }) => hours(balanceMinutes)),
        column(texts.shifts, ({ shifts }) => reader.number(shifts)),
        column(texts.learnings, ({ learnings }) => reader.number(learnings)),
        column(texts.neverAsked, ({ neverAsked }) => (neverAsked === null ? '' : reader.number(neverAsked)))
      ]}
    />
  )
}

/** Who takes part and how much: filters, picture, table, files; prints as a page. */
export function ReportPage({ view, reader }: Props) {
  const texts = reader.say(reportTexts)
  const { report, files, isOfAll, question } = view
  const whole = { view, reader }
  return (
    <>
      <PageHead title={texts.title} intro={texts.intro}>
        <LinkButton tone="plain" icon="download" href={files.csv}>
          {texts.csv}
        </LinkButton>
        <LinkButton tone="plain" icon="download" href={files.xlsx}>
          {texts.xlsx}
        </LinkButton>
      </PageHead>
      <ReportNav page={question.by === 'period' ? 'time' : 'groups'} year={view.year} reader={reader} />
      <Filters {...whole} />
      <Card
        id="report"
        title={`${reader.date(report.fromOn, 'dated')} – ${reader.date(addDays(report.toOn, -1), 'dated')}`}
        {...(question.asOf && {
          hint: texts.asKnown(`${reader.day(report.asOf)} ${reader.time(report.asOf)}`)
        })}
      >
        {report.totals ? <Totals totals={report.totals} reader={reader} /> : <p>{texts.few}</p>}
        {report.rows.length === 0 ? (
          <EmptyState icon="report" title={texts.none} />
        ) : (
          <>
            <Pictures {...whole} />
            <Table {...whole} />
          </>
        )}
      </Card>
      {report.rows.length > 0 && (
        <Fairness rows={report.rows} nameOf={(row) => groupName(row, report.by, reader)} reader={reader} />
      )}
      <Note>{isOfAll ? texts.noteAll : texts.noteLeads}</Note>
    </>
  )
}
