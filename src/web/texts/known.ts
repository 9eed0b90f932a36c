import { counted, dictionary } from './dictionary.ts'

const en = {
  title: 'We already knew',
  intro:
    'Paste what somebody has found out: an audit, a survey, a consultant’s report. See since when our customers have been telling us, how often, and what it has cost. The text is not kept.',
  text: 'The finding',
  search: 'Search',
  none: 'Nothing like it has been heard',
  noneHint: 'Either it is new, or we call it something else: try other words.',
  found: (count: number) => (count === 1 ? '1 theme says the same' : `${count} themes say the same`),
  choose: 'Choose up to five for a brief of one page.',
  brief: 'Make a brief',
  closest: 'Closest of all',
  match: (share: string) => `${share} as close as the closest`,
  briefTitle: 'What we already knew',
  summary: (day: string, learnings: number, people: number) =>
    `First heard ${day}. Since then ${counted(learnings, 'report', 'reports')} by ${counted(people, 'person', 'people')}.`,
  together: (shifts: number, customers: number, hours: string) =>
    `${counted(shifts, 'shift', 'shifts')}, ${counted(customers, 'customer', 'customers')}, ${hours} h lost.`,
  nothingDecided: 'No decision was taken.',
  putBefore: (day: string) => `Put before leaders from ${day} on`,
  quote: 'Customers said',
  written: (when: string) => `Written ${when}`,
  noAnswer: (names: string) => `No answer from ${names}.`
}

const nb: typeof en = {
  title: 'Det visste vi',
  intro:
    'Lim inn det noen har funnet ut: en revisjon, en undersøkelse, en konsulentrapport. Se siden når kundene våre har fortalt oss det, hvor ofte, og hva det har kostet. Teksten blir ikke tatt vare på.',
  text: 'Funnet',
  search: 'Søk',
  none: 'Ingenting slikt er hørt',
  noneHint: 'Enten er det nytt, eller så kaller vi det noe annet: prøv andre ord.',
  found: (count) => (count === 1 ? '1 tema sier det samme' : `${count} temaer sier det samme`),
  choose: 'Velg opptil fem til et notat på én side.',
  brief: 'Lag et notat',
  closest: 'Nærmest av alle',
  match: (share) => `${share} så nær som det nærmeste`,
  briefTitle: 'Hva vi allerede visste',
  summary: (day, learnings, people) =>
    `Hørt første gang ${day}. Siden da ${counted(learnings, 'melding', 'meldinger')} fra ${counted(people, 'person', 'personer')}.`,
  together: (shifts, customers, hours) =>
    `${counted(shifts, 'vakt', 'vakter')}, ${counted(customers, 'kunde', 'kunder')}, ${hours} t tapt.`,
  nothingDecided: 'Ingen avgjørelse ble tatt.',
  putBefore: (day) => `Lagt fram for ledere fra ${day}`,
  quote: 'Kundene sa',
  written: (when) => `Skrevet ${when}`,
  noAnswer: (names) => `Ikke noe svar fra ${names}.`
}

const sv: typeof en = {
  title: 'Det visste vi',
  intro:
    'Klistra in vad någon har kommit fram till: en revision, en undersökning, en konsultrapport. Se sedan när våra kunder har berättat det, hur ofta och vad det har kostat. Texten sparas inte.',
  text: 'Fyndet',
  search: 'Sök',
  none: 'Inget sådant har hörts',
  noneHint: 'Antingen är det nytt, eller så kallar vi det något annat: pröva andra ord.',
  found: (count) => (count === 1 ? '1 tema säger samma sak' : `${count} teman säger samma sak`),
  choose: 'Välj upp till fem till en promemoria på en sida.',
  brief: 'Gör en promemoria',
  closest: 'Närmast av alla',
  match: (share) => `${share} så nära som det närmaste`,
  briefTitle: 'Vad vi redan visste',
  summary: (day, learnings, people) =>
    `Hördes första gången ${day}. Sedan dess ${counted(learnings, 'rapport', 'rapporter')} från ${counted(people, 'person', 'personer')}.`,
  together: (shifts, customers, hours) =>
    `${shifts} pass, ${counted(customers, 'kund', 'kunder')}, ${hours} h förlorade.`,
  nothingDecided: 'Inget beslut fattades.',
  putBefore: (day) => `Lagt fram för ledare från ${day}`,
  quote: 'Kunderna sa',
  written: (when) => `Skrivet ${when}`,
  noAnswer: (names) => `Inget svar från ${names}.`
}

export const knownTexts = dictionary({ en, nb, sv })
