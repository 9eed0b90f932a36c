import type { Told } from '../../render/told.ts'
import type { Say } from '../say.ts'

const quoted = (told: Told, key: string) => (told.has(key) ? `“${told.text(key)}”` : '')

export const hours = {
  'confirm-hours': (told) => ({
    title: `Your shift in ${told.text('rotationName')} is over: confirm your hours`,
    body: [told.span(), 'One tap, if it went as planned.']
  }),
  'hours-entered': (told) => ({
    title: `${told.by} entered ${told.hours('minutes')} for you`,
    body: [`For ${told.day('onDay')}.`, quoted(told, 'reason')]
  }),
  'hours-corrected': (told) => ({
    title: `${told.by} corrected your hours`,
    body: [
      `${told.day('onDay')}: ${told.hours('minutes')} instead of ${told.hours('before')}.`,
      quoted(told, 'reason')
    ]
  }),
  'hours-credited': (told) => ({
    title: `${told.by} credited you ${told.hours('minutes')}`,
    body: [`For ${told.day('onDay')}.`, quoted(told, 'reason')]
  }),
  'hours-counter-marked': (told) => ({
    title: told.is('agrees', true)
      ? `${told.by} agrees with your hours`
      : `${told.by} does not agree with your hours`,
    body: [
      told.has('minutes')
        ? `${told.day('onDay')}: ${told.hours('minutes')} in their eyes.`
        : `${told.day('onDay')}.`,
      quoted(told, 'comment'),
      told.is('agrees', true) ? '' : 'Your hours stand as they are; correct them if it was an oversight.'
    ]
  }),
  'period-closed': (told) => ({
    title: `The books of ${told.days('fromOn', 'toOn')} are closed`,
    body: [
      `Your balance was ${told.hours('balanceMinutes')}. You take ${told.hours('takenMinutes')} into the next period.`,
      told.is('lapsedMinutes', 0) ? '' : `${told.hours('lapsedMinutes')} lapsed.`
    ]
  }),
  'no-show-raised': (told) => ({
    title: `${told.name('raisedBy')} missed you on your shift`,
    body: [
      told.span(),
      `Say what happened before ${told.moment('answerUntil')}; nothing is recorded until then. If you were there, confirm your hours.`
    ]
  }),
  'no-show-answered': (told) => ({
    title: `${told.name('employee')} says what happened`,
    body: [told.span(), quoted(told, 'answer')]
  }),
  'no-show-withdrawn': (told) => ({
    title: 'It is settled that you were on your shift',
    body: [told.span(), 'Nothing is recorded.']
  }),
  'no-show-recorded': (told) => ({
    title: told.isSelf
      ? 'Your shift was recorded as not worked'
      : `The shift of ${told.name('employee')} was recorded as not worked`,
    body: [told.span(), 'There was no answer in 48 hours. It can still be corrected, with a reason.']
  }),
  'quota-changed': (told) => ({
    title: `${told.by} changed how much support time you owe`,
    body: [
      `${told.days('fromOn', 'toOn')}: ${told.hours('minutes')} in ${told.number('weeks')} weeks.`,
      `For you, ${told.days('comparedFromOn', 'comparedToOn')}: ${told.hours('afterMinutes')} instead of ${told.hours('beforeMinutes')}.`
    ]
  })
} satisfies Record<string, Say>
