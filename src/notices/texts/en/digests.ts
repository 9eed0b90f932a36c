import type { Told } from '../../render/told.ts'
import type { Say } from '../say.ts'

const waiting = (told: Told) =>
  told.is('waitingDays', null)
    ? `${told.text('title')}: decided by now`
    : `${told.text('title')}, days without a decision: ${told.number('waitingDays')}`
const list = (told: Told, key: string, heading: string, say: (inner: Told) => string) =>
  told.has(key) ? [heading, told.each(key, say)] : []
const moved = (told: Told) =>
  [
    told.text('title'),
    told.is('reporters', 0) ? '' : `reported by others: ${told.number('reporters')}`,
    told.is('leaders', 0) ? '' : `leaders who had it put before them: ${told.number('leaders')}`,
    told.is('ownerChanged', true) ? 'it has a new owner' : ''
  ]
    .filter((part) => part !== '')
    .join('; ')

export const digests = {
  'learnings-weekly': (told) => ({
    title: `What customers told us, week to ${told.day('dueOn')}`,
    body: [
      ...list(told, 'newThemes', 'New:', (theme) => theme.text('title')),
      ...list(
        told,
        'growing',
        'Growing:',
        (theme) =>
          `${theme.text('title')}: ${theme.number('reporters')} people, ${theme.number('before')} the week before`
      ),
      ...list(told, 'overdue', 'Answer overdue:', waiting),
      ...list(
        told,
        'quotes',
        'In their own words:',
        (quote) => `“${quote.text('words')}” (${quote.text('title')})`
      )
    ]
  }),
  'learnings-monthly': (told) => ({
    title: `What waits longest for a decision, ${told.day('dueOn')}`,
    body: [
      told.each('undecided', waiting),
      `Waiting for a decision in all: ${told.number('waiting')}. Each answer goes back to everybody who reported it.`
    ]
  }),
  'reported-themes-moved': (told) => ({
    title: `What you reported moved, week to ${told.day('dueOn')}`,
    body: [told.each('moved', moved)]
  })
} satisfies Record<string, Say>
