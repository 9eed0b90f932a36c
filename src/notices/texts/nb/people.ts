import type { Told } from '../../render/told.ts'
import type { people as english } from '../en/people.ts'
import type { SameKinds } from '../say.ts'

const whose = (told: Told) => (told.isSelf ? 'Fritaket ditt' : `Fritaket til ${told.name('employee')}`)
const days = (told: Told) => told.days('fromOn', 'toOn')

export const people: SameKinds<typeof english> = {
  'absence-imported': (told) => ({
    title: `${told.by} førte fravær for deg`,
    body: [told.spans('absences'), 'Se om det stemmer.']
  }),
  'exemption-asked': (told) => ({
    title: told.isSelf
      ? `${told.by} søkte om fritak for deg`
      : `Et fritak for ${told.name('employee')} venter på svaret ditt`,
    body: [days(told)]
  }),
  'exemption-granted': (told) => ({
    title: `${whose(told)} er innvilget`,
    body: [
      days(told),
      told.has('shifts')
        ? 'Det som er kunngjort før, er fortsatt et løfte. Tilby disse vaktene hvis du ikke kan komme:'
        : '',
      told.spans('shifts')
    ]
  }),
  'exemption-refused': (told) => ({
    title: `${whose(told)} er avslått`,
    body: [days(told), told.has('reason') ? `«${told.text('reason')}»` : '']
  }),
  'exemption-withdrawn': (told) => ({
    title: `${whose(told)} er trukket tilbake`,
    body: [days(told), `Av ${told.by}.`]
  }),
  'employee-deactivated': (told) => ({
    title: `${told.name('name')} har sluttet`,
    body: [told.has('releasedShifts') ? 'Disse plassene er ledige nå:' : '', told.spans('releasedShifts')]
  }),
  'guest-left': (told) => ({
    title: `${told.name('name')}, som du tar deg av på vakter, har sluttet`,
    body: ['Du trenger ikke å vente på vedkommende her:', told.spans('shifts')]
  }),
  'leavers-held': (told) => ({
    title: `${told.number('leavers')} personer avsluttet på ${told.number('minutes')} minutter: holdes til du bestemmer`,
    body: [
      `Identitetstjenesten avsluttet ${told.number('leavers')} av ${told.number('companySize')} personer. De som holdes, kommer ikke inn, men beholder vaktene sine.`,
      'Bekreft at de har sluttet, eller gi dem tilgangen tilbake, under Innstillinger, Klargjøring.'
    ]
  }),
  'much-taken-out': (told) => ({
    title: `${told.name('name')} har tatt ut mye av arbeidstiden sin`,
    body: [
      `${told.percent('cannotShare')} av det kommende kvartalet. Andre bærer det som faller der; snakk om det.`
    ]
  })
}
