import type { Queryable } from '../../db/client.ts'
import { groupBy } from '../engine/facts/group-by.ts'
import {
  type ClosingDecision,
  type ClosingFacts,
  type ClosingGoal,
  type ClosingPage,
  type ClosingTheme,
  closingPage
} from '../engine/insight/closing-page.ts'
import { readBalances } from '../hours/read-balances.ts'
import { readStandingThemes } from '../learnings/themes/read-standing-themes.ts'
import {
  countFixes,
  countLearnings,
  countShiftsDone,
  listDecisions,
  listReports,
  listThemeNames
} from './queries/closing.ts'
import { type EvidenceRow, listEvidence } from './queries/evidence.ts'
import { listGoals } from './queries/seasons.ts'
import { gapOf } from './read-gap.ts'

interface SeasonDays {
  id: string
  fromOn: string
  toOn: string
}

/** The closing page of a season as the data says at this moment. The number of queries is constant. */
export async function composeClosing(db: Queryable, season: SeasonDays, now: Date): Promise<ClosingPage> {
  const period = { fromOn: season.fromOn, toOn: season.toOn }
  const gap = await gapOf(db, season)
  const cases = gap.shifts
  return closingPage({
    goals: await goalsOf(db, season.id),
    period,
    figures: await figuresOf(db, period, now, cases.cases + cases.unsure),
    ...(await whatWasHeard(db, period)),
    gap
  })
}

async function goalsOf(db: Queryable, seasonId: string): Promise<ClosingGoal[]> {
  const evidence = groupBy(await listEvidence(db, [seasonId]), ({ goalId }) => goalId)
  return (await listGoals(db, seasonId)).map(({ id, goal, measure, strategyLine }) => ({
    ...{ goalId: id, goal, measure, strategyLine },
    evidence: (evidence.get(id) ?? []).map(evidenceOf)
  }))
}

function evidenceOf({ learningId, themeId, fixItId, title }: EvidenceRow): ClosingGoal['evidence'][number] {
  if (learningId !== null) return { kind: 'learning', id: learningId, title: null }
  if (themeId !== null) return { kind: 'theme', id: themeId, title }
  return { kind: 'fix-it', id: fixItId!, title: null }
}

async function figuresOf(
  db: Queryable,
  period: { fromOn: string; toOn: string },
  now: Date,
  customers: number
): Promise<ClosingFacts['figures']> {
  const balances = [...(await readBalances(db, period)).values()]
  const sum = (field: 'workedMinutes' | 'creditedMinutes' | 'dueMinutes') =>
    balances.reduce((total, balance) => total + balance[field], 0)
  return {
    ...(await countShiftsDone(db, period, now)),
    workedMinutes: sum('workedMinutes'),
    creditedMinutes: sum('creditedMinutes'),
    dueMinutes: sum('dueMinutes'),
    customers,
    learnings: await countLearnings(db, period),
    fixes: await countFixes(db, period)
  }
}

/** Themes and decisions; what was merged speaks as the theme that it stands within. */
async function whatWasHeard(
  db: Queryable,
  period: { fromOn: string; toOn: string }
): Promise<{ themes: ClosingTheme[]; decisions: ClosingDecision[] }> {
  const standing = await readStandingThemes(db)
  const themeIdOf = (id: string) => standing.get(id) ?? id
  const reports = groupBy(await listReports(db, period), ({ themeId }) => themeIdOf(themeId))
  const decisions = await listDecisions(db, period)
  const ids = new Set([...reports.keys(), ...decisions.map(({ themeId }) => themeIdOf(themeId))])
  const names = new Map((await listThemeNames(db, [...ids])).map((row) => [row.id, row]))
  const sum = (rows: readonly number[]) => rows.reduce((total, count) => total + count, 0)
  return {
    themes: [...reports].map(([id, rows]) => ({
      source: { kind: 'theme', id },
      title: names.get(id)?.title ?? '',
      areaName: names.get(id)?.areaName ?? null,
      reporters: new Set(rows.map(({ employeeId }) => employeeId)).size,
      learnings: sum(rows.map((row) => row.learnings)),
      customers: sum(rows.map((row) => row.customers)),
      minutesLost: sum(rows.map((row) => row.minutesLost))
    })),
    decisions: decisions.flatMap(({ id, themeId, decision, reason, decidedAt, decidedById }) => {
      // The query leaves out that somebody looks into it: no answer yet.
      if (decision === 'deciding') return []
      const title = names.get(themeIdOf(themeId))?.title ?? ''
      const answer = { decision, reason, decidedAt: decidedAt.toISOString(), decidedById }
      return [{ source: { kind: 'decision', id }, themeId: themeIdOf(themeId), title, ...answer }]
    })
  }
}
