import type { readMyViews } from '../../../privacy/read-my-views.ts'
import { LinkButton } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { PageHead } from '../../components/page-head.tsx'
import { Pagination } from '../../components/pagination.tsx'
import { EmptyState } from '../../components/told.tsx'
import type { Reader } from '../../reader.ts'
import { myDataTexts } from '../../texts/my-data.ts'

type Views = Awaited<ReturnType<typeof readMyViews>>

interface Props {
  views: Views
  isFirst: boolean
  reader: Reader
}

function ViewLine({ view, reader }: { view: Views['items'][number]; reader: Reader }) {
  const texts = reader.say(myDataTexts)
  const { viewer, viewedAt, what, purpose } = view
  return (
    <li>
      <div>
        <div class="day">{viewer?.name ?? texts.system}</div>
        <small>
          {reader.date(reader.dateOf(viewedAt), 'dated')}, {reader.time(viewedAt)} ·{' '}
          {texts.looked(texts.what[what] ?? what)}
          {purpose !== null && ` · ${texts.purpose(purpose)}`}
        </small>
      </div>
    </li>
  )
}

/** Who looked at somebody, for them, and a copy of all that is held about them. */
export function MyDataPage({ views, isFirst, reader }: Props) {
  const texts = reader.say(myDataTexts)
  const { items, nextCursor } = views
  return (
    <>
      <PageHead title={texts.title} intro={texts.intro} />
      <Card id="views" title={texts.views}>
        {items.length === 0 ? (
          <EmptyState icon="person" title={texts.none} />
        ) : (
          <ul class="rows">
            {items.map((view) => (
              <ViewLine key={view.id} view={view} reader={reader} />
            ))}
          </ul>
        )}
        <p class="soft">{texts.viewsHint}</p>
        <Pagination
          reader={reader}
          first={isFirst ? null : '/me/data'}
          next={nextCursor && `/me/data?cursor=${encodeURIComponent(nextCursor)}`}
        />
      </Card>
      <Card id="copy" title={texts.copy}>
        <p>{texts.copyHint}</p>
        <div class="row">
          <LinkButton tone="plain" icon="download" href="/api/me/export" fileName="lyttepost-about-me.json">
            {texts.download}
          </LinkButton>
        </div>
      </Card>
    </>
  )
}
