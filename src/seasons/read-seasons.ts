import type { Queryable } from '../../db/client.ts'
import type { Context } from '../context.ts'
import { groupBy } from '../engine/facts/group-by.ts'
import { type SeasonState, seasonState } from '../engine/insight/season-state.ts'
import { localDateOf } from '../engine/time/local-date-of.ts'
import { SeasonNotFound } from './errors.ts'
import { type EvidenceRow, listEvidence } from './queries/evidence.ts'
import { findSeason, type GoalRow, listGoals, listSeasons, type SeasonRow } from './queries/seasons.ts'

export interface Evidence {
  id: string
  kind: 'learning' | 'theme' | 'fix-it'
  /** Of the learning, theme or fix-it. */
  sourceId: string
  /** Its words as they are now; null once they were erased. */
  text: string | null
  attachedAt: Date
  attachedBy: { id: string; name: string }
}

export interface Goal {
  id: string
  goal: string
  measure: string
  strategyLine: string
  evidence: Evidence[]
  /** Nothing shows yet whether it is reached. */
  lacksEvidence: boolean
}

export interface Season {
  id: string
  name: string
  fromOn: string
  toOn: string
  state: SeasonState
  createdAt: Date
  createdBy: { id: string; name: string | null } | null
  closedAt: Date | null
  closedBy: { id: string; name: string | null } | null
  goals: Goal[]
}

/** Every season with its charter, latest first; the state is by the reader's day. For everybody. Three queries. */
export async function readSeasons(ctx: Context): Promise<Season[]> {
  return withCharters(ctx.db, ctx, await listSeasons(ctx.db))
}

/** @throws {SeasonNotFound} */
export async function readSeason(ctx: Context, seasonId: string): Promise<Season> {
  return readSeasonWithin(ctx.db, ctx, seasonId)
}

/** The same in a transaction under way. */
export async function readSeasonWithin(db: Queryable, ctx: Context, seasonId: string): Promise<Season> {
  const row = await findSeason(db, seasonId)
  if (!row) throw new SeasonNotFound({ seasonId })
  const [season] = await withCharters(db, ctx, [row])
  return season!
}

async function withCharters(
  db: Queryable,
  ctx: Pick<Context, 'now' | 'actor'>,
  rows: readonly SeasonRow[]
): Promise<Season[]> {
  if (rows.length === 0) return []
  const only = rows.length === 1 ? rows[0]!.id : undefined
  const goals = groupBy(await listGoals(db, only), ({ seasonId }) => seasonId)
  const ids = rows.map(({ id }) => id)
  const evidence = groupBy(await listEvidence(db, ids), ({ goalId }) => goalId)
  const today = localDateOf(ctx.now(), ctx.actor.timeZone)
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    fromOn: row.fromOn,
    toOn: row.toOn,
    state: seasonState(row, today),
    createdAt: row.createdAt,
    createdBy: byOf(row.createdById, row.createdByName),
    closedAt: row.closedAt,
    closedBy: byOf(row.closedById, row.closedByName),
    goals: (goals.get(row.id) ?? []).map((goal) => goalOf(goal, evidence.get(goal.id) ?? []))
  }))
}

const byOf = (id: string | null, name: string | null) => (id === null ? null : { id, name })

function goalOf({ id, goal, measure, strategyLine }: GoalRow, rows: readonly EvidenceRow[]): Goal {
  const evidence = rows.map(evidenceOf)
  return { id, goal, measure, strategyLine, evidence, lacksEvidence: evidence.length === 0 }
}

function evidenceOf(row: EvidenceRow): Evidence {
  const { id, attachedAt, attachedById, attachedByName } = row
  const attached = { attachedAt, attachedBy: { id: attachedById, name: attachedByName } }
  if (row.learningId !== null) {
    const text = row.triedTo === null ? null : `${row.triedTo.replace(/[.:\s]+$/, '')}: ${row.obstacle}`
    return { id, kind: 'learning', sourceId: row.learningId, text, ...attached }
  }
  return row.themeId !== null
    ? { id, kind: 'theme', sourceId: row.themeId, text: row.title, ...attached }
    : { id, kind: 'fix-it', sourceId: row.fixItId!, text: row.outcome, ...attached }
}
