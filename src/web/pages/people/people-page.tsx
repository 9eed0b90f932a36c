import type { listEmployees } from '../../../directory/people.ts'
import { Button, LinkButton } from '../../components/button.tsx'
import { SelectField, TextField } from '../../components/field.tsx'
import { PageHead } from '../../components/page-head.tsx'
import { Pagination } from '../../components/pagination.tsx'
import { Avatar } from '../../components/people.tsx'
import { Tick } from '../../components/ticks.tsx'
import { Badge, EmptyState, Told } from '../../components/told.tsx'
import type { Reader } from '../../reader.ts'
import { peopleTexts } from '../../texts/people.ts'
import { startTexts } from '../../texts/start.ts'

type Person = Awaited<ReturnType<typeof listEmployees>>['items'][number]

export interface PeopleView {
  people: readonly Person[]
  teams: readonly { id: string; name: string }[]
  look: { q: string; team: string; gone: boolean }
  next: string | null
  isFirst: boolean
}

interface Props {
  view: PeopleView
  reader: Reader
}

const addressOf = ({ q, team, gone }: PeopleView['look'], cursor?: string) =>
  `/people?${new URLSearchParams({
    ...(q && { q }),
    ...(team && { team }),
    ...(gone && { gone: 'yes' }),
    ...(cursor && { cursor })
  })}`

function Filters({ view: { look, teams }, reader }: Props) {
  const texts = reader.say(peopleTexts)
  return (
    <form action="/people" class="filters">
      <TextField id="q" name="q" label={texts.search} maxLength={100} value={look.q} optional="" />
      <SelectField
        id="team"
        name="team"
        label={texts.team}
        options={[
          { value: '', label: texts.allTeams },
          ...teams.map(({ id, name }) => ({ value: id, label: name }))
        ]}
        value={look.team}
      />
      <Tick name="gone" label={texts.gone} isTicked={look.gone} />
      <Button tone="plain" icon="search">
        {texts.find}
      </Button>
    </form>
  )
}

function PersonRow({ person, reader }: { person: Person; reader: Reader }) {
  const texts = reader.say(peopleTexts)
  const { id, name, title, team, level, isHost, isActive } = person
  return (
    <li>
      <div class="main person-line">
        <Avatar id={id} name={name} />
        <span>
          <a class="strong" href={`/people/${id}`}>
            {name}
          </a>
          <span class="soft small block">{[title, team.name].filter(Boolean).join('\u00a0· ')}</span>
        </span>
      </div>
      <span class="row tight">
        {level !== 'staff' && <Badge>{texts.level[level]}</Badge>}
        {isHost && <Badge tone="good">{texts.host}</Badge>}
        {!isActive && <Badge tone="warm">{texts.left}</Badge>}
      </span>
    </li>
  )
}

/** Everybody, by name, to search and to page through; on a first run with the way to its next step. */
export function PeoplePage({
  view,
  reader,
  told,
  isFirstRun
}: Props & { told: string | undefined; isFirstRun: boolean }) {
  const texts = reader.say(peopleTexts)
  const { people, look, next, isFirst } = view
  return (
    <>
      <PageHead title={texts.title} intro={texts.intro}>
        <LinkButton href="/people/import" icon="plus">
          {texts.import}
        </LinkButton>
      </PageHead>
      <Told text={told}>
        {isFirstRun && (
          <p>
            <a class="way-on" href="/start">
              {reader.say(startTexts).next}
            </a>
          </p>
        )}
      </Told>
      <Filters view={view} reader={reader} />
      <div class="card">
        {people.length === 0 ? (
          <EmptyState icon="person" title={texts.none}>
            <p>{texts.noneHint}</p>
          </EmptyState>
        ) : (
          <ul class="rows person-list">
            {people.map((person) => (
              <PersonRow key={person.id} person={person} reader={reader} />
            ))}
          </ul>
        )}
      </div>
      <Pagination
        reader={reader}
        first={isFirst ? null : addressOf(look)}
        next={next && addressOf(look, next)}
      />
    </>
  )
}
