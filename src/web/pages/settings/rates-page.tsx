import type { listRates } from '../../../learnings/rates/hourly-rates.ts'
import { Button } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { DateField, NumberField, TextField } from '../../components/field.tsx'
import { Badge, EmptyState } from '../../components/told.tsx'
import type { Reader } from '../../reader.ts'
import { settingsTexts } from '../../texts/settings.ts'
import { companyTexts } from '../../texts/settings-company.ts'
import { SettingsHead } from './settings-head.tsx'

interface Props {
  rates: Awaited<ReturnType<typeof listRates>>
  today: string
  reader: Reader
  told: string | undefined
}

/** What an hour costs from which day on; nothing is overwritten. */
export function RatesPage({ rates, today, reader, told }: Props) {
  const texts = reader.say(companyTexts)
  const said = reader.say(settingsTexts)
  const latest = rates.at(-1)
  return (
    <>
      <SettingsHead title={said.sections.rates} intro={said.about.rates} told={told} reader={reader} />
      <div class="columns">
        <div class="card">
          {rates.length === 0 && (
            <EmptyState icon="clock" title={texts.noRate}>
              <p>{texts.noRateHint}</p>
            </EmptyState>
          )}
          <ul class="rows">
            {rates.toReversed().map(({ id, fromOn, perHour, currency, enteredAt, enteredBy, isInForce }) => (
              <li key={id}>
                <div class="main">
                  <span class="strong">{texts.rateIs(reader.number(perHour), currency)}</span>{' '}
                  {!isInForce && <Badge>{texts.replaced}</Badge>}
                  <p>
                    {said.since} {reader.date(fromOn, 'dated')}
                  </p>
                  <p class="soft small">
                    {said.by(enteredBy ?? 'Lyttepost', reader.date(reader.dateOf(enteredAt), 'dated'))}
                  </p>
                </div>
              </li>
            ))}
          </ul>
        </div>
        <Card id="set" title={texts.setRate}>
          <form method="post" action="/settings/rates" class="fields">
            <DateField id="from" name="fromOn" label={texts.from} value={today} />
            <div class="pair">
              <NumberField
                id="per-hour"
                name="perHour"
                label={texts.perHour}
                min={0}
                max={1_000_000}
                step={0.01}
                value={latest?.perHour}
              />
              <TextField
                id="currency"
                name="currency"
                label={texts.currency}
                maxLength={3}
                value={latest?.currency ?? 'NOK'}
              />
            </div>
            <Button>{said.save}</Button>
          </form>
        </Card>
      </div>
    </>
  )
}
