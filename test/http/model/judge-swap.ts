import { closeSwaps } from './closing.ts'
import type { Operation } from './operations.ts'
import { brokenRules, type Move } from './rules.ts'
import { madeSeat, type Outcome, refused, type Verdict } from './verdict.ts'
import {
  type Ask,
  DAY,
  MINUTE,
  oversees,
  type Seat,
  type Swap,
  speaksFor,
  stateOf,
  type World
} from './world.ts'

const UNDO_MINUTES = 30
const DAYS_TO_ANSWER = 7

type Offer = Extract<Operation, { kind: 'offer' }>
type Answer = Extract<Operation, { kind: 'accept' | 'decline' | 'withdraw' | 'undo' }>

export function judgeSwap(world: World, operation: Offer | Answer): Verdict {
  if (operation.kind === 'offer') return judgeOffer(world, operation)
  const swap = world.swaps.get(operation.swapId)!
  const actor = world.people.get(operation.actor)!
  const sides = [swap.proposer, ...swap.asks.map(({ who }) => who)].map((id) => world.people.get(id)!)
  if (!sides.some((side) => speaksFor(actor, side))) return refused('SWAP_NOT_FOUND')
  switch (operation.kind) {
    case 'accept':
    case 'decline':
      return judgeAnswer(world, swap, operation)
    case 'withdraw':
      return judgeWithdrawal(world, swap, operation.actor)
    case 'undo':
      return judgeUndo(world, swap, operation.actor)
  }
}

const seatHeld = (world: World, id: string | null | undefined, who: string): Seat | null => {
  const seat = id ? world.seats.get(id) : undefined
  return seat && !seat.isReleased && seat.who === who ? seat : null
}

const moveOf = ({ shiftId, who, from, to }: Seat, taker: string): Move => ({
  shiftId,
  giver: who,
  taker,
  from,
  to
})

function judgeOffer(world: World, operation: Offer): Verdict {
  const { actor, asks, onBehalfOf } = operation
  const given = operation.give ? world.seats.get(operation.give)! : null
  const proposer = given?.who ?? onBehalfOf ?? actor
  if (!speaksFor(world.people.get(actor)!, world.people.get(proposer)!)) return refused('SWAP_NOT_YOURS')
  if (asks.some(({ who }) => who === proposer)) return refused('SWAP_NOT_VALID')
  const isLost = asks.some(({ who, take }) => take && !seatHeld(world, take, who))
  if (given?.isReleased || isLost) return refused('SEAT_NOT_FOUND')
  const moves = asks.map(({ who, take }) => [
    ...(given ? [moveOf(given, who)] : []),
    ...(take ? [moveOf(world.seats.get(take)!, proposer)] : [])
  ])
  const broken = moves.flatMap((each) => brokenRules(world, each))
  if (broken.length > 0) return refused('SWAP_NOT_ALLOWED', [...new Set(broken)].sort())
  const starts = moves.flat().map(({ from }) => from)
  return {
    answer: 'ok',
    happens: (after, { id }) => {
      after.swaps.set(id!, {
        id: id!,
        kind: given && asks[0]!.take ? 'swap' : 'cover',
        proposer,
        createdBy: actor,
        give: given?.id ?? null,
        asks: asks.map(({ who, take }) => ({ who, take: take ?? null, is: 'open' })),
        expiresAt: Math.min(world.now + DAYS_TO_ANSWER * DAY, ...starts),
        end: 'open',
        cause: null,
        acceptedBy: null,
        acceptedAt: 0,
        made: [],
        gone: []
      })
      const told = asks.map(({ who }) => `swap-asked ${who}`)
      return proposer === actor ? told : [...told, `swap-proposed-for-you ${proposer}`]
    }
  }
}

function judgeAnswer(
  world: World,
  swap: Swap,
  { kind, actor, onBehalfOf }: Extract<Answer, { kind: 'accept' | 'decline' }>
): Verdict {
  const ask = swap.asks.find(({ who }) => who === (onBehalfOf ?? actor))
  if (!ask) return refused('SWAP_NOT_YOURS')
  if (ask.who !== actor) {
    if (!oversees(world.people.get(actor)!, world.people.get(ask.who)!)) return refused('SWAP_NOT_YOURS')
    if (actor === swap.proposer || actor === swap.createdBy) return refused('SPEAKS_FOR_BOTH')
  }
  if (stateOf(world, swap) !== 'proposed' || ask.is !== 'open') return refused('SWAP_NOT_OPEN')
  if (kind === 'decline') return decline(swap, ask, actor)
  const give = seatHeld(world, swap.give, swap.proposer)
  const take = seatHeld(world, ask.take, ask.who)
  if ((swap.give && !give) || (ask.take && !take)) return refused('SEATS_MOVED_ON')
  const moves = [...(give ? [moveOf(give, ask.who)] : []), ...(take ? [moveOf(take, swap.proposer)] : [])]
  const broken = brokenRules(world, moves)
  if (broken.length > 0) return refused('SWAP_NOT_ALLOWED', broken)
  const gone = [give, take].flatMap((seat) => seat?.id ?? [])
  return { answer: 'ok', happens: (after, outcome) => carryOut(after, { swap, ask, moves, gone }, outcome) }
}

