import type { ServedCounts } from '../engine/insight/share-served.ts'
import { readTotals } from '../hours/read-balances.ts'
import { readStandingThemes } from '../learnings/themes/read-standing-themes.ts'
import type { CountPeriods } from '../period-counts/read-period-counts.ts'
import { countLearnings, countShiftsDone, type HeardTheme, sumThemes } from './queries/closing.ts'
import { sumServed } from './queries/served.ts'

/** What a closing page counts of the days of a season. */
export interface SeasonSums {
  shifts: number
  people: number
  learnings: number
  workedMinutes: number
  creditedMinutes: number
  dueMinutes: number
  served: ServedCounts
  heard: HeardTheme[]
}

/** Counts the shifts, people, hours, learnings, cases and themes of the days of seasons, as far as they have passed by `now`. */
export const countSeasons: CountPeriods<SeasonSums> = async (db, seasons, now) => {
  const standing = await readStandingThemes(db)
  const totals = await readTotals(db, [...seasons])
  const counted: SeasonSums[] = []
  for (const [at, days] of seasons.entries()) {
    const { workedMinutes, creditedMinutes, dueMinutes } = totals[at]!
    counted.push({
      ...(await countShiftsDone(db, days, now)),
      ...{ workedMinutes, creditedMinutes, dueMinutes },
      learnings: await countLearnings(db, days),
      served: await sumServed(db, days),
      heard: await sumThemes(db, days, standing)
    })
  }
  return counted
}
