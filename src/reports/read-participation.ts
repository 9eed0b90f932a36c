import { recordAudit } from '../audit/record-audit.ts'
import type { Actor, AnyContext } from '../context.ts'
import { checkPeriod, type Period } from '../lib/period.ts'
import { groupByLevel, groupByTeam } from './group-parts.ts'
import { FEWEST_PEOPLE, type Group, mergeSmallGroups, peopleIn } from './merge-small-groups.ts'
import { type Part, readParts } from './read-parts.ts'
import { type Per, splitPeriod } from './split-period.ts'
import { type Tally, tally } from './tally.ts'

export const GROUPINGS = ['team', 'level', 'period'] as const

export interface ParticipationQuestion extends Period {
  by: (typeof GROUPINGS)[number]
  /** With `by: 'period'`: months unless said otherwise. */
  per?: Per
}

export interface Participation extends ParticipationQuestion {
  rows: Tally[]
  /** Of the whole period; null where fewer than five people would show. */
  totals: Tally | null
  note: string
}

const FOR_LEADS = 'Only the people of the teams you lead. Teams and levels are those of today.'
const FOR_ALL =
  'Groups of fewer than five people are shown together as "fewer than five", with the next smallest group where ' +
  'they are still under five; a report of fewer than five people in all is empty. Teams and levels are those of today.'

/**
 * Who took part and how much on the days [fromOn, toOn), in minutes, against what was due: by the arithmetic of the
 * ledger. HR and the system see everybody, in groups of at least five; leads see their own people. Dues of weeks and
 * months are rounded each by itself, totals once. Every look is written down.
 *
 * @throws {PeriodNotValid}
 */
export async function readParticipation(
  ctx: AnyContext,
  question: ParticipationQuestion,
  format: 'json' | 'csv' = 'json'
): Promise<Participation> {
  const { by, per = 'month', fromOn, toOn } = question
  checkPeriod({ fromOn, toOn })
  const pieces = by === 'period' ? splitPeriod({ fromOn, toOn }, per) : []
  const teamIds = teamsInReach(ctx.actor)
  return ctx.db.transaction(
    async (tx) => {
      await recordAudit(tx, ctx, {
        action: 'participation.viewed',
        objectType: 'participation',
        objectId: `${fromOn}/${toOn}`,
        after: { ...question, format, teamIds: teamIds ?? 'all' }
      })
      const periods = [{ fromOn, toOn }, ...pieces]
      const reach = teamIds && { teamIds }
      const [whole, ...parts] = await readParts(tx, { periods, now: ctx.now(), ...reach })
      const groups =
        by === 'period'
          ? pieces.map(({ name }, at) => ({ name, id: null, parts: parts[at]! }))
          : GROUPS[by](whole!)
      const seen = teamIds ? showAll(groups, whole!) : hideSmall(groups, whole!)
      return { ...question, ...seen }
    },
    // One moment for all of the figures, or rows and totals might differ.
    { isolationLevel: 'repeatable read' }
  )
}

const GROUPS = { team: groupByTeam, level: groupByLevel }

/** Undefined: everybody. Who leads teams without being HR sees the people of these. */
function teamsInReach(actor: Actor | null): string[] | undefined {
  return actor === null || actor.roles.has('hr') ? undefined : actor.leads
}

const totalOf = (parts: Part[]): Tally => tally({ name: 'total', id: null, parts })

function showAll(groups: Group[], whole: Part[]) {
  return { rows: groups.map(tally), totals: totalOf(whole), note: FOR_LEADS }
}

function hideSmall(groups: Group[], whole: Part[]) {
  const isTooFew = peopleIn([{ name: '', id: null, parts: whole }]) < FEWEST_PEOPLE
  return {
    rows: mergeSmallGroups(groups).map(tally),
    totals: isTooFew ? null : totalOf(whole),
    note: FOR_ALL
  }
}
