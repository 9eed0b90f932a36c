import type { CommonTexts } from '../en/common.ts'

export const common: CommonTexts = {
  somebody: 'Någon',
  hourSign: 'h',
  inPlace: (times, place) => `${times} i ${place}`,
  from: (day) => `från ${day}`,
  moved: (before, now) => `Sedan dess är det flyttat: i stället för ${before} är det ${now}.`,
  dropped: (span) => `Sedan dess är det inställt: ${span}.`,
  notYours: (spans) => `Sedan dess inte längre dina: ${spans}.`,
  over: 'Det här är avgjort eller över; du behöver inte göra något.',
  unknownTitle: 'Något som rör dig har ändrats',
  digestTitle: (count, day) =>
    count === 1
      ? `Din sammanfattning för ${day}: ett meddelande`
      : `Din sammanfattning för ${day}: ${count} meddelanden`,
  acts: {
    open: 'Öppna Lyttepost',
    schedule: 'Se dina pass',
    answer: 'Svara',
    approve: 'Godkänn eller avslå',
    take: 'Ta platsen',
    fill: 'Hitta någon',
    confirm: 'Bekräfta dina timmar',
    handIn: 'Lämna in det du hörde',
    read: 'Läs'
  },
  why: 'Du får det här eftersom det rör dig. Allt finns också i din inkorg i Lyttepost.',
  buttons: {
    'swap.accept': 'Ja, jag godtar',
    'swap.decline': 'Nej',
    'swap.approve': 'Godkänn',
    'seat.take': 'Ta platsen',
    'hours.confirm': 'Arbetat som planerat',
    'learning.write': 'Lämna in det jag hörde',
    'learning.nothing': 'Inget nytt'
  },
  unsubscribe: 'Ingen mer e-post av det här slaget',
  settings: 'Välj vad som kommer hit'
}
