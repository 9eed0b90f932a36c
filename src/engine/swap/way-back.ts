import type { Interval } from '../time/local.ts'
import { overlaps } from '../time/overlaps.ts'
import type { Move } from './swap-facts.ts'

/** A span that goes back to who had it; to nobody when the seat was open. */
export type Return = Omit<Move, 'to'> & { to: string | null }

/** A seat that a change gave or took. */
export type ChangedSeat = Interval & { effect: 'given' | 'taken'; employeeId: string; shiftId: string }

/**
 * Lists what undoing a change moves: whatever somebody was given goes back to who held that time before.
 *
 * @example
 * const was = { effect: 'taken', employeeId: 'bo', shiftId: 'monday', ...morning, endsAt: afternoon.endsAt }
 * const is = [{ ...was, effect: 'given', ...morning }, { ...was, effect: 'given', employeeId: 'cy', ...afternoon }]
 * wayBack([was, ...is])
 * //=> [{ shiftId: 'monday', from: 'cy', to: 'bo', ...afternoon }]
 * wayBack([{ ...was, effect: 'given' }])
 * //=> [{ shiftId: 'monday', from: 'bo', to: null, startsAt: morning.startsAt, endsAt: afternoon.endsAt }]
 */
export function wayBack(changes: readonly ChangedSeat[]): Return[] {
  const taken = changes.filter(({ effect }) => effect === 'taken')
  return changes
    .filter(({ effect }) => effect === 'given')
    .flatMap((seat) => {
      const before = taken.filter(({ shiftId, ...was }) => shiftId === seat.shiftId && overlaps(was, seat))
      const others = before.filter(({ employeeId }) => employeeId !== seat.employeeId)
      const owned = [
        ...others.map((was) => ({ to: was.employeeId, ...cut(was, seat) })),
        ...(others.length > 0 ? [] : without(seat, before).map((span) => ({ to: null, ...span })))
      ]
      return owned.map(({ to, startsAt, endsAt }) => ({
        shiftId: seat.shiftId,
        from: seat.employeeId,
        to,
        startsAt,
        endsAt
      }))
    })
}

function cut(a: Interval, b: Interval): Interval {
  return {
    startsAt: a.startsAt > b.startsAt ? a.startsAt : b.startsAt,
    endsAt: a.endsAt < b.endsAt ? a.endsAt : b.endsAt
  }
}

/** What of a span lies outside of the spans, which lie at its ends. */
function without({ startsAt, endsAt }: Interval, spans: readonly Interval[]): Interval[] {
  const from = spans.filter((span) => span.startsAt.getTime() === startsAt.getTime())
  const to = spans.filter((span) => span.endsAt.getTime() === endsAt.getTime())
  const left = {
    startsAt: new Date(Math.max(startsAt.getTime(), ...from.map((span) => span.endsAt.getTime()))),
    endsAt: new Date(Math.min(endsAt.getTime(), ...to.map((span) => span.startsAt.getTime())))
  }
  return left.startsAt < left.endsAt ? [left] : []
}
