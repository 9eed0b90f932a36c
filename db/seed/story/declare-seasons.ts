import { addDays as addDaysTo } from 'date-fns'
import { booksPeriodOf } from '../../../src/engine/ledger/books-period-of.ts'
import { addDays } from '../../../src/engine/time/add-days.ts'
import { instantOf } from '../../../src/engine/time/instant-of.ts'
import type { LocalDate } from '../../../src/engine/time/local.ts'
import type { auditEntries } from '../../schema/audit.ts'
import type { goalEvidence, seasonGoals, seasons } from '../../schema/seasons.ts'
import { type Calendar, HOME_ZONE } from '../calendar.ts'
import type { MakeId } from '../ids.ts'
import { AREAS } from '../learnings/areas.ts'
import type { Company } from '../plan/company.ts'
import { earlier, type Gathered } from './gather-themes.ts'
import { CHARTERS, type CharterGoal } from './season-charters.ts'

type SeasonRow = typeof seasons.$inferSelect
export type DeclaredSeason = SeasonRow & {
  readonly goals: readonly (typeof seasonGoals.$inferSelect & Pick<CharterGoal, 'area'>)[]
}

/** Days before its first on which a season is declared: time enough to guess. */
const AHEAD_DAYS = 12

/** The quarter before, the one that runs and the next: the two beside today, so that guesses are open in one of them. */
export function quartersAround({ today }: Pick<Calendar, 'today'>): { fromOn: LocalDate; toOn: LocalDate }[] {
  const running = booksPeriodOf(today, 3)
  return [booksPeriodOf(addDays(running.fromOn, -1), 3), running, booksPeriodOf(running.toOn, 3)]
}

/** Declares the three with their charters; the first is closed later, from the data. */
export function declareSeasons({ calendar, cast }: Company, id: MakeId): DeclaredSeason[] {
  return quartersAround(calendar).map(({ fromOn, toOn }, at) => {
    const planned = instantOf(addDays(fromOn, -AHEAD_DAYS), '10:05', HOME_ZONE)
    const createdAt = earlier(planned, addDaysTo(calendar.now, -3))
    const seasonId = id(createdAt)
    return {
      ...{ id: seasonId, name: nameOf(fromOn), fromOn, toOn, createdAt, createdBy: cast.executive.row.id },
      ...{ closedAt: null, closedBy: null, closing: null },
      goals: CHARTERS[at]!.map((goal, place) => ({
        ...goal,
        ...{ id: id(createdAt), seasonId, place: place + 1, createdAt }
      }))
    }
  })
}

const nameOf = (fromOn: LocalDate): string =>
  `${fromOn.slice(0, 4)} Q${Math.ceil(Number(fromOn.slice(5, 7)) / 3)}`

/** A host attaches the theme that was told most in the season to the goal about its part of the product. */
export function showEvidence(
  declared: readonly DeclaredSeason[],
  gathered: readonly Gathered[],
  { company: { cast, calendar }, areaIdOf, id }: EvidenceTelling
): (typeof goalEvidence.$inferSelect)[] {
  return declared.flatMap(({ fromOn, toOn, goals }) =>
    goals.flatMap(({ id: goalId, area }) => {
      const areaId = area && areaIdOf(AREAS[area].name)
      const heard = gathered
        .filter(({ theme, merge }) => areaId !== undefined && theme.areaId === areaId && !merge)
        .map((one) => ({ ...one, told: one.told.filter(({ shift }) => isIn(shift.onDay, { fromOn, toOn })) }))
        .toSorted((a, b) => b.told.length - a.told.length)
      const [most] = heard
      const last = most?.told.at(-1)
      if (!most || !last) return []
      const attachedAt = earlier(calendar.now, addDaysTo(last.row.submittedAt, 4))
      const by = { goalId, fixItId: null, attachedAt, attachedBy: cast.host.row.id }
      return [
        { ...by, id: id(attachedAt), themeId: most.theme.id, learningId: null },
        { ...by, id: id(attachedAt), themeId: null, learningId: last.row.id }
      ]
    })
  )
}

interface EvidenceTelling {
  readonly company: Company
  readonly areaIdOf: (name: string) => string | undefined
  readonly id: MakeId
}

const isIn = (day: LocalDate, { fromOn, toOn }: { fromOn: LocalDate; toOn: LocalDate }) =>
  fromOn <= day && day < toOn

/** The lines that declaring them leaves in the audit log. */
export function auditSeasons(
  declared: readonly DeclaredSeason[],
  id: MakeId
): (typeof auditEntries.$inferInsert)[] {
  return declared.map(({ id: objectId, name, fromOn, toOn, createdAt: at, createdBy: actorId, goals }) => ({
    ...{ id: id(at), at, actorId, action: 'season.declared', objectType: 'season', objectId },
    ...{ before: null, requestId: null },
    after: { name, fromOn, toOn, goals: goals.map(({ goal, measure }) => ({ goal, measure })) }
  }))
}
