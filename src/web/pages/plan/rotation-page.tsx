import type { PreviewedShift } from '../../../rotations/preview-rotation.ts'
import type { readDrafts } from '../../../rotations/read-drafts.ts'
import type { readPublications } from '../../../rotations/read-publications.ts'
import type { Rotation } from '../../../rotations/rotation-fields.ts'
import { Button, LinkButton } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { Choices, DateField } from '../../components/field.tsx'
import { PageHead } from '../../components/page-head.tsx'
import { Badge, Told } from '../../components/told.tsx'
import type { Reader } from '../../reader.ts'
import { planTexts } from '../../texts/plan.ts'
import { daysInWords } from './days.ts'
import { Pattern } from './pattern.tsx'
import { ShiftWeeks } from './shift-weeks.tsx'

export interface RotationView {
  rotation: Rotation
  shifts: readonly PreviewedShift[]
  drafts: Awaited<ReturnType<typeof readDrafts>>['items']
  publications: Awaited<ReturnType<typeof readPublications>>['items']
  /** Days offered to plan next. */
  next: { fromOn: string; toOn: string }
  today: string
  mayChange: boolean
}

interface Props {
  view: RotationView
  reader: Reader
}

type DraftTone = 'soft' | 'good' | 'warm' | 'bad'
const TONES: Record<string, DraftTone> = { planning: 'warm', failed: 'bad', open: 'warm', published: 'good' }

function PlanForm({ view: { rotation, next, today }, reader }: Props) {
  const texts = reader.say(planTexts)
  const modes = [
    { value: 'plan', label: texts.modePlan },
    { value: 'repair', label: texts.modeRepair }
  ]
  return (
    <Card id="new-draft" title={texts.planPeriod} hint={texts.planHint}>
      <form method="post" action={`/plan/${rotation.id}/drafts`} class="fields">
        <div class="pair">
          <DateField id="from" name="fromOn" label={texts.from} value={next.fromOn} min={today} />
          <DateField id="to" name="toOn" label={texts.to} value={next.toOn} hint={texts.toHint} min={today} />
        </div>
        <Choices name="mode" label={texts.mode} options={modes} value="plan" required />
        <Button icon="plan">{texts.startPlanning}</Button>
      </form>
    </Card>
  )
}

function Drafts({ view: { drafts }, reader }: Props) {
  const texts = reader.say(planTexts)
  return (
    <Card id="drafts" title={texts.drafts}>
      {drafts.length === 0 && <p class="soft">{texts.noDrafts}</p>}
      <ul class="rows">
        {drafts.map(({ id, fromOn, toOn, state, createdAt, createdBy }) => (
          <li key={id}>
            <div class="main">
              <a class="way-on" href={`/plan/drafts/${id}`}>
                {daysInWords({ fromOn, toOn }, reader)}
              </a>
              <p class="soft small">{texts.by(createdBy?.name ?? 'Lyttepost', reader.shortDay(createdAt))}</p>
            </div>
            <Badge tone={TONES[state] ?? 'soft'}>{texts.states[state]}</Badge>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Publications({ view: { publications }, reader }: Props) {
  const texts = reader.say(planTexts)
  return (
    <Card id="publications" title={texts.publications}>
      {publications.length === 0 && <p class="soft">{texts.noPublications}</p>}
      <ul class="rows">
        {publications.map(({ id, fromOn, toOn, publishedAt, publishedBy, given, taken, revertedAt }) => (
          <li key={id}>
            <div class="main">
              <a class="way-on" href={`/plan/publications/${id}`}>
                {daysInWords({ fromOn, toOn }, reader)}
              </a>
              <p class="soft small">
                {texts.by(publishedBy?.name ?? 'Lyttepost', reader.shortDay(publishedAt))}
                {'\u00a0· '}
                {texts.seatsGiven(given, taken)}
              </p>
            </div>
            {revertedAt && <Badge tone="warm">{texts.reverted}</Badge>}
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** One rotation: what it is, its next weeks, its drafts and publications. */
export function RotationPage({ view, reader, told }: Props & { told: string | undefined }) {
  const texts = reader.say(planTexts)
  const { rotation } = view
  const { min, desired, max } = rotation.seats
  const whole = { view, reader }
  return (
    <>
      <PageHead
        title={rotation.name}
        back={{ href: '/plan', label: texts.title }}
        intro={
          <>
            <Pattern slots={rotation.slots} reader={reader} />
            {texts.seatsOf(min, desired, max)}, {texts.hostsOf(rotation.hostsRequired)}
            {'\u00a0· '}
            {rotation.timeZone}
          </>
        }
      >
        {view.mayChange && (
          <LinkButton tone="plain" icon="edit" href={`/plan/${rotation.id}/edit`}>
            {texts.change}
          </LinkButton>
        )}
      </PageHead>
      <Told text={told} />
      <div class="columns">
        <div class="stack">
          {view.mayChange && <PlanForm {...whole} />}
          <Drafts {...whole} />
          <Publications {...whole} />
        </div>
        <Card id="coming" title={texts.coming}>
          <ShiftWeeks shifts={view.shifts} reader={reader} />
        </Card>
      </div>
    </>
  )
}
