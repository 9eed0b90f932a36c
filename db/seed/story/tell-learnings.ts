import { daysBetween } from '../../../src/engine/time/days-between.ts'
import type { learnings, nothingNewAnswers } from '../../schema/learnings.ts'
import type { Calendar } from '../calendar.ts'
import type { MakeId } from '../ids.ts'
import { corpus } from '../learnings/corpus.ts'
import type { Telling, Theme } from '../learnings/theme.ts'
import { inForce, type Seat } from '../plan/seat.ts'
import type { Random } from '../random.ts'

export type LearningRow = typeof learnings.$inferSelect
type NothingNew = typeof nothingNewAnswers.$inferSelect

interface Teller {
  readonly calendar: Calendar
  readonly random: Random
  readonly id: MakeId
}

/** So many seats stand behind one learning, at the least: a small company hears less. */
const SEATS_PER_LEARNING = 4
/** Hosts have heard most of it before. */
const HOST_WEIGHT = 0.3
const OTHER_ROTATION_WEIGHT = 0.06
/** A second or third point from the same shift, beside a first. */
const AGAIN_WEIGHT = 0.12
/** "Nothing new" is said by so many of those who handed in no learning. */
const SAID_NOTHING_NEW = { host: 0.3, guest: 0.62 }

/** Lets the seats' people tell what they heard: each telling at most once, by somebody of its language. */
export function tellLearnings(seats: readonly Seat[], teller: Teller) {
  const { calendar, random } = teller
  const over = seats.filter((seat) => inForce(seat) && seat.row.endsAt < calendar.now)
  const most = Math.floor(over.length / SEATS_PER_LEARNING)
  const tellings = corpus.flatMap((theme) => theme.tellings.map((telling) => ({ theme, telling })))
  const told = new Map<Seat, number>()
  const toldBy = new Set<string>()
  const rows = random
    .shuffled(tellings)
    .slice(0, most)
    .flatMap(({ theme, telling }) => {
      const heard = over.map(
        (seat) => [seat, weightOf(seat, theme, telling, calendar, told, toldBy)] as const
      )
      const possible = heard.filter(([, weight]) => weight > 0)
      if (possible.length === 0) return []
      const seat = random.weighted(possible)
      told.set(seat, (told.get(seat) ?? 0) + 1)
      toldBy.add(`${theme.key} ${seat.person.row.id}`)
      return [learningOf(seat, theme, telling, teller)]
    })
  return {
    learnings: rows,
    nothingNew: over.filter((seat) => !told.has(seat)).flatMap((seat) => nothingNew(seat, teller))
  }
}

function weightOf(
  seat: Seat,
  theme: Theme,
  { lang }: Telling,
  { startsOn, today }: Calendar,
  told: ReadonlyMap<Seat, number>,
  toldBy: ReadonlySet<string>
): number {
  const { person, shift, rotation } = seat
  if (lang && person.row.locale !== lang) return 0
  if (toldBy.has(`${theme.key} ${person.row.id}`)) return 0
  const month = Number(shift.onDay.slice(5, 7))
  const elapsed = daysBetween(startsOn, shift.onDay) / daysBetween(startsOn, today)
  const place = theme.heardIn && theme.heardIn !== rotation.key ? OTHER_ROTATION_WEIGHT : 1
  return (
    theme.rhythm(month, elapsed) *
    place *
    (person.row.isHost ? HOST_WEIGHT : 1) *
    AGAIN_WEIGHT ** (told.get(seat) ?? 0)
  )
}

function learningOf(
  seat: Seat,
  theme: Theme,
  telling: Telling,
  { calendar, random, id }: Teller
): LearningRow {
  const type = telling.type ?? theme.type
  const timesThisShift =
    type === 'praise'
      ? 1
      : random.weighted([
          [1, 72],
          [2, 17],
          [3, 8],
          [5, 3]
        ])
  const submittedAt = soonAfter(seat, calendar, random)
  const hasTicket = random.chance(type === 'praise' ? 0.2 : 0.68)
  return {
    id: id(submittedAt),
    shiftId: seat.shift.id,
    employeeId: seat.person.row.id,
    type,
    triedTo: telling.tried,
    obstacle: telling.obstacle,
    customerWords: telling.words ?? null,
    timesThisShift,
    minutesLost: Math.round((telling.minutes ?? 0) * (1 + (timesThisShift - 1) * 0.7)),
    ticketUrl: hasTicket ? ticketUrl(seat, calendar, random) : null,
    action: telling.did ?? null,
    submittedAt
  }
}

/** Most are handed in as the shift ends, some in the days after. */
function soonAfter({ row }: Seat, { now }: Calendar, random: Random): Date {
  const hours = random.chance(0.75) ? random.next() * 1.5 - 0.5 : random.next() * 50
  return new Date(Math.min(now.getTime(), row.endsAt.getTime() + Math.round(hours * 3_600_000)))
}

/** Ticket numbers rise with time: some ninety a day. */
function ticketUrl({ shift }: Seat, { startsOn }: Calendar, random: Random): string {
  const number = 41_000 + daysBetween(startsOn, shift.onDay) * 90 + random.between(0, 89)
  return `https://tickets.fjordlys.example/T-${number}`
}

function nothingNew(seat: Seat, { calendar, random }: Teller): NothingNew[] {
  const { host, guest } = SAID_NOTHING_NEW
  if (!random.chance(seat.person.row.isHost ? host : guest)) return []
  return [{ assignmentId: seat.row.id, answeredAt: soonAfter(seat, calendar, random) }]
}
