import type { readCompanyDays } from '../../../absences/company-days.ts'
import { Action, Button, LinkButton } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { DateField, TextField } from '../../components/field.tsx'
import { EmptyState } from '../../components/told.tsx'
import type { Reader } from '../../reader.ts'
import { frameTexts } from '../../texts/frame.ts'
import { settingsTexts } from '../../texts/settings.ts'
import { companyTexts } from '../../texts/settings-company.ts'
import { SettingsHead } from './settings-head.tsx'

interface Props {
  days: Awaited<ReturnType<typeof readCompanyDays>>
  year: number
  reader: Reader
  told: string | undefined
}

function AddDay({ year, reader }: Pick<Props, 'year' | 'reader'>) {
  const texts = reader.say(companyTexts)
  const { optional } = reader.say(frameTexts)
  return (
    <Card id="add" title={texts.addHoliday}>
      <form method="post" action="/settings/holidays" class="fields">
        <DateField id="day" name="onDay" label={texts.day} value={`${year}-12-24`} />
        <TextField id="name" name="name" label={texts.name} maxLength={100} />
        <div class="pair">
          <TextField
            id="country"
            name="country"
            label={texts.country}
            hint={texts.countryHint}
            maxLength={2}
            optional={optional}
          />
          <TextField
            id="region"
            name="region"
            label={texts.region}
            hint={texts.regionHint}
            maxLength={3}
            optional={optional}
          />
        </div>
        <Button>{reader.say(settingsTexts).add}</Button>
      </form>
    </Card>
  )
}

/** The company's own days off, a year at a time. */
export function HolidaysPage({ days, year, reader, told }: Props) {
  const texts = reader.say(companyTexts)
  const said = reader.say(settingsTexts)
  return (
    <>
      <SettingsHead title={said.sections.holidays} intro={said.about.holidays} told={told} reader={reader} />
      <nav class="row" aria-label={texts.year}>
        <LinkButton href={`/settings/holidays?year=${year - 1}`} tone="plain" icon="back">
          {year - 1}
        </LinkButton>
        <h2>{year}</h2>
        <LinkButton href={`/settings/holidays?year=${year + 1}`} tone="plain" icon="forward">
          {year + 1}
        </LinkButton>
      </nav>
      <div class="columns">
        <div class="card">
          {days.length === 0 && (
            <EmptyState icon="schedule" title={texts.noHolidays}>
              <p>{texts.noHolidaysHint}</p>
            </EmptyState>
          )}
          <ul class="rows">
            {days.map(({ id, onDay, name, country, region }) => (
              <li key={id}>
                <div class="main">
                  <span class="strong">{reader.date(onDay)}</span>
                  <p>{name}</p>
                  <p class="soft small">{[country ?? texts.everybody, region].filter(Boolean).join(', ')}</p>
                </div>
                <Action
                  to={`/settings/holidays/${id}/remove`}
                  fields={{ year: String(year) }}
                  tone="quiet"
                  icon="remove"
                  about={`${name}, ${reader.date(onDay)}`}
                >
                  {said.remove}
                </Action>
              </li>
            ))}
          </ul>
        </div>
        <AddDay year={year} reader={reader} />
      </div>
    </>
  )
}
