import { Action } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import type { Reader } from '../../reader.ts'
import { sessionTexts } from '../../texts/sessions.ts'
import { type SessionView, SessionWords } from '../settings/sessions-page.tsx'

export interface SignInsView {
  sessions: readonly SessionView[]
  identities: readonly { id: string; issuer: string; linkedAt: Date }[]
}

interface Props {
  employeeId: string
  signIns: SignInsView
  reader: Reader
  now: Date
}

/** Where a person is signed in and by which accounts, with the ends of both. For administrators. */
export function SignInsCard({ employeeId, signIns: { sessions, identities }, reader, now }: Props) {
  const texts = reader.say(sessionTexts)
  return (
    <Card id="signed-in" title={texts.personTitle}>
      {sessions.length === 0 && <p class="soft">{texts.personNone}</p>}
      <ul class="rows">
        {sessions.map((session) => (
          <li key={session.id}>
            <SessionWords session={session} reader={reader} now={now} />
          </li>
        ))}
      </ul>
      {sessions.length > 0 && (
        <Action to={`/people/${employeeId}/sessions`} tone="plain" icon="leave">
          {texts.endAll}
        </Action>
      )}
      {identities.length > 0 && <h3>{texts.accounts}</h3>}
      <ul class="rows">
        {identities.map(({ id, issuer, linkedAt }) => (
          <li key={id}>
            <div>
              <div class="day">{new URL(issuer).host}</div>
              <small>{reader.date(reader.dateOf(linkedAt), 'dated')}</small>
            </div>
            <Action to={`/people/${employeeId}/identities/${id}`} tone="plain" about={new URL(issuer).host}>
              {texts.unlink}
            </Action>
          </li>
        ))}
      </ul>
    </Card>
  )
}
