import type { ParticipationQuestion } from '../../../src/reports/question.ts'

export interface Case {
  name: string
  question: ParticipationQuestion
  fromOn: string
  toOn: string
}

/** Sums of hours and counts of seats by team over the days: what no report of them can do without. */
export const BARE_SQL = [
  `select e.team_id, l.kind, sum(l.minutes) from ledger_entries l join employees e on e.id = l.employee_id
   where l.on_day >= $1 and l.on_day < $2 group by 1, 2`,
  `select e.team_id, count(*) from assignments a join shifts s on s.id = a.shift_id join employees e on e.id = a.employee_id
   where s.on_day >= $1 and s.on_day < $2 and a.released_at is null group by 1`
]

const QUARTER = { fromOn: '2026-10-01', toOn: '2027-01-01' }
const SUMMER = { fromOn: '2026-07-01', toOn: '2026-10-01' }
const EVER = { fromOn: '2024-01-01', toOn: '2027-01-01' }

/** What people ask for day by day, and the largest that can be asked. */
export function casesOf(): Case[] {
  const at = (name: string, question: ParticipationQuestion): Case => ({
    name,
    question,
    fromOn: question.fromOn,
    toOn: question.toOn
  })
  return [
    at('team, a month', { by: 'team', fromOn: '2026-11-01', toOn: '2026-12-01' }),
    at('team, a quarter', { by: 'team', ...QUARTER }),
    at('team, summer', { by: 'team', ...SUMMER }),
    at('level, a quarter', { by: 'level', ...QUARTER }),
    at('site, a quarter', { by: 'site', ...QUARTER }),
    at('tenure, a quarter', { by: 'tenure', ...QUARTER }),
    at('track, a quarter', { by: 'track', ...QUARTER }),
    at('weeks of a quarter', { by: 'period', per: 'week', ...QUARTER }),
    at('team, as of a month ago', { by: 'team', ...SUMMER, asOf: '2026-12-01T00:00:00Z' }),
    at('team, three years', { by: 'team', ...EVER }),
    at('level, three years', { by: 'level', ...EVER }),
    at('site, three years', { by: 'site', ...EVER }),
    at('tenure, three years', { by: 'tenure', ...EVER }),
    at('track, three years', { by: 'track', ...EVER }),
    at('months of three years', { by: 'period', per: 'month', ...EVER }),
    at('quarters of three years', { by: 'period', per: 'quarter', ...EVER })
  ]
}
