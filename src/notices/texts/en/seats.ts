import type { Told } from '../../render/told.ts'
import type { Say } from '../say.ts'

const shift = (told: Told) => `${told.text('rotationName')}: ${told.span()}`
const withTakers = (told: Told) =>
  told.has('replacements') ? `${shift(told)}. Fit to take it: ${told.names('replacements')}` : shift(told)
const short = (told: Told) =>
  `${shift(told)}. ${told.is('lacksHost', true) ? 'No host' : `People missing: ${told.number('missing')}`}`

/** Enough are left without whoever is away: nobody is asked. */
const isOff = (told: Told) => told.is('isShort', false)

function afterGivingUp(told: Told): string {
  if (!isOff(told)) return 'Those who fit best are asked to take it. You need do nothing.'
  return told.is('lacksHost', true)
    ? 'Your lead looks for another host. You need do nothing.'
    : 'Enough people are left. You need do nothing.'
}

/** For whoever sits there still. */
const BE_READY = 'Be ready for one less beside you.'
/** For others, by what the facts say is to be done. */
const TO_DO: Record<string, string> = {
  'fill-the-seat': 'The fittest are asked already. See that somebody takes it.',
  'find-a-host': 'Enough people are left, but no host: see that one joins them.',
  nothing: 'Enough people are left: nobody is asked.'
}

export const seats = {
  'seat-given-up': (told) => ({
    title: told.has('by')
      ? `${told.by} reported you away: ${isOff(told) ? 'you are off this shift' : 'your seat is open'}`
      : isOff(told)
        ? 'You are off this shift, as you are away'
        : 'Your seat is open, as you are away',
    body: [told.each('shifts', shift), afterGivingUp(told)]
  }),
  'seat-opened': (told) => ({
    title: isOff(told)
      ? `${told.name('name')} is away today`
      : `${told.name('name')} is away: a seat is open today`,
    body: [
      told.each('shifts', told.is('todo', 'fill-the-seat') ? withTakers : shift),
      TO_DO[told.text('todo')] ?? BE_READY
    ]
  }),
  'seat-offered': (told) => ({
    title: 'A seat is open, and you fit',
    body: [shift(told), 'Whoever takes it first has it.']
  }),
  'gap-ahead': (told) => ({
    title:
      told.count('shifts') === 1
        ? 'A shift within a week is short of people'
        : `${told.count('shifts')} shifts within a week are short of people`,
    body: [told.each('shifts', short), 'Find somebody while there is time.']
  }),
  'shift-in-absence': (told) => ({
    title: told.isSelf
      ? 'A shift of yours falls on your absence'
      : `A shift of ${told.name('name')} falls on an absence`,
    body: [
      told.each('shifts', withTakers),
      told.isSelf ? 'It is yours until somebody takes it. Ask them, or your lead.' : 'Agree who takes over.'
    ]
  }),
  'shift-clear-again': (told) => ({
    title: told.isSelf
      ? 'Your absence no longer touches this shift'
      : `The absence of ${told.name('name')} no longer touches a shift`,
    body: [told.each('shifts', shift)]
  }),
  'calendar-not-readable': (told) => ({
    title: 'Your own calendar can no longer be read',
    body: [
      `${told.text('server')} has not answered since ${told.moment('silentSince')}. What it said last counts until then.`,
      'Subscribe to it again, or remove it.'
    ]
  })
} satisfies Record<string, Say>
