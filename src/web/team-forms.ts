import { type Static, Type } from 'typebox'
import type { WantedExemption } from '../exemptions/ask-exemption.ts'
import type { Credit } from '../hours/credit-hours.ts'
import { Body, Id, LocalDateText, OneOf, Words } from '../lib/schema.ts'
import type { WantedQuota } from '../quotas/wanted-quota.ts'
import { EXEMPTION_REASONS, type QuotaScope, TRACK_CREDITS } from '../words.ts'

/** A field that may stay empty; forms send it all the same. */
const DayOrNothing = Type.Optional(Type.Union([LocalDateText, Type.Literal('')]))
const ofTeam = { team: Type.Optional(Id) }

export const QuotaForm = Body({
  ...ofTeam,
  holder: Type.String({ pattern: '^(organisation|(team|person):[0-9a-f-]{36})$' }),
  hours: Type.String({ pattern: '^[0-9]{1,4}([.,][0-9]{1,4})?$' }),
  weeks: Type.String({ pattern: '^([1-9]|[1-4][0-9]|5[0-2])$' }),
  fromOn: LocalDateText,
  toOn: DayOrNothing
})

export function readQuotaForm({ holder, hours, weeks, fromOn, toOn }: Static<typeof QuotaForm>): WantedQuota {
  const [scope, id] = holder.split(':')
  return {
    scope: scope as QuotaScope,
    ...(scope === 'team' && { teamId: id! }),
    ...(scope === 'person' && { employeeId: id! }),
    hours: Number(hours.replace(',', '.')),
    weeks: Number(weeks),
    fromOn,
    ...(toOn && { toOn })
  }
}

export const ExemptionForm = Body({
  ...ofTeam,
  employeeId: Id,
  fromOn: LocalDateText,
  toOn: LocalDateText,
  reason: OneOf(EXEMPTION_REASONS),
  note: Type.Optional(Type.String({ maxLength: 1000 }))
})

export function readExemptionForm({
  team: _,
  note,
  ...wanted
}: Static<typeof ExemptionForm>): WantedExemption {
  return { ...wanted, ...(note?.trim() && { note }) }
}

/** Several may be ticked: one arrives as text, more as a list. */
export const AskForm = Body({
  employeeId: Id,
  asks: Type.Union([Id, Type.Array(Id, { minItems: 1, maxItems: 20 })]),
  message: Type.Optional(Type.String({ maxLength: 500 }))
})

export const asksIn = ({ asks }: Static<typeof AskForm>) =>
  (Array.isArray(asks) ? asks : [asks]).map((employeeId) => ({ employeeId }))

export const CreditForm = Body({
  ...ofTeam,
  employeeId: Id,
  purpose: OneOf(TRACK_CREDITS),
  onDay: LocalDateText,
  hours: Type.String({ pattern: '^[0-9]{1,2}([.,][0-9]{1,2})?$' }),
  reason: Words(500)
})

export const readCreditForm = ({ hours, onDay, purpose, reason }: Static<typeof CreditForm>): Credit => ({
  ...{ onDay, purpose, reason },
  minutes: Math.round(Number(hours.replace(',', '.')) * 60)
})
