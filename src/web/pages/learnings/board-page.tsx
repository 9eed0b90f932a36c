import type { ThemeAtAGlance } from '../../../learnings/themes/read-standings.ts'
import { THEME_STATES, type ThemeState } from '../../../words.ts'
import { Button, LinkButton } from '../../components/button.tsx'
import { SelectField } from '../../components/field.tsx'
import { PageHead } from '../../components/page-head.tsx'
import { Pagination } from '../../components/pagination.tsx'
import { Avatar } from '../../components/people.tsx'
import { EmptyState, Note } from '../../components/told.tsx'
import type { Reader } from '../../reader.ts'
import { learningsTexts } from '../../texts/learnings.ts'
import { reportTexts } from '../../texts/reports.ts'
import { ThemeAges } from './theme-ages.tsx'
import { AgeBadge, LearningsNav } from './theme-bits.tsx'

export interface BoardView {
  themes: readonly ThemeAtAGlance[]
  areas: readonly { id: string; name: string }[]
  areaId: string
  /** One state alone, by the page. */
  only: {
    state: ThemeState
    count: number
    themes: readonly ThemeAtAGlance[]
    next: string | null
    isFirst: boolean
  } | null
}

/** The address of the board, or of one state of it. */
function boardAt({ areaId, state, cursor }: { areaId: string; state?: ThemeState; cursor?: string }): string {
  const query = new URLSearchParams({
    ...(areaId && { area: areaId }),
    ...(state && { state }),
    ...(cursor && { cursor })
  })
  return query.size === 0 ? '/learnings' : `/learnings?${query}`
}

interface Props {
  view: BoardView
  reader: Reader
}

/** Cards of one column; the rest are on the pages of the state alone. */
const MOST_CARDS = 12

function ThemeCard({ theme, reader }: { theme: ThemeAtAGlance; reader: Reader }) {
  const texts = reader.say(learningsTexts)
  const { id, title, owner, clock, isOverdue } = theme
  return (
    <li class="card theme-card">
      <a href={`/learnings/themes/${id}`}>{title}</a>
      {/* What was decided is the head of the column. */}
      {clock.waitingDays !== null && (
        <div class="row tight">
          <AgeBadge theme={theme} reader={reader} />
          {isOverdue && <span class="warm small">{texts.overdue}</span>}
        </div>
      )}
      <p class="soft small">{texts.reporters(clock.reporters)}</p>
      <p class="person-line soft small">
        <Avatar id={owner.id} name={owner.name} />
        <span>{owner.name}</span>
      </p>
    </li>
  )
}

interface ColumnProps {
  state: ThemeState
  themes: readonly ThemeAtAGlance[]
  areaId: string
  reader: Reader
}

function BoardColumn({ state, themes, areaId, reader }: ColumnProps) {
  const texts = reader.say(learningsTexts)
  const rest = themes.length - MOST_CARDS
  return (
    <section
      class={themes.length === 0 ? 'board-column bare' : 'board-column'}
      aria-labelledby={`state-${state}`}
    >
      <h2 id={`state-${state}`}>
        {texts.states[state]} <span class="soft">{reader.number(themes.length)}</span>
      </h2>
      {themes.length === 0 && <p class="soft small">{texts.nothingHere}</p>}
      <ul class="stack-s">
        {themes.slice(0, MOST_CARDS).map((theme) => (
          <ThemeCard key={theme.id} theme={theme} reader={reader} />
        ))}
      </ul>
      {rest > 0 && (
        <LinkButton tone="plain" href={boardAt({ areaId, state })} about={texts.states[state]}>
          {texts.more(reader.number(rest))}
        </LinkButton>
      )}
    </section>
  )
}

/** Every theme of one state, by the page. */
function OfState({ only, areaId, reader }: Pick<BoardView, 'areaId'> & OnlyProps) {
  const texts = reader.say(learningsTexts)
  const { state, count, themes, next, isFirst } = only
  return (
    <section class="stack-s" aria-labelledby="state">
      <div class="row apart">
        <h2 id="state">
          {texts.states[state]} <span class="soft">{reader.number(count)}</span>
        </h2>
        <a class="way-on" href={boardAt({ areaId })}>
          {texts.wholeBoard}
        </a>
      </div>
      {count === 0 && <p class="soft">{texts.nothingHere}</p>}
      <ul class="theme-cards">
        {themes.map((theme) => (
          <ThemeCard key={theme.id} theme={theme} reader={reader} />
        ))}
      </ul>
      <Pagination
        reader={reader}
        first={isFirst ? null : boardAt({ areaId, state })}
        next={next && boardAt({ areaId, state, cursor: next })}
      />
    </section>
  )
}

interface OnlyProps {
  only: NonNullable<BoardView['only']>
  reader: Reader
}

/** All themes by state, those that wait longest first; what has waited too long cannot be overlooked. */
export function BoardPage({ view: { themes, areas, areaId, only }, reader }: Props) {
  const texts = reader.say(learningsTexts)
  const tooLong = themes.filter(({ clock }) => clock.stage === 'leadership').length
  return (
    <>
      <PageHead title={texts.title} intro={texts.intro}>
        <LearningsNav page="/learnings" reader={reader} />
      </PageHead>
      {tooLong > 0 && (
        <Note tone="bad">
          <p class="strong">{texts.lookForOverdue(tooLong)}</p>
          <p>
            <a class="way-on" href="/leadership">
              {texts.seeLeadership}
            </a>
          </p>
        </Note>
      )}
      <div class="row apart">
        {areas.length > 0 && (
          <form action="/learnings" class="filters">
            {only && <input type="hidden" name="state" value={only.state} />}
            <SelectField
              id="area"
              name="area"
              label={texts.area}
              options={[
                { value: '', label: texts.allAreas },
                ...areas.map(({ id, name }) => ({ value: id, label: name }))
              ]}
              value={areaId}
            />
            <Button tone="plain">{texts.show}</Button>
          </form>
        )}
        <div class="row tight">
          <LinkButton tone="plain" icon="plus" href="/learnings/new">
            {texts.newTheme}
          </LinkButton>
          <LinkButton tone="plain" icon="download" href="/api/themes.csv">
            {reader.say(reportTexts).csv}
          </LinkButton>
        </div>
      </div>
      {only && <OfState only={only} areaId={areaId} reader={reader} />}
      {only ? null : themes.length === 0 ? (
        <div class="card">
          <EmptyState icon="learning" title={texts.noThemes}>
            <p>{texts.noThemesHint}</p>
          </EmptyState>
        </div>
      ) : (
        <>
          <div class="board">
            {THEME_STATES.map((state) => (
              <BoardColumn
                key={state}
                state={state}
                areaId={areaId}
                themes={themes.filter((theme) => theme.state === state)}
                reader={reader}
              />
            ))}
          </div>
          <ThemeAges themes={themes} reader={reader} />
        </>
      )}
    </>
  )
}
