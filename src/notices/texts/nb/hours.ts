import type { Told } from '../../render/told.ts'
import type { hours as english } from '../en/hours.ts'
import type { SameKinds } from '../say.ts'

const quoted = (told: Told, key: string) => (told.has(key) ? `«${told.text(key)}»` : '')

export const hours: SameKinds<typeof english> = {
  'confirm-hours': (told) => ({
    title: `Vakten din i ${told.text('rotationName')} er over: bekreft timene`,
    body: [told.span(), 'Ett trykk, hvis det gikk som planlagt.']
  }),
  'hours-entered': (told) => ({
    title: `${told.by} førte ${told.hours('minutes')} for deg`,
    body: [`For ${told.day('onDay')}.`, quoted(told, 'reason')]
  }),
  'hours-corrected': (told) => ({
    title: `${told.by} rettet timene dine`,
    body: [
      `${told.day('onDay')}: ${told.hours('minutes')} i stedet for ${told.hours('before')}.`,
      quoted(told, 'reason')
    ]
  }),
  'hours-credited': (told) => ({
    title: `${told.by} godskrev deg ${told.hours('minutes')}`,
    body: [`For ${told.day('onDay')}.`, quoted(told, 'reason')]
  }),
  'hours-counter-marked': (told) => ({
    title: told.is('agrees', true)
      ? `${told.by} er enig i timene dine`
      : `${told.by} er ikke enig i timene dine`,
    body: [
      told.has('minutes')
        ? `${told.day('onDay')}: ${told.hours('minutes')} slik de ser det.`
        : `${told.day('onDay')}.`,
      quoted(told, 'comment'),
      told.is('agrees', true) ? '' : 'Timene står som de er; rett dem hvis det var en forglemmelse.'
    ]
  }),
  'period-closed': (told) => ({
    title: `Bøkene for ${told.days('fromOn', 'toOn')} er lukket`,
    body: [
      `Saldoen din var ${told.hours('balanceMinutes')}. Du tar med ${told.hours('takenMinutes')} inn i neste periode.`,
      told.is('lapsedMinutes', 0) ? '' : `${told.hours('lapsedMinutes')} falt bort.`
    ]
  }),
  'no-show-raised': (told) => ({
    title: `${told.name('raisedBy')} savnet deg på vakten`,
    body: [
      told.span(),
      `Si hva som skjedde, før ${told.moment('answerUntil')}; til da blir ingenting ført. Var du der, så bekreft timene.`
    ]
  }),
  'no-show-answered': (told) => ({
    title: `${told.name('employee')} forteller hva som skjedde`,
    body: [told.span(), quoted(told, 'answer')]
  }),
  'no-show-withdrawn': (told) => ({
    title: 'Det er avklart at du var på vakten',
    body: [told.span(), 'Ingenting er ført.']
  }),
  'no-show-recorded': (told) => ({
    title: told.isSelf
      ? 'Vakten din er ført som ikke arbeidet'
      : `Vakten til ${told.name('employee')} er ført som ikke arbeidet`,
    body: [told.span(), 'Det kom ikke svar på 48 timer. Det kan fortsatt rettes, med en grunn.']
  }),
  'quota-changed': (told) => ({
    title: `${told.by} endret hvor mye kundetid du skylder`,
    body: [
      `${told.days('fromOn', 'toOn')}: ${told.hours('minutes')} på ${told.number('weeks')} uker.`,
      `For deg, ${told.days('comparedFromOn', 'comparedToOn')}: ${told.hours('afterMinutes')} i stedet for ${told.hours('beforeMinutes')}.`
    ]
  })
}
