import type { PgTable } from 'drizzle-orm/pg-core'
import type { Tx } from '../client.ts'
import { absences } from '../schema/absences.ts'
import { assignments } from '../schema/assignments.ts'
import { auditEntries } from '../schema/audit.ts'
import { draftAssignments, draftShifts, drafts } from '../schema/drafts.ts'
import { employees, grants, teamLeads } from '../schema/employees.ts'
import { hourlyRates } from '../schema/hourly-rates.ts'
import { learnings, nothingNewAnswers } from '../schema/learnings.ts'
import { ledgerEntries } from '../schema/ledger.ts'
import { notices } from '../schema/notices.ts'
import { productAreas } from '../schema/product-areas.ts'
import { publicationChanges, publications } from '../schema/publications.ts'
import { quotas } from '../schema/quotas.ts'
import { rotationSlots, rotations } from '../schema/rotations.ts'
import { guessedPains, seasonGuesses } from '../schema/season-guesses.ts'
import { goalEvidence, seasonGoals, seasons } from '../schema/seasons.ts'
import { csatAnswers, servedCases, servedCounts } from '../schema/served-cases.ts'
import { shiftCards } from '../schema/shift-cards.ts'
import { shiftHandovers } from '../schema/shift-handovers.ts'
import { shiftMoods } from '../schema/shift-moods.ts'
import { shifts } from '../schema/shifts.ts'
import { teams } from '../schema/teams.ts'
import { themeDecisions, themeHearings, themeLearnings, themeMerges, themes } from '../schema/themes.ts'
import type { Generated } from './generate.ts'

/** Rows per insert: the protocol takes 65,535 parameters, and the widest table has 20 columns. */
const BATCH = 1_000

/** Writes the rows, tables in the order of their references. */
export async function loadRows(tx: Tx, rows: Generated): Promise<void> {
  await insertAll(tx, teams, rows.teams)
  await insertAll(tx, employees, rows.employees)
  await insertAll(tx, teamLeads, rows.teamLeads)
  await insertAll(tx, grants, rows.grants)
  await insertAll(tx, absences, rows.absences)
  await insertAll(tx, quotas, rows.quotas)
  await insertAll(tx, rotations, rows.rotations)
  await insertAll(tx, rotationSlots, rows.rotationSlots)
  await insertAll(tx, drafts, rows.drafts)
  await insertAll(tx, draftShifts, rows.draftShifts)
  await insertAll(tx, draftAssignments, rows.draftAssignments)
  await insertAll(tx, publications, rows.publications)
  await insertAll(tx, shifts, rows.shifts)
  await insertAll(tx, assignments, rows.assignments)
  await insertAll(tx, publicationChanges, rows.publicationChanges)
  await insertAll(tx, ledgerEntries, rows.ledgerEntries)
  await insertAll(tx, productAreas, rows.productAreas)
  await insertAll(tx, hourlyRates, rows.hourlyRates)
  await insertAll(tx, learnings, rows.learnings)
  await insertAll(tx, nothingNewAnswers, rows.nothingNewAnswers)
  await insertAll(tx, themes, rows.themes)
  await insertAll(tx, themeLearnings, rows.themeLearnings)
  await insertAll(tx, themeMerges, rows.themeMerges)
  await insertAll(tx, themeDecisions, rows.themeDecisions)
  await insertAll(tx, themeHearings, rows.themeHearings)
  await insertAll(tx, shiftCards, rows.shiftCards)
  await insertAll(tx, shiftHandovers, rows.shiftHandovers)
  await loadSeasons(tx, rows)
  await insertAll(tx, notices, rows.notices)
  await insertAll(tx, auditEntries, rows.auditEntries)
}

async function loadSeasons(tx: Tx, rows: Generated): Promise<void> {
  await insertAll(tx, seasons, rows.seasons)
  await insertAll(tx, seasonGoals, rows.seasonGoals)
  await insertAll(tx, goalEvidence, rows.goalEvidence)
  await insertAll(tx, seasonGuesses, rows.seasonGuesses)
  await insertAll(tx, guessedPains, rows.guessedPains)
  await insertAll(tx, servedCases, rows.servedCases)
  await insertAll(tx, servedCounts, rows.servedCounts)
  await insertAll(tx, csatAnswers, rows.csatAnswers)
  await insertAll(tx, shiftMoods, rows.shiftMoods)
}

async function insertAll<Table extends PgTable>(
  tx: Tx,
  table: Table,
  rows: Table['$inferInsert'][]
): Promise<void> {
  for (let from = 0; from < rows.length; from += BATCH) {
    await tx
      .insert(table)
      .values(rows.slice(from, from + BATCH))
      .catch(withoutParameters)
  }
}

/** drizzle puts a thousand rows of parameters into the message; what the server said is enough. */
function withoutParameters(error: Error): never {
  throw error.cause ?? error
}
