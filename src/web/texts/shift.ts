import { dictionary } from './dictionary.ts'

const en = {
  back: 'Schedule',
  title: (day: string) => day,
  yours: 'You are on this shift',
  wasYours: 'You were on this shift',
  yourPart: (span: string) => `You are on it ${span}.`,
  buddy: (name: string) => `Your buddy is ${name}, who opens with a call.`,
  over: 'Over',
  running: 'On now',
  away: 'You are away then: find a taker, or delete the absence.',
  hoursConfirmed: (hours: string) => `You confirmed ${hours} h.`,
  hoursProposed: 'Your hours are not confirmed yet.',
  toToday: 'Confirm on the first page',
  findTaker: 'Find a taker',
  takeSeat: 'Take this seat',
  takeHint: 'You can return it for a while after taking it.',
  people: 'Who is on',
  nobody: 'Nobody is on this shift yet',
  open: (count: number) => (count === 1 ? '1 open seat' : `${count} open seats`),
  lacksHost: 'Enough people, but too few hosts',
  full: 'Every seat is taken',
  seats: 'Seats',
  seatsOf: (taken: number, wanted: number) =>
    taken > wanted ? `${taken} (${wanted} wanted)` : `${taken} of ${wanted}`,
  hosts: 'Hosts needed',
  length: 'Length',
  theirTime: 'Rotation’s time',
  holiday: 'Public holiday',
  part: (span: string) => `${span} only`,
  history: 'History',
  noHistory: 'Nothing has changed since it was set up.',
  given: {
    publication: (name: string) => `${name} was given a seat by publication`,
    swap: (name: string) => `${name} came on by a swap`,
    cover: (name: string) => `${name} took over`,
    open_seat: (name: string) => `${name} took an open seat`
  },
  taken: {
    publication: (name: string) => `${name} was taken off by publication`,
    swap: (name: string) => `${name} left by a swap`,
    cover: (name: string) => `${name} handed over`,
    open_seat: (name: string) => `${name} gave up the seat`
  },
  thanksTaken: 'The seat is yours. You may return it for a while on the page of swaps.'
}

const nb: typeof en = {
  back: 'Vaktplan',
  title: (day) => day,
  yours: 'Du er på denne vakten',
  wasYours: 'Du var på denne vakten',
  yourPart: (span) => `Du er på den ${span}.`,
  buddy: (name) => `Fadderen din er ${name}, som åpner med en samtale.`,
  over: 'Avsluttet',
  running: 'I gang nå',
  away: 'Du er borte da: finn en som kan ta den, eller slett fraværet.',
  hoursConfirmed: (hours) => `Du har bekreftet ${hours} t.`,
  hoursProposed: 'Timene dine er ikke bekreftet ennå.',
  toToday: 'Bekreft på førstesiden',
  findTaker: 'Finn en som kan ta den',
  takeSeat: 'Ta denne plassen',
  takeHint: 'Du kan gi den tilbake en stund etter at du har tatt den.',
  people: 'Hvem er på',
  nobody: 'Ingen er på denne vakten ennå',
  open: (count) => (count === 1 ? '1 ledig plass' : `${count} ledige plasser`),
  lacksHost: 'Nok folk, men for få verter',
  full: 'Alle plasser er tatt',
  seats: 'Plasser',
  seatsOf: (taken, wanted) => (taken > wanted ? `${taken} (${wanted} ønsket)` : `${taken} av ${wanted}`),
  hosts: 'Verter som trengs',
  length: 'Lengde',
  theirTime: 'Turnusens tid',
  holiday: 'Helligdag',
  part: (span) => `bare ${span}`,
  history: 'Historikk',
  noHistory: 'Ingenting er endret siden den ble satt opp.',
  given: {
    publication: (name) => `${name} fikk en plass ved kunngjøring`,
    swap: (name) => `${name} kom på ved et bytte`,
    cover: (name) => `${name} tok over`,
    open_seat: (name) => `${name} tok en ledig plass`
  },
  taken: {
    publication: (name) => `${name} ble tatt av ved kunngjøring`,
    swap: (name) => `${name} gikk av ved et bytte`,
    cover: (name) => `${name} ga vakten videre`,
    open_seat: (name) => `${name} ga fra seg plassen`
  },
  thanksTaken: 'Plassen er din. Du kan gi den tilbake en stund på siden for bytter.'
}

const sv: typeof en = {
  back: 'Schema',
  title: (day) => day,
  yours: 'Du är på det här passet',
  wasYours: 'Du var på det här passet',
  yourPart: (span) => `Du är på det ${span}.`,
  buddy: (name) => `Din fadder är ${name}, som inleder med ett samtal.`,
  over: 'Avslutat',
  running: 'Pågår nu',
  away: 'Du är borta då: hitta någon som tar det, eller ta bort frånvaron.',
  hoursConfirmed: (hours) => `Du har bekräftat ${hours} h.`,
  hoursProposed: 'Dina timmar är inte bekräftade än.',
  toToday: 'Bekräfta på förstasidan',
  findTaker: 'Hitta någon som tar det',
  takeSeat: 'Ta den här platsen',
  takeHint: 'Du kan lämna tillbaka den en stund efter att du har tagit den.',
  people: 'Vilka är på',
  nobody: 'Ingen är på det här passet än',
  open: (count) => (count === 1 ? '1 ledig plats' : `${count} lediga platser`),
  lacksHost: 'Tillräckligt många, men för få värdar',
  full: 'Alla platser är tagna',
  seats: 'Platser',
  seatsOf: (taken, wanted) => (taken > wanted ? `${taken} (${wanted} önskade)` : `${taken} av ${wanted}`),
  hosts: 'Värdar som behövs',
  length: 'Längd',
  theirTime: 'Rotationens tid',
  holiday: 'Helgdag',
  part: (span) => `bara ${span}`,
  history: 'Historik',
  noHistory: 'Inget har ändrats sedan det sattes upp.',
  given: {
    publication: (name) => `${name} fick en plats vid publicering`,
    swap: (name) => `${name} kom på genom ett byte`,
    cover: (name) => `${name} tog över`,
    open_seat: (name) => `${name} tog en ledig plats`
  },
  taken: {
    publication: (name) => `${name} togs bort vid publicering`,
    swap: (name) => `${name} gick av genom ett byte`,
    cover: (name) => `${name} lämnade över`,
    open_seat: (name) => `${name} gav upp platsen`
  },
  thanksTaken: 'Platsen är din. Du kan lämna tillbaka den en stund på sidan för byten.'
}

export const shiftTexts = dictionary({ en, nb, sv })
