import { type Static, Type } from 'typebox'
import { Body } from '../lib/schema.ts'
import type { WantedCard } from '../shifts/write-card.ts'

const Line = (maxLength: number) => Type.Optional(Type.String({ maxLength }))

export const CardFields = Body({
  revision: Type.String({ pattern: '^[0-9]{1,9}$' }),
  thing1: Line(300),
  thing2: Line(300),
  thing3: Line(300),
  quietJob: Line(600),
  openingCall: Line(600),
  question: Line(300)
})

/** What was written on the form of a card; an empty field is nothing. */
export function readCardForm(form: Static<typeof CardFields>): WantedCard {
  const { revision, thing1, thing2, thing3, quietJob, openingCall, question } = form
  const thingsToKnow = [thing1, thing2, thing3].flatMap((thing) => thing?.trim() || [])
  const words = (text: string | undefined) => text?.trim() || null
  return {
    ...{ revision: Number(revision), thingsToKnow, quietJob: words(quietJob) },
    ...{ openingCall: words(openingCall), question: words(question) }
  }
}
