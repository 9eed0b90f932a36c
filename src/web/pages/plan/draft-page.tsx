import { Action, Button, LinkButton } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { Coverage } from '../../components/charts/coverage.tsx'
import { DataTable } from '../../components/data-table.tsx'
import { TextField } from '../../components/field.tsx'
import { Figures } from '../../components/figures.tsx'
import { PageHead } from '../../components/page-head.tsx'
import { Badge, Note, Told } from '../../components/told.tsx'
import type { Reader } from '../../reader.ts'
import { draftTexts } from '../../texts/draft.ts'
import { planTexts } from '../../texts/plan.ts'
import { daysInWords } from './days.ts'
import { CostPicture, FairnessPicture } from './draft-pictures.tsx'
import { DraftShifts } from './draft-shifts.tsx'
import type { PersonChange, PlannedView } from './draft-view.ts'
import { Spans } from './publication-page.tsx'

interface Props {
  view: PlannedView
  reader: Reader
}

/** The score as sentences, what is wrong with it first. */
function scoreInWords({ draft, fairness }: PlannedView, reader: Reader): string[] {
  const texts = reader.say(draftTexts)
  const { openSeats, shiftsBelowMinimum, gap, bound } = draft
  const { least, most } = fairness.minutesOffDue
  const furthest = Math.max(Math.abs(least), Math.abs(most))
  const points = fairness.unpopularPoints
  const isProven = bound !== null && (bound > 0 || draft.score?.total === 0)
  return [
    openSeats === 0 ? texts.allFilled : texts.openSeats(openSeats),
    ...(shiftsBelowMinimum > 0 ? [texts.belowMinimum(shiftsBelowMinimum)] : []),
    texts.evenLoad(reader.hours(furthest)),
    texts.points(reader.number(points.least), reader.number(points.most)),
    !isProven || gap === null ? texts.notProven : gap < 0.0005 ? texts.proven : texts.gap(reader.percent(gap))
  ]
}

