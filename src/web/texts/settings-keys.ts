import { dictionary } from './dictionary.ts'

const en = {
  intro: 'With a key a program acts as you: never more than you may, only within its scopes, until its end.',
  mine: 'Your keys',
  all: 'Everybody’s keys',
  none: 'No key yet',
  noneHint: 'Make one for each program, with as few scopes as it needs.',
  make: 'Make a key',
  name: 'What it is for',
  scopes: 'What it may',
  areas: {
    absences: 'Absences',
    activity: 'Activity of the help desk',
    hours: 'Hours',
    learnings: 'Learnings and themes',
    me: 'Myself',
    people: 'People and teams',
    planning: 'Rotations and plans',
    reports: 'Reports',
    seasons: 'Seasons',
    shifts: 'Shifts',
    swaps: 'Swaps'
  },
  read: 'read',
  write: 'write',
  ends: 'Last day',
  endsHint: 'A year at most.',
  endsOn: (day: string) => `until ${day}`,
  lastUsed: (when: string) => `last used ${when}`,
  neverUsed: 'never used',
  revoke: 'Revoke',
  revoked: 'Revoked, at once and everywhere.',
  more: (count: number) => `${count} more`,
  token: 'The key',
  tokenHint: 'It is shown this once. Programs send it as “Authorization: Bearer …”.'
}

const nb: typeof en = {
  intro:
    'Med en nøkkel handler et program som deg: aldri mer enn du får lov til, bare innenfor det den gjelder, til den utløper.',
  mine: 'Dine nøkler',
  all: 'Alles nøkler',
  none: 'Ingen nøkkel ennå',
  noneHint: 'Lag en for hvert program, med så lite som det trenger.',
  make: 'Lag en nøkkel',
  name: 'Hva den er til',
  scopes: 'Hva den får',
  areas: {
    absences: 'Fravær',
    activity: 'Aktivitet i kundestøtten',
    hours: 'Timer',
    learnings: 'Lærdommer og temaer',
    me: 'Meg selv',
    people: 'Folk og team',
    planning: 'Turnuser og planer',
    reports: 'Rapporter',
    seasons: 'Sesonger',
    shifts: 'Vakter',
    swaps: 'Bytter'
  },
  read: 'lese',
  write: 'skrive',
  ends: 'Siste dag',
  endsHint: 'Høyst et år.',
  endsOn: (day) => `til ${day}`,
  lastUsed: (when) => `sist brukt ${when}`,
  neverUsed: 'aldri brukt',
  revoke: 'Trekk tilbake',
  revoked: 'Trukket tilbake, straks og overalt.',
  more: (count) => `${count} til`,
  token: 'Nøkkelen',
  tokenHint: 'Den vises bare nå. Programmer sender den som «Authorization: Bearer …».'
}

const sv: typeof en = {
  intro:
    'Med en nyckel handlar ett program som du: aldrig mer än du får, bara inom det den gäller, tills den går ut.',
  mine: 'Dina nycklar',
  all: 'Allas nycklar',
  none: 'Ingen nyckel ännu',
  noneHint: 'Gör en för varje program, med så lite som det behöver.',
  make: 'Gör en nyckel',
  name: 'Vad den är till för',
  scopes: 'Vad den får',
  areas: {
    absences: 'Frånvaro',
    activity: 'Aktivitet i kundtjänsten',
    hours: 'Timmar',
    learnings: 'Lärdomar och teman',
    me: 'Mig själv',
    people: 'Människor och team',
    planning: 'Rotationer och planer',
    reports: 'Rapporter',
    seasons: 'Säsonger',
    shifts: 'Pass',
    swaps: 'Byten'
  },
  read: 'läsa',
  write: 'skriva',
  ends: 'Sista dagen',
  endsHint: 'Högst ett år.',
  endsOn: (day) => `till ${day}`,
  lastUsed: (when) => `senast använd ${when}`,
  neverUsed: 'aldrig använd',
  revoke: 'Dra tillbaka',
  revoked: 'Tillbakadragen, genast och överallt.',
  more: (count) => `${count} till`,
  token: 'Nyckeln',
  tokenHint: 'Den visas bara nu. Program skickar den som ”Authorization: Bearer …”.'
}

export const keyTexts = dictionary({ en, nb, sv })
