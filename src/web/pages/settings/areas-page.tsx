import type { listProductAreas } from '../../../learnings/areas/areas.ts'
import { Button, LinkButton } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { SelectField, TextField } from '../../components/field.tsx'
import { Badge, EmptyState } from '../../components/told.tsx'
import type { Reader } from '../../reader.ts'
import { settingsTexts } from '../../texts/settings.ts'
import { companyTexts } from '../../texts/settings-company.ts'
import { SettingsHead } from './settings-head.tsx'

export type Area = Awaited<ReturnType<typeof listProductAreas>>[number]
export type Person = { id: string; name: string }

interface FieldsProps {
  /** Null: a new one. */
  area: Area | null
  /** Who may own its themes. */
  people: readonly Person[]
  reader: Reader
}

export function AreaFields({ area, people, reader }: FieldsProps) {
  const texts = reader.say(companyTexts)
  const owner = area?.owner
  // Whoever owns it may be beyond those offered.
  const own = owner && !people.some(({ id }) => id === owner.id) ? [owner] : []
  const options = [...own, ...people].map(({ id, name }) => ({ value: id, label: name }))
  return (
    <>
      <TextField id="name" name="name" label={texts.name} maxLength={100} value={area?.name ?? ''} />
      <SelectField
        id="owner"
        name="ownerId"
        label={texts.owner}
        options={[{ value: '', label: texts.noOwner }, ...options]}
        value={owner?.id ?? ''}
      />
    </>
  )
}

interface AreasPageProps {
  areas: readonly Area[]
  people: readonly Person[]
  reader: Reader
  told: string | undefined
}

/** The parts of the product and who owns their themes, archived ones at the end. */
export function AreasPage({ areas, people, reader, told }: AreasPageProps) {
  const texts = reader.say(companyTexts)
  const said = reader.say(settingsTexts)
  const sorted = areas.toSorted((a, b) => Number(a.archivedAt !== null) - Number(b.archivedAt !== null))
  return (
    <>
      <SettingsHead title={said.sections.areas} intro={said.about.areas} told={told} reader={reader} />
      <div class="columns">
        <div class="card">
          {sorted.length === 0 && (
            <EmptyState icon="learning" title={texts.noAreas}>
              <p>{texts.noAreasHint}</p>
            </EmptyState>
          )}
          <ul class="rows">
            {sorted.map(({ id, name, owner, archivedAt }) => (
              <li key={id}>
                <div class="main">
                  <span class="strong">{name}</span> {archivedAt && <Badge>{texts.archived}</Badge>}
                  <p class="soft small">{owner ? texts.ownedBy(owner.name) : texts.unowned}</p>
                </div>
                <LinkButton href={`/settings/areas/${id}`} tone="quiet" icon="edit" about={name}>
                  {texts.changeArea}
                </LinkButton>
              </li>
            ))}
          </ul>
        </div>
        <Card id="add" title={texts.addArea}>
          <form method="post" action="/settings/areas" class="fields">
            <AreaFields area={null} people={people} reader={reader} />
            <Button>{said.add}</Button>
          </form>
        </Card>
      </div>
    </>
  )
}
