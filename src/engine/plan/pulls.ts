import { type Mixture, teamPrice } from './mixture.ts'
import type { Prices } from './prices.ts'

/** What was lacking when the bound last rose, so that the next time can be compared with it. */
type Lacked = {
  readonly seat: Float64Array
  readonly host: Float64Array
  readonly lead: Float64Array
  readonly team: Float64Array
}

/** Nothing was lacking yet. */
export function nothingLacked({ seatLack, teamOver }: Mixture): Lacked {
  const none = () => new Float64Array(seatLack.length)
  return { seat: none(), host: none(), lead: none(), team: new Float64Array(teamOver.length) }
}

/** Less than this part of a seat is no lack. */
const LITTLE = 0.01
/** How the pull of a price answers when the same is lacking as before, and when the opposite is. */
const AGAIN = 1.6
const OPPOSITE = 0.6

/**
 * Lets every price be pulled further where the same was lacking twice in a row, less far where it went too far: a host on a
 * shift that would stay empty is worth thousands of points, a seat in the middle of the week hardly one, and no single pull
 * suits both.
 */
export function adaptPulls(mixture: Mixture, lacked: Lacked): void {
  const { centre, host, lead, seatLack, hostLack, leadLack, teamOver } = mixture
  const { seatPull, hostPull, leadPull, teamPull } = mixture
  for (let s = 0; s < seatLack.length; s++) {
    adapt(seatPull, lacked.seat, s, seatLack[s]!)
    adapt(hostPull, lacked.host, s, host[s]! > 0 || centre.host[s]! > 0 ? hostLack[s]! : 0)
    adapt(leadPull, lacked.lead, s, lead[s]! > 0 || centre.lead[s]! > 0 ? leadLack[s]! : 0)
  }
  for (let at = 0; at < teamOver.length; at++) {
    adapt(teamPull, lacked.team, at, teamPrice(mixture, at) > 0 || centre.teams[at]! > 0 ? teamOver[at]! : 0)
  }
}

function adapt(pull: Float64Array, before: Float64Array, at: number, lack: number): void {
  const now = Math.abs(lack) < LITTLE ? 0 : lack
  const both = before[at]! * now
  if (both > 0) pull[at]! *= AGAIN
  else if (both < 0) pull[at]! *= OPPOSITE
  before[at] = now
}

/**
 * Lets prices of hosts that are far more than a seat commonly costs be pulled about as far as they are high: what is wrong
 * with them is wrong by thousands. `far` is what a missing seat costs, in `scale`.
 */
export function pullHighPrices({ hostPull }: Mixture, { host }: Prices, far: number): void {
  for (let s = 0; s < host.length; s++) if (host[s]! > far) hostPull[s] = host[s]!
}
