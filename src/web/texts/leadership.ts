import { dictionary } from './dictionary.ts'

const en = {
  title: 'Leadership',
  intro:
    'What customers have been saying for thirty days or more without a decision. Time alone puts a theme here; a decision alone takes it off.',
  waiting: (count: number) => (count === 1 ? '1 theme waits' : `${count} themes wait`),
  cost: (hours: string) => `Together they have cost ${hours} h of people’s time so far.`,
  none: 'Nothing waits',
  noneHint: 'Every theme has been decided within thirty days.',
  decide: 'Read and decide',
  look: 'Read',
  rest: 'And these',
  since: (day: string) => `since ${day}`,
  leaders: 'Executives and leads',
  everybody: 'Everybody',
  participation: 'Do we listen ourselves?',
  participationHint: 'Hours done of hours due this quarter; never of single people.',
  share: 'Done',
  group: 'Group',
  withheld: 'Too few people to show without naming them.',
  tookPart: (some: number, all: number) => `${some} of ${all} took part`,
  overrides: 'Published without leaders',
  override: (name: string, leaders: number) =>
    leaders === 1 ? `${name}: 1 leader had no shift` : `${name}: ${leaders} leaders had no shift`,
  noOverrides: 'Every publication of this quarter had its leaders in it.'
}

const nb: typeof en = {
  title: 'Ledelsen',
  intro:
    'Hva kundene har sagt i tretti dager eller mer uten en avgjørelse. Bare tiden setter et tema hit; bare en avgjørelse tar det bort.',
  waiting: (count) => (count === 1 ? '1 tema venter' : `${count} temaer venter`),
  cost: (hours) => `Sammen har de kostet ${hours} t av folks tid så langt.`,
  none: 'Ingenting venter',
  noneHint: 'Hvert tema er avgjort innen tretti dager.',
  decide: 'Les og avgjør',
  look: 'Les',
  rest: 'Og disse',
  since: (day) => `siden ${day}`,
  leaders: 'Toppledere og ledere',
  everybody: 'Alle',
  participation: 'Lytter vi selv?',
  participationHint: 'Timer gjort av timer skyldig dette kvartalet; aldri for enkeltpersoner.',
  share: 'Gjort',
  group: 'Gruppe',
  withheld: 'For få til å vises uten å nevne noen.',
  tookPart: (some, all) => `${some} av ${all} var med`,
  overrides: 'Kunngjort uten ledere',
  override: (name, leaders) =>
    leaders === 1 ? `${name}: 1 leder hadde ingen vakt` : `${name}: ${leaders} ledere hadde ingen vakt`,
  noOverrides: 'Alt som ble kunngjort dette kvartalet, hadde lederne med.'
}

const sv: typeof en = {
  title: 'Ledningen',
  intro:
    'Vad kunderna har sagt i trettio dagar eller mer utan beslut. Bara tiden sätter ett tema här; bara ett beslut tar bort det.',
  waiting: (count) => (count === 1 ? '1 tema väntar' : `${count} teman väntar`),
  cost: (hours) => `Tillsammans har de kostat ${hours} h av människors tid hittills.`,
  none: 'Inget väntar',
  noneHint: 'Varje tema är beslutat inom trettio dagar.',
  decide: 'Läs och besluta',
  look: 'Läs',
  rest: 'Och dessa',
  since: (day) => `sedan ${day}`,
  leaders: 'Företagsledning och ledare',
  everybody: 'Alla',
  participation: 'Lyssnar vi själva?',
  participationHint: 'Timmar gjorda av timmar att göra detta kvartal; aldrig för enskilda.',
  share: 'Gjort',
  group: 'Grupp',
  withheld: 'För få för att visas utan att peka ut någon.',
  tookPart: (some, all) => `${some} av ${all} deltog`,
  overrides: 'Publicerat utan ledare',
  override: (name, leaders) =>
    leaders === 1 ? `${name}: 1 ledare hade inget pass` : `${name}: ${leaders} ledare hade inget pass`,
  noOverrides: 'Allt som publicerades detta kvartal hade ledarna med.'
}

export const leadershipTexts = dictionary({ en, nb, sv })
