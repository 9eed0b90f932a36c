import { common } from './en/common.ts'
import { digests } from './en/digests.ts'
import { hours } from './en/hours.ts'
import { leadership } from './en/leadership.ts'
import { learnings } from './en/learnings.ts'
import { operations } from './en/operations.ts'
import { people } from './en/people.ts'
import { schedule } from './en/schedule.ts'
import { seats } from './en/seats.ts'
import { swaps } from './en/swaps.ts'

export const english = {
  common,
  kinds: {
    ...schedule,
    ...swaps,
    ...seats,
    ...hours,
    ...people,
    ...learnings,
    ...digests,
    ...leadership,
    ...operations
  }
}

/** Every kind of notice there is. */
export type Kind = keyof typeof english.kinds
