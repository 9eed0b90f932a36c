import { judgeOffice } from './judge-office.ts'
import { judgeSwap } from './judge-swap.ts'
import type { Operation } from './operations.ts'
import { brokenRules, openPart } from './rules.ts'
import { madeSeat, refused, type Verdict } from './verdict.ts'
import { inForce, leadsOf, speaksFor, type World } from './world.ts'

/** What a sequential world answers to an operation, leaving aside whether the actor may come in at all. */
export function judge(world: World, operation: Operation): Verdict {
  switch (operation.kind) {
    case 'claim':
      return judgeClaim(world, operation)
    case 'offer':
    case 'accept':
    case 'decline':
    case 'withdraw':
    case 'undo':
      return judgeSwap(world, operation)
    case 'away':
    case 'back':
      return judgeAbsence(world, operation)
    default:
      return judgeOffice(world, operation)
  }
}

function judgeClaim(
  world: World,
  { actor, shiftId, onBehalfOf }: Extract<Operation, { kind: 'claim' }>
): Verdict {
  const taker = world.people.get(onBehalfOf ?? actor)!
  if (!speaksFor(world.people.get(actor)!, taker)) return refused('SWAP_NOT_YOURS')
  const shift = world.shifts.get(shiftId)!
  const open = openPart(world, shift, taker)
  if (!open) return refused('SEAT_NOT_OPEN')
  const broken = brokenRules(
    world,
    [{ shiftId, giver: null, taker: taker.id, ...open }],
    shift.from <= world.now
  )
  if (broken.length > 0) return refused('SWAP_NOT_ALLOWED', broken)
  return {
    answer: 'ok',
    happens: (after, outcome) => {
      const seat = madeSeat(outcome, { shiftId, who: taker.id, ...open })
      after.seats.set(seat.id, { ...seat, isReleased: false })
      after.swaps.set(outcome.id!, {
        id: outcome.id!,
        kind: 'open_seat',
        proposer: taker.id,
        createdBy: actor,
        give: null,
        asks: [],
        expiresAt: shift.to,
        end: 'accepted',
        cause: null,
        acceptedBy: taker.id,
        acceptedAt: after.now,
        made: [seat.id],
        gone: []
      })
      return [`seat-taken ${taker.id}`]
    }
  }
}

function judgeAbsence(world: World, operation: Extract<Operation, { kind: 'away' | 'back' }>): Verdict {
  const { actor } = operation
  if (operation.kind === 'back') {
    const { absenceId } = operation
    if (world.absences.get(absenceId)?.who !== actor) return refused('ABSENCE_NOT_FOUND')
    return {
      answer: 'ok',
      happens: (after) => flagging(after, actor, 'shift-clear-again', () => after.absences.delete(absenceId))
    }
  }
  const { from, to } = operation
  const own = [...world.absences.values()].filter(({ who }) => who === actor)
  if (own.some((one) => one.from < to && from < one.to)) return refused('ABSENCE_OVERLAPS')
  return {
    answer: 'ok',
    happens: (after, { id }) =>
      flagging(after, actor, 'shift-in-absence', () =>
        after.absences.set(id!, { id: id!, who: actor, from, to })
      )
  }
}

/** Tells the person and their leads when other seats than before fall on an absence. */
function flagging(world: World, who: string, kind: string, change: () => unknown): string[] {
  const before = flagged(world, who)
  change()
  if (flagged(world, who) === before) return []
  return [who, ...leadsOf(world, world.people.get(who)!)].map((told) => `${kind} ${told}`)
}

function flagged(world: World, who: string): string {
  const away = [...world.absences.values()].filter((one) => one.who === who && one.to > world.now)
  const seats = inForce(world).filter((seat) => seat.who === who && seat.to > world.now)
  const isMet = (seat: { from: number; to: number }) =>
    away.some(({ from, to }) => from < seat.to && seat.from < to)
  return seats
    .filter(isMet)
    .map(({ id }) => id)
    .sort()
    .join()
}
