import type { PlanStanding } from '../../../rotations/read-plan-standings.ts'
import type { Rotation } from '../../../rotations/rotation-fields.ts'
import { LinkButton } from '../../components/button.tsx'
import { hueOf } from '../../components/hue.ts'
import { PageHead } from '../../components/page-head.tsx'
import { Pagination } from '../../components/pagination.tsx'
import { Badge, EmptyState } from '../../components/told.tsx'
import type { Reader } from '../../reader.ts'
import { planTexts } from '../../texts/plan.ts'
import { Pattern } from './pattern.tsx'

export interface PlanView {
  rotations: Rotation[]
  standings: ReadonlyMap<string, PlanStanding>
  next: string | null
  isFirst: boolean
  mayChange: boolean
}

interface TileProps {
  rotation: Rotation
  standing: PlanStanding | undefined
  reader: Reader
}

function RotationTile({ rotation, standing, reader }: TileProps) {
  const texts = reader.say(planTexts)
  const { min, desired, max } = rotation.seats
  return (
    <li class={`card rotation-tile hue-${hueOf(rotation.id)}`}>
      <h2>
        <a href={`/plan/${rotation.id}`}>{rotation.name}</a>
      </h2>
      <p>
        <Pattern slots={rotation.slots} reader={reader} />
      </p>
      <p class="soft small">
        {texts.seatsOf(min, desired, max)}, {texts.hostsOf(rotation.hostsRequired)}
        {'\u00a0· '}
        {rotation.timeZone}
      </p>
      <div class="row tight">
        {standing?.publishedUntil ? (
          <Badge tone="good">{texts.publishedUntil(reader.date(standing.publishedUntil, 'short'))}</Badge>
        ) : (
          <Badge>{texts.nothingPublished}</Badge>
        )}
        {standing?.waiting && <Badge tone="warm">{texts.draftWaits}</Badge>}
      </div>
      {standing?.waiting && (
        <div class="row">
          <LinkButton tone="plain" href={`/plan/drafts/${standing.waiting.draftId}`} about={rotation.name}>
            {texts.lookAtDraft}
          </LinkButton>
        </div>
      )}
    </li>
  )
}

/** Every rotation, and how far it is planned. */
export function PlanPage({ view, reader }: { view: PlanView; reader: Reader }) {
  const texts = reader.say(planTexts)
  return (
    <>
      <PageHead title={texts.title} intro={texts.intro}>
        {view.mayChange && (
          <LinkButton href="/plan/new" icon="plus">
            {texts.newRotation}
          </LinkButton>
        )}
      </PageHead>
      {view.rotations.length === 0 ? (
        <div class="card">
          <EmptyState icon="plan" title={texts.noRotations}>
            <p>{texts.noRotationsHint}</p>
          </EmptyState>
        </div>
      ) : (
        <ul class="tiles">
          {view.rotations.map((rotation) => (
            <RotationTile
              key={rotation.id}
              rotation={rotation}
              standing={view.standings.get(rotation.id)}
              reader={reader}
            />
          ))}
        </ul>
      )}
      <Pagination
        reader={reader}
        first={view.isFirst ? null : '/plan'}
        next={view.next && `/plan?cursor=${view.next}`}
      />
    </>
  )
}
