import type { Context } from '../context.ts'
import { readTeams } from '../directory/teams.ts'
import { addDays } from '../engine/time/add-days.ts'
import { localDateOf } from '../engine/time/local-date-of.ts'
import { startOfIsoWeek } from '../engine/time/start-of-iso-week.ts'
import type { FieldComplaint } from '../rotations/errors.ts'
import { RotationNameTaken, RotationNotValid } from '../rotations/errors.ts'
import { previewFields } from '../rotations/preview-rotation.ts'
import { readDraftOutlook } from '../rotations/read-draft-fairness.ts'
import { readDrafts, readDraftWithChanges } from '../rotations/read-drafts.ts'
import { readPlanStandings } from '../rotations/read-plan-standings.ts'
import { readPublications } from '../rotations/read-publications.ts'
import type { RotationFields } from '../rotations/rotation-fields.ts'
import { readRotation, readRotations } from '../rotations/rotations.ts'
import type { DraftView } from './pages/plan/draft-view.ts'
import type { EditorView } from './pages/plan/editor-page.tsx'
import type { PlanView } from './pages/plan/plan-page.tsx'
import type { RotationView } from './pages/plan/rotation-page.tsx'
import { complaintsIn } from './rotation-form.ts'

/** Days of shifts shown ahead. */
const AHEAD = 28
/** A draft is offered for a quarter; longer plans age before they are worked. */
const OFFERED_DAYS = 91
const MOST_TEAMS = 200
const MOST_LISTED = 10

export const mayChangePlans = ({ actor }: Context): boolean =>
  actor.roles.has('hr') || actor.roles.has('admin')

/** The list of rotations; four queries however many there are. */
export async function readPlan(ctx: Context, cursor: string | undefined): Promise<PlanView> {
  const page = cursor === undefined ? {} : { cursor }
  const [{ items, nextCursor }, standings] = await Promise.all([
    readRotations(ctx, { ...page, limit: 24 }),
    readPlanStandings(ctx)
  ])
  const isFirst = cursor === undefined
  return { rotations: items, standings, next: nextCursor, isFirst, mayChange: mayChangePlans(ctx) }
}

/** One rotation with its next weeks, drafts and publications, and the days that are best planned next. */
export async function readRotationPage(ctx: Context, rotationId: string): Promise<RotationView> {
  const rotation = await readRotation(ctx.db, rotationId)
  const today = localDateOf(ctx.now(), rotation.timeZone)
  const [standings, shifts, drafts, publications] = await Promise.all([
    readPlanStandings(ctx),
    previewFields(ctx, rotation, { fromOn: today, toOn: addDays(today, AHEAD) }),
    readDrafts(ctx, rotationId, { limit: MOST_LISTED }),
    readPublications(ctx, rotationId, { limit: MOST_LISTED })
  ])
  const until = standings.get(rotationId)?.publishedUntil ?? today
  const soonest = startOfIsoWeek(addDays(today, rotation.leadTimeDays + 6))
  const fromOn = until > soonest ? until : soonest
  const next = { fromOn, toOn: addDays(fromOn, OFFERED_DAYS) }
  return {
    rotation,
    shifts,
    drafts: drafts.items,
    publications: publications.items,
    next,
    today,
    mayChange: mayChangePlans(ctx)
  }
}

interface Written {
  rotationId: string | null
  fields: RotationFields
  /** What a use case has refused about it. */
  refused?: unknown
}

/** A rotation as it is being written, with the shifts it would have or what keeps it from having any. */
export async function readEditor(
  ctx: Context,
  { rotationId, fields, refused }: Written
): Promise<EditorView> {
  const teams = await readTeams(ctx, { limit: MOST_TEAMS })
  const { shifts, complaints } = await previewed(ctx, fields)
  const told = refused instanceof RotationNotValid ? (refused.details as FieldComplaint[]) : complaints
  const refusal = refused instanceof RotationNameTaken ? refused.message : null
  return { rotationId, fields, teams: teams.items, shifts, complaints: told, refusal }
}

/** A name is not asked of a preview, only of what is to be saved. */
async function previewed(ctx: Context, fields: RotationFields) {
  const named = { ...fields, name: fields.name || '–' }
  const complaints = complaintsIn(named)
  if (complaints.length > 0) return { shifts: null, complaints }
  const today = localDateOf(ctx.now(), ctx.actor.timeZone)
  const fromOn = fields.validFrom > today ? fields.validFrom : today
  try {
    return { shifts: await previewFields(ctx, named, { fromOn, toOn: addDays(fromOn, AHEAD) }), complaints }
  } catch (error) {
    if (!(error instanceof RotationNotValid)) throw error
    return { shifts: null, complaints: error.details as FieldComplaint[] }
  }
}

/** A draft with what it means for whom; one that is not planned means nothing yet. */
export async function readDraftPage(
  ctx: Context,
  draftId: string,
  week: string | undefined
): Promise<DraftView> {
  const { draft, changes } = await readDraftWithChanges(ctx, draftId)
  const outlook = draft.score ? await readDraftOutlook(ctx, draftId) : null
  const weeks = [...new Set(draft.shifts.map(({ onDay }) => startOfIsoWeek(onDay)))].sort()
  const withGap = draft.shifts.find(({ openSeats }) => openSeats > 0)
  const first = withGap ? startOfIsoWeek(withGap.onDay) : (weeks[0] ?? draft.fromOn)
  const weekOn = week !== undefined && weeks.includes(week) ? week : first
  return { draft, outlook, changes, weekOn, weeks, mayChange: mayChangePlans(ctx) }
}
