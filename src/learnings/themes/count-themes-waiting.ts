import type { AnyContext } from '../../context.ts'
import type { Stage } from '../../engine/insight/unheard-clock.ts'
import { readStandings } from './read-standings.ts'

/** How many themes wait for a decision, by who has to look at them now. */
export async function countThemesWaiting({ db, now }: AnyContext): Promise<Record<Stage, number>> {
  const counts: Record<Stage, number> = { owner: 0, lead: 0, leadership: 0 }
  for (const { clock } of await readStandings(db, now())) if (clock.stage) counts[clock.stage] += 1
  return counts
}
