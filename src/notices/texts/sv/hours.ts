import type { Told } from '../../render/told.ts'
import type { hours as english } from '../en/hours.ts'
import type { SameKinds } from '../say.ts'

const quoted = (told: Told, key: string) => (told.has(key) ? `”${told.text(key)}”` : '')

export const hours: SameKinds<typeof english> = {
  'confirm-hours': (told) => ({
    title: `Ditt pass i ${told.text('rotationName')} är över: bekräfta dina timmar`,
    body: [told.span(), 'Ett tryck, om det gick som planerat.']
  }),
  'hours-entered': (told) => ({
    title: `${told.by} förde in ${told.hours('minutes')} åt dig`,
    body: [`För ${told.day('onDay')}.`, quoted(told, 'reason')]
  }),
  'hours-corrected': (told) => ({
    title: `${told.by} rättade dina timmar`,
    body: [
      `${told.day('onDay')}: ${told.hours('minutes')} i stället för ${told.hours('before')}.`,
      quoted(told, 'reason')
    ]
  }),
  'hours-credited': (told) => ({
    title: `${told.by} tillgodoräknade dig ${told.hours('minutes')}`,
    body: [`För ${told.day('onDay')}.`, quoted(told, 'reason')]
  }),
  'hours-counter-marked': (told) => ({
    title: told.is('agrees', true)
      ? `${told.by} håller med om dina timmar`
      : `${told.by} håller inte med om dina timmar`,
    body: [
      told.has('minutes')
        ? `${told.day('onDay')}: ${told.hours('minutes')} som de ser det.`
        : `${told.day('onDay')}.`,
      quoted(told, 'comment'),
      told.is('agrees', true) ? '' : 'Timmarna står som de är; rätta dem om det var ett förbiseende.'
    ]
  }),
  'period-closed': (told) => ({
    title: `Böckerna för ${told.days('fromOn', 'toOn')} är stängda`,
    body: [
      `Ditt saldo var ${told.hours('balanceMinutes')}. Du tar med dig ${told.hours('takenMinutes')} in i nästa period.`,
      told.is('lapsedMinutes', 0) ? '' : `${told.hours('lapsedMinutes')} föll bort.`
    ]
  }),
  'no-show-raised': (told) => ({
    title: `${told.name('raisedBy')} saknade dig på passet`,
    body: [
      told.span(),
      `Säg vad som hände före ${told.moment('answerUntil')}; inget förs in innan dess. Var du där, bekräfta dina timmar.`
    ]
  }),
  'no-show-answered': (told) => ({
    title: `${told.name('employee')} berättar vad som hände`,
    body: [told.span(), quoted(told, 'answer')]
  }),
  'no-show-withdrawn': (told) => ({
    title: 'Det är utrett att du var på passet',
    body: [told.span(), 'Inget är infört.']
  }),
  'no-show-recorded': (told) => ({
    title: told.isSelf
      ? 'Ditt pass är infört som inte arbetat'
      : `Passet för ${told.name('employee')} är infört som inte arbetat`,
    body: [told.span(), 'Det kom inget svar på 48 timmar. Det kan fortfarande rättas, med ett skäl.']
  }),
  'quota-changed': (told) => ({
    title: `${told.by} ändrade hur mycket kundtid du är skyldig`,
    body: [
      `${told.days('fromOn', 'toOn')}: ${told.hours('minutes')} på ${told.number('weeks')} veckor.`,
      `För dig, ${told.days('comparedFromOn', 'comparedToOn')}: ${told.hours('afterMinutes')} i stället för ${told.hours('beforeMinutes')}.`
    ]
  })
}
