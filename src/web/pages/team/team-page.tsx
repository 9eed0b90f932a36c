import type { readTeamAbsences } from '../../../absences/read-team-absences.ts'
import type { MemberStanding } from '../../../reports/read-people.ts'
import { type CoveredSeat, type CoveredShift, isGap } from '../../../shifts/read-coverage.ts'
import { Action, LinkButton } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { Coverage } from '../../components/charts/coverage.tsx'
import { Meter } from '../../components/meter.tsx'
import { Avatar } from '../../components/people.tsx'
import { Badge, EmptyState, Told } from '../../components/told.tsx'
import type { Reader } from '../../reader.ts'
import { frameTexts } from '../../texts/frame.ts'
import { teamTexts } from '../../texts/team.ts'
import { Credit } from './credit.tsx'
import { type TeamChoice, TeamHead } from './team-head.tsx'

/** A seat of somebody of the team that lies ahead. */
export interface TeamSeat extends CoveredSeat {
  rotationName: string
}

export interface TeamView {
  teams: readonly TeamChoice[]
  team: TeamChoice
  me: string
  today: string
  people: readonly { id: string; name: string }[]
  /** Null for HR: single people are shown in the report, for a purpose that is recorded. */
  members: readonly MemberStanding[] | null
  absences: Awaited<ReturnType<typeof readTeamAbsences>>
  shifts: readonly CoveredShift[]
  weeks: readonly string[]
  seats: readonly TeamSeat[]
  seatsLater: number
}

interface Props {
  view: TeamView
  reader: Reader
}

/** One person: how much of what is due is done, and what is left. */
function MemberRow({ member, reader }: { member: MemberStanding; reader: Reader }) {
  const texts = reader.say(teamTexts)
  const { hoursShort } = reader.say(frameTexts)
  const { employee, dueMinutes, balanceMinutes } = member
  const { id, name } = employee
  const done = dueMinutes + balanceMinutes
  const said = texts.doneOfDue(reader.hours(done), reader.hours(dueMinutes))
  return (
    <li>
      <div class="main person-line">
        <Avatar id={id} name={name} />
        <span class="strong">{name}</span>
      </div>
      <span class={balanceMinutes < 0 ? 'behind strong' : 'strong'}>
        {hoursShort(reader.hours(balanceMinutes))}
      </span>
      <div class="wide">
        <Meter share={dueMinutes > 0 ? done / dueMinutes : 1} label={`${name}: ${said}`} />
        <small>{said}</small>
      </div>
    </li>
  )
}

function Owes({ view: { members }, reader }: Props) {
  const texts = reader.say(teamTexts)
  if (members === null) return null
  return (
    <Card id="owes" title={texts.owes} hint={texts.owesHint}>
      {members.length === 0 && <p class="soft">{texts.nobody}</p>}
      <ul class="rows">
        {members.map((member) => (
          <MemberRow key={member.employee.id} member={member} reader={reader} />
        ))}
      </ul>
    </Card>
  )
}

interface SeatRowProps {
  seat: Omit<TeamSeat, 'rotationName'> & { rotationName: string }
  reader: Reader
  isFlagged?: boolean
}

function SeatRow({ seat, reader, isFlagged = false }: SeatRowProps) {
  const texts = reader.say(teamTexts)
  const { assignmentId, employeeId, name, startsAt, endsAt, rotationName } = seat
  return (
    <li>
      <div class="main person-line">
        <Avatar id={employeeId} name={name} />
        <span>
          <span class="strong">{name}</span>
          <span class="soft small block">
            <span class="sentence">{reader.shortDay(startsAt)}</span>{' '}
            <span class="nowrap">{reader.span(startsAt, endsAt)}</span>
            {'\u00a0· '}
            {rotationName}
          </span>
        </span>
      </div>
      <LinkButton
        tone={isFlagged ? 'main' : 'quiet'}
        href={`/team/seats/${assignmentId}`}
        about={`${name}, ${reader.shortDay(startsAt)}`}
      >
        {texts.findTaker}
      </LinkButton>
    </li>
  )
}

function Away({ view: { absences }, reader }: Props) {
  const texts = reader.say(teamTexts)
  const flagged = absences.filter(({ shiftsInTheWay }) => shiftsInTheWay.length > 0)
  const others = absences.length - flagged.length
  return (
    <Card
      id="away"
      title={texts.away}
      hint={texts.awayHint}
      {...(flagged.length > 0 && { tone: 'warm' as const })}
    >
      {flagged.length === 0 && <p>{texts.noneAway}</p>}
      <ul class="rows">
        {flagged.flatMap(({ employeeId, name, shiftsInTheWay }) =>
          shiftsInTheWay.map((seat) => (
            <SeatRow key={seat.assignmentId} seat={{ ...seat, employeeId, name }} reader={reader} isFlagged />
          ))
        )}
      </ul>
      {others > 0 && <p class="soft">{texts.awayOnly(others)}</p>}
    </Card>
  )
}

