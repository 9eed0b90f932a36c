import { dictionary } from './dictionary.ts'

const en = {
  title: 'Participation of single people',
  intro:
    'No order but that of the alphabet, and no score. Everybody shown can see who looked, when and what for.',
  register: 'What single people are looked at for',
  registerHint: 'The register of control measures, open to everybody in the company.',
  noPurpose: 'No purpose is recorded',
  noPurposeHint:
    'HR sees single people once it is written down what for, on which ground, and with whom of the employees’ representatives it was discussed.',
  record: 'Record a purpose',
  purpose: 'Purpose',
  legalBasis: 'Legal ground',
  consulted: 'Who spoke for the employees',
  consultedOn: 'Discussed on',
  from: 'From',
  to: 'Until before',
  recordIt: 'Record',
  recorded: 'Recorded. Choose it to look.',
  end: 'End it now',
  ended: 'Ended; from now on nobody is shown for it.',
  endedOn: (day: string) => `ended on ${day}`,
  holds: (from: string, to: string) => `${from} until before ${to}`,
  lookFor: 'For which purpose',
  look: 'Show the people',
  purposeIs: (purpose: string) => `Shown for: ${purpose}`,
  ownTeams: 'The people of the teams you lead.',
  name: 'Name',
  noShows: 'No-shows',
  swaps: 'Given away',
  asked: 'Never asked',
  yes: 'yes',
  none: 'Nobody to show for these days',
  views: (name: string) => `Recorded by ${name}`
}

const nb: typeof en = {
  title: 'Enkeltpersoners deltakelse',
  intro:
    'Ingen annen rekkefølge enn alfabetets, og ingen poeng. Alle som vises, kan se hvem som så, når og til hva.',
  register: 'Hva enkeltpersoner blir sett på til',
  registerHint: 'Oversikten over kontrolltiltak, åpen for alle i firmaet.',
  noPurpose: 'Ingen hensikt er registrert',
  noPurposeHint:
    'HR ser enkeltpersoner når det er skrevet ned til hva, med hvilket grunnlag, og hvem av de tillitsvalgte det er drøftet med.',
  record: 'Registrer en hensikt',
  purpose: 'Hensikt',
  legalBasis: 'Rettslig grunnlag',
  consulted: 'Hvem som talte for de ansatte',
  consultedOn: 'Drøftet',
  from: 'Fra',
  to: 'Til før',
  recordIt: 'Registrer',
  recorded: 'Registrert. Velg den for å se.',
  end: 'Avslutt nå',
  ended: 'Avsluttet; fra nå av vises ingen for den.',
  endedOn: (day) => `avsluttet ${day}`,
  holds: (from, to) => `${from} til før ${to}`,
  lookFor: 'Til hvilken hensikt',
  look: 'Vis personene',
  purposeIs: (purpose) => `Vises til: ${purpose}`,
  ownTeams: 'Folk i teamene du leder.',
  name: 'Navn',
  noShows: 'Ikke møtt',
  swaps: 'Gitt bort',
  asked: 'Aldri spurt',
  yes: 'ja',
  none: 'Ingen å vise for disse dagene',
  views: (name) => `Registrert av ${name}`
}

const sv: typeof en = {
  title: 'Enskilda personers deltagande',
  intro:
    'Ingen annan ordning än alfabetets, och inga poäng. Alla som visas kan se vem som såg, när och till vad.',
  register: 'Vad enskilda personer blir sedda på för',
  registerHint: 'Förteckningen över kontrollåtgärder, öppen för alla i företaget.',
  noPurpose: 'Inget syfte är registrerat',
  noPurposeHint:
    'HR ser enskilda personer när det är nedskrivet till vad, på vilken grund, och med vem av de anställdas företrädare det har diskuterats.',
  record: 'Registrera ett syfte',
  purpose: 'Syfte',
  legalBasis: 'Rättslig grund',
  consulted: 'Vem som talade för de anställda',
  consultedOn: 'Diskuterat',
  from: 'Från',
  to: 'Till före',
  recordIt: 'Registrera',
  recorded: 'Registrerat. Välj det för att se.',
  end: 'Avsluta nu',
  ended: 'Avslutat; från och med nu visas ingen för det.',
  endedOn: (day) => `avslutat ${day}`,
  holds: (from, to) => `${from} till före ${to}`,
  lookFor: 'För vilket syfte',
  look: 'Visa personerna',
  purposeIs: (purpose) => `Visas för: ${purpose}`,
  ownTeams: 'Folket i de team du leder.',
  name: 'Namn',
  noShows: 'Uteblivna',
  swaps: 'Bortgivna',
  asked: 'Aldrig tillfrågad',
  yes: 'ja',
  none: 'Ingen att visa för de här dagarna',
  views: (name) => `Registrerat av ${name}`
}

export const peopleReportTexts = dictionary({ en, nb, sv })
