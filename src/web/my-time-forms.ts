import { type Static, Type } from 'typebox'
import { Body, LocalDateText, LocalTimeText, OneOf } from '../lib/schema.ts'
import type { WantedWish } from '../wishes/check-wishes.ts'
import { ABSENCE_KINDS, DAY_PARTS, WISH_LEVELS, WISH_REASONS } from '../words.ts'
import type { MyTimeView } from './read-my-time.ts'

const Ticked = Type.Optional(Type.Literal('on'))
const Weekday = Type.String({ pattern: '^[1-7]$' })
const OrNothing = <Schema extends Parameters<typeof Type.Union>[0][number]>(schema: Schema) =>
  Type.Optional(Type.Union([schema, Type.Literal('')]))

export const AbsenceForm = Body({
  kind: OneOf(ABSENCE_KINDS),
  fromOn: LocalDateText,
  lastOn: OrNothing(LocalDateText),
  fromPart: Ticked,
  lastPart: Ticked
})

export const WishForm = Body({
  weekday: Weekday,
  onDay: OrNothing(LocalDateText),
  part: OneOf(DAY_PARTS),
  level: OneOf(WISH_LEVELS),
  reason: OrNothing(OneOf(WISH_REASONS))
})

/** Which wish is meant: there is one for each part of a day. */
export const WishName = Body({
  weekday: OrNothing(Weekday),
  onDay: OrNothing(LocalDateText),
  part: OneOf(DAY_PARTS)
})

export const HoursForm = Body({ weekday: Weekday, startsAt: LocalTimeText, endsAt: LocalTimeText })

/** A last day left out is the first one. */
export function readAbsenceForm({ kind, fromOn, lastOn, fromPart, lastPart }: Static<typeof AbsenceForm>) {
  return {
    kind,
    fromOn,
    lastOn: lastOn || fromOn,
    ...(fromPart && { fromPart: 'afternoon' as const }),
    ...(lastPart && { lastPart: 'morning' as const })
  }
}

/** A date, where there is one, goes before the weekday; a reason is only for "cannot". */
export function readWishForm({ weekday, onDay, part, level, reason }: Static<typeof WishForm>): WantedWish {
  const when = onDay ? { onDay } : { weekday: Number(weekday) }
  return { ...when, part, level, ...(level === 'cannot' && reason && { reason }) }
}

const nameOf = ({ weekday, onDay, part }: { weekday?: unknown; onDay?: unknown; part: string }) =>
  `${onDay ? '' : (weekday ?? '')} ${onDay ?? ''} ${part}`

/** The wishes as they are, without the one of this name. */
export function wishesWithout(
  items: MyTimeView['wishes']['items'],
  name: { weekday?: unknown; onDay?: unknown; part: string }
): WantedWish[] {
  return items
    .filter((wish) => nameOf(wish) !== nameOf(name))
    .map(({ weekday, onDay, part, level, reason }) => ({
      ...(weekday !== null && { weekday }),
      ...(onDay !== null && { onDay }),
      part,
      level,
      ...(reason !== null && { reason })
    }))
}
