import type { ScheduledShift } from '../../../shifts/read-schedule.ts'
import { hueOf } from '../../components/hue.ts'
import { Icon } from '../../components/icon.tsx'
import { Avatar } from '../../components/people.tsx'
import { theirSpan } from '../../components/when.tsx'
import type { Reader } from '../../reader.ts'
import { scheduleTexts } from '../../texts/schedule.ts'

const classOf = ({ isMine, openSeats, rotation, endsAt }: ScheduledShift, now: Date) =>
  [
    'event',
    `hue-${hueOf(rotation.id)}`,
    ...(isMine ? ['own'] : []),
    ...(endsAt <= now ? ['past'] : openSeats > 0 ? ['short'] : [])
  ].join(' ')

/** A shift in the week: when, which rotation, who, and how many seats are open. */
export function Event({ shift, now, reader }: { shift: ScheduledShift; now: Date; reader: Reader }) {
  const texts = reader.say(scheduleTexts)
  const { startsAt, endsAt, rotation, people, openSeats, isMine } = shift
  const theirs = theirSpan(shift, rotation.timeZone, reader)
  return (
    <a class={classOf(shift, now)} href={`/shifts/${shift.id}`}>
      <span class="event-head">
        <strong class="nowrap">{reader.span(startsAt, endsAt)}</strong>
        {isMine && (
          <span class="event-mine">
            <Icon name="check" />
            {texts.mine}
          </span>
        )}
      </span>
      <span>{rotation.name}</span>
      {theirs && <span class="event-small">{theirs}</span>}
      {people.length > 0 && (
        <span class="event-people">
          {people.map(({ employeeId, name }) => (
            <span key={employeeId}>
              <Avatar id={employeeId} name={name} />
              <span class="event-name">{name}</span>
            </span>
          ))}
        </span>
      )}
      {openSeats > 0 && endsAt > now && (
        <span class="event-open">
          <Icon name="seat" />
          {texts.openSeats(openSeats)}
        </span>
      )}
    </a>
  )
}

/** A shift in the month: a line of its colour with the time; own ones are filled. */
export function EventLine({ shift, now, reader }: { shift: ScheduledShift; now: Date; reader: Reader }) {
  const texts = reader.say(scheduleTexts)
  const { startsAt, endsAt, rotation, people, isMine } = shift
  const openSeats = endsAt > now ? shift.openSeats : 0
  return (
    <a class={`${classOf(shift, now)} line`} href={`/shifts/${shift.id}`}>
      <span>{reader.time(startsAt)}</span>
      <span class="event-name" aria-hidden="true">
        {isMine ? texts.mineShort : rotation.name}
      </span>
      <span class="visually-hidden">
        {isMine && `${texts.mine}, `}
        {rotation.name}, {texts.people(people.length)}
        {openSeats > 0 && `, ${texts.openSeats(openSeats)}`}
      </span>
      {openSeats > 0 && <span class="event-count">{openSeats}</span>}
    </a>
  )
}
