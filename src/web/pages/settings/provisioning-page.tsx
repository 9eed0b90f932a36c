import { Action, Button } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { DataTable } from '../../components/data-table.tsx'
import { DateField, TextField } from '../../components/field.tsx'
import { Figures } from '../../components/figures.tsx'
import { Badge, Note } from '../../components/told.tsx'
import type { ProvisioningView } from '../../read-provisioning-page.ts'
import type { Reader } from '../../reader.ts'
import { provisioningTexts } from '../../texts/provisioning.ts'
import { settingsTexts } from '../../texts/settings.ts'
import { DefaultsCard, GroupsCard, IncompleteCard } from './provisioning-cards.tsx'
import { SettingsHead } from './settings-head.tsx'

interface Props {
  view: ProvisioningView
  reader: Reader
}

const PAGE = '/settings/provisioning'

const moment = (reader: Reader, at: Date | null, never: string) =>
  at ? `${reader.shortDay(at)} ${reader.time(at)}` : never

/** A token that ends at midnight has had its last day before. */
const lastDayOf = (expiresAt: Date, reader: Reader) => reader.dateOf(new Date(expiresAt.getTime() - 1))

/** Who waits for a decision. What is decided about all of them is about those who are shown, and nobody after them. */
function HeldCard({ view: { held }, reader }: Props) {
  const texts = reader.say(provisioningTexts)
  if (held.length === 0) return null
  const until = held.at(-1)!.heldAt!.toISOString()
  const both = (fields: Record<string, string>, about: string | undefined, words: [string, string]) => (
    <span class="row tight">
      <Action to={`${PAGE}/held`} fields={{ ...fields, decision: 'confirm' }} tone="plain" about={about}>
        {words[0]}
      </Action>
      <Action to={`${PAGE}/held`} fields={{ ...fields, decision: 'release' }} tone="plain" about={about}>
        {words[1]}
      </Action>
    </span>
  )
  return (
    <Card id="held" title={texts.held(held.length)} hint={texts.heldHint} tone="warm">
      <DataTable
        caption={texts.held(held.length)}
        rows={held}
        keyOf={({ employeeId }) => employeeId}
        columns={[
          {
            heading: texts.person,
            value: ({ employeeId, name }) => (
              <a class="way-on" href={`/people/${employeeId}`}>
                {name}
              </a>
            )
          },
          { heading: texts.team, value: ({ teamName }) => teamName },
          {
            heading: texts.state,
            value: ({ heldAt, seats }) =>
              `${texts.seats(seats)}, ${texts.heldSince(moment(reader, heldAt, texts.never))}`
          },
          {
            heading: texts.decide,
            value: ({ employeeId, name }) => both({ employeeId }, name, [texts.left, texts.notLeft])
          }
        ]}
      />
      {both({ until }, undefined, [texts.allLeft, texts.noneLeft])}
    </Card>
  )
}

function StateCard({ view, reader }: Props) {
  const texts = reader.say(provisioningTexts)
  return (
    <Card id="state" title={texts.state}>
      <p>
        {texts.address}: <code>{view.address}</code>
      </p>
      <Figures
        figures={[
          { label: texts.people, value: reader.number(view.people) },
          { label: texts.groups, value: reader.number(view.groups) },
          { label: texts.asked, value: moment(reader, view.lastAskedAt, texts.never) },
          { label: texts.changed, value: moment(reader, view.lastChangedAt, texts.never) }
        ]}
      />
    </Card>
  )
}

function TokensCard({ view: { tokens, now }, reader, secret }: Props & { secret: string | null }) {
  const texts = reader.say(provisioningTexts)
  return (
    <Card id="tokens" title={texts.tokens} hint={texts.tokensHint}>
      {secret && (
        <Note>
          <p>{texts.secret}</p>
          <p>
            <code class="secret">{secret}</code>
          </p>
        </Note>
      )}
      {tokens.length === 0 ? (
        <p class="soft">{texts.noTokens}</p>
      ) : (
        <DataTable
          caption={texts.tokens}
          rows={tokens}
          keyOf={({ id }) => id}
          columns={[
            { heading: texts.tokenName, value: ({ name }) => name },
            { heading: texts.madeBy, value: ({ createdBy }) => createdBy },
            {
              heading: texts.until,
              value: ({ expiresAt }) => (
                <>
                  {reader.date(lastDayOf(expiresAt, reader), 'dated')}{' '}
                  {expiresAt <= now && <Badge tone="bad">{texts.expired}</Badge>}
                </>
              )
            },
            { heading: texts.asked, value: ({ lastUsedAt }) => moment(reader, lastUsedAt, texts.never) },
            {
              heading: texts.revoke,
              isAction: true,
              value: ({ id, name }) => (
                <Action to={`${PAGE}/tokens/${id}/revocation`} tone="plain" about={name}>
                  {texts.revoke}
                </Action>
              )
            }
          ]}
        />
      )}
      <form method="post" action={`${PAGE}/tokens`} class="filters">
        <TextField id="name" name="name" label={texts.tokenName} maxLength={100} value="Entra ID" />
        <DateField id="until" name="until" label={texts.until} min={reader.dateOf(now)} />
        <Button>{texts.make}</Button>
      </form>
    </Card>
  )
}

/** Provisioning for administrators: who waits for them, tokens, what groups mean, and what was assumed. */
export function ProvisioningPage({
  view,
  reader,
  told,
  secret
}: Props & { told: string | undefined; secret: string | null }) {
  const texts = reader.say(provisioningTexts)
  return (
    <>
      <SettingsHead
        title={reader.say(settingsTexts).sections.provisioning}
        intro={texts.intro}
        told={told}
        reader={reader}
      />
      <HeldCard view={view} reader={reader} />
      <StateCard view={view} reader={reader} />
      <TokensCard view={view} reader={reader} secret={secret} />
      <GroupsCard view={view} reader={reader} />
      <DefaultsCard view={view} reader={reader} />
      <IncompleteCard view={view} reader={reader} />
    </>
  )
}
