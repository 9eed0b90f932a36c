import { confirmHours } from '../hours/confirm-hours.ts'
import { answerNothingNew } from '../learnings/answer-nothing-new.ts'
import type { ButtonAct } from '../notices/buttons.ts'
import { readMyShifts } from '../shifts/read-my-shifts.ts'
import { acceptSwap } from '../swaps/accept-swap.ts'
import { approveSwap } from '../swaps/approve-swap.ts'
import { declineSwap } from '../swaps/end-swap.ts'
import { takeSeat } from '../swaps/take-seat.ts'
import { type Person, whenOf } from './person.ts'

/** Does it by the same use case as the API, and says in the person's words what has been done. */
type Act = (person: Person, id: string) => Promise<string>

/** What a press does. To write a learning opens a form instead (`open-learning.ts`). */
export const ACTS: Readonly<Record<Exclude<ButtonAct, 'learning.write'>, Act>> = {
  'swap.accept': async ({ ctx, texts }, swapId) => {
    const { state } = await acceptSwap(ctx, swapId)
    return state === 'awaiting_approval' ? texts.awaitsApproval : texts.accepted
  },
  'swap.decline': async ({ ctx, texts }, swapId) => {
    await declineSwap(ctx, swapId)
    return texts.declined
  },
  'swap.approve': async ({ ctx, texts }, swapId) => {
    await approveSwap(ctx, swapId)
    return texts.approved
  },
  'seat.take': async (person, shiftId) => {
    await takeSeat(person.ctx, shiftId)
    const seat = (await readMyShifts(person.ctx)).find(({ shift }) => shift.id === shiftId)
    return person.texts.seatTaken(seat ? whenOf(person, seat) : '')
  },
  'hours.confirm': async ({ ctx, texts, reader }, assignmentId) => {
    const { minutes } = await confirmHours(ctx, assignmentId, {})
    return texts.hoursConfirmed(reader.hours(minutes))
  },
  'learning.nothing': async ({ ctx, texts }, shiftId) => {
    await answerNothingNew(ctx, shiftId)
    return texts.nothingNew
  }
}
