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

/** A learning with what only the story knows: of which theme it is, and whether it was told in another language. */
export interface Told {
  readonly key: string
  readonly row: LearningRow
  readonly shift: Seat['shift']
  readonly isTranslated: boolean
}

interface Teller {
  /** The area of a theme, by its key. */
  readonly areaOf: (key: string) => string | null
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

/** Teams whose people offer to fix what they hear, where it is a bug or a page to write. */
const CAN_FIX = ['Engineering Devices', 'Engineering Apps']

/** A seat with what decides who tells what: computed once, for every telling looks at every seat. */
interface Listener {
  readonly seat: Seat
  readonly month: number
  readonly elapsed: number
  /** Falls with each point told. */
  readiness: number
  readonly told: Set<Theme>
}

/** Lets the seats' people tell what they heard: each telling at most once, by somebody of its language. */
export function tellLearnings(seats: readonly Seat[], teller: Teller) {
  const { calendar, random } = teller
  const over = seats.filter((seat) => inForce(seat) && seat.row.endsAt < calendar.now)
  const most = Math.floor(over.length / SEATS_PER_LEARNING)
  const listeners = listenersOf(over, calendar)
  const told = new Set<Seat>()
  const tales = random
    .shuffled(corpus.flatMap((theme) => theme.tellings.map((telling) => ({ theme, telling }))))
    .slice(0, most)
    .flatMap(({ theme, telling }) => {
      const possible = listeners
        .map((listener) => [listener, weightOf(listener, theme, telling)] as const)
        .filter(([, weight]) => weight > 0)
      if (possible.length === 0) return []
      const listener = random.weighted(possible)
      listener.readiness *= AGAIN_WEIGHT
      listener.told.add(theme)
      told.add(listener.seat)
      const row = learningOf(listener.seat, theme, telling, teller)
      const { shift } = listener.seat
      return [{ key: theme.key, row, shift, isTranslated: telling.lang !== undefined }]
    })
  const silent = over.filter((seat) => !told.has(seat))
  return { tales: tales satisfies Told[], nothingNew: silent.flatMap((seat) => nothingNew(seat, teller)) }
}

/** Nobody tells of one theme twice, whichever shift they hear it on: the themes told are shared by a person's seats. */
function listenersOf(seats: readonly Seat[], { startsOn, today }: Calendar): Listener[] {
  const toldBy = new Map<string, Set<Theme>>()
  const days = daysBetween(startsOn, today)
  return seats.map((seat) => {
    const { id, isHost } = seat.person.row
    const told = toldBy.get(id) ?? new Set()
    toldBy.set(id, told)
    const elapsed = daysBetween(startsOn, seat.shift.onDay) / days
    return {
      seat,
      month: Number(seat.shift.onDay.slice(5, 7)),
      elapsed,
      readiness: isHost ? HOST_WEIGHT : 1,
      told
    }
  })
}

function weightOf(
  { seat, month, elapsed, readiness, told }: Listener,
  theme: Theme,
  { lang }: Telling
): number {
  if ((lang && seat.person.row.locale !== lang) || told.has(theme)) return 0
  const place = theme.heardIn && theme.heardIn !== seat.rotation.key ? OTHER_ROTATION_WEIGHT : 1
  return theme.rhythm(month, elapsed) * place * readiness
}

function learningOf(
  seat: Seat,
  theme: Theme,
  telling: Telling,
  { areaOf, calendar, random, id }: Teller
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
    areaId: areaOf(theme.key),
    triedTo: telling.tried,
    obstacle: telling.obstacle,
    customerWords: telling.words ?? null,
    timesThisShift,
    minutesLost: Math.round((telling.minutes ?? 0) * (1 + (timesThisShift - 1) * 0.7)),
    ticketUrl: hasTicket ? ticketUrl(seat, calendar, random) : null,
    action: telling.did ?? null,
    canFix: CAN_FIX.includes(seat.person.team) && (type === 'bug' || type === 'how_to'),
    submittedAt,
    editedAt: null,
    withdrawnAt: null
  }
}

/** Most are handed in as the shift ends, some in the days after. */
function soonAfter({ row }: Seat, { now }: Calendar, random: Random): Date {
  const hours = random.chance(0.75)
    ? random.next() * 1.5 - 0.5
    : random.between(1, 2) * 24 - random.next() * 3
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
