import { counted, dictionary } from './dictionary.ts'

const en = {
  now: 'Quotas, newest first',
  nowHint: 'The most specific counts: of the person, else of the team, else of everybody.',
  none: 'No quota is set.',
  everybody: 'Everybody',
  dose: (hours: string, weeks: number) =>
    weeks === 1 ? `${hours} h every week` : `${hours} h in ${weeks} weeks`,
  from: (day: string) => `from ${day}`,
  fromTo: (from: string, to: string) => `${from} to ${to}`,
  newTitle: 'A new quota',
  newHint: 'You see what it changes before anything is saved.',
  whose: 'Whose',
  hours: 'Hours',
  weeks: 'In weeks',
  begins: 'From',
  ends: 'First day it no longer counts',
  see: 'See the effect',
  save: 'Save the quota',
  effect: 'What it would change',
  dueBefore: 'Hours due now',
  dueAfter: 'Hours due then',
  more: 'Owe more',
  less: 'Owe less',
  same: 'Unchanged',
  seats: (fillable: number, wanted: number) =>
    fillable > wanted
      ? `These hours could fill all ${wanted} seats that rotations want, and ${fillable - wanted} more.`
      : `These hours could fill ${fillable} of the ${counted(wanted, 'seat', 'seats')} that rotations want.`,
  noSeats: 'No rotation wants a seat in these days.',
  below: 'This is below 1.5% of working time: less than any company is known to have kept up for long.',
  above: 'This is above 10% of working time: more than companies ask of people whose job is not support.',
  person: 'Person',
  before: 'Now',
  after: 'Then',
  saved: 'The quota is saved, and everybody it reaches is told.',
  end: 'End it',
  ended: 'The quota ends. Everybody it reached is told.',
  endOn: 'First day it no longer counts'
}

const nb: typeof en = {
  now: 'Kvoter, nyeste først',
  nowHint: 'Den mest bestemte gjelder: personens, ellers teamets, ellers alles.',
  none: 'Ingen kvote er satt.',
  everybody: 'Alle',
  dose: (hours, weeks) => (weeks === 1 ? `${hours} t hver uke` : `${hours} t på ${weeks} uker`),
  from: (day) => `fra ${day}`,
  fromTo: (from, to) => `${from} til ${to}`,
  newTitle: 'En ny kvote',
  newHint: 'Du ser hva den endrer, før noe lagres.',
  whose: 'Hvem sin',
  hours: 'Timer',
  weeks: 'På uker',
  begins: 'Fra',
  ends: 'Første dag den ikke gjelder',
  see: 'Se virkningen',
  save: 'Lagre kvoten',
  effect: 'Hva den ville endret',
  dueBefore: 'Timer skyldig nå',
  dueAfter: 'Timer skyldig da',
  more: 'Skylder mer',
  less: 'Skylder mindre',
  same: 'Uendret',
  seats: (fillable, wanted) =>
    fillable > wanted
      ? `Disse timene kunne fylt alle de ${wanted} plassene som turnusene ønsker, og ${fillable - wanted} til.`
      : `Disse timene kunne fylt ${fillable} av de plassene som turnusene ønsker, ${wanted} i alt.`,
  noSeats: 'Ingen turnus ønsker en plass disse dagene.',
  below: 'Dette er under 1,5 % av arbeidstiden: mindre enn noe selskap er kjent for å ha holdt lenge.',
  above: 'Dette er over 10 % av arbeidstiden: mer enn selskaper ber om av folk som ikke jobber med support.',
  person: 'Person',
  before: 'Nå',
  after: 'Da',
  saved: 'Kvoten er lagret, og alle den gjelder, får vite det.',
  end: 'Avslutt den',
  ended: 'Kvoten slutter. Alle den gjaldt, får vite det.',
  endOn: 'Første dag den ikke gjelder'
}

const sv: typeof en = {
  now: 'Kvoter, nyaste först',
  nowHint: 'Den mest bestämda gäller: personens, annars teamets, annars allas.',
  none: 'Ingen kvot är satt.',
  everybody: 'Alla',
  dose: (hours, weeks) => (weeks === 1 ? `${hours} h varje vecka` : `${hours} h på ${weeks} veckor`),
  from: (day) => `från ${day}`,
  fromTo: (from, to) => `${from} till ${to}`,
  newTitle: 'En ny kvot',
  newHint: 'Du ser vad den ändrar innan något sparas.',
  whose: 'Vems',
  hours: 'Timmar',
  weeks: 'På veckor',
  begins: 'Från',
  ends: 'Första dagen den inte gäller',
  see: 'Se verkan',
  save: 'Spara kvoten',
  effect: 'Vad den skulle ändra',
  dueBefore: 'Timmar att göra nu',
  dueAfter: 'Timmar att göra då',
  more: 'Ska göra mer',
  less: 'Ska göra mindre',
  same: 'Oförändrat',
  seats: (fillable, wanted) =>
    fillable > wanted
      ? `Timmarna kunde fylla alla de ${wanted} platser som rotationerna önskar, och ${fillable - wanted} till.`
      : `Timmarna kunde fylla ${fillable} av de platser som rotationerna önskar, ${wanted} i allt.`,
  noSeats: 'Ingen rotation önskar en plats de här dagarna.',
  below: 'Det är under 1,5 % av arbetstiden: mindre än något företag är känt för att ha hållit länge.',
  above: 'Det är över 10 % av arbetstiden: mer än företag begär av dem som inte arbetar med support.',
  person: 'Namn',
  before: 'Nu',
  after: 'Då',
  saved: 'Kvoten är sparad, och alla den gäller får veta det.',
  end: 'Avsluta den',
  ended: 'Kvoten upphör. Alla den gällde får veta det.',
  endOn: 'Första dagen den inte gäller'
}

export const quotaTexts = dictionary({ en, nb, sv })
