import { subDays } from 'date-fns'
import type { auditEntries } from '../../schema/audit.ts'
import type { notices } from '../../schema/notices.ts'
import type { MakeId } from '../ids.ts'
import type { Company } from '../plan/company.ts'
import type { DecisionRow, Gathered } from './gather-themes.ts'

type NoticeRow = typeof notices.$inferSelect
type AuditRow = typeof auditEntries.$inferInsert

/** Answers are in the inbox for so many days of the story, and unread for the last week. */
const SHOWN_DAYS = 60
const UNREAD_DAYS = 7

/** The notices with which decisions of late went back to everybody who had reported by then. */
export function answerReporters(gathered: readonly Gathered[], company: Company, id: MakeId): NoticeRow[] {
  const { now } = company.calendar
  const names = new Map(company.people.map(({ row }) => [row.id, row.name]))
  return gathered.flatMap((main) => {
    const within = gathered.filter(
      ({ theme, merge }) => theme === main.theme || merge?.intoId === main.theme.id
    )
    const told = within.flatMap((part) => part.told)
    return main.decisions
      .filter(({ decidedAt }) => decidedAt > subDays(now, SHOWN_DAYS))
      .flatMap((decided) => {
        const { decision, reason, decidedAt, decidedBy } = decided
        const by = { id: decidedBy, name: names.get(decidedBy)! }
        const { id: themeId, title } = main.theme
        const facts = { themeId, title, by, decision, reason, decidedAt, decidedBy: by }
        const readAt = decidedAt < subDays(now, UNREAD_DAYS) ? decidedAt : null
        return reportersOf(told, decided).map((employeeId) => ({
          ...{ id: id(decidedAt), employeeId, kind: 'theme-decided', facts, readAt },
          createdAt: decidedAt,
          routedAt: decidedAt
        }))
      })
  })
}

function reportersOf(told: Gathered['told'], { decidedAt, decidedBy }: DecisionRow): string[] {
  const before = told.filter(({ row }) => row.submittedAt < decidedAt)
  return [...new Set(before.map(({ row }) => row.employeeId))].filter((reporter) => reporter !== decidedBy)
}

/** The lines that making and deciding themes leave in the audit log. */
export function auditThemes(gathered: readonly Gathered[], id: MakeId): AuditRow[] {
  return gathered.flatMap(({ theme, decisions }) => {
    const common = { objectType: 'theme', objectId: theme.id, before: null, requestId: null }
    const { areaId, ownerId, answerByOn, splitFromId, createdAt: at, createdBy: actorId } = theme
    const after = { areaId, ownerId, answerByOn, splitFromId }
    return [
      { ...common, id: id(at), at, actorId, action: 'theme.created', after },
      ...decisions.map(({ id: decisionId, decidedAt, decidedBy, decision }) => ({
        ...{ ...common, id: id(decidedAt), at: decidedAt, actorId: decidedBy, action: 'theme.decided' },
        after: { decision, decisionId }
      }))
    ]
  })
}
