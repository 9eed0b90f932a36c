import { dictionary } from './dictionary.ts'

const en = {
  title: 'What is held about me',
  intro: 'Who looked at your hours and participation, and everything that Lyttepost knows of you.',
  views: 'Who looked',
  viewsHint: 'Your own looks are not listed, nor reports of five people and more together.',
  none: 'Nobody has looked at you by yourself.',
  what: {
    participation: 'your participation',
    hours: 'your hours',
    export: 'everything held about you'
  } as Record<string, string>,
  looked: (what: string) => `Looked at ${what}`,
  system: 'Lyttepost itself',
  purpose: (purpose: string) => `for: ${purpose}`,
  copy: 'A copy of everything',
  copyHint:
    'A file with each row that is yours, who looked, and what was done to you and by you. It is meant for programs, but can be read.',
  download: 'Download (JSON)'
}

const nb: typeof en = {
  title: 'Hva som er lagret om meg',
  intro: 'Hvem som har sett på timene og deltakelsen din, og alt Lyttepost vet om deg.',
  views: 'Hvem som har sett',
  viewsHint: 'Det du selv har sett på, står ikke her, og heller ikke rapporter om fem eller flere sammen.',
  none: 'Ingen har sett på deg alene.',
  what: { participation: 'deltakelsen din', hours: 'timene dine', export: 'alt som er lagret om deg' },
  looked: (what) => `Så på ${what}`,
  system: 'Lyttepost selv',
  purpose: (purpose) => `formål: ${purpose}`,
  copy: 'En kopi av alt',
  copyHint:
    'En fil med hver rad som er din, hvem som har sett, og hva som er gjort med deg og av deg. Den er laget for programmer, men kan leses.',
  download: 'Last ned (JSON)'
}

const sv: typeof en = {
  title: 'Vad som är sparat om mig',
  intro: 'Vem som har tittat på dina timmar och ditt deltagande, och allt Lyttepost vet om dig.',
  views: 'Vem som har tittat',
  viewsHint:
    'Det du själv har tittat på står inte här, och inte heller rapporter om fem eller fler tillsammans.',
  none: 'Ingen har tittat på dig ensam.',
  what: { participation: 'ditt deltagande', hours: 'dina timmar', export: 'allt som är sparat om dig' },
  looked: (what) => `Tittade på ${what}`,
  system: 'Lyttepost självt',
  purpose: (purpose) => `ändamål: ${purpose}`,
  copy: 'En kopia av allt',
  copyHint:
    'En fil med varje rad som är din, vem som har tittat, och vad som har gjorts med dig och av dig. Den är gjord för program, men går att läsa.',
  download: 'Ladda ner (JSON)'
}

export const myDataTexts = dictionary({ en, nb, sv })
