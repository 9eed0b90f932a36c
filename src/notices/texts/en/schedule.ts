import type { Told } from '../../render/told.ts'
import type { Say } from '../say.ts'

const buddyAndQueue = (told: Told) => [
  told.buddy && `Your buddy is ${told.buddy}, who opens with a call.`,
  told.queue && `The queue: ${told.queue}`
]

export const schedule = {
  'rotation-published': (told) => ({
    title: told.has('given')
      ? `Your shifts in ${told.text('rotationName')}, ${told.days('fromOn', 'toOn')}`
      : `Your shifts in ${told.text('rotationName')} have changed`,
    body: [
      told.has('given') ? 'These shifts are yours. A published shift is a promise.' : '',
      told.spans('given'),
      told.has('moved') ? 'These end at another time now:' : '',
      told.spans('moved'),
      told.has('taken') ? 'These are no longer yours:' : '',
      told.spans('taken')
    ]
  }),
  'publication-reverted': (told) => ({
    title: `A publication of ${told.text('rotationName')} was taken back`,
    body: [
      told.has('released') ? 'These shifts are no longer yours:' : '',
      told.spans('released'),
      told.has('restored') ? 'These are yours again:' : '',
      told.spans('restored')
    ]
  }),
  'shift-in-a-week': (told) => ({
    title: `Within a week: your shift in ${told.text('rotationName')}`,
    body: [told.span(), ...buddyAndQueue(told), 'If you cannot come, find somebody now: there is time.']
  }),
  'shift-tomorrow': (told) => ({
    title: `Within a day: your shift in ${told.text('rotationName')}`,
    body: [told.span(), ...buddyAndQueue(told)]
  }),
  'shift-in-an-hour': (told) => ({
    title: `Within an hour: your shift in ${told.text('rotationName')}`,
    body: [told.span(), ...buddyAndQueue(told)]
  }),
  'shift-card-changed': (told) => ({
    title: `${told.by} changed the card of your shift in ${told.text('rotationName')}`,
    body: [told.span(), 'Look at it before you begin: it says what is different this time.']
  }),
  'handover-left': (told) => ({
    title: `${told.by} left a note for your shift in ${told.text('rotationName')}`,
    body: [told.span(), 'It stands on the page of your shift.']
  }),
  'working-time-changed': (told) => ({
    title: `${told.by} changed your working time`,
    body: ['It decides which shifts you may get. Look whether it is right, and tell your lead if not.']
  })
} satisfies Record<string, Say>
