import type { readRetention } from '../../../privacy/retention.ts'
import { Button } from '../../components/button.tsx'
import { NumberField } from '../../components/field.tsx'
import type { Reader } from '../../reader.ts'
import { settingsTexts } from '../../texts/settings.ts'
import { companyTexts } from '../../texts/settings-company.ts'
import { SettingsHead } from './settings-head.tsx'

type Rule = Awaited<ReturnType<typeof readRetention>>['items'][number]

/** A hundred years: as long as the use case takes. */
const MOST_DAYS = 36_500

function RuleRow({ rule: { kind, days, history }, reader }: { rule: Rule; reader: Reader }) {
  const texts = reader.say(companyTexts)
  const said = reader.say(settingsTexts)
  const [latest] = history
  return (
    <li>
      <div class="main">
        <span class="strong">{texts.kinds[kind]}</span>
        <p>{texts.keptFor(days, reader.number(days))}</p>
        {latest && (
          <p class="soft small">
            {said.by(latest.setBy?.name ?? 'Lyttepost', reader.date(reader.dateOf(latest.setAt), 'dated'))}
          </p>
        )}
      </div>
      <details>
        <summary>
          {texts.changeArea}
          <span class="visually-hidden">: {texts.kinds[kind]}</span>
        </summary>
        <form method="post" action={`/settings/retention/${kind}`} class="fields">
          <NumberField
            id={`days-${kind}`}
            name="days"
            label={texts.days}
            min={1}
            max={MOST_DAYS}
            value={days}
          />
          <Button tone="plain">{said.save}</Button>
        </form>
      </details>
    </li>
  )
}

/** How long each kind of data is kept. */
export function RetentionPage({
  rules,
  reader,
  told
}: {
  rules: readonly Rule[]
  reader: Reader
  told: string | undefined
}) {
  const texts = reader.say(companyTexts)
  const said = reader.say(settingsTexts)
  return (
    <>
      <SettingsHead
        title={said.sections.retention}
        intro={texts.retentionIntro}
        told={told}
        reader={reader}
      />
      <div class="card">
        <ul class="rows">
          {rules.map((rule) => (
            <RuleRow key={rule.kind} rule={rule} reader={reader} />
          ))}
        </ul>
      </div>
    </>
  )
}
