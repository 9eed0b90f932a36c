import type { LeadershipParticipation } from '../../../leadership/read-participation.ts'
import type { ThemeAtAGlance } from '../../../learnings/themes/read-standings.ts'
import { LinkButton } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { PageHead } from '../../components/page-head.tsx'
import { Pagination } from '../../components/pagination.tsx'
import { EmptyState } from '../../components/told.tsx'
import type { Reader } from '../../reader.ts'
import { leadershipTexts } from '../../texts/leadership.ts'
import { learningsTexts } from '../../texts/learnings.ts'
import { LeadershipNav } from '../leadership/leadership-nav.tsx'
import { Overrides, Participation } from '../leadership/participation.tsx'
import { AsKnown, OfThePast } from './as-known.tsx'
import { ThemeAges } from './theme-ages.tsx'
import { moneyInWords } from './theme-bits.tsx'

export interface LeadershipView {
  first: readonly ThemeAtAGlance[]
  all: readonly ThemeAtAGlance[]
  /** Of today; null on a page of the past. */
  participation: LeadershipParticipation | null
  /** The day that it is read as of; empty: as it stands. */
  asOf: string
  /** A page of those behind the first. */
  rest: readonly ThemeAtAGlance[]
  next: string | null
  isFirst: boolean
}

/** The address of a page of those behind the first. */
function restAt(asOf: string, cursor?: string): string {
  const query = new URLSearchParams({ ...(asOf && { asOf }), ...(cursor && { cursor }) })
  return `/leadership${query.size === 0 ? '' : `?${query}`}#rest`
}

interface Props {
  view: LeadershipView
  reader: Reader
}

const addressOf = (themeId: string, asOf: string) =>
  `/learnings/themes/${themeId}${asOf === '' ? '' : `?asOf=${asOf}`}`

function LongUnheard({ theme, asOf, reader }: { theme: ThemeAtAGlance; asOf: string; reader: Reader }) {
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
      <LinkButton href={addressOf(id, asOf)} about={title}>
        {asOf === '' ? texts.decide : texts.look}
      </LinkButton>
    </li>
  )
}

/** What leaders cannot fail to see: what customers have said for thirty days and more, and whether they listen themselves. */
export function LeadershipPage({ view, reader }: Props) {
  const texts = reader.say(leadershipTexts)
  const { first, all, rest, next, isFirst, participation, asOf } = view
  const at = { page: '/leadership', asOf, reader }
  const hours = all.reduce((sum, { price }) => sum + price.hours, 0)
  return (
    <>
      <PageHead title={texts.title} intro={texts.intro}>
        <LeadershipNav page="/leadership" reader={reader} />
      </PageHead>
      <OfThePast {...at} />
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
              <LongUnheard key={theme.id} theme={theme} asOf={asOf} reader={reader} />
            ))}
          </ol>
        </>
      )}
      {rest.length > 0 && (
        <Card id="rest" title={`${texts.rest} (${reader.number(all.length - first.length)})`}>
          <ul class="rows">
            {rest.map(({ id, title, clock }) => (
              <li key={id}>
                <a href={addressOf(id, asOf)}>{title}</a>
                <span>{reader.say(learningsTexts).days(clock.waitingDays ?? 0)}</span>
              </li>
            ))}
          </ul>
          <Pagination
            reader={reader}
            first={isFirst ? null : restAt(asOf)}
            next={next && restAt(asOf, next)}
          />
        </Card>
      )}
      {participation && (
        <div class="columns even">
          <Participation participation={participation} reader={reader} />
          <Overrides participation={participation} reader={reader} />
        </div>
      )}
      <AsKnown {...at} csv="/api/themes.csv" />
    </>
  )
}
