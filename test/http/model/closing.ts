import { type Swap, stateOf, type World } from './world.ts'

interface Lost {
  seats: readonly string[]
  people?: readonly string[]
  cause: string
  except?: string
}

/** Proposals end with the seats and people they are about. Gives the notices owed. */
export function closeSwaps(world: World, { seats, people = [], cause, except }: Lost): string[] {
  const notices: string[] = []
  for (const swap of world.swaps.values()) {
    if (swap.id === except || stateOf(world, swap) !== 'proposed') continue
    notices.push(...closeOne(swap, { seats, people, cause }))
  }
  return notices.filter((notice) => world.people.get(notice.split(' ')[1]!)!.isHere)
}

function closeOne(swap: Swap, { seats, people, cause }: Required<Omit<Lost, 'except'>>): string[] {
  const open = swap.asks.filter(({ is }) => is === 'open')
  const hit = open.filter(({ who, take }) => people.includes(who) || (take !== null && seats.includes(take)))
  const isGroundLost = people.includes(swap.proposer) || (swap.give !== null && seats.includes(swap.give))
  if (!isGroundLost && hit.length === 0) return []
  const isOver = isGroundLost || hit.length === open.length
  if (isOver) {
    swap.end = 'closed'
    swap.cause = cause
  } else {
    for (const ask of hit) ask.is = 'closed'
  }
  const asked = (isOver ? open : hit).map(({ who }) => who)
  return [swap.proposer, ...asked].map((who) => `swap-closed ${who}`)
}
