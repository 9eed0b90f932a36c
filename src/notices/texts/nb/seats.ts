import type { Told } from '../../render/told.ts'
import type { seats as english } from '../en/seats.ts'
import type { SameKinds } from '../say.ts'

const shift = (told: Told) => `${told.text('rotationName')}: ${told.span()}`
const withTakers = (told: Told) =>
  told.has('replacements') ? `${shift(told)}. Disse kan ta den: ${told.names('replacements')}` : shift(told)
const short = (told: Told) =>
  `${shift(told)}. ${told.is('lacksHost', true) ? 'Ingen vert' : `Mangler folk: ${told.number('missing')}`}`

/** Enough are left without whoever is away: nobody is asked. */
const isOff = (told: Told) => told.is('isShort', false)

function afterGivingUp(told: Told): string {
  if (!isOff(told)) return 'De som passer best, er spurt. Du trenger ikke gjøre noe.'
  return told.is('lacksHost', true)
    ? 'Lederen din ser etter en annen vert. Du trenger ikke gjøre noe.'
    : 'Det er nok folk igjen. Du trenger ikke gjøre noe.'
}

/** For whoever sits there still. */
const BE_READY = 'Vær forberedt på én mindre ved siden av deg.'
/** For others, by what the facts say is to be done. */
const TO_DO: Record<string, string> = {
  'fill-the-seat': 'De som passer best, er spurt. Sørg for at noen tar den.',
  'find-a-host': 'Det er nok folk igjen, men ingen vert: sørg for at det kommer en.',
  nothing: 'Det er nok folk igjen: ingen er spurt.'
}

export const seats: SameKinds<typeof english> = {
  'seat-given-up': (told) => ({
    title: told.has('by')
      ? `${told.by} meldte deg borte: ${isOff(told) ? 'du er tatt av denne vakten' : 'plassen din er ledig'}`
      : isOff(told)
        ? 'Du er tatt av denne vakten, siden du er borte'
        : 'Plassen din er ledig, siden du er borte',
    body: [told.each('shifts', shift), afterGivingUp(told)]
  }),
  'seat-opened': (told) => ({
    title: isOff(told)
      ? `${told.name('name')} er borte i dag`
      : `${told.name('name')} er borte: en plass er ledig i dag`,
    body: [
      told.each('shifts', told.is('todo', 'fill-the-seat') ? withTakers : shift),
      TO_DO[told.text('todo')] ?? BE_READY
    ]
  }),
  'seat-offered': (told) => ({
    title: 'En plass er ledig, og du passer',
    body: [shift(told), 'Den som tar den først, har den.']
  }),
  'gap-ahead': (told) => ({
    title:
      told.count('shifts') === 1
        ? 'En vakt innen en uke mangler folk'
        : `${told.count('shifts')} vakter innen en uke mangler folk`,
    body: [told.each('shifts', short), 'Finn noen mens det er tid.']
  }),
  'shift-in-absence': (told) => ({
    title: told.isSelf
      ? 'En av vaktene dine faller på fraværet ditt'
      : `En vakt for ${told.name('name')} faller på et fravær`,
    body: [
      told.each('shifts', withTakers),
      told.isSelf ? 'Den er din til noen tar den. Spør dem, eller lederen din.' : 'Avtal hvem som tar over.'
    ]
  }),
  'shift-clear-again': (told) => ({
    title: told.isSelf
      ? 'Fraværet ditt berører ikke lenger denne vakten'
      : `Fraværet til ${told.name('name')} berører ikke lenger en vakt`,
    body: [told.each('shifts', shift)]
  }),
  'calendar-not-readable': (told) => ({
    title: 'Din egen kalender kan ikke lenger leses',
    body: [
      `${told.text('server')} har ikke svart siden ${told.moment('silentSince')}. Det den sa sist, gjelder så lenge.`,
      'Abonner på nytt, eller fjern den.'
    ]
  })
}
