import type { Told } from '../../render/told.ts'
import type { Say } from '../say.ts'

const whose = (told: Told) => (told.isSelf ? 'Your exemption' : `The exemption of ${told.name('employee')}`)
const days = (told: Told) => told.days('fromOn', 'toOn')

export const people = {
  'absence-imported': (told) => ({
    title: `${told.by} entered absences for you`,
    body: [told.spans('absences'), 'Look whether they are right.']
  }),
  'exemption-asked': (told) => ({
    title: told.isSelf
      ? `${told.by} asked for an exemption for you`
      : `An exemption of ${told.name('employee')} waits for your answer`,
    body: [days(told)]
  }),
  'exemption-granted': (told) => ({
    title: `${whose(told)} is granted`,
    body: [
      days(told),
      told.has('shifts')
        ? 'What is published before is a promise still. Offer these shifts if you cannot come:'
        : '',
      told.spans('shifts')
    ]
  }),
  'exemption-refused': (told) => ({
    title: `${whose(told)} is refused`,
    body: [days(told), told.has('reason') ? `“${told.text('reason')}”` : '']
  }),
  'exemption-withdrawn': (told) => ({
    title: `${whose(told)} was taken back`,
    body: [days(told), `By ${told.by}.`]
  }),
  'employee-deactivated': (told) => ({
    title: `${told.name('name')} has left`,
    body: [told.has('releasedShifts') ? 'These seats are open now:' : '', told.spans('releasedShifts')]
  }),
  'guest-left': (told) => ({
    title: `${told.name('name')}, whom you look after on shifts, has left`,
    body: ['You need not wait for them here:', told.spans('shifts')]
  }),
  'leavers-held': (told) => ({
    title: `${told.number('leavers')} people ended within ${told.number('minutes')} minutes: held until you decide`,
    body: [
      `The identity provider ended ${told.number('leavers')} of ${told.number('companySize')} people. Nobody of the held gets in, but their shifts stay theirs.`,
      'Confirm that they have left, or give them their access back, under Settings, Provisioning.'
    ]
  }),
  'much-taken-out': (told) => ({
    title: `${told.name('name')} has taken out much of their working time`,
    body: [
      `${told.percent('cannotShare')} of the coming quarter. Others carry what falls there; talk it over.`
    ]
  })
} satisfies Record<string, Say>
