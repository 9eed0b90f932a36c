import type { Told } from '../../render/told.ts'
import type { Say } from '../say.ts'

const wish = (told: Told) => (told.is('swapKind', 'swap') ? 'swap' : 'cover')
const handed = (told: Told) => [
  told.has('given') ? 'Yours now:' : '',
  told.spans('given'),
  told.has('taken') ? 'No longer yours:' : '',
  told.spans('taken')
]
const undo = (told: Told) =>
  told.has('undoUntil') ? `Either side may undo it until ${told.moment('undoUntil')}.` : ''

const CAUSES: Record<string, string> = {
  moved: 'The shift has moved.',
  cancelled: 'The shift was cancelled.',
  reverted: 'The publication was taken back.',
  absence: 'Somebody is away.',
  deactivated: 'Somebody has left.',
  changed_hands: 'A seat of it has changed hands.'
}

export const swaps = {
  'swap-asked': (told) => ({
    title: told.has('take') ? `${told.by} asks you to swap shifts` : `${told.by} asks you to take a shift`,
    body: [
      told.has('give') ? `You would get: ${told.span(told.has('part') ? 'part' : 'give')}` : '',
      told.has('take') ? `You would give: ${told.span('take')}` : '',
      told.has('message') ? `“${told.text('message')}”` : '',
      `Please answer before ${told.moment('expiresAt')}.`
    ]
  }),
  'swap-proposed-for-you': (told) => ({
    title: `${told.by} is looking for somebody to take your shift`,
    body: [told.span('give'), 'Withdraw it if you did not want that.']
  }),
  'swap-accepted': (told) => ({
    title: told.is('swapKind', 'swap') ? 'Your swap is done' : 'A shift has changed hands',
    body: [...handed(told), `By ${told.by}.`, undo(told)]
  }),
  'swap-undone': (told) => ({
    title: `${told.by} undid your ${wish(told)}`,
    body: handed(told)
  }),
  'seat-taken': (told) => ({
    title: told.has('given') ? 'You have a new shift' : 'Your shift was taken over',
    body: [...handed(told), `By ${told.by}.`, undo(told)]
  }),
  'swap-withdrawn': (told) => ({
    title: `${told.by} withdrew the ${wish(told)}`,
    body: ['Nothing changes.']
  }),
  'swap-declined': (told) => ({
    title: `${told.by} said no to the ${wish(told)}`,
    body: [
      told.is('isLast', true)
        ? 'Nobody is left to say yes. The shift stays where it is; ask others.'
        : 'Others may still say yes.'
    ]
  }),
  'swap-answered-by-another': (told) => ({
    title: `The ${wish(told)} you were asked for is settled`,
    body: ['Somebody else said yes. You need not answer.']
  }),
  'swap-awaits-approval': (told) => ({
    title: `Your ${wish(told)} waits for a lead`,
    body: ['Both of you agree. Nothing changes until a lead approves it.']
  }),
  'swap-to-approve': (told) => ({
    title: `A ${wish(told)} waits for your approval`,
    body: ['Two people agree. Approve or refuse it.']
  }),
  'swap-refused': (told) => ({
    title: `${told.by} refused your ${wish(told)}`,
    body: [
      told.has('reason') ? `“${told.text('reason')}”` : '',
      'Nothing changes. You may propose something else.'
    ]
  }),
  'swap-closed': (told) => ({
    title: told.is('isOver', true)
      ? `A ${wish(told)} came to nothing`
      : `Somebody you asked is out of your ${wish(told)}`,
    body: [
      CAUSES[told.text('cause')] ?? '',
      told.has('give') ? told.span('give') : '',
      told.is('todo', 'propose-again') ? 'If you still need it, propose again.' : ''
    ]
  }),
  'swap-expired': (told) => ({
    title: `Nobody answered your ${wish(told)} in time`,
    body: ['The shift stays where it is. If you still need it, propose again.']
  })
} satisfies Record<string, Say>
