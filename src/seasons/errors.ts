import type { Complaint } from '../directory/csv/complaint.ts'
import { defineError } from '../lib/errors.ts'

export const SeasonNotFound = defineError<{ seasonId: string }>(
  'SEASON_NOT_FOUND',
  404,
  'There is no such season.'
)
export const SeasonNotYours = defineError(
  'SEASON_NOT_YOURS',
  403,
  'Seasons are declared, changed and closed by HR, administrators and executives. Ask one of them.'
)
export const SeasonNotValid = defineError<{ field: string; remedy: string }>(
  'SEASON_NOT_VALID',
  422,
  'The season cannot be like this; the field is named with a remedy.'
)
export const SeasonsOverlap = defineError(
  'SEASONS_OVERLAP',
  409,
  'Another season has some of these days. Choose days after it, or change that season first.'
)
export const SeasonClosed = defineError<{ closedAt: Date }>(
  'SEASON_CLOSED',
  409,
  'This season is closed and its page is written. What comes now belongs to the next one.'
)
export const SeasonNotOver = defineError<{ toOn: string }>(
  'SEASON_NOT_OVER',
  409,
  'A season is closed once its last day has passed. Until then its page can be read as it would be now.'
)
export const GoalNotFound = defineError<{ goalId: string }>('GOAL_NOT_FOUND', 404, 'There is no such goal.')
export const GoalHasEvidence = defineError<{ goalIds: string[] }>(
  'GOAL_HAS_EVIDENCE',
  409,
  'A goal that evidence is attached to is not dropped. Detach the evidence first, or keep the goal.'
)
export const EvidenceNotFound = defineError<{ evidenceId: string }>(
  'EVIDENCE_NOT_FOUND',
  404,
  'There is no such evidence.'
)
export const EvidenceNotThere = defineError<{ kind: string; id: string }>(
  'EVIDENCE_NOT_THERE',
  404,
  'There is no such learning, theme or finished fix to attach.'
)
export const EvidenceTwice = defineError(
  'EVIDENCE_TWICE',
  409,
  'This is attached to the goal already, and counts once.'
)
export const EvidenceNotYours = defineError(
  'EVIDENCE_NOT_YOURS',
  403,
  'Evidence is detached by whoever attached it, HR, administrators and executives.'
)
export const GuessNotAsked = defineError(
  'GUESS_NOT_ASKED',
  403,
  'Leads and executives guess before a season how it goes; you are not asked to.'
)
export const GuessWithoutPain = defineError(
  'GUESS_WITHOUT_PAIN',
  422,
  'Say at least one thing that hurts customers: choose a part of the product, or use words of your own.'
)
export const GuessLocked = defineError<{ fromOn: string }>(
  'GUESS_LOCKED',
  409,
  'The season has begun, and guesses are fixed: afterwards everybody has known it all along.'
)
export const GuessNotFound = defineError<{ seasonId: string }>(
  'GUESS_NOT_FOUND',
  404,
  'You have made no guess for this season.'
)
export const AreaNotFound = defineError<{ areaIds: string[] }>(
  'AREA_NOT_FOUND',
  404,
  'There is no such product area. Choose one of the list, or use words of your own.'
)
export const ShiftNotFound = defineError<{ shiftId: string }>(
  'SHIFT_NOT_FOUND',
  404,
  'There is no such shift.'
)
export const NotOnThisShift = defineError<{ shiftId: string }>(
  'NOT_ON_THIS_SHIFT',
  403,
  'Only the people of a shift say how its customers and they themselves fared, and you are not one of them.'
)
export const ShiftNotStarted = defineError<{ startsAt: Date }>(
  'SHIFT_NOT_STARTED',
  409,
  'Nobody has been served yet: this shift has not begun.'
)
export const ShiftNotOver = defineError<{ endsAt: Date }>(
  'SHIFT_NOT_OVER',
  409,
  'How you feel after the shift is asked once it is over.'
)
export const AnswerWindowClosed = defineError<{ closedAt: Date }>(
  'ANSWER_WINDOW_CLOSED',
  409,
  'How a shift went is said within 14 days of its end, while it is remembered.'
)
export const CasesCounted = defineError(
  'CASES_COUNTED',
  409,
  'You have given counts for all cases of this shift. Change the counts instead, so that nothing counts twice.'
)
export const TooManyCases = defineError<{ most: number }>(
  'TOO_MANY_CASES',
  409,
  'Nobody serves so many customers on one shift. Take back what was tapped by mistake.'
)
export const CaseNotFound = defineError<{ caseId: string }>(
  'CASE_NOT_FOUND',
  404,
  'You have tapped no such case.'
)
export const CsatImportNotValid = defineError<{ total: number; lines: Complaint[] }>(
  'CSAT_IMPORT_NOT_VALID',
  422,
  'The file has lines that cannot be taken; nothing was imported. Each is named with a remedy.'
)
