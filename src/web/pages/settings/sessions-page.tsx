import type { SIGN_IN_WAYS } from '../../../words.ts'
import { browserName } from '../../browser-name.ts'
import { Action } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { PageHead } from '../../components/page-head.tsx'
import { Badge, Told } from '../../components/told.tsx'
import type { Reader } from '../../reader.ts'
import { sessionTexts } from '../../texts/sessions.ts'

export interface SessionView {
  id: string
  openedBy: (typeof SIGN_IN_WAYS)[number]
  userAgent: string | null
  createdAt: Date
  lastSeenAt: Date | null
  isCurrent?: boolean
}

interface Props {
  reader: Reader
  now: Date
}

const HOUR_MS = 3_600_000

/** One session in words: which browser, since when, by which way, when last. */
export function SessionWords({ session, reader, now }: Props & { session: SessionView }) {
  const texts = reader.say(sessionTexts)
  const { createdAt, lastSeenAt, openedBy, userAgent, isCurrent = false } = session
  const isFresh = lastSeenAt === null || now.getTime() - lastSeenAt.getTime() < HOUR_MS
  return (
    <div>
      <div class="day row tight">
        {browserName(userAgent) ?? texts.unknown} {isCurrent && <Badge tone="good">{texts.here}</Badge>}
      </div>
      <small>
        {texts.since(reader.shortDay(createdAt), texts.openedBy[openedBy])} ·{' '}
        {isFresh ? texts.seenNow : texts.seen(reader.away(now, lastSeenAt))}
      </small>
    </div>
  )
}

/** Where somebody is signed in themselves. */
export function SessionsPage({
  sessions,
  told,
  ...how
}: Props & { sessions: readonly SessionView[]; told: string | undefined }) {
  const texts = how.reader.say(sessionTexts)
  return (
    <>
      <PageHead title={texts.title} intro={texts.intro} />
      <Told text={told} />
      <Card id="sessions" title={texts.list}>
        <ul class="rows">
          {sessions.map((session) => (
            <li key={session.id}>
              <SessionWords session={session} {...how} />
              {!session.isCurrent && (
                <Action
                  to={`/me/sessions/${session.id}`}
                  tone="plain"
                  about={browserName(session.userAgent) ?? texts.unknown}
                >
                  {texts.end}
                </Action>
              )}
            </li>
          ))}
        </ul>
        {sessions.length > 1 && (
          <Action to="/me/sessions" tone="plain" icon="leave">
            {texts.endOthers}
          </Action>
        )}
      </Card>
    </>
  )
}
