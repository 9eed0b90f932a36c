import type { Evidence, Goal, Season } from '../../../seasons/read-seasons.ts'
import { Action, LinkButton } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { PageHead } from '../../components/page-head.tsx'
import { Badge, EmptyState, Note, Told } from '../../components/told.tsx'
import type { CharterView } from '../../read-seasons-page.ts'
import type { Reader } from '../../reader.ts'
import { gapTexts } from '../../texts/gap.ts'
import { seasonTexts } from '../../texts/seasons.ts'
import { SeasonHead, StateBadge, seasonDays } from './season-head.tsx'

interface Props {
  view: CharterView
  reader: Reader
}

function EvidenceText({
  evidence: { kind, sourceId, text },
  reader
}: {
  evidence: Evidence
  reader: Reader
}) {
  if (text === null) return <span class="soft">{reader.say(seasonTexts).erased}</span>
  if (kind !== 'theme') return <span>{text}</span>
  return (
    <a class="way-on" href={`/learnings/themes/${sourceId}`}>
      {text}
    </a>
  )
}

function EvidenceRow({ evidence, view, reader }: { evidence: Evidence } & Props) {
  const texts = reader.say(seasonTexts)
  const { season, rights, me } = view
  const mayDetach = season.state !== 'closed' && (rights.mayDeclare || evidence.attachedBy.id === me)
  return (
    <li>
      <div class="main">
        <Badge>{texts.kinds[evidence.kind]}</Badge> <EvidenceText evidence={evidence} reader={reader} />
        <p class="soft small">
          {texts.attachedBy(
            evidence.attachedBy.name,
            reader.date(reader.dateOf(evidence.attachedAt), 'dayMonth')
          )}
        </p>
      </div>
      {mayDetach && (
        <Action
          to={`/seasons/${season.id}/evidence/${evidence.id}/detach`}
          tone="quiet"
          about={evidence.text ?? undefined}
        >
          {texts.detach}
        </Action>
      )}
    </li>
  )
}

function GoalCard({ goal, place, view, reader }: { goal: Goal; place: number } & Props) {
  const texts = reader.say(seasonTexts)
  const { id, season } = { id: goal.id, season: view.season }
  return (
    <section class="card goal" aria-labelledby={`goal-${id}`}>
      <div class="row apart">
        <p class="soft small strong">{texts.goal(place)}</p>
        {goal.lacksEvidence ? (
          <Badge tone="warm">{texts.noEvidence}</Badge>
        ) : (
          <Badge tone="good">{texts.evidence(goal.evidence.length)}</Badge>
        )}
      </div>
      <h2 id={`goal-${id}`}>{goal.goal}</h2>
      <dl class="terms">
        <div>
          <dt>{texts.measure}</dt>
          <dd>{goal.measure}</dd>
        </div>
        <div>
          <dt>{texts.strategyLine}</dt>
          <dd>{goal.strategyLine}</dd>
        </div>
      </dl>
      {goal.lacksEvidence && <p class="soft">{texts.noEvidenceHint}</p>}
      <ul class="rows">
        {goal.evidence.map((evidence) => (
          <EvidenceRow key={evidence.id} evidence={evidence} view={view} reader={reader} />
        ))}
      </ul>
      {season.state !== 'closed' && (
        <LinkButton
          href={`/seasons/${season.id}/goals/${id}/evidence`}
          tone="plain"
          icon="plus"
          about={goal.goal}
        >
          {texts.attach}
        </LinkButton>
      )}
    </section>
  )
}

function Others({ seasons, reader }: { seasons: readonly Season[]; reader: Reader }) {
  const texts = reader.say(seasonTexts)
  if (seasons.length === 0) return null
  return (
    <Card id="others" title={texts.others}>
      <ul class="rows">
        {seasons.map((season) => {
          const shown = season.goals.filter(({ lacksEvidence }) => !lacksEvidence).length
          return (
            <li key={season.id}>
              <div class="main">
                <a class="strong way-on" href={`/seasons/${season.id}`}>
                  {season.name}
                </a>
                <p class="soft small">
                  {seasonDays(season, reader)} · {texts.reached(shown, season.goals.length)}
                </p>
              </div>
              <StateBadge state={season.state} reader={reader} />
            </li>
          )
        })}
      </ul>
    </Card>
  )
}

/** What a season sets out to do, and what shows whether it gets there; the other seasons below. */
export function CharterPage({ view, reader, told }: Props & { told: string | undefined }) {
  const texts = reader.say(seasonTexts)
  const { season, others, rights } = view
  const isGuessing = season.state === 'planned' && rights.isAskedToGuess
  return (
    <>
      <SeasonHead season={season} page="charter" reader={reader}>
        {rights.mayDeclare && season.state !== 'closed' && (
          <LinkButton href={`/seasons/${season.id}/edit`} tone="plain" icon="edit">
            {texts.change}
          </LinkButton>
        )}
        {rights.mayDeclare && (
          <LinkButton href="/seasons/new" tone="plain" icon="plus">
            {texts.declare}
          </LinkButton>
        )}
      </SeasonHead>
      <Told text={told} />
      {isGuessing && (
        <Note tone="warm">
          <p class="strong">{reader.say(gapTexts).percent}</p>
          <p>
            <a class="way-on" href={`/seasons/${season.id}/gap`}>
              {reader.say(gapTexts).send}
            </a>
          </p>
        </Note>
      )}
      <div class="goals">
        {season.goals.map((goal, at) => (
          <GoalCard key={goal.id} goal={goal} place={at + 1} view={view} reader={reader} />
        ))}
      </div>
      <Others seasons={others} reader={reader} />
    </>
  )
}

/** Before anybody has declared a season. */
export function NoSeasonPage({ mayDeclare, reader }: { mayDeclare: boolean; reader: Reader }) {
  const texts = reader.say(seasonTexts)
  return (
    <>
      <PageHead title={texts.title} />
      <div class="card">
        <EmptyState icon="season" title={texts.none}>
          <p>{texts.noneHint}</p>
          {mayDeclare ? (
            <LinkButton href="/seasons/new" icon="plus">
              {texts.declare}
            </LinkButton>
          ) : (
            <p>{texts.noneAsk}</p>
          )}
        </EmptyState>
      </div>
    </>
  )
}
