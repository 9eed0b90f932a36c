import type { CommonTexts } from '../en/common.ts'

export const common: CommonTexts = {
  somebody: 'Noen',
  hourSign: 't',
  inPlace: (times, place) => `${times} i ${place}`,
  from: (day) => `fra ${day}`,
  moved: (before, now) => `Siden er den flyttet: i stedet for ${before} er den ${now}.`,
  dropped: (span) => `Siden er den avlyst: ${span}.`,
  notYours: (spans) => `Siden er disse ikke lenger dine: ${spans}.`,
  over: 'Dette er avgjort eller over; du trenger ikke gjøre noe.',
  unknownTitle: 'Noe som angår deg, er endret',
  digestTitle: (count, day) =>
    count === 1 ? `Oversikten din for ${day}: ett varsel` : `Oversikten din for ${day}: ${count} varsler`,
  acts: {
    open: 'Åpne Lyttepost',
    schedule: 'Se vaktene dine',
    answer: 'Svar',
    approve: 'Godkjenn eller avslå',
    take: 'Ta plassen',
    fill: 'Finn noen',
    confirm: 'Bekreft timene',
    handIn: 'Lever det du hørte',
    read: 'Les'
  },
  why: 'Du får dette fordi det angår deg. Alt ligger også i innboksen din i Lyttepost.',
  buttons: {
    'swap.accept': 'Ja, jeg godtar',
    'swap.decline': 'Nei',
    'swap.approve': 'Godkjenn',
    'seat.take': 'Ta plassen',
    'hours.confirm': 'Jobbet som planlagt',
    'learning.write': 'Lever det jeg hørte',
    'learning.nothing': 'Ikke noe nytt'
  },
  unsubscribe: 'Ikke flere e-poster av dette slaget',
  settings: 'Velg hva som kommer hit'
}
