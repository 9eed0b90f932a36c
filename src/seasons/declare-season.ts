import { constraintOf } from '../../db/client.ts'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { localDateOf } from '../engine/time/local-date-of.ts'
import { checkMayDeclare } from './check-may-declare.ts'
import { SeasonsOverlap } from './errors.ts'
import { insertGoals, insertSeason } from './queries/seasons.ts'
import { readSeasonWithin, type Season } from './read-seasons.ts'
import {
  checkDays,
  checkGoals,
  daysOfQuarter,
  nameOfDays,
  refuseField,
  type WantedGoal
} from './season-fields.ts'
import { tellLeaders } from './tell-leaders.ts'

export interface WantedSeason {
  name?: string
  /** Such as `2027-Q2`, in place of the days. */
  quarter?: string
  fromOn?: string
  /** The first day that no longer counts. */
  toOn?: string
  goals: WantedGoal[]
}

/**
 * Declares a season with its charter: two or three goals, each with its measure and the line of strategy it serves.
 * Leaders are told, so that they guess before it begins.
 *
 * @throws {SeasonNotYours} {@link SeasonNotValid} {@link SeasonsOverlap}
 */
export async function declareSeason(ctx: Context, wanted: WantedSeason): Promise<Season> {
  const days = daysOf(wanted)
  if (wanted.goals.some(({ id }) => id !== undefined))
    refuseField('goals', 'Goals of a new season are new: leave out their ids.')
  checkGoals(wanted.goals)
  try {
    return await ctx.db.transaction(async (tx) => {
      await checkMayDeclare(tx, ctx.actor)
      checkDays(days, localDateOf(ctx.now(), ctx.actor.timeZone))
      const name = wanted.name?.trim() ?? nameOfDays(days)
      const by = { createdAt: ctx.now(), createdBy: ctx.actor.employeeId }
      const seasonId = await insertSeason(tx, { name, ...days, ...by })
      const goals = wanted.goals.map((goal, at) => ({ ...goal, place: at + 1 }))
      await insertGoals(
        tx,
        goals.map((goal) => ({ ...goal, seasonId, createdAt: ctx.now() }))
      )
      await tellLeaders(tx, ctx, { id: seasonId, name, ...days }, 'season-declared')
      await recordAudit(tx, ctx, {
        ...{ action: 'season.declared', objectType: 'season', objectId: seasonId },
        after: { name, ...days, goals }
      })
      return readSeasonWithin(tx, ctx, seasonId)
    })
  } catch (error) {
    throw constraintOf(error) === 'seasons_do_not_overlap' ? new SeasonsOverlap() : error
  }
}

function daysOf({ quarter, fromOn, toOn }: WantedSeason) {
  if (quarter !== undefined && fromOn === undefined && toOn === undefined) return daysOfQuarter(quarter)
  if (quarter !== undefined) refuseField('quarter', 'Give a quarter or two days, not both.')
  if (fromOn === undefined || toOn === undefined)
    return refuseField('fromOn', 'Give a quarter such as 2027-Q2, or fromOn and toOn.')
  return { fromOn, toOn }
}
