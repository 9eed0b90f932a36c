import type { Told } from '../../render/told.ts'
import type { schedule as english } from '../en/schedule.ts'
import type { SameKinds } from '../say.ts'

const buddyAndQueue = (told: Told) => [
  told.buddy && `Din fadder är ${told.buddy}, som inleder med ett samtal.`,
  told.queue && `Kön: ${told.queue}`
]

export const schedule: SameKinds<typeof english> = {
  'rotation-published': (told) => ({
    title: told.has('given')
      ? `Dina pass i ${told.text('rotationName')}, ${told.days('fromOn', 'toOn')}`
      : `Dina pass i ${told.text('rotationName')} har ändrats`,
    body: [
      told.has('given') ? 'De här passen är dina. Ett publicerat pass är ett löfte.' : '',
      told.spans('given'),
      told.has('moved') ? 'De här slutar nu en annan tid:' : '',
      told.spans('moved'),
      told.has('taken') ? 'De här är inte längre dina:' : '',
      told.spans('taken')
    ]
  }),
  'publication-reverted': (told) => ({
    title: `En publicering av ${told.text('rotationName')} har tagits tillbaka`,
    body: [
      told.has('released') ? 'De här passen är inte längre dina:' : '',
      told.spans('released'),
      told.has('restored') ? 'De här är dina igen:' : '',
      told.spans('restored')
    ]
  }),
  'shift-in-a-week': (told) => ({
    title: `Inom en vecka: ditt pass i ${told.text('rotationName')}`,
    body: [told.span(), ...buddyAndQueue(told), 'Kan du inte komma, hitta någon nu: det finns tid.']
  }),
  'shift-tomorrow': (told) => ({
    title: `Inom ett dygn: ditt pass i ${told.text('rotationName')}`,
    body: [told.span(), ...buddyAndQueue(told)]
  }),
  'shift-in-an-hour': (told) => ({
    title: `Inom en timme: ditt pass i ${told.text('rotationName')}`,
    body: [told.span(), ...buddyAndQueue(told)]
  }),
  'shift-card-changed': (told) => ({
    title: `${told.by} har ändrat kortet för ditt pass i ${told.text('rotationName')}`,
    body: [told.span(), 'Titta på det innan du börjar: det säger vad som är annorlunda den här gången.']
  }),
  'handover-left': (told) => ({
    title: `${told.by} har lämnat en rad till ditt pass i ${told.text('rotationName')}`,
    body: [told.span(), 'Den står på passets sida.']
  }),
  'working-time-changed': (told) => ({
    title: `${told.by} ändrade din arbetstid`,
    body: ['Den avgör vilka pass du kan få. Se om den stämmer, och säg till din ledare om inte.']
  })
}
