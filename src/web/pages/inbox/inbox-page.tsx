import type { readInbox } from '../../../notices/inbox.ts'
import { NOTICE_SETTINGS } from '../../../notices/kinds.ts'
import { Action, LinkButton } from '../../components/button.tsx'
import { PageHead } from '../../components/page-head.tsx'
import { Pagination } from '../../components/pagination.tsx'
import { Badge, EmptyState } from '../../components/told.tsx'
import type { Reader } from '../../reader.ts'
import { inboxTexts } from '../../texts/inbox.ts'

export type Inbox = Awaited<ReturnType<typeof readInbox>>
type Notice = Inbox['items'][number]

/** Notices of the same day, in their order. */
function byDay(items: readonly Notice[], reader: Reader): { onDay: string; items: Notice[] }[] {
  const days: { onDay: string; items: Notice[] }[] = []
  for (const item of items) {
    const onDay = reader.dateOf(item.createdAt)
    if (days.at(-1)?.onDay !== onDay) days.push({ onDay, items: [] })
    days.at(-1)!.items.push(item)
  }
  return days
}

/** Lines that begin with a dash, as they do in mail, are a list here. */
export function NoticeText({ text }: { text: string }) {
  const parts = text.split(/\n{2,}/).filter((part) => part.trim() !== '')
  if (parts.length === 0) return null
  return (
    <div class="notice-text stack-xs">
      {parts.map((part) => {
        const lines = part.split('\n')
        const isList = lines.every((line) => line.startsWith('- '))
        return isList ? (
          <ul key={part} class="bullets">
            {lines.map((line) => (
              <li key={line}>{line.slice(2)}</li>
            ))}
          </ul>
        ) : (
          <p key={part}>{part}</p>
        )
      })}
    </div>
  )
}

function Item({ notice, reader }: { notice: Notice; reader: Reader }) {
  const texts = reader.say(inboxTexts)
  const isUnread = notice.readAt === null
  return (
    <li class={isUnread ? 'notice unread' : 'notice'}>
      <div class="row apart">
        <h3>
          {isUnread && <span class="visually-hidden">{texts.unread}: </span>}
          {notice.title}
        </h3>
        <span class="row tight">
          {notice.isStale && <Badge>{texts.settled}</Badge>}
          <small>
            <time dateTime={notice.createdAt.toISOString()}>{reader.time(notice.createdAt)}</time>
          </small>
        </span>
      </div>
      <NoticeText text={notice.text} />
      <div class="row">
        {!notice.isStale && notice.link !== '/inbox' && (
          <LinkButton href={notice.link} tone="plain" about={notice.title}>
            {notice.act}
          </LinkButton>
        )}
        {isUnread && (
          <Action to={`/inbox/${notice.id}/reading`} tone="quiet" about={notice.title}>
            {texts.read}
          </Action>
        )}
      </div>
    </li>
  )
}

interface PageProps {
  inbox: Inbox
  now: Date
  /** Whether these are the newest. */
  isFirst: boolean
  reader: Reader
}

/** What has changed for me, newest first, as things are now. */
export function InboxPage({ inbox, now, isFirst, reader }: PageProps) {
  const texts = reader.say(inboxTexts)
  const today = reader.dateOf(now)
  const next = inbox.nextCursor && `/inbox?cursor=${encodeURIComponent(inbox.nextCursor)}`
  return (
    <>
      <PageHead title={texts.title} intro={texts.intro(inbox.unread)}>
        <LinkButton href={NOTICE_SETTINGS} tone="plain" icon="settings">
          {texts.settings}
        </LinkButton>
        {inbox.unread > 0 && (
          <Action to="/inbox/reading" fields={{ until: now.toISOString() }} tone="plain" icon="check">
            {texts.readAll}
          </Action>
        )}
      </PageHead>
      {inbox.items.length === 0 && (
        <EmptyState icon="inbox" title={texts.empty}>
          <p>{texts.emptyHint}</p>
        </EmptyState>
      )}
      {byDay(inbox.items, reader).map(({ onDay, items }) => (
        <section key={onDay} class="inbox-day" aria-labelledby={`day-${onDay}`}>
          <h2 id={`day-${onDay}`} class="sentence">
            {onDay === today ? texts.today : reader.date(onDay)}
          </h2>
          <ul class="card notices">
            {items.map((notice) => (
              <Item key={notice.id} notice={notice} reader={reader} />
            ))}
          </ul>
        </section>
      ))}
      <Pagination reader={reader} first={isFirst ? null : '/inbox'} next={next} />
    </>
  )
}
