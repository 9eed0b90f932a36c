import type { EmployeeInFull } from '../../../directory/people.ts'
import { GRANTED_ROLES, LEVELS, READINESS } from '../../../words.ts'
import { Action, Button } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { Dialog, DialogLink } from '../../components/dialog.tsx'
import { Choices, SelectField } from '../../components/field.tsx'
import { PageHead } from '../../components/page-head.tsx'
import { Tick } from '../../components/ticks.tsx'
import { Badge, Note, Told } from '../../components/told.tsx'
import type { Reader } from '../../reader.ts'
import { peopleTexts } from '../../texts/people.ts'
import { SignInsCard, type SignInsView } from './sign-ins-card.tsx'

export interface PersonView {
  /** With all that is held: whoever sees this page is of HR or an administrator. */
  person: EmployeeInFull
  teams: readonly { id: string; name: string }[]
  /** Administrators give roles. */
  mayGiveRoles: boolean
  /** For administrators; null for everybody else. */
  signIns: SignInsView | null
  /** A link made just now, shown once. */
  link: string | null
}

interface Props {
  view: PersonView
  reader: Reader
}

function Shifts({ view: { person, teams }, reader }: Props) {
  const texts = reader.say(peopleTexts)
  return (
    <Card id="shifts" title={texts.onShifts} hint={texts.readinessHint}>
      <form method="post" action={`/people/${person.id}`} class="fields">
        <Choices
          name="readiness"
          label={texts.readinessLabel}
          options={READINESS.map((readiness) => ({ value: readiness, label: texts.readiness[readiness] }))}
          value={person.readiness}
          required
        />
        <SelectField
          id="team"
          name="teamId"
          label={texts.team}
          options={teams.map(({ id, name }) => ({ value: id, label: name }))}
          value={person.team.id}
        />
        <SelectField
          id="level"
          name="level"
          label={texts.works}
          options={LEVELS.map((level) => ({ value: level, label: texts.level[level] }))}
          value={person.level}
        />
        <Tick name="isHost" label={texts.isHost} isTicked={person.isHost} />
        <Button icon="check">{texts.save}</Button>
      </form>
    </Card>
  )
}

function Facts({ view: { person, teams }, reader }: Props) {
  const texts = reader.say(peopleTexts)
  const led = teams.filter(({ id }) => person.leads.includes(id)).map(({ name }) => name)
  const days = person.workingDays.map((day) => reader.date(`2024-01-0${day}`, 'weekdayShort')).join(', ')
  const facts = [
    [texts.facts.email, person.email],
    [texts.facts.zone, person.timeZone],
    [texts.facts.hours, `${person.workStartsAt.slice(0, 5)}–${person.workEndsAt.slice(0, 5)}`],
    [texts.facts.days, days],
    [texts.facts.fte, reader.percent(person.ftePercent / 100)],
    [texts.facts.joined, reader.date(person.joinedOn, 'dated')],
    ...(person.manager ? [[texts.facts.manager, person.manager.name]] : [])
  ]
  return (
    <Card id="about" title={texts.about} {...(led.length > 0 && { hint: texts.leadsTeams(led.join(', ')) })}>
      <dl class="facts">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt class="soft">{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}

function Roles({ view: { person, mayGiveRoles }, reader }: Props) {
  const texts = reader.say(peopleTexts)
  if (!mayGiveRoles) return null
  return (
    <Card id="roles" title={texts.roles} hint={texts.rolesHint}>
      <ul class="rows">
        {GRANTED_ROLES.map((role) => {
          const has = person.grants.includes(role)
          return (
            <li key={role}>
              <span class="row tight">
                {texts.roleNames[role]} {has && <Badge tone="good">✓</Badge>}
              </span>
              <Action
                to={`/people/${person.id}/roles`}
                fields={{ role, give: has ? 'no' : 'yes' }}
                tone="plain"
                about={texts.roleNames[role]}
              >
                {has ? texts.take : texts.give}
              </Action>
            </li>
          )
        })}
      </ul>
    </Card>
  )
}

function SignInLink({ view: { person, link }, reader }: Props) {
  const texts = reader.say(peopleTexts)
  return (
    <Card id="link" title={texts.link} hint={texts.linkHint}>
      {link && (
        <Note>
          <p>{texts.linkTold}</p>
          <p>
            <code>{link}</code>
          </p>
        </Note>
      )}
      <Action to={`/people/${person.id}/link`} tone="plain">
        {texts.linkMake}
      </Action>
    </Card>
  )
}

/** One person, and what HR and administrators may change of them. */
export function PersonPage({ view, reader, now, told }: Props & { now: Date; told: string | undefined }) {
  const texts = reader.say(peopleTexts)
  const { person } = view
  const whole = { view, reader }
  return (
    <>
      <PageHead
        title={person.name}
        back={{ href: '/people', label: texts.title }}
        intro={[person.title, person.team.name].filter(Boolean).join('\u00a0· ')}
      >
        {person.isActive ? (
          <DialogLink opens="leave" icon="leave">
            {texts.leave}
          </DialogLink>
        ) : (
          <Badge tone="warm">{texts.left}</Badge>
        )}
      </PageHead>
      <Told text={told} />
      <div class="columns even">
        <div class="stack">
          {person.isActive && <Shifts {...whole} />}
          <Facts {...whole} />
        </div>
        {person.isActive && (
          <div class="stack">
            <Roles {...whole} />
            {view.mayGiveRoles && <SignInLink {...whole} />}
            {view.signIns && (
              <SignInsCard employeeId={person.id} signIns={view.signIns} reader={reader} now={now} />
            )}
          </div>
        )}
      </div>
      {person.isActive && (
        <Dialog id="leave" title={texts.leaveTitle(person.name)} reader={reader}>
          <div class="stack-s">
            <p>{texts.leaveHint}</p>
            <Action to={`/people/${person.id}/deactivation`} tone="danger" icon="leave">
              {texts.leave}
            </Action>
          </div>
        </Dialog>
      )}
    </>
  )
}
