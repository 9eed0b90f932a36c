import type { readMyKeys } from '../../../sign-in/keys/read-keys.ts'
import { SCOPE_AREAS } from '../../../sign-in/keys/scopes.ts'
import { Action, Button } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { DateField, TextField } from '../../components/field.tsx'
import { Ticks } from '../../components/ticks.tsx'
import { EmptyState, Note } from '../../components/told.tsx'
import type { Reader } from '../../reader.ts'
import { settingsTexts } from '../../texts/settings.ts'
import { keyTexts } from '../../texts/settings-keys.ts'
import { SettingsHead } from './settings-head.tsx'

type Key = Awaited<ReturnType<typeof readMyKeys>>[number]

export interface KeysView {
  mine: readonly Key[]
  /** Everybody else's, for administrators. */
  others: readonly Key[]
  /** The token of a key made just now, shown once. */
  token: string | null
  now: Date
  /** The last day a key may have. */
  latestOn: string
}

interface Props {
  view: KeysView
  reader: Reader
}

/** Of others' keys; the rest unfolds. */
const FIRST_KEYS = 20
const ACCESSES = ['read', 'write'] as const

/** "Hours: read, write; Shifts: read". */
function scopesInWords(scopes: readonly string[], reader: Reader): string {
  const texts = reader.say(keyTexts)
  return SCOPE_AREAS.flatMap((area) => {
    const given = ACCESSES.filter((access) => scopes.includes(`${area}:${access}`))
    return given.length === 0
      ? []
      : `${texts.areas[area]}: ${given.map((access) => texts[access]).join(', ')}`
  }).join('; ')
}

/** A key that ends at midnight has had its last day before. */
const lastDayOf = (expiresAt: Date, reader: Reader) => reader.dateOf(new Date(expiresAt.getTime() - 1))

function KeyRow({
  keyRow,
  isMine,
  now,
  reader
}: {
  keyRow: Key
  isMine: boolean
  now: Date
  reader: Reader
}) {
  const texts = reader.say(keyTexts)
  const { id, name, scopes, expiresAt, lastUsedAt, employeeName } = keyRow
  const used = lastUsedAt ? texts.lastUsed(reader.away(now, lastUsedAt)) : texts.neverUsed
  return (
    <li>
      <div class="main">
        <span class="strong">{name}</span>
        {!isMine && <span class="soft"> · {employeeName}</span>}
        <p class="small">{scopesInWords(scopes, reader)}</p>
        <p class="soft small">
          {texts.endsOn(reader.date(lastDayOf(expiresAt, reader), 'dated'))} · {used}
        </p>
      </div>
      <Action to={`/settings/keys/${id}/revoke`} tone="danger" about={name}>
        {texts.revoke}
      </Action>
    </li>
  )
}

function MakeKey({ view, reader }: Props) {
  const texts = reader.say(keyTexts)
  return (
    <Card id="make" title={texts.make} hint={texts.noneHint}>
      <form method="post" action="/settings/keys" class="fields">
        <TextField id="name" name="name" label={texts.name} maxLength={100} />
        <DateField
          id="ends"
          name="endsOn"
          label={texts.ends}
          hint={texts.endsHint}
          value={view.latestOn}
          max={view.latestOn}
        />
        <p class="strong small">{texts.scopes}</p>
        {SCOPE_AREAS.map((area) => (
          <Ticks
            key={area}
            name="scopes"
            label={texts.areas[area]}
            options={ACCESSES.map((access) => ({ value: `${area}:${access}`, label: texts[access] }))}
            ticked={[]}
          />
        ))}
        <Button>{texts.make}</Button>
      </form>
    </Card>
  )
}

function Others({ view: { others, now }, reader }: Props) {
  const texts = reader.say(keyTexts)
  if (others.length === 0) return null
  const rowsOf = (keys: readonly Key[]) => (
    <ul class="rows">
      {keys.map((key) => (
        <KeyRow key={key.id} keyRow={key} isMine={false} now={now} reader={reader} />
      ))}
    </ul>
  )
  const rest = others.slice(FIRST_KEYS)
  return (
    <Card id="all" title={texts.all}>
      {rowsOf(others.slice(0, FIRST_KEYS))}
      {rest.length > 0 && (
        <details>
          <summary>{texts.more(rest.length)}</summary>
          {rowsOf(rest)}
        </details>
      )}
    </Card>
  )
}

/** Keys for programs: one's own and, for administrators, everybody's. */
export function KeysPage({ view, reader, told }: Props & { told: string | undefined }) {
  const texts = reader.say(keyTexts)
  const said = reader.say(settingsTexts)
  const { mine, token, now } = view
  return (
    <>
      <SettingsHead title={said.sections.keys} intro={texts.intro} told={told} reader={reader} />
      {token && (
        <Note>
          <p class="strong">{texts.token}</p>
          <p>
            <code class="secret">{token}</code>
          </p>
          <p class="soft">{texts.tokenHint}</p>
        </Note>
      )}
      <div class="columns">
        <div class="stack">
          <Card id="mine" title={texts.mine}>
            {mine.length === 0 && <EmptyState icon="key" title={texts.none} />}
            <ul class="rows">
              {mine.map((key) => (
                <KeyRow key={key.id} keyRow={key} isMine now={now} reader={reader} />
              ))}
            </ul>
          </Card>
          <Others view={view} reader={reader} />
        </div>
        <MakeKey view={view} reader={reader} />
      </div>
    </>
  )
}
