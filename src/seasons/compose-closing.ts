import type { Queryable } from '../../db/client.ts'
import { groupBy } from '../engine/facts/group-by.ts'
import {
  type ClosingDecision,
  type ClosingGoal,
  type ClosingPage,
  type ClosingTheme,
  closingPage
} from '../engine/insight/closing-page.ts'
import { readStandingThemes } from '../learnings/themes/read-standing-themes.ts'
import type { SeasonSums } from './count-season.ts'
import { countFixes, type HeardTheme, listDecisions, listThemeNames } from './queries/closing.ts'
import { type EvidenceRow, listEvidence } from './queries/evidence.ts'
import { listGoals } from './queries/seasons.ts'
import { gapOf } from './read-gap.ts'

interface SeasonDays {
  id: string
  fromOn: string
  toOn: string
}

/**
 * The closing page of a season as the data says at this moment, with what was counted of its days. The number of queries is
 * constant.
 */
export async function composeClosing(
  db: Queryable,
  season: SeasonDays,
  { served, heard, ...sums }: SeasonSums
): Promise<ClosingPage> {
  const period = { fromOn: season.fromOn, toOn: season.toOn }
  const gap = await gapOf(db, season, { served })
  const customers = gap.shifts.cases + gap.shifts.unsure
  return closingPage({
    goals: await goalsOf(db, season.id),
    period,
    figures: { ...sums, customers, fixes: await countFixes(db, period) },
    ...(await whatWasHeard(db, period, heard)),
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

/** Themes and decisions; what was merged speaks as the theme that it stands within. */
async function whatWasHeard(
  db: Queryable,
  period: { fromOn: string; toOn: string },
  heard: readonly HeardTheme[]
): Promise<{ themes: ClosingTheme[]; decisions: ClosingDecision[] }> {
  const standing = await readStandingThemes(db)
  const themeIdOf = (id: string) => standing.get(id) ?? id
  const decisions = await listDecisions(db, period)
  const ids = [...heard.map(({ themeId }) => themeId), ...decisions.map(({ themeId }) => themeIdOf(themeId))]
  const names = new Map((await listThemeNames(db, [...new Set(ids)])).map((row) => [row.id, row]))
  return {
    themes: heard.map(({ themeId: id, ...sums }) => ({
      source: { kind: 'theme', id },
      title: names.get(id)?.title ?? '',
      areaName: names.get(id)?.areaName ?? null,
      ...sums
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
