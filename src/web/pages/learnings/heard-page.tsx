import type { Learning } from '../../../learnings/list-learnings.ts'
import { Button } from '../../components/button.tsx'
import { SelectField } from '../../components/field.tsx'
import { PageHead } from '../../components/page-head.tsx'
import { Pagination } from '../../components/pagination.tsx'
import { Badge, EmptyState, Told } from '../../components/told.tsx'
import type { Reader } from '../../reader.ts'
import { learningsTexts } from '../../texts/learnings.ts'
import { LearningsNav, TriedAndMet } from './theme-bits.tsx'

export interface HeardView {
  learnings: readonly Learning[]
  /** Where they could be put. */
  themes: readonly { id: string; title: string }[]
  next: string | null
  isFirst: boolean
  me: string
  /** Whether the reader may put in what others heard. */
  mayGather: boolean
}

interface Props {
  view: HeardView
  reader: Reader
}

function LearningRow({ learning, view, reader }: { learning: Learning } & Props) {
  const texts = reader.say(learningsTexts)
  const { id, type, triedTo, obstacle, customerWords, theme, submittedBy, submittedAt } = learning
  const mayPut = view.mayGather || submittedBy.id === view.me
  return (
    <li>
      <p class="row tight">
        <Badge>{texts.types[type]}</Badge>
        <span class="soft small">
          {texts.by(submittedBy.name, reader.date(reader.dateOf(submittedAt), 'dated'))}
        </span>
      </p>
      <TriedAndMet triedTo={triedTo} obstacle={obstacle} />
      {customerWords && (
        <blockquote>
          <p>{customerWords}</p>
        </blockquote>
      )}
      {theme ? (
        <p class="small">
          {texts.inTheme} <a href={`/learnings/themes/${theme.id}`}>{theme.title}</a>
        </p>
      ) : (
        <Badge tone="warm">{texts.noTheme}</Badge>
      )}
      {!theme && mayPut && view.themes.length > 0 && (
        <details>
          <summary>
            {texts.putInto}
            <span class="visually-hidden">: {triedTo}</span>
          </summary>
          <form method="post" action={`/learnings/heard/${id}/theme`} class="filters">
            <SelectField
              id={`theme-${id}`}
              name="themeId"
              label={texts.theme}
              options={view.themes.map((one) => ({ value: one.id, label: one.title }))}
            />
            <Button tone="plain">{texts.put}</Button>
          </form>
        </details>
      )}
    </li>
  )
}

/** All that was handed in, newest first, and in which theme it is. */
export function HeardPage({ view, reader, told }: Props & { told: string | undefined }) {
  const texts = reader.say(learningsTexts)
  return (
    <>
      <PageHead title={texts.heard}>
        <LearningsNav page="/learnings/heard" reader={reader} />
      </PageHead>
      <Told text={told} />
      <div class="card">
        {view.learnings.length === 0 ? (
          <EmptyState icon="learning" title={texts.nothingHeard} />
        ) : (
          <ul class="heard">
            {view.learnings.map((learning) => (
              <LearningRow key={learning.id} learning={learning} view={view} reader={reader} />
            ))}
          </ul>
        )}
      </div>
      <Pagination
        reader={reader}
        first={view.isFirst ? null : '/learnings/heard'}
        next={view.next && `/learnings/heard?cursor=${view.next}`}
      />
    </>
  )
}
