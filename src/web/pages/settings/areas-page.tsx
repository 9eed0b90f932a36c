import type { listProductAreas } from '../../../learnings/areas/areas.ts'
import { Action, Button } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { SelectField, TextField } from '../../components/field.tsx'
import { Badge, EmptyState } from '../../components/told.tsx'
import type { Reader } from '../../reader.ts'
import { settingsTexts } from '../../texts/settings.ts'
import { companyTexts } from '../../texts/settings-company.ts'
import { SettingsHead } from './settings-head.tsx'

type Area = Awaited<ReturnType<typeof listProductAreas>>[number]

export interface AreasView {
  areas: readonly Area[]
  /** Who may own the themes of an area. */
  people: readonly { id: string; name: string }[]
}

interface Props {
  view: AreasView
  reader: Reader
}

function AreaFields({ area, view, reader }: Props & { area: Area | null }) {
  const texts = reader.say(companyTexts)
  const key = area?.id ?? 'new'
  const people = view.people.map(({ id, name }) => ({ value: id, label: name }))
  const owner = area?.owner
  // Whoever owns it may be beyond those offered.
  const own =
    owner && !people.some(({ value }) => value === owner.id) ? [{ value: owner.id, label: owner.name }] : []
  return (
    <>
      <TextField id={`name-${key}`} name="name" label={texts.name} maxLength={100} value={area?.name ?? ''} />
      <SelectField
        id={`owner-${key}`}
        name="ownerId"
        label={texts.owner}
        options={[{ value: '', label: texts.noOwner }, ...own, ...people]}
        value={owner?.id ?? ''}
      />
    </>
  )
}

function AreaRow({ area, view, reader }: Props & { area: Area }) {
  const texts = reader.say(companyTexts)
  const { id, name, owner, archivedAt } = area
  const isArchived = archivedAt !== null
  return (
    <li>
      <div class="main">
        <span class="strong">{name}</span> {isArchived && <Badge>{texts.archived}</Badge>}
        <p class="soft small">{owner ? texts.ownedBy(owner.name) : texts.unowned}</p>
      </div>
      <details>
        <summary>
          {texts.changeArea}
          <span class="visually-hidden">: {name}</span>
        </summary>
        <form method="post" action={`/settings/areas/${id}`} class="fields">
          <AreaFields area={area} view={view} reader={reader} />
          <Button tone="plain">{reader.say(settingsTexts).save}</Button>
        </form>
        <div class="row">
          <Action
            to={`/settings/areas/${id}/archival`}
            fields={{ isArchived: isArchived ? 'no' : 'yes' }}
            tone="quiet"
            about={name}
          >
            {isArchived ? texts.restore : texts.archive}
          </Action>
          <Action to={`/settings/areas/${id}/delete`} tone="danger" about={name}>
            {texts.deleteArea}
          </Action>
        </div>
      </details>
    </li>
  )
}

/** The parts of the product, who owns their themes, archived ones at the end. */
export function AreasPage({ view, reader, told }: Props & { told: string | undefined }) {
  const texts = reader.say(companyTexts)
  const said = reader.say(settingsTexts)
  const sorted = view.areas.toSorted((a, b) => Number(a.archivedAt !== null) - Number(b.archivedAt !== null))
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
            {sorted.map((area) => (
              <AreaRow key={area.id} area={area} view={view} reader={reader} />
            ))}
          </ul>
        </div>
        <Card id="add" title={texts.addArea}>
          <form method="post" action="/settings/areas" class="fields">
            <AreaFields area={null} view={view} reader={reader} />
            <Button>{said.add}</Button>
          </form>
        </Card>
      </div>
    </>
  )
}