function carryOut(
  world: World,
  agreed: { swap: Swap; ask: Ask; moves: Move[]; gone: string[] },
  outcome: Outcome
): string[] {
  const { ask, moves, gone } = agreed
  const swap = world.swaps.get(agreed.swap.id)!
  const made = moves.map(({ shiftId, taker: who, from, to }) => madeSeat(outcome, { shiftId, who, from, to }))
  for (const id of gone) world.seats.get(id)!.isReleased = true
  for (const seat of made) world.seats.set(seat.id, { ...seat, isReleased: false })
  const others = swap.asks.filter(({ who, is }) => is === 'open' && who !== ask.who)
  const done = { end: 'accepted' as const, acceptedBy: ask.who, acceptedAt: world.now }
  Object.assign(swap, { ...done, made: made.map(({ id }) => id), gone })
  return [
    ...others.map(({ who }) => `swap-answered-by-another ${who}`),
    ...closeSwaps(world, { seats: gone, cause: 'changed_hands', except: swap.id }),
    `swap-accepted ${swap.proposer}`,
    `swap-accepted ${ask.who}`
  ]
}

function decline(swap: Swap, { who }: Ask, actor: string): Verdict {
  return {
    answer: 'ok',
    happens: (after) => {
      const { asks } = after.swaps.get(swap.id)!
      asks.find((one) => one.who === who)!.is = 'declined'
      return [`swap-declined ${swap.proposer}`, ...(who === actor ? [] : [`swap-declined ${who}`])]
    }
  }
}

function judgeWithdrawal(world: World, swap: Swap, actor: string): Verdict {
  const mays = [swap.proposer, ...(swap.acceptedBy ? [swap.acceptedBy] : [])]
  if (!mays.some((id) => speaksFor(world.people.get(actor)!, world.people.get(id)!))) {
    return refused('SWAP_NOT_YOURS')
  }
  if (stateOf(world, swap) !== 'proposed') return refused('SWAP_NOT_OPEN')
  const asked = swap.asks.filter(({ is }) => is === 'open').map(({ who }) => who)
  return {
    answer: 'ok',
    happens: (after) => {
      after.swaps.get(swap.id)!.end = 'withdrawn'
      return [swap.proposer, ...asked].filter((id) => id !== actor).map((id) => `swap-withdrawn ${id}`)
    }
  }
}

function judgeUndo(world: World, swap: Swap, actor: string): Verdict {
  const parties = [swap.proposer, ...swap.asks.map(({ who }) => who).filter((id) => id === swap.acceptedBy)]
  if (!parties.some((id) => speaksFor(world.people.get(actor)!, world.people.get(id)!))) {
    return refused('SWAP_NOT_YOURS')
  }
  if (stateOf(world, swap) !== 'accepted') return refused('SWAP_NOT_OPEN')
  const made = swap.made.map((id) => world.seats.get(id)!)
  const gone = swap.gone.map((id) => world.seats.get(id)!)
  const until = Math.min(swap.acceptedAt + UNDO_MINUTES * MINUTE, ...made.map(({ from }) => from))
  if (until <= world.now) return refused('UNDO_TOO_LATE')
  if (made.some(({ isReleased }) => isReleased)) return refused('SEATS_MOVED_ON')
  const back = made.flatMap((seat) => {
    const was = gone.find(({ shiftId }) => shiftId === seat.shiftId)
    return was ? [moveOf(seat, was.who)] : []
  })
  const broken = brokenRules(world, back)
  if (broken.length > 0) return refused('SWAP_NOT_ALLOWED', broken)
  return {
    answer: 'ok',
    happens: (after) => {
      for (const id of swap.made) after.seats.get(id)!.isReleased = true
      for (const id of swap.gone) after.seats.get(id)!.isReleased = false
      after.swaps.get(swap.id)!.end = 'undone'
      const told = new Set([...made, ...gone].map(({ who }) => `swap-undone ${who}`))
      return [...closeSwaps(after, { seats: swap.made, cause: 'changed_hands' }), ...told]
    }
  }
}