function Standing({ view, reader }: Props) {
  const texts = reader.say(draftTexts)
  const { draft, fairness } = view
  const people = new Set(draft.shifts.flatMap(({ assignments }) => assignments.map((one) => one.employeeId)))
  return (
    <section class="card hero quiet" aria-label={texts.title}>
      <Figures
        figures={[
          { label: texts.shifts, value: reader.number(draft.shifts.length) },
          { label: texts.peopleOn, value: reader.number(people.size) },
          { label: texts.gaps, value: reader.number(draft.openSeats), isBehind: draft.openSeats > 0 },
          { label: texts.unassigned, value: reader.number(fairness.without.people) }
        ]}
      />
      <ul class="stack-xs">
        {scoreInWords(view, reader).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {view.mayChange && draft.state === 'open' && (
        <>
          <Publishing view={view} reader={reader} />
          <Replanning view={view} reader={reader} />
        </>
      )}
    </section>
  )
}

function Publishing({ view: { draft, leaders, changes }, reader }: Props) {
  const texts = reader.say(draftTexts)
  const touched = changes.filter(({ given, taken }) => given.length + taken.length > 0).length
  return (
    <div class="stack-s">
      <form method="post" action={`/plan/drafts/${draft.id}/publish`} class="fields">
        {leaders.length > 0 && (
          <>
            <Note tone="warm">
              <p class="strong">{texts.leadersTitle}</p>
              <p>{texts.leadersHint(leaders.map(({ name }) => name).join(', '))}</p>
            </Note>
            <TextField
              id="override"
              name="leadersOverride"
              label={texts.leadersReason}
              maxLength={500}
              long
              optional=""
            />
          </>
        )}
        <div class="row">
          <Button icon="check">{texts.publish}</Button>
          <small>{texts.publishHint(touched)}</small>
        </div>
      </form>
      <div class="row">
        <Action to={`/plan/drafts/${draft.id}/discard`} tone="danger" icon="remove">
          {texts.discard}
        </Action>
      </div>
    </div>
  )
}

/** Planning once more, with what somebody wants kept. */
function Replanning({ view: { draft }, reader }: Props) {
  const texts = reader.say(draftTexts)
  const pins = draft.shifts.flatMap(({ assignments }) =>
    assignments.filter(({ isPinned }) => isPinned)
  ).length
  return (
    <div class="row">
      {pins > 0 && (
        <Action to={`/plan/drafts/${draft.id}/replan`} tone="plain" icon="pin">
          {texts.replan}
        </Action>
      )}
      <small>{pins > 0 ? texts.pinnedSeats(pins) : texts.pinHint}</small>
    </div>
  )
}

function Fairness({ view: { draft, fairness, at }, reader }: Props) {
  const texts = reader.say(draftTexts)
  const { people, named } = fairness.without
  const asOf = texts.asOf(`${reader.shortDay(at)} ${reader.time(at)}`)
  const hint = `${texts.gini(reader.hundredths(fairness.giniOfLoad))} ${asOf}`
  return (
    <Card id="fairness" title={texts.fairness} hint={hint}>
      <div class="columns even">
        {fairness.hoursOffDue.length > 0 && <FairnessPicture fairness={fairness} reader={reader} />}
        {draft.score && draft.score.total > 0 && <CostPicture score={draft.score} reader={reader} />}
      </div>
      {people > 0 && (
        <details>
          <summary>{texts.without(people)}</summary>
          <ul class="stack-xs">
            {named.map(({ employeeId, name, why }) => (
              <li key={employeeId}>
                <span class="strong">{name}</span>: {texts.why[why]}
              </li>
            ))}
          </ul>
          {named.length > 0 && named.length < people && (
            <p class="soft">{texts.withoutOthers(people - named.length)}</p>
          )}
        </details>
      )}
    </Card>
  )
}

/** People whose changes are shown at once; in a large company nearly everybody gets something. */
const MOST_CHANGES = 15

function Changes({ view: { changes }, reader }: Props) {
  const texts = reader.say(draftTexts)
  const plan = reader.say(planTexts)
  const touched = changes.filter(({ given, taken }) => given.length + taken.length > 0)
  const loses = {
    heading: plan.loses,
    value: ({ taken }: PersonChange) => <Spans spans={taken} reader={reader} />
  }
  const keeps = {
    heading: texts.keeps,
    value: ({ kept }: PersonChange) => (kept > 0 ? kept : ''),
    isNumber: true
  }
  const table = (rows: PersonChange[]) => (
    <DataTable
      caption={texts.changes}
      rows={rows}
      keyOf={({ employeeId }) => employeeId}
      columns={[
        { heading: plan.person, value: ({ name }) => name },
        { heading: plan.gets, value: ({ given }) => <Spans spans={given} reader={reader} /> },
        ...(touched.some(({ taken }) => taken.length > 0) ? [loses] : []),
        ...(touched.some(({ kept }) => kept > 0) ? [keeps] : [])
      ]}
    />
  )
  const rest = touched.slice(MOST_CHANGES)
  return (
    <Card id="changes" title={texts.changes} hint={texts.changesHint}>
      {touched.length === 0 ? <p class="soft">{texts.noChanges}</p> : table(touched.slice(0, MOST_CHANGES))}
      {rest.length > 0 && (
        <details>
          <summary>{texts.changesOfOthers(rest.length)}</summary>
          {table(rest)}
        </details>
      )}
    </Card>
  )
}

/** A planned draft: how good it is in words and pictures, what it changes for whom, and what to do with it. */
export function DraftPage({ view, reader, told }: Props & { told: string | undefined }) {
  const texts = reader.say(draftTexts)
  const { draft, fairness, weeks } = view
  const whole = { view, reader }
  return (
    <>
      <PageHead
        title={texts.title}
        back={{ href: `/plan/${draft.rotationId}`, label: draft.rotationName }}
        intro={daysInWords(draft, reader)}
      >
        <Badge tone={draft.state === 'published' ? 'good' : 'soft'}>
          {reader.say(planTexts).states[draft.state]}
        </Badge>
        {draft.publicationId && (
          <LinkButton tone="plain" href={`/plan/publications/${draft.publicationId}`}>
            {reader.say(planTexts).publicationTitle}
          </LinkButton>
        )}
      </PageHead>
      <Told text={told} />
      {fairness.factsChanged && draft.state === 'open' && <Note tone="warm">{texts.factsChanged}</Note>}
      {draft.warnings.length > 0 && draft.state === 'open' && <Note tone="warm">{texts.shortNotice}</Note>}
      <Standing {...whole} />
      <Fairness {...whole} />
      <Card id="shifts" title={texts.shifts}>
        {weeks.length > 1 && (
          <Coverage
            caption={texts.coverage}
            heading={texts.coverageRow}
            shifts={draft.shifts.map(({ assignments, ...shift }) => ({
              ...shift,
              timeZone: draft.timeZone,
              people: assignments.length,
              missing: shift.openSeats
            }))}
            weeks={weeks}
            week={texts.week}
            people={texts.onShift}
            missing={texts.open}
            reader={reader}
          />
        )}
        <DraftShifts {...whole} />
      </Card>
      <Changes {...whole} />
    </>
  )
}
