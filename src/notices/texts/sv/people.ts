import type { Told } from '../../render/told.ts'
import type { people as english } from '../en/people.ts'
import type { SameKinds } from '../say.ts'

const whose = (told: Told) => (told.isSelf ? 'Din befrielse' : `Befrielsen för ${told.name('employee')}`)
const days = (told: Told) => told.days('fromOn', 'toOn')

export const people: SameKinds<typeof english> = {
  'absence-imported': (told) => ({
    title: `${told.by} förde in frånvaro åt dig`,
    body: [told.spans('absences'), 'Se om den stämmer.']
  }),
  'exemption-asked': (told) => ({
    title: told.isSelf
      ? `${told.by} bad om befrielse åt dig`
      : `En befrielse för ${told.name('employee')} väntar på ditt svar`,
    body: [days(told)]
  }),
  'exemption-granted': (told) => ({
    title: `${whose(told)} är beviljad`,
    body: [
      days(told),
      told.has('shifts')
        ? 'Det som publicerats tidigare är fortfarande ett löfte. Erbjud de här passen om du inte kan komma:'
        : '',
      told.spans('shifts')
    ]
  }),
  'exemption-refused': (told) => ({
    title: `${whose(told)} är avslagen`,
    body: [days(told), told.has('reason') ? `”${told.text('reason')}”` : '']
  }),
  'exemption-withdrawn': (told) => ({
    title: `${whose(told)} har tagits tillbaka`,
    body: [days(told), `Av ${told.by}.`]
  }),
  'employee-deactivated': (told) => ({
    title: `${told.name('name')} har slutat`,
    body: [told.has('releasedShifts') ? 'De här platserna är lediga nu:' : '', told.spans('releasedShifts')]
  }),
  'guest-left': (told) => ({
    title: `${told.name('name')}, som du tar hand om på pass, har slutat`,
    body: ['Du behöver inte vänta på personen här:', told.spans('shifts')]
  }),
  'leavers-held': (told) => ({
    title: `${told.number('leavers')} personer avslutade inom ${told.number('minutes')} minuter: hålls tills du bestämmer`,
    body: [
      `Identitetstjänsten avslutade ${told.number('leavers')} av ${told.number('companySize')} personer. De som hålls kommer inte in, men behåller sina pass.`,
      'Bekräfta att de har slutat, eller ge dem åtkomsten tillbaka, under Inställningar, Provisionering.'
    ]
  }),
  'much-taken-out': (told) => ({
    title: `${told.name('name')} har tagit ut mycket av sin arbetstid`,
    body: [
      `${told.percent('cannotShare')} av det kommande kvartalet. Andra bär det som faller där; tala om det.`
    ]
  })
}
