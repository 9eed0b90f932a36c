import type { Told } from '../../render/told.ts'
import type { schedule as english } from '../en/schedule.ts'
import type { SameKinds } from '../say.ts'

const buddyAndQueue = (told: Told) => [
  told.buddy && `Fadderen din er ${told.buddy}, som åpner med en samtale.`,
  told.queue && `Køen: ${told.queue}`
]

export const schedule: SameKinds<typeof english> = {
  'rotation-published': (told) => ({
    title: told.has('given')
      ? `Vaktene dine i ${told.text('rotationName')}, ${told.days('fromOn', 'toOn')}`
      : `Vaktene dine i ${told.text('rotationName')} er endret`,
    body: [
      told.has('given') ? 'Disse vaktene er dine. En kunngjort vakt er et løfte.' : '',
      told.spans('given'),
      told.has('moved') ? 'Disse slutter nå på et annet tidspunkt:' : '',
      told.spans('moved'),
      told.has('taken') ? 'Disse er ikke lenger dine:' : '',
      told.spans('taken')
    ]
  }),
  'publication-reverted': (told) => ({
    title: `En kunngjøring av ${told.text('rotationName')} er trukket tilbake`,
    body: [
      told.has('released') ? 'Disse vaktene er ikke lenger dine:' : '',
      told.spans('released'),
      told.has('restored') ? 'Disse er dine igjen:' : '',
      told.spans('restored')
    ]
  }),
  'shift-in-a-week': (told) => ({
    title: `Innen en uke: vakten din i ${told.text('rotationName')}`,
    body: [told.span(), ...buddyAndQueue(told), 'Kan du ikke komme, så finn noen nå: det er god tid.']
  }),
  'shift-tomorrow': (told) => ({
    title: `Innen et døgn: vakten din i ${told.text('rotationName')}`,
    body: [told.span(), ...buddyAndQueue(told)]
  }),
  'shift-in-an-hour': (told) => ({
    title: `Innen en time: vakten din i ${told.text('rotationName')}`,
    body: [told.span(), ...buddyAndQueue(told)]
  }),
  'shift-card-changed': (told) => ({
    title: `${told.by} endret kortet for vakten din i ${told.text('rotationName')}`,
    body: [told.span(), 'Se på det før du begynner: det sier hva som er annerledes denne gangen.']
  }),
  'handover-left': (told) => ({
    title: `${told.by} har lagt igjen en beskjed til vakten din i ${told.text('rotationName')}`,
    body: [told.span(), 'Den står på siden til vakten.']
  }),
  'working-time-changed': (told) => ({
    title: `${told.by} endret arbeidstiden din`,
    body: ['Den avgjør hvilke vakter du kan få. Se om den stemmer, og si fra til lederen din hvis ikke.']
  })
}
