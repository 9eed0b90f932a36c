import { counted, dictionary } from './dictionary.ts'

const en = {
  intro:
    'Programmes like this one fade unless somebody watches. When three signs worsen from one quarter to the next, somebody is asked by name: stop, change or keep.',
  figures: {
    tookPartShare: 'Staff who took part',
    waivedShare: 'Hours due that were waived',
    lateDroppedShare: 'Seats given up within a week, taken by nobody',
    notToldShare: 'Seats without a word of what was heard',
    hostHoursPerWeek: 'Hours per host and week',
    mood: 'Mood after shifts, of 5',
    answerAgeDays: 'Days that themes wait for an answer'
  },
  figure: 'Sign',
  quarter: (year: string, number: number) => `${year} Q${number}`,
  running: 'so far',
  worse: 'worse',
  unknown: 'not known',
  before: (value: string) => `${value} the quarter before`,
  table: 'Quarter by quarter',
  over: (name: string, values: string) => `${name}, quarter by quarter: ${values}`,
  reviews: 'Reviews',
  noReviews: 'No review yet',
  noReviewsHint: 'Three signs have never worsened in the same quarter.',
  worsened: (count: number) => counted(count, 'figure worsened', 'figures worsened'),
  wentFrom: (name: string, before: string, now: string) => `${name}: from ${before} to ${now}`,
  owner: (name: string) => `${name} is asked`,
  asked: 'Stop, change or keep?',
  decisions: { stop: 'Stop', change: 'Change', keep: 'Keep' },
  decisionsDone: { stop: 'Stopped', change: 'Changed', keep: 'Kept' },
  reason: 'Why',
  reasonHint: 'Everybody reads it.',
  decide: 'Decide',
  handOver: 'Hand it over',
  to: 'To',
  by: (name: string, day: string) => `${name}, ${day}`,
  decidedTold: 'Decided, and on record.',
  handedTold: 'Handed over; they are told.'
}

const nb: typeof en = {
  intro:
    'Ordninger som denne visner når ingen ser til dem. Når tre tegn blir verre fra ett kvartal til det neste, spørres noen ved navn: stoppe, endre eller beholde.',
  figures: {
    tookPartShare: 'Ansatte som var med',
    waivedShare: 'Skyldige timer som ble ettergitt',
    lateDroppedShare: 'Plasser gitt opp siste uken, tatt av ingen',
    notToldShare: 'Plasser uten et ord om det som ble hørt',
    hostHoursPerWeek: 'Timer per vert og uke',
    mood: 'Humør etter vakter, av 5',
    answerAgeDays: 'Dager temaer venter på svar'
  },
  figure: 'Tegn',
  quarter: (year, number) => `${year} K${number}`,
  running: 'så langt',
  worse: 'verre',
  unknown: 'ikke kjent',
  before: (value) => `${value} kvartalet før`,
  table: 'Kvartal for kvartal',
  over: (name, values) => `${name}, kvartal for kvartal: ${values}`,
  reviews: 'Gjennomganger',
  noReviews: 'Ingen gjennomgang ennå',
  noReviewsHint: 'Tre tegn har aldri blitt verre i samme kvartal.',
  worsened: (count) => `${count} tall ble verre`,
  wentFrom: (name, before, now) => `${name}: fra ${before} til ${now}`,
  owner: (name) => `${name} er spurt`,
  asked: 'Stoppe, endre eller beholde?',
  decisions: { stop: 'Stoppe', change: 'Endre', keep: 'Beholde' },
  decisionsDone: { stop: 'Stoppet', change: 'Endret', keep: 'Beholdt' },
  reason: 'Hvorfor',
  reasonHint: 'Alle leser det.',
  decide: 'Avgjør',
  handOver: 'Gi den videre',
  to: 'Til',
  by: (name, day) => `${name}, ${day}`,
  decidedTold: 'Avgjort og notert.',
  handedTold: 'Gitt videre; de har fått beskjed.'
}

const sv: typeof en = {
  intro:
    'Sådant här vissnar när ingen ser till det. När tre tecken blir sämre från ett kvartal till nästa frågas någon vid namn: stoppa, ändra eller behålla.',
  figures: {
    tookPartShare: 'Anställda som deltog',
    waivedShare: 'Timmar att göra som efterskänktes',
    lateDroppedShare: 'Platser som gavs upp sista veckan, tagna av ingen',
    notToldShare: 'Platser utan ett ord om vad som hördes',
    hostHoursPerWeek: 'Timmar per värd och vecka',
    mood: 'Humör efter pass, av 5',
    answerAgeDays: 'Dagar som teman väntar på svar'
  },
  figure: 'Tecken',
  quarter: (year, number) => `${year} K${number}`,
  running: 'hittills',
  worse: 'sämre',
  unknown: 'inte känt',
  before: (value) => `${value} kvartalet före`,
  table: 'Kvartal för kvartal',
  over: (name, values) => `${name}, kvartal för kvartal: ${values}`,
  reviews: 'Genomgångar',
  noReviews: 'Ingen genomgång ännu',
  noReviewsHint: 'Tre tecken har aldrig blivit sämre under samma kvartal.',
  worsened: (count) => `${counted(count, 'siffra', 'siffror')} blev sämre`,
  wentFrom: (name, before, now) => `${name}: från ${before} till ${now}`,
  owner: (name) => `${name} är tillfrågad`,
  asked: 'Stoppa, ändra eller behålla?',
  decisions: { stop: 'Stoppa', change: 'Ändra', keep: 'Behålla' },
  decisionsDone: { stop: 'Stoppat', change: 'Ändrat', keep: 'Behållet' },
  reason: 'Varför',
  reasonHint: 'Alla läser det.',
  decide: 'Besluta',
  handOver: 'Lämna över den',
  to: 'Till',
  by: (name, day) => `${name}, ${day}`,
  decidedTold: 'Beslutat och noterat.',
  handedTold: 'Överlämnat; de har fått veta det.'
}

export const decayTexts = dictionary({ en, nb, sv })
