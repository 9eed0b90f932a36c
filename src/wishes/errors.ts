import { defineError } from '../lib/errors.ts'

export interface WishProblem {
  /** Which of the wishes sent, from 0. */
  index: number
  field: 'weekday' | 'onDay' | 'part' | 'reason'
  remedy: string
}

export const WishesNotValid = defineError<WishProblem[]>(
  'WISHES_NOT_VALID',
  422,
  'Some wishes cannot be noted as they are; each is named with a remedy.'
)
export const WishesTakeTooMuch = defineError<{ cannotShare: number; mostShare: number }>(
  'WISHES_TAKE_TOO_MUCH',
  422,
  'This would take out nearly all of your working time. Keep more of it open, or ask your lead for an exemption.'
)
