import { type Static, Type } from 'typebox'
import { addDays } from '../engine/time/add-days.ts'
import { Body, Id, LocalDateText } from '../lib/schema.ts'
import type { WantedGuess, WantedPain } from '../seasons/make-guess.ts'
import type { WantedGoal } from '../seasons/season-fields.ts'

const Text = (maxLength: number) => Type.Optional(Type.String({ maxLength }))
const IdOrNothing = Type.Optional(Type.Union([Id, Type.Literal('')]))

/** Two or three goals; each line of the form bears the place of its goal. */
export const GOAL_PLACES = [1, 2, 3] as const

export const SeasonForm = Body({
  name: Text(100),
  fromOn: LocalDateText,
  lastOn: LocalDateText,
  ...{ id1: IdOrNothing, goal1: Text(300), measure1: Text(300), strategy1: Text(300) },
  ...{ id2: IdOrNothing, goal2: Text(300), measure2: Text(300), strategy2: Text(300) },
  ...{ id3: IdOrNothing, goal3: Text(300), measure3: Text(300), strategy3: Text(300) }
})
type SeasonForm = Static<typeof SeasonForm>

const written = (text: string | undefined) => text?.trim() ?? ''

/** A season as the use case takes it: its last day becomes the first that no longer counts. */
export function readSeasonForm(form: SeasonForm) {
  const name = written(form.name)
  return {
    ...(name !== '' && { name }),
    fromOn: form.fromOn,
    toOn: addDays(form.lastOn, 1),
    goals: GOAL_PLACES.flatMap((place) => goalIn(form, place))
  }
}

/** A line that is all empty is no goal; what is wrong with one half filled the use case says. */
function goalIn(form: SeasonForm, place: (typeof GOAL_PLACES)[number]): WantedGoal[] {
  const id = form[`id${place}`]
  const goal = written(form[`goal${place}`])
  const measure = written(form[`measure${place}`])
  const strategyLine = written(form[`strategy${place}`])
  if (goal === '' && measure === '' && strategyLine === '') return []
  return [{ ...(id && { id }), goal, measure, strategyLine }]
}

export const GuessForm = Body({
  servedWellPercent: Type.String({ pattern: '^([0-9]{1,2}|100)$' }),
  ...{ area1: IdOrNothing, words1: Text(100) },
  ...{ area2: IdOrNothing, words2: Text(100) },
  ...{ area3: IdOrNothing, words3: Text(100) }
})

/** Words of their own stand before a part of the product that was chosen as well. */
export function readGuessForm(form: Static<typeof GuessForm>): WantedGuess {
  const pains = GOAL_PLACES.flatMap((place): WantedPain[] => {
    const [areaId, words] = [form[`area${place}`], written(form[`words${place}`])]
    if (words !== '') return [{ words }]
    return areaId ? [{ areaId }] : []
  })
  return { servedWellPercent: Number(form.servedWellPercent), pains }
}

export const EvidenceForm = Body({
  kind: Type.Union([Type.Literal('learning'), Type.Literal('theme'), Type.Literal('fix-it')]),
  id: Id
})
