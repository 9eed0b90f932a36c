import { Type } from 'typebox'
import { Body, Id } from '../lib/schema.ts'

/** A choice of nothing arrives as an empty field. */
const IdOrNothing = Type.Optional(Type.Union([Id, Type.Literal('')]))
const Message = Type.Optional(Type.String({ maxLength: 500 }))
const Part = Type.Optional(Type.String({ maxLength: 60, pattern: '^([^/]+/[^/]+)?$' }))

/** One person ticked arrives as a word, several as a list. */
export const ProposalForm = Body({
  asked: Type.Union([Id, Type.Array(Id, { maxItems: 20 })]),
  take: Type.Optional(Id),
  part: Part,
  message: Message
})
export const CounterForm = Body({ assignmentId: IdOrNothing, part: Part, message: Message })

/** "from/to" as the span it names; nothing for all of the seat. What is no part of it is refused by the use case. */
export function readPart(part: string | undefined): { part?: { startsAt: string; endsAt: string } } {
  const [startsAt, endsAt] = part?.split('/') ?? []
  return startsAt && endsAt ? { part: { startsAt, endsAt } } : {}
}

/** Words that hold more than blanks. */
export const readMessage = (message: string | undefined): { message?: string } =>
  message?.trim() ? { message: message.trim() } : {}
