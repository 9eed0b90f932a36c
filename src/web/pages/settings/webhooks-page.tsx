import type { readWebhooks } from '../../../webhooks/read-webhooks.ts'
import { WEBHOOK_EVENTS } from '../../../words.ts'
import { Button } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { TextField } from '../../components/field.tsx'
import { Ticks } from '../../components/ticks.tsx'
import { Badge, EmptyState, Note } from '../../components/told.tsx'
import type { Reader } from '../../reader.ts'
import { settingsTexts } from '../../texts/settings.ts'
import { linkTexts } from '../../texts/settings-links.ts'
import { webhookEventTexts } from '../../texts/webhook-events.ts'
import { SettingsHead } from './settings-head.tsx'

export type Webhook = Awaited<ReturnType<typeof readWebhooks>>[number]

interface FieldsProps {
  webhook: Webhook | null
  reader: Reader
}

/** Where it is, what it is for, what it hears of. */
export function WebhookFields({ webhook, reader }: FieldsProps) {
  const texts = reader.say(linkTexts)
  const words = reader.say(webhookEventTexts).events
  return (
    <>
      <TextField
        id="url"
        name="url"
        label={texts.address}
        hint={texts.addressHint}
        maxLength={2000}
        value={webhook?.url ?? ''}
      />
      <TextField
        id="description"
        name="description"
        label={texts.description}
        maxLength={200}
        value={webhook?.description ?? ''}
      />
      <Ticks
        name="events"
        label={texts.events}
        options={WEBHOOK_EVENTS.map((event) => ({ value: event, label: words[event] }))}
        ticked={webhook?.events ?? []}
      />
    </>
  )
}

/** Whether it is on, and if not why. */
export function WebhookBadge({ webhook, reader }: { webhook: Webhook; reader: Reader }) {
  const texts = reader.say(linkTexts)
  if (webhook.disabledAt === null) return <Badge tone="good">{texts.on}</Badge>
  return webhook.disabledBecause === 'gone' ? (
    <Badge tone="bad">{texts.gone}</Badge>
  ) : (
    <Badge>{texts.off}</Badge>
  )
}

/** A secret that is shown this once. */
export function Secret({
  secret,
  reader,
  children
}: {
  secret: string | null
  reader: Reader
  children?: string
}) {
  const texts = reader.say(linkTexts)
  if (secret === null) return null
  return (
    <Note>
      <p class="strong">{texts.secret}</p>
      <p>
        <code class="secret">{secret}</code>
      </p>
      <p class="soft">{texts.secretHint}</p>
      {children && <p>{children}</p>}
    </Note>
  )
}

interface Props {
  webhooks: readonly Webhook[]
  reader: Reader
  told: string | undefined
}

/** Servers that hear of what happens here, and adding one. */
export function WebhooksPage({ webhooks, reader, told }: Props) {
  const texts = reader.say(linkTexts)
  const said = reader.say(settingsTexts)
  return (
    <>
      <SettingsHead title={said.sections.webhooks} intro={said.about.webhooks} told={told} reader={reader} />
      <div class="columns">
        <div class="card">
          {webhooks.length === 0 && (
            <EmptyState icon="out" title={texts.noWebhooks}>
              <p>{texts.noWebhooksHint}</p>
            </EmptyState>
          )}
          <ul class="rows">
            {webhooks.map((webhook) => (
              <li key={webhook.id}>
                <div class="main">
                  <a class="strong way-on" href={`/settings/webhooks/${webhook.id}`}>
                    {webhook.description}
                  </a>
                  <p class="soft small">{webhook.url}</p>
                </div>
                <WebhookBadge webhook={webhook} reader={reader} />
              </li>
            ))}
          </ul>
        </div>
        <Card id="add" title={texts.addWebhook}>
          <form method="post" action="/settings/webhooks" class="fields">
            <WebhookFields webhook={null} reader={reader} />
            <Button>{said.add}</Button>
          </form>
        </Card>
      </div>
    </>
  )
}
