import { type FieldComplaint, SwapNotValid } from './errors.ts'

export interface WantedAsk {
  employeeId: string
  /** Their seat that the proposer would take. */
  takeAssignmentId?: string
}

/** A swap (give and take), a cover (give), or an offer to take over (take). */
export interface WantedSwap {
  giveAssignmentId?: string
  /** Of the seat of a cover: one end of it up to a time. */
  part?: { startsAt: string; endsAt: string }
  asks: WantedAsk[]
  message?: string
  /** Left out: seven days, or when the first of the shifts begins. */
  expiresAt?: string
  /** Who proposes, when the actor is somebody else and gives nothing. */
  onBehalfOf?: string
}

/** @throws {SwapNotValid} for what cannot be a proposal, whoever the people are */
export function checkWanted({ giveAssignmentId, part, asks }: WantedSwap): void {
  const wrong: FieldComplaint[] = []
  const complain = (field: string, message: string) => wrong.push({ field, message })
  const taking = asks.filter(({ takeAssignmentId }) => takeAssignmentId !== undefined).length
  if (giveAssignmentId === undefined && taking < asks.length) {
    complain('asks', 'must name the seat to take from everybody asked, since nothing is given')
  }
  if (giveAssignmentId !== undefined && taking > 0 && taking < asks.length) {
    complain('asks', 'must name a seat to take from everybody asked, or from nobody')
  }
  if (part && giveAssignmentId !== undefined && taking > 0) {
    complain('part', 'is for a cover; two seats are swapped whole')
  }
  const askedIds = asks.map(({ employeeId }) => employeeId.toLowerCase())
  if (new Set(askedIds).size < askedIds.length) complain('asks', 'must name each person once')
  if (wrong.length > 0) throw new SwapNotValid(wrong)
}
