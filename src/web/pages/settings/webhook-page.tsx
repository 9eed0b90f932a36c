import type { readDeliveries } from '../../../webhooks/deliveries.ts'
import { Action, Button } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { Dialog, DialogLink } from '../../components/dialog.tsx'
import { Pagination } from '../../components/pagination.tsx'
import { Badge, EmptyState } from '../../components/told.tsx'
import type { Reader } from '../../reader.ts'
import { settingsTexts } from '../../texts/settings.ts'
import { linkTexts } from '../../texts/settings-links.ts'
import { webhookEventTexts } from '../../texts/webhook-events.ts'
import { SettingsHead } from './settings-head.tsx'
import { Secret, type Webhook, WebhookBadge, WebhookFields } from './webhooks-page.tsx'

type Delivery = Awaited<ReturnType<typeof readDeliveries>>['items'][number]

export interface WebhookView {
  webhook: Webhook
  deliveries: readonly Delivery[]
  next: string | null
  isFirst: boolean
  /** A secret made just now. */
  secret: string | null
}

interface Props {
  view: WebhookView
  reader: Reader
}

function StateBadge({ delivery: { deliveredAt, nextAt }, reader }: { delivery: Delivery; reader: Reader }) {
  const texts = reader.say(linkTexts)
  if (deliveredAt) return <Badge tone="good">{texts.delivered}</Badge>
  if (!nextAt) return <Badge tone="bad">{texts.gaveUp}</Badge>
  return <Badge tone="warm">{texts.pending(`${reader.shortDay(nextAt)} ${reader.time(nextAt)}`)}</Badge>
}

function Log({ view: { webhook, deliveries }, reader }: Props) {
  const texts = reader.say(linkTexts)
  const known = reader.say(webhookEventTexts)
  const words: Record<string, string> = known.events
  const failures: Record<string, string> = known.failures
  return (
    <Card id="log" title={texts.log}>
      {deliveries.length === 0 && <EmptyState icon="out" title={texts.noMessages} />}
      <ul class="rows">
        {deliveries.map((delivery) => {
          const { id, event, createdAt, attempts, status, failure } = delivery
          const why = failure && (failures[failure] ?? failure)
          const said = [status, why].filter((one) => one !== null).join(' ')
          return (
            <li key={id}>
              <div class="main">
                <span class="strong">{words[event] ?? event}</span> <code class="small">{event}</code>
                <p class="soft small">
                  {reader.shortDay(createdAt)} {reader.time(createdAt)} · {texts.attempts(attempts)}
                  {said !== '' && `\u00a0· ${said}`}
                </p>
              </div>
              <StateBadge delivery={delivery} reader={reader} />
              {webhook.disabledAt === null && (
                <Action
                  to={`/settings/webhooks/${webhook.id}/deliveries/${id}/resend`}
                  tone="quiet"
                  about={words[event] ?? event}
                >
                  {texts.resend}
                </Action>
              )}
            </li>
          )
        })}
      </ul>
    </Card>
  )
}

function Deeds({ view: { webhook }, reader }: Props) {
  const texts = reader.say(linkTexts)
  const isOn = webhook.disabledAt === null
  const to = (deed: string) => `/settings/webhooks/${webhook.id}/${deed}`
  return (
    <div class="row">
      {isOn && (
        <Action to={to('ping')} tone="plain">
          {texts.ping}
        </Action>
      )}
      <Action to={to('switch')} fields={{ isEnabled: isOn ? 'no' : 'yes' }} tone="plain">
        {isOn ? texts.switchOff : texts.switchOn}
      </Action>
      <Action to={to('secret')} tone="plain">
        {texts.newSecret}
      </Action>
      <DialogLink opens="remove" tone="danger" icon="remove">
        {reader.say(settingsTexts).remove}
      </DialogLink>
    </div>
  )
}

/** One webhook: what it hears of, its secret, what was sent to it. */
export function WebhookPage({ view, reader, told }: Props & { told: string | undefined }) {
  const texts = reader.say(linkTexts)
  const { webhook, secret, next, isFirst } = view
  const address = `/settings/webhooks/${webhook.id}`
  const until = webhook.previousUntil
  return (
    <>
      <SettingsHead
        title={webhook.description}
        told={told}
        back={{ href: '/settings/webhooks', label: texts.back }}
        reader={reader}
      >
        <WebhookBadge webhook={webhook} reader={reader} />
      </SettingsHead>
      <Secret secret={secret} reader={reader}>
        {until ? texts.oldUntil(`${reader.shortDay(until)} ${reader.time(until)}`) : ''}
      </Secret>
      <Deeds view={view} reader={reader} />
      <div class="columns">
        <Log view={view} reader={reader} />
        <div class="card">
          <form method="post" action={address} class="fields">
            <WebhookFields webhook={webhook} reader={reader} />
            <Button tone="plain">{reader.say(settingsTexts).save}</Button>
          </form>
        </div>
      </div>
      <Pagination
        reader={reader}
        first={isFirst ? null : address}
        next={next && `${address}?${new URLSearchParams({ cursor: next })}`}
      />
      <Dialog id="remove" title={texts.remove} reader={reader}>
        <Action to={`${address}/remove`} tone="danger" icon="remove">
          {texts.remove}
        </Action>
      </Dialog>
    </>
  )
}
