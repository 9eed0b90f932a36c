import type { readExemption } from '../../../exemptions/read-exemptions.ts'
import { EXEMPTION_REASONS } from '../../../words.ts'
import { Action, Button } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { DateField, SelectField, TextField } from '../../components/field.tsx'
import { Badge, type BadgeTone, Told } from '../../components/told.tsx'
import type { Reader } from '../../reader.ts'
import { exemptionTexts } from '../../texts/exemptions.ts'
import { frameTexts } from '../../texts/frame.ts'
import { daysInWords } from '../plan/days.ts'
import { type TeamChoice, TeamHead } from './team-head.tsx'

type Exemption = Awaited<ReturnType<typeof readExemption>>

export interface ExemptionsView {
  teams: readonly TeamChoice[]
  team: TeamChoice
  exemptions: readonly Exemption[]
  people: readonly { id: string; name: string }[]
  /** Nobody decides on their own. */
  me: string
  today: string
}

interface Props {
  view: ExemptionsView
  reader: Reader
}

const TONES: Record<Exemption['state'], BadgeTone> = {
  asked: 'warm',
  granted: 'good',
  refused: 'soft',
  withdrawn: 'soft'
}

function About({ exemption, reader }: { exemption: Exemption; reader: Reader }) {
  const texts = reader.say(exemptionTexts)
  const { employee, reason, note, approvals, state, refusal } = exemption
  const approvers = approvals.map(({ by }) => by.name).join(', ')
  return (
    <div class="main">
      <span class="strong">{employee.name}</span>
      <p class="soft small">
        {daysInWords(exemption, reader)} · {texts.reasons[reason]}
      </p>
      {note && <p class="small">{note}</p>}
      {state === 'asked' && approvers !== '' && <p class="small">{texts.approvedBy(approvers)}</p>}
      {refusal && <p class="small">{texts.said(refusal)}</p>}
    </div>
  )
}

function Waiting({ exemption, view, reader }: { exemption: Exemption } & Props) {
  const texts = reader.say(exemptionTexts)
  const { id, employee } = exemption
  const fields = { team: view.team.id }
  return (
    <li>
      <About exemption={exemption} reader={reader} />
      {employee.id !== view.me && (
        <>
          <Action to={`/team/exemptions/${id}/approve`} fields={fields} icon="check" about={employee.name}>
            {texts.approve}
          </Action>
          <details>
            <summary>
              {texts.refuse}
              <span class="visually-hidden">: {employee.name}</span>
            </summary>
            <form method="post" action={`/team/exemptions/${id}/refuse`} class="fields">
              <input type="hidden" name="team" value={view.team.id} />
              <TextField
                id={`why-${id}`}
                name="reason"
                label={texts.refusal}
                hint={texts.refusalHint}
                maxLength={500}
                long
              />
              <Button tone="danger">{texts.refuse}</Button>
            </form>
          </details>
        </>
      )}
    </li>
  )
}

function Decided({ exemption, view, reader }: { exemption: Exemption } & Props) {
  const texts = reader.say(exemptionTexts)
  const { id, state, toOn, employee } = exemption
  return (
    <li>
      <About exemption={exemption} reader={reader} />
      <Badge tone={TONES[state]}>{texts.states[state]}</Badge>
      {state === 'granted' && toOn > view.today && (
        <Action
          to={`/team/exemptions/${id}/withdraw`}
          fields={{ team: view.team.id }}
          tone="quiet"
          about={employee.name}
        >
          {texts.withdraw}
        </Action>
      )}
    </li>
  )
}

function Ask({ view: { people, team, today }, reader }: Props) {
  const texts = reader.say(exemptionTexts)
  return (
    <Card id="ask" title={texts.ask} hint={texts.askHint}>
      <form method="post" action="/team/exemptions" class="fields">
        <input type="hidden" name="team" value={team.id} />
        <SelectField
          id="person"
          name="employeeId"
          label={texts.person}
          options={people.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <div class="pair">
          <DateField id="from" name="fromOn" label={texts.from} value={today} min={today} />
          <DateField id="to" name="toOn" label={texts.to} min={today} />
        </div>
        <SelectField
          id="reason"
          name="reason"
          label={texts.reason}
          options={EXEMPTION_REASONS.map((reason) => ({ value: reason, label: texts.reasons[reason] }))}
        />
        <TextField
          id="note"
          name="note"
          label={texts.note}
          maxLength={1000}
          long
          optional={reader.say(frameTexts).optional}
        />
        <Button>{texts.send}</Button>
      </form>
    </Card>
  )
}

/** Exemptions of a team: to decide on, to ask for, and those that are. */
export function ExemptionsPage({ view, reader, told }: Props & { told: string | undefined }) {
  const texts = reader.say(exemptionTexts)
  const waiting = view.exemptions.filter(({ state }) => state === 'asked')
  const decided = view.exemptions.filter(({ state }) => state !== 'asked')
  return (
    <>
      <TeamHead teams={view.teams} team={view.team} page="/team/exemptions" reader={reader} />
      <Told text={told} />
      <div class="columns">
        <div class="stack">
          <Card id="waiting" title={texts.waiting}>
            {waiting.length === 0 && <p class="soft">{texts.noneWaiting}</p>}
            <ul class="rows">
              {waiting.map((exemption) => (
                <Waiting key={exemption.id} exemption={exemption} view={view} reader={reader} />
              ))}
            </ul>
          </Card>
          <Card id="all" title={texts.all}>
            {decided.length === 0 && <p class="soft">{texts.none}</p>}
            <ul class="rows">
              {decided.map((exemption) => (
                <Decided key={exemption.id} exemption={exemption} view={view} reader={reader} />
              ))}
            </ul>
          </Card>
        </div>
        <Ask view={view} reader={reader} />
      </div>
    </>
  )
}
