import { Action, Button } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { Badge } from '../../components/told.tsx'
import type { Reader } from '../../reader.ts'
import { settingsTexts } from '../../texts/settings.ts'
import { companyTexts } from '../../texts/settings-company.ts'
import { type Area, AreaFields, type Person } from './areas-page.tsx'
import { SettingsHead } from './settings-head.tsx'

interface AreaPageProps {
  area: Area
  people: readonly Person[]
  reader: Reader
}

/** One part of the product: its name, who owns its themes, and whether it is still offered. */
export function AreaPage({ area, people, reader }: AreaPageProps) {
  const texts = reader.say(companyTexts)
  const said = reader.say(settingsTexts)
  const address = `/settings/areas/${area.id}`
  const isArchived = area.archivedAt !== null
  return (
    <>
      <SettingsHead
        title={area.name}
        back={{ href: '/settings/areas', label: said.sections.areas }}
        reader={reader}
      >
        {isArchived && <Badge>{texts.archived}</Badge>}
      </SettingsHead>
      <Card id="change" title={texts.changeArea}>
        <form method="post" action={address} class="fields">
          <AreaFields area={area} people={people} reader={reader} />
          <Button>{said.save}</Button>
        </form>
      </Card>
      <div class="row">
        <Action to={`${address}/archival`} fields={{ isArchived: isArchived ? 'no' : 'yes' }} tone="plain">
          {isArchived ? texts.restore : texts.archive}
        </Action>
        <Action to={`${address}/delete`} tone="danger" icon="remove">
          {texts.deleteArea}
        </Action>
      </div>
    </>
  )
}
