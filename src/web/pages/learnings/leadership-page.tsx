import type { LeadershipParticipation } from '../../../leadership/read-participation.ts'
import type { Theme } from '../../../learnings/themes/read-standings.ts'
import { LinkButton } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { BarChart } from '../../components/charts/bar-chart.tsx'
import { PageHead } from '../../components/page-head.tsx'
import { EmptyState } from '../../components/told.tsx'
import type { Reader } from '../../reader.ts'
import { leadershipTexts } from '../../texts/leadership.ts'
import { learningsTexts } from '../../texts/learnings.ts'
import { LearningsNav, moneyInWords } from './theme-bits.tsx'

export interface LeadershipView {
  first: readonly Theme[]
  all: readonly Theme[]
  participation: LeadershipParticipation
}

interface Props {
  view: LeadershipView
  reader: Reader
}

function LongUnheard({ theme, reader }: { theme: Theme; reader: Reader }) {
  const texts = reader.say(leadershipTexts)
  const said = reader.say(learningsTexts)
  const { id, title, owner, clock, price, waitingSince } = theme
  const money = moneyInWords(price, reader)
  return (
    <li class="card long-unheard">
      <p class="days">
        <strong>{reader.number(clock.waitingDays ?? 0)}</strong>{' '}
        <span>{said.days(clock.waitingDays ?? 0).replace(/^\S+\s/, '')}</span>
      </p>
      <div class="stack-xs">
        <h2>{title}</h2>
        <p class="soft">
          {said.owner(owner.name)} · {said.reporters(clock.reporters)}
          {waitingSince && ` · ${texts.since(reader.date(reader.dateOf(waitingSince), 'dated'))}`}
        </p>
        <p>
          {said.priceHours(reader.number(price.hours))}
          {money !== '' && <span class="strong"> · {money}</span>}
        </p>
      </div>
      <LinkButton href={`/learnings/themes/${id}`} about={title}>
        {texts.decide}
      </LinkButton>
    </li>
  )
}

function Participation({ view: { participation }, reader }: Props) {
  const texts = reader.say(leadershipTexts)
  const { leaders, everybody } = participation
  const groups = [
    { label: texts.leaders, group: leaders },
    { label: texts.everybody, group: everybody }
  ]
  const shown = groups.flatMap(({ label, group }) => (group ? [{ label, ...group }] : []))
  return (
    <Card id="participation" title={texts.participation} hint={texts.participationHint}>
      {shown.length > 0 && (
        <BarChart
          caption={texts.participation}
          headings={[texts.group, texts.share]}
          bars={shown.map(({ label, shareDone }) => ({ label, value: shareDone ?? 0 }))}
          say={reader.percent}
          reader={reader}
        />
      )}
      <ul class="stack-xs">
        {groups.map(({ label, group }) => (
          <li key={label}>
            <span class="strong">{label}</span>:{' '}
            {group ? texts.tookPart(group.tookPart, group.people) : texts.withheld}
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Overrides({ view: { participation }, reader }: Props) {
  const texts = reader.say(leadershipTexts)
  const { overrides } = participation
  return (
    <Card id="overrides" title={texts.overrides}>
      {overrides.length === 0 && <p class="soft">{texts.noOverrides}</p>}
      <ul class="rows">
        {overrides.map(({ publicationId, rotationName, leaders, reason, overriddenAt, overriddenBy }) => (
          <li key={publicationId}>
            <div class="main">
              <span class="strong">{texts.override(rotationName, leaders)}</span>
              <p>{reason}</p>
              <p class="soft small">
                {overriddenBy?.name ?? 'Lyttepost'}, {reader.day(overriddenAt)}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** What leaders cannot fail to see: what customers have said for thirty days and more, and whether they listen themselves. */
export function LeadershipPage({ view, reader }: Props) {
  const texts = reader.say(leadershipTexts)
  const { first, all } = view
  const rest = all.slice(first.length)
  const hours = all.reduce((sum, { price }) => sum + price.hours, 0)
  return (
    <>
      <PageHead title={texts.title} intro={texts.intro}>
        <LearningsNav page="/leadership" reader={reader} />
      </PageHead>
      {all.length === 0 ? (
        <div class="card">
          <EmptyState icon="check" title={texts.none}>
            <p>{texts.noneHint}</p>
          </EmptyState>
        </div>
      ) : (
        <>
          <section class="card hero alarm">
            <p class="when">{texts.waiting(all.length)}</p>
            <p>{texts.cost(reader.number(hours))}</p>
          </section>
          <ol class="stack-s">
            {first.map((theme) => (
              <LongUnheard key={theme.id} theme={theme} reader={reader} />
            ))}
          </ol>
        </>
      )}
      {rest.length > 0 && (
        <Card id="rest" title={texts.rest}>
          <ul class="rows">
            {rest.map(({ id, title, clock }) => (
              <li key={id}>
                <a href={`/learnings/themes/${id}`}>{title}</a>
                <span>{reader.say(learningsTexts).days(clock.waitingDays ?? 0)}</span>
              </li>
            ))}
          </ul>
        </Card>
      )}
      <div class="columns even">
        <Participation view={view} reader={reader} />
        <Overrides view={view} reader={reader} />
      </div>
    </>
  )
}
