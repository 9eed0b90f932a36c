/** Sentences around the notices in English; the other languages have exactly the same keys. */
export const common = {
  somebody: 'Somebody',
  hourSign: 'h',
  inPlace: (times: string, place: string) => `${times} in ${place}`,
  from: (day: string) => `from ${day}`,
  moved: (before: string, now: string) => `Since then it has moved: instead of ${before} it is ${now}.`,
  dropped: (span: string) => `Since then it has been dropped: ${span}.`,
  notYours: (spans: string) => `Since then no longer yours: ${spans}.`,
  over: 'This is settled or over; there is nothing left to do.',
  unknownTitle: 'Something that concerns you has changed',
  digestTitle: (count: number, day: string) =>
    count === 1 ? `Your digest of ${day}: one notice` : `Your digest of ${day}: ${count} notices`,
  acts: {
    open: 'Open Lyttepost',
    schedule: 'See your shifts',
    answer: 'Answer',
    approve: 'Approve or refuse',
    take: 'Take the seat',
    fill: 'Find somebody',
    confirm: 'Confirm your hours',
    handIn: 'Hand in what you heard',
    read: 'Read it'
  },
  why: 'You get this because it concerns you. Everything is also in your inbox in Lyttepost.',
  buttons: {
    'swap.accept': 'Yes, I accept',
    'swap.decline': 'No',
    'swap.approve': 'Approve',
    'seat.take': 'Take the seat',
    'hours.confirm': 'Worked as planned',
    'learning.write': 'Hand in what I heard',
    'learning.nothing': 'Nothing new'
  },
  unsubscribe: 'No more e-mail of this kind',
  settings: 'Choose what comes here'
}

export type CommonTexts = typeof common
