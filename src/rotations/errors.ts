import { defineError } from '../lib/errors.ts'

export interface FieldComplaint {
  field: string
  message: string
}

export const RotationNotFound = defineError<{ rotationId: string } | { name: string }>(
  'ROTATION_NOT_FOUND',
  404,
  'There is no such rotation.'
)
export const RotationNotValid = defineError<FieldComplaint[]>(
  'ROTATION_NOT_VALID',
  400,
  'The rotation cannot be like this; each field says what to change.'
)
export const RotationNameTaken = defineError(
  'ROTATION_NAME_TAKEN',
  409,
  'Another rotation has this name. Choose one that tells them apart.'
)
export const PeriodNotValid = defineError<FieldComplaint[]>(
  'PERIOD_NOT_VALID',
  400,
  'The period cannot be used. Give two dates that exist, the second 1 to 371 days after the first.'
)
export const PeriodInThePast = defineError<{ today: string }>(
  'PERIOD_IN_THE_PAST',
  400,
  'A draft begins today at the earliest: what has been worked is not planned again.'
)
export const NothingToRepair = defineError<{ rotationId: string }>(
  'NOTHING_TO_REPAIR',
  409,
  'Nothing is published on these days, so there is nothing to repair. Plan the period instead.'
)
export const DraftNotFound = defineError<{ draftId: string }>(
  'DRAFT_NOT_FOUND',
  404,
  'There is no such draft of this rotation.'
)
export const DraftShiftNotFound = defineError<{ draftShiftId: string }>(
  'DRAFT_SHIFT_NOT_FOUND',
  404,
  'The draft has no such shift.'
)
export const DraftSeatNotFound = defineError(
  'DRAFT_SEAT_NOT_FOUND',
  404,
  'The draft puts nobody like this on that shift, so there is no seat to pin.'
)
export const ShiftNotPlannedNow = defineError<{ draftShiftId: string }>(
  'SHIFT_NOT_PLANNED_NOW',
  409,
  'The shift has begun, or the rotation no longer has it: nothing can be said of who else could sit there.'
)
export const DraftNotPlanned = defineError<{ draftId: string }>(
  'DRAFT_NOT_PLANNED',
  409,
  'There is no plan in this draft: the planner is still at work, or it failed. Look at its state.'
)
export const DraftDiscarded = defineError<{ draftId: string }>(
  'DRAFT_DISCARDED',
  409,
  'This draft was thrown away. Plan the period again.'
)
export const DraftPublished = defineError<{ draftId: string; publicationId: string }>(
  'DRAFT_PUBLISHED',
  409,
  'This draft was published and is part of the history. Revert the publication instead.'
)

/** One rule that a draft breaks now. */
export interface StaleRule {
  rule: string
  employeeId: string | null
  employeeName: string | null
  shiftStartsAt: Date | null
  sentence: string
}

export const PublicationStale = defineError<StaleRule[]>(
  'PUBLICATION_STALE',
  409,
  'Facts have changed since the draft was planned, and it now breaks the rules listed. Plan the period again.'
)
export const PinsNotPossible = defineError<StaleRule[]>(
  'PINS_NOT_POSSIBLE',
  409,
  'Seats that are pinned cannot be kept any more; each is named with the rule. Let go of these pins and plan again.'
)
export const PublicationConflict = defineError<{ constraint: string }>(
  'PUBLICATION_CONFLICT',
  409,
  'Somebody changed the same seats at the same moment. Nothing was written; look at the draft again and publish it.'
)
export const PublicationNotFound = defineError<{ publicationId: string }>(
  'PUBLICATION_NOT_FOUND',
  404,
  'There is no such publication.'
)
export const PublicationNotNewest = defineError<{ newerPublicationId: string }>(
  'PUBLICATION_NOT_NEWEST',
  409,
  'A newer publication covers some of the same days. Revert that one first.'
)
export const AssignmentNotFound = defineError<{ assignmentId: string }>(
  'ASSIGNMENT_NOT_FOUND',
  404,
  'There is no such seat, or it was given up.'
)
export const ExplanationNotYours = defineError<{ assignmentId: string }>(
  'EXPLANATION_NOT_YOURS',
  403,
  'Why somebody has a shift is told to the person, the leads of their team, HR and administrators.'
)
export const WhatIfNotValid = defineError<FieldComplaint[]>(
  'WHAT_IF_NOT_VALID',
  400,
  'The question cannot be asked like this; each field says what to change.'
)
export const WhatIfNotYours = defineError<{ employeeId: string }>(
  'WHAT_IF_NOT_YOURS',
  403,
  'Ask about yourself or, as a lead, about your own people. HR and administrators may ask about everybody.'
)
export const WhatIfPersonNotFound = defineError<{ employeeId: string }>(
  'WHAT_IF_PERSON_NOT_FOUND',
  404,
  'There is no such employee.'
)
export const PlanningPolicyUnchanged = defineError(
  'PLANNING_POLICY_UNCHANGED',
  409,
  'Plans are weighed like this already. There is nothing to change.'
)
export const WhatIfBusy = defineError(
  'WHAT_IF_BUSY',
  429,
  'Others are asking at the moment. Ask again in a few seconds.'
)
