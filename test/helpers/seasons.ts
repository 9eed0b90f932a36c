import type { Queryable } from '../../db/client.ts'
import { decayReviews } from '../../db/schema/decay-reviews.ts'
import { goalEvidence, seasonGoals, seasons } from '../../db/schema/seasons.ts'
import { servedCases } from '../../db/schema/served-cases.ts'

type Season = typeof seasons.$inferSelect
export type Goal = typeof seasonGoals.$inferSelect

/** The second quarter of 2027 with two goals, unless `traits` say otherwise. */
export async function insertSeason(
  db: Queryable,
  traits: Partial<typeof seasons.$inferInsert> = {}
): Promise<{ season: Season; goals: [Goal, Goal] }> {
  const [season] = await db
    .insert(seasons)
    .values({ name: '2027 Q2', fromOn: '2027-04-01', toOn: '2027-07-01', ...traits })
    .returning()
  const goals = await db
    .insert(seasonGoals)
    .values(
      ['Pairing works at the first attempt', 'Bills explain themselves'].map((goal, at) => ({
        seasonId: season!.id,
        place: at + 1,
        goal,
        measure: 'Half as many learnings about it',
        strategyLine: 'Easy for everybody'
      }))
    )
    .returning()
  return { season: season!, goals: goals as [Goal, Goal] }
}

/** A season, a decay review, and for each person a case they tapped and evidence they attached. */
export async function insertSeasonThings(
  db: Queryable,
  belongings: ReadonlyMap<string, { endedAssignmentId: string; learningId: string }>,
  ownerId: string
) {
  const { season, goals } = await insertSeason(db)
  const [review] = await db
    .insert(decayReviews)
    .values({ quarterFromOn: '2026-10-01', signs: [], ownerId })
    .returning()
  const things = new Map<string, { caseId: string; evidenceId: string }>()
  for (const [employeeId, { endedAssignmentId, learningId }] of belongings) {
    const [one] = await db
      .insert(servedCases)
      .values({ assignmentId: endedAssignmentId, servedWell: 'yes' })
      .returning()
    const [evidence] = await db
      .insert(goalEvidence)
      .values({ goalId: goals[0].id, learningId, attachedBy: employeeId })
      .returning()
    things.set(employeeId, { caseId: one!.id, evidenceId: evidence!.id })
  }
  return { seasonId: season.id, goalId: goals[1].id, reviewId: review!.id, things }
}
