import type { Context } from '../context.ts'
import { listPublishedUntil, listWaitingDrafts } from './queries/standings.ts'

/** How far a rotation is planned. */
export interface PlanStanding {
  /** The first day after everything published; null where nothing is. */
  publishedUntil: string | null
  /** The newest draft that waits to be published or thrown away. */
  waiting: { draftId: string; fromOn: string; toOn: string } | null
}

/** How far each rotation is planned, by its id; rotations without a plan are left out. Two queries. */
export async function readPlanStandings(ctx: Context): Promise<Map<string, PlanStanding>> {
  const [published, waiting] = await Promise.all([listPublishedUntil(ctx.db), listWaitingDrafts(ctx.db)])
  const standings = new Map<string, PlanStanding>()
  for (const { rotationId, toOn } of published) {
    standings.set(rotationId, { publishedUntil: toOn, waiting: null })
  }
  for (const { rotationId, ...draft } of waiting) {
    const known = standings.get(rotationId)
    standings.set(rotationId, { publishedUntil: known?.publishedUntil ?? null, waiting: draft })
  }
  return standings
}
