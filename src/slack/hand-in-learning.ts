import { Value } from 'typebox/value'
import { listProductAreas } from '../learnings/areas/areas.ts'
import { NewLearningBody } from '../learnings/schemas.ts'
import { type NewLearning, submitLearning } from '../learnings/submit-learning.ts'
import { Refusal } from '../lib/errors.ts'
import { sayRefusal } from '../web/refusals/say-refusal.ts'
import type { View } from './blocks.ts'
import { learningView, sayingView, type Written } from './learning-view.ts'
import type { Submitted } from './payloads.ts'
import type { Person } from './person.ts'
import type { Slack } from './slack-api.ts'

/** What a form is answered with: what is wrong below its fields, or another view in its place. */
export type FormAnswer =
  | { response_action: 'errors'; errors: Record<string, string> }
  | { response_action: 'update'; view: View }

/** Refusals that are about one field; every other stands below the first. */
const FIELD_OF: Readonly<Record<string, string>> = {
  TICKET_URL_NOT_VALID: 'ticketUrl',
  TICKET_URL_HAS_PERSONAL_DATA: 'ticketUrl',
  AREA_NOT_OFFERED: 'areaId'
}

/** Opens the form for what was heard on a shift. */
export async function openLearning(
  slack: Slack,
  person: Person,
  shiftId: string,
  triggerId: string
): Promise<void> {
  const areas = await listProductAreas(person.ctx)
  await slack.api.openView(triggerId, learningView(person, { shiftId, areas }))
}

/** Hands in what a form says, by the same checks and the same use case as the API. */
export async function handInLearning(person: Person, view: Submitted['view']): Promise<FormAnswer> {
  const { ctx, texts, reader } = person
  const written = readForm(view.state.values)
  const errors = errorsIn(person, written)
  if (Object.keys(errors).length > 0) return { response_action: 'errors', errors }
  try {
    const { masked } = await submitLearning(ctx, shiftOf(view), written as NewLearning)
    const said = masked.length > 0 ? [texts.handedIn, texts.masked] : [texts.handedIn]
    return { response_action: 'update', view: sayingView(person, ...said) }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const { text, details } = sayRefusal(error, reader)
    const field = FIELD_OF[error.code] ?? 'type'
    return { response_action: 'errors', errors: { [field]: [text, ...details].join(' ') } }
  }
}

/** The same answer for a form that Slack does not wait for any more: the view it shows is changed instead. */
export async function lateView(person: Person, view: Submitted['view'], answer: FormAnswer): Promise<View> {
  if (answer.response_action === 'update') return answer.view
  const areas = await listProductAreas(person.ctx)
  const problem = Object.values(answer.errors).join(' ')
  return learningView(person, {
    shiftId: shiftOf(view),
    areas,
    written: readForm(view.state.values),
    problem
  })
}

function shiftOf({ private_metadata: notes }: Submitted['view']): string {
  const { shiftId } = JSON.parse(notes) as { shiftId: string }
  return shiftId
}

type Values = Submitted['view']['state']['values']

/** The fields that hold something, as the use case takes them. */
function readForm(values: Values): Written {
  const { timesThisShift, minutesLost, canFix, ...texts } = Object.fromEntries(
    Object.entries(values).map(([field, { value = {} }]) => [field, value])
  )
  const written = Object.entries(texts).flatMap(([field, { value, selected_option: chosen }]) => {
    const text = chosen?.value ?? value ?? ''
    return text.trim() === '' ? [] : [[field, text] as const]
  })
  return {
    ...Object.fromEntries(written),
    ...(timesThisShift?.value && { timesThisShift: Number(timesThisShift.value) }),
    ...(minutesLost?.value && { minutesLost: Number(minutesLost.value) }),
    ...(canFix?.selected_options?.length && { canFix: true })
  }
}

/** What the API would refuse as unreadable, by field. */
function errorsIn({ texts }: Person, written: Written): Record<string, string> {
  const wrong = new Map<string, string>()
  for (const { instancePath, params } of Value.Errors(NewLearningBody, written)) {
    const { requiredProperties: missing = [] } = params as { requiredProperties?: string[] }
    for (const field of missing) wrong.set(field, texts.fieldNeeded)
    const field = instancePath.split('/')[1]
    if (field) wrong.set(field, texts.fieldWrong)
  }
  return Object.fromEntries(wrong)
}
