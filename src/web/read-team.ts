import { readTeamAbsences } from '../absences/read-team-absences.ts'
import type { Context } from '../context.ts'
import { listEmployees } from '../directory/people.ts'
import { readTeams } from '../directory/teams.ts'
import { addDays } from '../engine/time/add-days.ts'
import { localDateOf } from '../engine/time/local-date-of.ts'
import { quarterOf } from '../engine/time/quarter-of.ts'
import { startOfIsoWeek } from '../engine/time/start-of-iso-week.ts'
import { readExemptions } from '../exemptions/read-exemptions.ts'
import { previewQuota } from '../quotas/preview-quota.ts'
import { readQuotas } from '../quotas/quotas.ts'
import type { WantedQuota } from '../quotas/wanted-quota.ts'
import { readMembers } from '../reports/read-people.ts'
import { readCoverage } from '../shifts/read-coverage.ts'
import { readShift } from '../shifts/read-shifts.ts'
import { SeatNotFound } from '../swaps/errors.ts'
import { findTakers } from '../swaps/find-takers.ts'
import type { ExemptionsView } from './pages/team/exemptions-page.tsx'
import type { QuotasView } from './pages/team/quotas-page.tsx'
import type { SeatTakers } from './pages/team/takers-page.tsx'
import type { TeamChoice } from './pages/team/team-head.tsx'
import type { TeamSeat, TeamView } from './pages/team/team-page.tsx'

const MOST_TEAMS = 200
const MOST_PEOPLE = 200
const MOST_QUOTAS = 50
const MOST_SEATS = 12
const WEEKS_AHEAD = 6
const AWAY_DAYS = 28

export interface WhichTeam {
  teams: TeamChoice[]
  team: TeamChoice
}

/** The teams somebody may look at, and the one asked for or the first; null where there is none. */
export async function readWhichTeam(ctx: Context, wanted: string | undefined): Promise<WhichTeam | null> {
  const { actor } = ctx
  const { items } = await readTeams(ctx, { limit: MOST_TEAMS })
  const own = items.filter(({ id }) => actor.leads.includes(id))
  const seesAll = actor.roles.has('hr') || actor.roles.has('admin')
  const teams = (seesAll ? items : own).map(({ id, name }) => ({ id, name }))
  const first = teams.find(({ id }) => id === own[0]?.id) ?? teams[0]
  const team = teams.find(({ id }) => id === wanted) ?? first
  return team ? { teams, team } : null
}

/** What a lead sees of the team: who is away, gaps, who owes what, seats to come. */
export async function readTeamPage(ctx: Context, { teams, team }: WhichTeam): Promise<TeamView> {
  const now = ctx.now()
  const today = localDateOf(now, ctx.actor.timeZone)
  const monday = startOfIsoWeek(today)
  const isOwn = ctx.actor.leads.includes(team.id)
  const quarter = { ...quarterOf(today), teamId: team.id, limit: MOST_PEOPLE }
  const [members, { items: people }, absences, shifts] = await Promise.all([
    isOwn ? readMembers(ctx, quarter) : null,
    listEmployees(ctx, { teamId: team.id, limit: MOST_PEOPLE }),
    readTeamAbsences(ctx, team.id, { fromOn: today, toOn: addDays(today, AWAY_DAYS) }),
    readCoverage(ctx, { fromOn: monday, toOn: addDays(monday, 7 * WEEKS_AHEAD), teamId: team.id })
  ])
  const ofTeam = new Set(people.map(({ id }) => id))
  const seats: TeamSeat[] = shifts.flatMap(({ seats, rotation }) =>
    seats
      .filter(({ employeeId, startsAt }) => ofTeam.has(employeeId) && startsAt > now)
      .map((seat) => ({ ...seat, rotationName: rotation.name }))
  )
  return {
    teams,
    team,
    me: ctx.actor.employeeId,
    today,
    people,
    members,
    absences,
    shifts: shifts.filter(({ endsAt }) => endsAt > now),
    weeks: Array.from({ length: WEEKS_AHEAD }, (_, week) => addDays(monday, 7 * week)),
    seats: seats.slice(0, MOST_SEATS),
    seatsLater: Math.max(0, seats.length - MOST_SEATS)
  }
}

/**
 * Who could take a seat of somebody the actor may speak for.
 *
 * @throws {SeatNotFound} {@link SwapNotYours}
 */
export async function readSeatTakers(ctx: Context, assignmentId: string): Promise<SeatTakers> {
  const takers = await findTakers(ctx, assignmentId, { limit: 20 })
  const shift = await readShift(ctx, takers.shiftId)
  const holder = shift.people.find((person) => person.assignmentId === assignmentId)
  if (!holder) throw new SeatNotFound({ assignmentIds: [assignmentId] })
  const { employeeId, name } = holder
  // Who asks does not ask themselves: they can take it over at once.
  const items = takers.items.filter(({ employee }) => employee.id !== ctx.actor.employeeId)
  const seat = { assignmentId, employeeId, name, rotationName: shift.rotation.name }
  return { seat, takers: { ...takers, items } }
}

/** The quotas of a team with what a wanted one would change. */
export async function readQuotasPage(
  ctx: Context,
  { teams, team }: WhichTeam,
  wanted: WantedQuota | null
): Promise<QuotasView> {
  const [{ items: quotas }, { items: people }, effect] = await Promise.all([
    readQuotas(ctx, { limit: MOST_QUOTAS }),
    listEmployees(ctx, { teamId: team.id, limit: MOST_PEOPLE }),
    wanted && previewQuota(ctx, wanted)
  ])
  const ofTeam = new Set(people.map(({ id }) => id))
  const { roles } = ctx.actor
  const today = localDateOf(ctx.now(), ctx.actor.timeZone)
  return {
    teams,
    team,
    quotas: quotas.filter(
      (quota) =>
        quota.scope === 'organisation' ||
        quota.team?.id === team.id ||
        (quota.employee !== null && ofTeam.has(quota.employee.id))
    ),
    people,
    mayForAll: roles.has('hr') || roles.has('admin'),
    isQuotasOnly: !roles.has('hr') && !ctx.actor.leads.includes(team.id),
    wanted,
    effect,
    today
  }
}

/** Exemptions of a team. */
export async function readExemptionsPage(ctx: Context, { teams, team }: WhichTeam): Promise<ExemptionsView> {
  const [{ items: exemptions }, { items: people }] = await Promise.all([
    readExemptions(ctx, { teamId: team.id, limit: MOST_QUOTAS }),
    listEmployees(ctx, { teamId: team.id, limit: MOST_PEOPLE })
  ])
  const today = localDateOf(ctx.now(), ctx.actor.timeZone)
  return { teams, team, exemptions, people, me: ctx.actor.employeeId, today }
}
