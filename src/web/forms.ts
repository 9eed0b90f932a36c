import { type Static, Type } from 'typebox'
import type { HoursWorked } from '../hours/confirm-hours.ts'
import type { NewLearning } from '../learnings/submit-learning.ts'
import { Body, Id, OneOf, Words } from '../lib/schema.ts'
import { LEARNING_TYPES } from '../words.ts'

/** Forms send every field as text, an empty one for what was left out; here they become what the use cases take. */
const Digits = Type.String({ pattern: '^[0-9]{1,4}$' })
const MaybeWords = (maxLength: number) => Type.Optional(Type.String({ maxLength }))

export const HoursForm = Body({ minutes: Type.Optional(Digits), reason: MaybeWords(500) })

export const LearningForm = Body({
  type: OneOf(LEARNING_TYPES),
  triedTo: Words(1000),
  obstacle: Words(2000),
  customerWords: MaybeWords(4000),
  timesThisShift: Digits,
  minutesLost: Digits,
  ticketUrl: MaybeWords(2000),
  action: MaybeWords(2000),
  themeId: Type.Optional(Type.Union([Id, Type.Literal('')]))
})

type Filled<Form> = { [Field in keyof Form]: Exclude<Form[Field], undefined> }

/** The fields that hold more than blanks. */
function filled<Form extends object>(form: Form): Partial<Filled<Form>> {
  const entries = Object.entries(form).filter(([, value]) => typeof value === 'string' && value.trim() !== '')
  return Object.fromEntries(entries) as Partial<Filled<Form>>
}

export function readHoursForm(form: Static<typeof HoursForm>): HoursWorked {
  const { minutes, reason } = filled(form)
  return { ...(minutes && { minutes: Number(minutes) }), ...(reason && { reason }) }
}

export function readLearningForm(form: Static<typeof LearningForm>): NewLearning {
  const { type, triedTo, obstacle, timesThisShift, minutesLost, ...texts } = form
  return {
    type,
    triedTo,
    obstacle,
    timesThisShift: Math.max(1, Number(timesThisShift)),
    minutesLost: Number(minutesLost),
    ...filled(texts)
  }
}
