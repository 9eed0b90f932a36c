import { addDays, addMinutes } from 'date-fns'
import { groupBy } from '../../../src/engine/facts/group-by.ts'
import type { shiftCards } from '../../schema/shift-cards.ts'
import type { shiftHandovers } from '../../schema/shift-handovers.ts'
import type { MakeId } from '../ids.ts'
import type { Company } from '../plan/company.ts'
import { inForce, type Seat } from '../plan/seat.ts'

const CARD = {
  thingsToKnow: [
    'Version 4.2 of the app is new: pairing begins on the first page now, not in the settings.',
    'Billing runs until noon on the first working days of a month; invoices show up after that.',
    'A hub that blinks orange has lost its network: a cold start helps, and no visit is needed.'
  ],
  quietJob: 'Read two closed cases of last week and mend one sentence of a help page that was no help.',
  openingCall:
    'What have you heard so far? I take the first two cases aloud, you listen, and then we change.',
  question: null
}

/** What a host tells those who come next, in turn. */
const NOTES = [
  'Two callers wait for word on replaced sensors: their cases are marked and want an answer today.',
  'Pairing was slow all morning. The team of devices knows; tell callers to try again after lunch.',
  'A quiet shift. I tried the new help page on tariffs on three callers, and it worked.'
]

/** Every rotation has a card, written by a host a month ago. */
export function writeCards(
  { rotations, cast, calendar }: Company,
  id: MakeId
): (typeof shiftCards.$inferSelect)[] {
  const changedAt = addDays(calendar.now, -30)
  return rotations.map(({ row: { id: rotationId } }) => ({
    ...{ id: id(changedAt), rotationId, shiftId: null, ...CARD },
    ...{ revision: 1, changedAt, changedBy: cast.host.row.id }
  }))
}

/** A host of each of the last three shifts that are over, in every rotation, left a note. */
export function leaveNotes(
  seats: readonly Seat[],
  { calendar: { now } }: Company,
  id: MakeId
): (typeof shiftHandovers.$inferSelect)[] {
  const over = seats.filter((seat) => inForce(seat) && seat.person.row.isHost && seat.row.endsAt < now)
  return [...groupBy(over, ({ rotation }) => rotation.row.id).values()].flatMap((ofRotation) => {
    const shifts = groupBy(ofRotation, ({ shift }) => shift.id)
    const latest = [...shifts.values()]
      .toSorted(([a], [b]) => +b!.row.startsAt - +a!.row.startsAt)
      .slice(0, 3)
    return latest.map(([seat], turn) => {
      const writtenAt = addMinutes(seat!.row.endsAt, -10)
      const { shiftId, employeeId } = seat!.row
      const note = NOTES[turn % NOTES.length]!
      return { id: id(writtenAt), shiftId, employeeId, note, writtenAt, changedAt: null }
    })
  })
}
