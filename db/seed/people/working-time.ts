import type { Random } from '../random.ts'
import type { Office } from './offices.ts'
import { SUPPORT } from './teams.ts'

export interface WorkingTime {
  readonly workingDays: number[]
  readonly ftePercent: number
}

const FULL: WorkingTime = { workingDays: [1, 2, 3, 4, 5], ftePercent: 100 }
/** Across the Atlantic the shop is open on Saturdays, so some work Tuesday to Saturday. */
const TO_SATURDAY: WorkingTime = { workingDays: [2, 3, 4, 5, 6], ftePercent: 100 }
const PART_TIME: readonly WorkingTime[] = [
  { workingDays: [1, 2, 3, 4], ftePercent: 80 },
  { workingDays: [1, 2, 4, 5], ftePercent: 80 },
  { workingDays: [2, 3, 4, 5], ftePercent: 80 },
  { workingDays: [1, 2, 3], ftePercent: 60 },
  { workingDays: [3, 4, 5], ftePercent: 60 }
]

/** Every second host and every fifth guest in the west works Saturdays. */
const SATURDAY_TURN = { host: 2, guest: 5 }

/** Deals out working time: who works Saturdays goes by turns, so that no draw leaves a Saturday without hosts. */
export function workingTimeDealer(random: Random) {
  const turns = { host: 0, guest: 0 }
  return (office: Office, team: string): WorkingTime => {
    const isWest = office.city === 'London' || office.city === 'New York'
    const kind = team === SUPPORT ? 'host' : 'guest'
    if (isWest && ++turns[kind] % SATURDAY_TURN[kind] === 0) return TO_SATURDAY
    return random.chance(isWest ? 0.07 : 0.14) ? random.pick(PART_TIME) : FULL
  }
}
