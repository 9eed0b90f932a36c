import type { Theme } from '../../../learnings/themes/read-standings.ts'
import { THEME_STATES, type ThemeState } from '../../../words.ts'
import { Button, LinkButton } from '../../components/button.tsx'
import { SelectField } from '../../components/field.tsx'
import { PageHead } from '../../components/page-head.tsx'
import { Avatar } from '../../components/people.tsx'
import { EmptyState, Note } from '../../components/told.tsx'
import type { Reader } from '../../reader.ts'
import { learningsTexts } from '../../texts/learnings.ts'
import { reportTexts } from '../../texts/reports.ts'
import { ThemeAges } from './theme-ages.tsx'
import { AgeBadge, LearningsNav } from './theme-bits.tsx'

export interface BoardView {
  themes: readonly Theme[]
  areas: readonly { id: string; name: string }[]
  areaId: string
}

interface Props {
  view: BoardView
  reader: Reader
}

/** Cards of one column; the rest by the state alone. */
const MOST_CARDS = 12

function ThemeCard({ theme, reader }: { theme: Theme; reader: Reader }) {
  const texts = reader.say(learningsTexts)
  const { id, title, owner, clock, isOverdue } = theme
  return (
    <li class="card theme-card">
      <a href={`/learnings/themes/${id}`}>{title}</a>
      <div class="row tight">
        <AgeBadge theme={theme} reader={reader} />
        {isOverdue && <span class="warm small">{texts.overdue}</span>}
      </div>
      <p class="person-line soft small">
        <Avatar id={owner.id} name={owner.name} />
        <span>
          {owner.name} · {texts.reporters(clock.reporters)}
        </span>
      </p>
    </li>
  )
}

function BoardColumn({ state, themes, reader }: { state: ThemeState; themes: Theme[]; reader: Reader }) {
  const texts = reader.say(learningsTexts)
  const rest = themes.length - MOST_CARDS
  return (
    <section
      class={themes.length === 0 ? 'board-column bare' : 'board-column'}
      aria-labelledby={`state-${state}`}
    >
      <h2 id={`state-${state}`}>
        {texts.states[state]} <span class="soft">{themes.length}</span>
      </h2>
      {themes.length === 0 && <p class="soft small">{texts.nothingHere}</p>}
      <ul class="stack-s">
        {themes.slice(0, MOST_CARDS).map((theme) => (
          <ThemeCard key={theme.id} theme={theme} reader={reader} />
        ))}
      </ul>
      {rest > 0 && (
        <details>
          <summary>{texts.more(rest)}</summary>
          <ul class="stack-s">
            {themes.slice(MOST_CARDS).map((theme) => (
              <ThemeCard key={theme.id} theme={theme} reader={reader} />
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

/** All themes by state, those that wait longest first; what has waited too long cannot be overlooked. */
export function BoardPage({ view: { themes, areas, areaId }, reader }: Props) {
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
            <a href="/leadership">{texts.seeLeadership}</a>
          </p>
        </Note>
      )}
      <div class="row apart">
        {areas.length > 0 && (
          <form action="/learnings" class="filters">
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
        <LinkButton tone="plain" icon="plus" href="/learnings/new">
          {texts.newTheme}
        </LinkButton>
        <LinkButton tone="plain" icon="download" href="/api/themes.csv">
          {reader.say(reportTexts).csv}
        </LinkButton>
      </div>
      {themes.length === 0 ? (
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
