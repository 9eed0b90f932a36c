import { defineError } from '../../lib/errors.ts'

export const ThemeNotFound = defineError<{ themeId: string }>(
  'THEME_NOT_FOUND',
  404,
  'There is no such theme.'
)
export const ThemeNotYours = defineError<{ themeId: string }>(
  'THEME_NOT_YOURS',
  403,
  'Hosts, leads, HR, administrators, executives and its owner change a theme; you may put in what you heard yourself.'
)
export const ThemeNotYoursToDecide = defineError<{ themeId: string }>(
  'THEME_NOT_YOURS_TO_DECIDE',
  403,
  'The owner of a theme, a lead of theirs or an executive decides on it.'
)
export const ThemeStandsWithin = defineError<{ themeId: string; standsWithinId: string }>(
  'THEME_STANDS_WITHIN',
  409,
  'This theme is merged into another one; do it there, or undo the merge first.'
)
export const ThemeNotMerged = defineError<{ themeId: string }>(
  'THEME_NOT_MERGED',
  409,
  'This theme stands by itself, so there is no merge to undo.'
)
export const ThemeMergedIntoItself = defineError<{ themeId: string }>(
  'THEME_MERGED_INTO_ITSELF',
  422,
  'A theme cannot be merged into itself. Name the other one.'
)
export const ThemeWouldBeHidden = defineError<{ themeId: string }>(
  'THEME_WOULD_BE_HIDDEN',
  409,
  'Without this the theme would wait shorter than it has, and only a decision takes it from where it stands. Decide it, or split this off into a theme of its own.'
)
export const DecisionStands = defineError<{ state: string }>(
  'DECISION_STANDS',
  409,
  'This is what stands already. Decide something else, or leave it.'
)
export const LearningNotInTheme = defineError<{ learningIds: string[] }>(
  'LEARNING_NOT_IN_THEME',
  409,
  'These learnings are in no theme, or in another one.'
)
export const SplitTakesAll = defineError<{ learnings: number }>(
  'SPLIT_TAKES_ALL',
  409,
  'A split leaves at least one learning behind. To rename the theme, change its title.'
)
export const OwnerNotValid = defineError<{ ownerId: string }>(
  'OWNER_NOT_VALID',
  422,
  'A theme is owned by somebody who works here. Name another person.'
)
export const OwnedAlready = defineError<{ ownerId: string }>(
  'OWNED_ALREADY',
  409,
  'This person owns the theme already.'
)
export const AnswerByNotValid = defineError<{ answerByOn: string }>(
  'ANSWER_BY_NOT_VALID',
  422,
  'Answer by a day of the calendar from today until a year from now.'
)
export const HearingNotFound = defineError<{ hearingId: string }>(
  'HEARING_NOT_FOUND',
  404,
  'This theme was not put before you in that way.'
)
export const HearingAnswered = defineError<{ answeredAt: Date }>(
  'HEARING_ANSWERED',
  409,
  'You have answered this already.'
)
