import { common } from './sv/common.ts'
import { digests } from './sv/digests.ts'
import { hours } from './sv/hours.ts'
import { leadership } from './sv/leadership.ts'
import { learnings } from './sv/learnings.ts'
import { operations } from './sv/operations.ts'
import { people } from './sv/people.ts'
import { schedule } from './sv/schedule.ts'
import { seats } from './sv/seats.ts'
import { swaps } from './sv/swaps.ts'

export const swedish = {
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
