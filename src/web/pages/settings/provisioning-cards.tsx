import { Action, Button } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { DataTable } from '../../components/data-table.tsx'
import { SelectField, TextField } from '../../components/field.tsx'
import type { ProvisioningView } from '../../read-provisioning-page.ts'
import type { Reader } from '../../reader.ts'
import { provisioningTexts } from '../../texts/provisioning.ts'

interface Props {
  view: ProvisioningView
  reader: Reader
}

const PAGE = '/settings/provisioning'

const teamOptions = ({ teams }: ProvisioningView, none: string) => [
  { value: '', label: none },
  ...teams.map(({ id, name }) => ({ value: id, label: name }))
]

/** What an administrator makes of each group that the provider sent. */
export function GroupsCard({ view, reader }: Props) {
  const texts = reader.say(provisioningTexts)
  const roles = [
    { value: '', label: texts.noRole },
    { value: 'host', label: texts.host },
    { value: 'lead', label: texts.lead },
    { value: 'hr', label: texts.hr }
  ]
  return (
    <Card id="groups" title={texts.meaning} hint={texts.meaningHint}>
      {view.groupRows.length === 0 ? (
        <p class="soft">{texts.noGroups}</p>
      ) : (
        <ul class="rows">
          {view.groupRows.map(({ id, displayName, members, teamId, role }) => (
            <li key={id}>
              <form method="post" action={`${PAGE}/groups/${id}`} class="filters">
                <span class="main">
                  <strong>{displayName}</strong>
                  <span class="soft small block">
                    {texts.members}: {reader.number(members)}
                  </span>
                </span>
                <SelectField
                  id={`team-${id}`}
                  name="teamId"
                  label={texts.team}
                  options={teamOptions(view, texts.noTeam)}
                  value={teamId ?? ''}
                />
                <SelectField
                  id={`role-${id}`}
                  name="role"
                  label={texts.role}
                  options={roles}
                  value={role ?? ''}
                />
                <Button tone="plain" about={displayName}>
                  {texts.save}
                </Button>
              </form>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

/** What new people get where nobody says it. */
export function DefaultsCard({ view, reader }: Props) {
  const texts = reader.say(provisioningTexts)
  const { defaults } = view
  const languages = [
    { value: 'en', label: 'English' },
    { value: 'nb', label: 'Norsk bokmål' },
    { value: 'sv', label: 'Svenska' }
  ]
  const hint = defaults.areSet ? texts.defaultsHint : `${texts.defaultsHint} ${texts.defaultsUnset}`
  return (
    <Card id="defaults" title={texts.defaults} hint={hint}>
      <form method="post" action={`${PAGE}/defaults`} class="filters">
        <SelectField
          id="default-team"
          name="teamId"
          label={texts.team}
          options={teamOptions(view, texts.noTeam)}
          value={defaults.teamId ?? ''}
        />
        <TextField
          id="zone"
          name="timeZone"
          label={texts.timeZone}
          maxLength={64}
          value={defaults.timeZone}
        />
        <TextField id="country" name="country" label={texts.country} maxLength={2} value={defaults.country} />
        <SelectField
          id="locale"
          name="locale"
          label={texts.locale}
          options={languages}
          value={defaults.locale}
        />
        <Button tone="plain" about={texts.defaults}>
          {texts.save}
        </Button>
      </form>
    </Card>
  )
}

/** Of whom something was assumed. */
export function IncompleteCard({ view: { incomplete }, reader }: Props) {
  const texts = reader.say(provisioningTexts)
  if (incomplete.length === 0) return null
  const shown = ({ field, value }: { field: keyof typeof texts & string; value: string }) =>
    `${String(texts[field])}: ${field === 'joinedOn' ? reader.date(value, 'dated') : value}`
  return (
    <Card id="incomplete" title={texts.incomplete} hint={texts.incompleteHint}>
      <DataTable
        caption={texts.incomplete}
        rows={incomplete}
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
          { heading: texts.assumed, value: ({ assumed }) => assumed.map(shown).join(', ') },
          {
            heading: texts.right,
            isAction: true,
            value: ({ employeeId, name }) => (
              <Action to={`${PAGE}/incomplete/${employeeId}`} tone="plain" about={name}>
                {texts.right}
              </Action>
            )
          }
        ]}
      />
    </Card>
  )
}
