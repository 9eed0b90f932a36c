import { common } from './nb/common.ts'
import { digests } from './nb/digests.ts'
import { hours } from './nb/hours.ts'
import { leadership } from './nb/leadership.ts'
import { learnings } from './nb/learnings.ts'
import { operations } from './nb/operations.ts'
import { people } from './nb/people.ts'
import { schedule } from './nb/schedule.ts'
import { seats } from './nb/seats.ts'
import { swaps } from './nb/swaps.ts'

export const norwegian = {
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
