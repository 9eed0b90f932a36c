import { addDays } from 'date-fns'
import { LEAD_AFTER_DAYS, LEADERS_AFTER_DAYS } from '../../../src/engine/insight/unheard-clock.ts'
import type { themeHearings } from '../../schema/themes.ts'
import type { MakeId } from '../ids.ts'
import type { Company } from '../plan/company.ts'
import { type DecisionRow, earlier, type Gathered, later } from './gather-themes.ts'

type HearingRow = typeof themeHearings.$inferSelect

/** Before whom each theme was put until it was decided for the first time, and what they answered by deciding. */
export function hearThemes(gathered: readonly Gathered[], company: Company, id: MakeId): HearingRow[] {
  return gathered.flatMap(({ theme, told, decisions, merge }) => {
    const { now } = company.calendar
    const heardAt = told.map(({ shift }) => shift.startsAt).reduce(earlier, theme.createdAt)
    const decided = decisions.find(({ decision }) => decision !== 'deciding')
    const until = merge?.mergedAt ?? decided?.decidedAt ?? now
    const put = (leaderId: string, cause: HearingRow['cause'], days: number): HearingRow[] => {
      const putAt = later(theme.createdAt, addDays(heardAt, days))
      if (putAt >= until) return []
      const said = decisions.find(({ decidedBy, decidedAt }) => decidedBy === leaderId && decidedAt > putAt)
      return [{ id: id(putAt), themeId: theme.id, leaderId, cause, round: 0, putAt, ...answerOf(said) }]
    }
    const { ownerId } = theme
    return [
      ...put(ownerId, 'owner', 0),
      ...leadsOf(company, ownerId).flatMap((leaderId) => put(leaderId, 'lead', LEAD_AFTER_DAYS)),
      ...executives(company).flatMap((leaderId) => put(leaderId, 'leadership', LEADERS_AFTER_DAYS))
    ]
  })
}

function answerOf(said: DecisionRow | undefined) {
  if (!said) return { answer: null, answeredAt: null, decisionId: null }
  return { answer: said.reason, answeredAt: said.decidedAt, decisionId: said.id }
}

/** The other leads of the owner's team, else the manager: as in the app. */
function leadsOf({ people }: Company, ownerId: string): string[] {
  const owner = people.find(({ row }) => row.id === ownerId)!
  const others = people.filter(
    ({ row, team }) => team === owner.team && row.level === 'lead' && row.id !== ownerId && !row.deactivatedAt
  )
  if (others.length > 0) return others.map(({ row }) => row.id)
  return owner.row.managerId === null ? [] : [owner.row.managerId]
}

const executives = ({ people }: Company): string[] =>
  people.filter(({ row }) => row.level === 'executive' && !row.deactivatedAt).map(({ row }) => row.id)
