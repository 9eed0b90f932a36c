import type { Learning } from '../../../learnings/list-learnings.ts'
import type { ThemeInFull } from '../../../learnings/themes/read-theme.ts'
import { Button } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { PageHead } from '../../components/page-head.tsx'
import { Pagination } from '../../components/pagination.tsx'
import { Badge, Note } from '../../components/told.tsx'
import type { Reader } from '../../reader.ts'
import { learningsTexts } from '../../texts/learnings.ts'
import { splitTexts } from '../../texts/split.ts'
import { TriedAndMet } from './theme-bits.tsx'
import { ThemeWords } from './theme-forms.tsx'

export interface SplitView {
  theme: Pick<ThemeInFull, 'id' | 'title'>
  learnings: readonly Learning[]
  next: string | null
  isFirst: boolean
  /** What was sent without anything ticked, to be sent again. */
  again: { title: string; summary: string } | null
}

interface Props {
  view: SplitView
  reader: Reader
}

function Ticked({ learning, reader }: { learning: Learning; reader: Reader }) {
  const texts = reader.say(learningsTexts)
  return (
    <li>
      <label class="pick">
        <input type="checkbox" name="learningIds" value={learning.id} />
        <span class="stack-xs">
          <TriedAndMet {...learning} />
          <span class="row tight">
            <Badge>{texts.types[learning.type]}</Badge>
            <span class="soft small">
              {texts.by(
                learning.submittedBy.name,
                reader.date(reader.dateOf(learning.shiftStartsAt), 'dated')
              )}
            </span>
          </span>
        </span>
      </label>
    </li>
  )
}

/** What of a theme is about something else, and what that is called. */
export function SplitPage({ view, reader }: Props) {
  const texts = reader.say(splitTexts)
  const { theme, again } = view
  const here = `/learnings/themes/${theme.id}/split`
  return (
    <>
      <PageHead
        title={texts.title}
        back={{ href: `/learnings/themes/${theme.id}`, label: theme.title }}
        intro={texts.intro}
      />
      {again && (
        <Note tone="warm">
          <p>{texts.nothingTicked}</p>
        </Note>
      )}
      <form method="post" action={here} class="stack">
        <Card id="which" title={texts.which} hint={texts.whichHint}>
          <ul class="rows">
            {view.learnings.map((learning) => (
              <Ticked key={learning.id} learning={learning} reader={reader} />
            ))}
          </ul>
        </Card>
        <Card id="new" title={texts.newTheme}>
          <div class="fields">
            <ThemeWords written={again} reader={reader} />
            <Button>{texts.split}</Button>
          </div>
        </Card>
      </form>
      <Pagination
        reader={reader}
        first={view.isFirst ? null : here}
        next={view.next && `${here}?cursor=${view.next}`}
      />
    </>
  )
}
