import type { LeadershipParticipation } from '../../../leadership/read-participation.ts'
import type { Theme } from '../../../learnings/themes/read-standings.ts'
import { LinkButton } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { PageHead } from '../../components/page-head.tsx'
import { EmptyState } from '../../components/told.tsx'
import type { Reader } from '../../reader.ts'
import { leadershipTexts } from '../../texts/leadership.ts'
import { learningsTexts } from '../../texts/learnings.ts'
import { LeadershipNav } from '../leadership/leadership-nav.tsx'
import { Overrides, Participation } from '../leadership/participation.tsx'
import { ThemeAges } from './theme-ages.tsx'
import { moneyInWords } from './theme-bits.tsx'

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

/** What leaders cannot fail to see: what customers have said for thirty days and more, and whether they listen themselves. */
export function LeadershipPage({ view, reader }: Props) {
  const texts = reader.say(leadershipTexts)
  const { first, all } = view
  const rest = all.slice(first.length)
  const hours = all.reduce((sum, { price }) => sum + price.hours, 0)
  return (
    <>
      <PageHead title={texts.title} intro={texts.intro}>
        <LeadershipNav page="/leadership" reader={reader} />
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
          <ThemeAges themes={all} reader={reader} />
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
        <Participation participation={view.participation} reader={reader} />
        <Overrides participation={view.participation} reader={reader} />
      </div>
    </>
  )
}
