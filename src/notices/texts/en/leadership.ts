import type { Told } from '../../render/told.ts'
import type { Say } from '../say.ts'

const quoted = (told: Told, key: string) => (told.has(key) ? `“${told.text(key)}”` : '')

const DECISIONS: Record<string, string> = { stop: 'stop', change: 'change it', keep: 'keep it' }
const SIGNS: Record<string, string> = {
  'took-part': 'fewer took part',
  'given-up': 'more shifts were given up',
  'not-told': 'fewer handed in what they heard',
  'host-load': 'hosts sat more hours',
  mood: 'the mood after shifts fell',
  'answer-age': 'answers took longer'
}

export const leadership = {
  'season-declared': (told) => ({
    title: `${told.text('seasonName')} begins on ${told.day('fromOn')}: make your guess`,
    body: ['How many customers are served well, and which three things hurt most? Only you see your guess.']
  }),
  'season-moved': (told) => ({
    title: `${told.text('seasonName')} has moved: it begins on ${told.day('fromOn')}`,
    body: ['Until then you may make your guess.']
  }),
  'season-closed': (told) => ({
    title: `${told.text('seasonName')} is closed: see how your guess went`,
    body: ['What was set out, done, learned, decided, and decided not to do, in one page.']
  }),
  'leaders-first-changed': (told) => ({
    title: told.is('isOn', true)
      ? `${told.by} turned on that leaders go first`
      : `${told.by} turned off that leaders go first`,
    body: [
      told.is('isOn', true)
        ? 'Shifts of staff are published when those of leaders are planned in the same days.'
        : '',
      quoted(told, 'reason')
    ]
  }),
  'leaders-first-overridden': (told) => ({
    title: `${told.text('rotationName')} was published without a shift of yours`,
    body: [
      told.days('fromOn', 'toOn'),
      quoted(told, 'reason'),
      `By ${told.by}. You still owe a shift: take an open seat.`
    ]
  }),
  'decay-review-opened': (told) => ({
    title: 'The programme got worse last quarter: a review is yours',
    body: [
      told.each('signs', (sign) => SIGNS[sign.text('sign')] ?? ''),
      'Say by name and with a reason: stop it, change it, or keep it.'
    ]
  }),
  'decay-review-decided': (told) => ({
    title: `${told.by} decided your review: ${DECISIONS[told.text('decision')] ?? ''}`,
    body: [quoted(told, 'reason')]
  })
} satisfies Record<string, Say>