/** What must still come to a shift, or else what it has room for. */
function Lack({ shift: { missing, openSeats }, reader }: { shift: CoveredShift; reader: Reader }) {
  const texts = reader.say(teamTexts)
  if (!isGap(missing)) return <Badge tone="warm">{texts.open(openSeats)}</Badge>
  return (
    <>
      {missing.people > 0 && <Badge tone="bad">{texts.short(missing.people)}</Badge>}{' '}
      {missing.hosts > 0 && <Badge tone="bad">{texts.hostsMissing(missing.hosts)}</Badge>}
    </>
  )
}

/** More than these a lead finds in the schedule. */
const MOST_SHIFTS = 6

interface ShortProps {
  title: string
  shifts: readonly CoveredShift[]
  reader: Reader
}

function Short({ title, shifts, reader }: ShortProps) {
  const texts = reader.say(teamTexts)
  if (shifts.length === 0) return null
  return (
    <>
      <h3>{title}</h3>
      <ul class="rows">
        {shifts.slice(0, MOST_SHIFTS).map((shift) => (
          <li key={shift.id}>
            <a class="main" href={`/shifts/${shift.id}`}>
              <span class="sentence">{reader.shortDay(shift.startsAt)}</span>{' '}
              <span class="nowrap">{reader.span(shift.startsAt, shift.endsAt)}</span>
              {'\u00a0· '}
              {shift.rotation.name}
            </a>
            <Lack shift={shift} reader={reader} />
          </li>
        ))}
      </ul>
      {shifts.length > MOST_SHIFTS && <p class="soft">{texts.moreSeats(shifts.length - MOST_SHIFTS)}</p>}
    </>
  )
}

function Gaps({ view: { shifts, weeks }, reader }: Props) {
  const texts = reader.say(teamTexts)
  const gaps = shifts.filter(({ missing }) => isGap(missing))
  const roomy = shifts.filter(({ missing, openSeats }) => !isGap(missing) && openSeats > 0)
  return (
    <Card id="gaps" title={texts.gaps} hint={texts.gapsHint}>
      {shifts.length === 0 ? (
        <EmptyState icon="schedule" title={texts.noShifts} />
      ) : (
        <Coverage
          caption={texts.gapsCaption}
          heading={texts.shift}
          shifts={shifts.map(({ rotation, missing, ...shift }) => ({
            ...shift,
            timeZone: rotation.timeZone,
            missing: Math.max(missing.people, missing.hosts)
          }))}
          weeks={weeks}
          week={texts.week}
          people={texts.onShift}
          missing={texts.short}
          reader={reader}
        />
      )}
      {shifts.length > 0 && gaps.length === 0 && <p>{texts.noGaps}</p>}
      <Short title={texts.tooFew} shifts={gaps} reader={reader} />
      <Short title={texts.roomForMore} shifts={roomy} reader={reader} />
    </Card>
  )
}

function Seats({ view: { seats, seatsLater }, reader }: Props) {
  const texts = reader.say(teamTexts)
  if (seats.length === 0) return null
  return (
    <Card id="seats" title={texts.seats} hint={texts.seatsHint}>
      <ul class="rows">
        {seats.map((seat) => (
          <SeatRow key={seat.assignmentId} seat={seat} reader={reader} />
        ))}
      </ul>
      {seatsLater > 0 && <p class="soft">{texts.moreSeats(seatsLater)}</p>}
    </Card>
  )
}

function Ill({ view: { people, team }, reader }: Props) {
  const texts = reader.say(teamTexts)
  return (
    <details class="card">
      <summary>{texts.ill}</summary>
      <p class="soft">{texts.illHint}</p>
      <ul class="rows">
        {people.map(({ id, name }) => (
          <li key={id}>
            <span class="person-line">
              <Avatar id={id} name={name} /> {name}
            </span>
            <Action
              to={`/team/people/${id}/away`}
              tone="plain"
              icon="ill"
              about={name}
              fields={{ team: team.id }}
            >
              {texts.illButton}
            </Action>
          </li>
        ))}
      </ul>
    </details>
  )
}

/** What a lead needs to see of the team, what presses first. */
export function TeamPage({ view, reader, told }: Props & { told: string | undefined }) {
  const whole = { view, reader }
  return (
    <>
      <TeamHead teams={view.teams} team={view.team} page="/team" reader={reader} />
      <Told text={told} />
      <Away {...whole} />
      <Gaps {...whole} />
      <div class="columns">
        <Owes {...whole} />
        <div class="stack">
          <Seats {...whole} />
          <Ill {...whole} />
          <Credit {...whole} />
        </div>
      </div>
    </>
  )
}

/** Somebody who may look at teams, and has none to look at. */
export function NoTeamPage({ reader }: { reader: Reader }) {
  const texts = reader.say(teamTexts)
  return (
    <section class="card">
      <EmptyState icon="team" title={texts.noLead}>
        <p>{texts.noLeadHint}</p>
      </EmptyState>
    </section>
  )
}
