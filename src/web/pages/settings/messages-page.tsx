import { DELIVERY_STATES, type DeliveryState } from '../../../engine/telling/delivery-state.ts'
import type { readDeliveries } from '../../../notices/deliveries/read-deliveries.ts'
import { Action } from '../../components/button.tsx'
import { Segments } from '../../components/page-head.tsx'
import { Pagination } from '../../components/pagination.tsx'
import { Badge, type BadgeTone, EmptyState, Note } from '../../components/told.tsx'
import type { Reader } from '../../reader.ts'
import { settingsTexts } from '../../texts/settings.ts'
import { linkTexts } from '../../texts/settings-links.ts'
import { SettingsHead } from './settings-head.tsx'

type Page = Awaited<ReturnType<typeof readDeliveries>>

export interface MessagesView {
  isMailOn: boolean
  /** Which state is shown; null: all. */
  state: DeliveryState | null
  deliveries: Page['items']
  next: string | null
  isFirst: boolean
}

interface Props {
  view: MessagesView
  reader: Reader
}

const TONES: Record<DeliveryState, BadgeTone> = {
  waiting: 'soft',
  sending: 'soft',
  retrying: 'warm',
  sent: 'good',
  skipped: 'soft',
  failed: 'bad'
}

function MessageRow({ delivery, reader }: { delivery: Page['items'][number]; reader: Reader }) {
  const texts = reader.say(linkTexts)
  const { id, employee, notice, channel, state, createdAt, attempts, lastError, receipt } = delivery
  return (
    <li>
      <div class="main">
        <span class="strong">{employee.name}</span>
        <p class="small">
          {notice.kind} · {channel} · {reader.shortDay(createdAt)} {reader.time(createdAt)}
          {attempts > 0 && ` · ${texts.attempts(attempts)}`}
        </p>
        {(lastError ?? receipt) && <p class="soft small">{lastError ?? receipt}</p>}
      </div>
      <Badge tone={TONES[state]}>{texts.states[state]}</Badge>
      {state === 'failed' && (
        <Action to={`/settings/messages/${id}/resend`} tone="plain" about={employee.name}>
          {texts.resend}
        </Action>
      )}
    </li>
  )
}

const addressOf = (state: DeliveryState | null, cursor?: string) => {
  const query = new URLSearchParams({ ...(state && { state }), ...(cursor && { cursor }) }).toString()
  return query === '' ? '/settings/messages' : `/settings/messages?${query}`
}

/** Whether mail goes out, and what became of each message. */
export function MessagesPage({ view, reader, told }: Props & { told: string | undefined }) {
  const texts = reader.say(linkTexts)
  const said = reader.say(settingsTexts)
  const { isMailOn, state, deliveries, next, isFirst } = view
  return (
    <>
      <SettingsHead title={said.sections.messages} intro={said.about.messages} told={told} reader={reader} />
      <Note tone={isMailOn ? 'good' : 'warm'}>
        <p class="strong">{isMailOn ? texts.mailOn : texts.mailOff}</p>
        {!isMailOn && <p>{texts.mailOffHint}</p>}
      </Note>
      <div>
        <Segments
          label={texts.state}
          items={[null, ...DELIVERY_STATES].map((one) => ({
            href: addressOf(one),
            label: one ? texts.states[one] : texts.all,
            isCurrent: one === state
          }))}
        />
      </div>
      <section class="card" aria-label={texts.log}>
        {deliveries.length === 0 && (
          <EmptyState icon="inbox" title={texts.noMessages}>
            <p>{texts.noMessagesHint}</p>
          </EmptyState>
        )}
        <ul class="rows">
          {deliveries.map((delivery) => (
            <MessageRow key={delivery.id} delivery={delivery} reader={reader} />
          ))}
        </ul>
      </section>
      <Pagination
        reader={reader}
        first={isFirst ? null : addressOf(state)}
        next={next && addressOf(state, next)}
      />
    </>
  )
}
