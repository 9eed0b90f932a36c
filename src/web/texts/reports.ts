import { counted, dictionary } from './dictionary.ts'

const en = {
  title: 'Participation',
  intro: 'Who takes part, and how much, beside what was due.',
  by: 'By',
  groupings: { team: 'team', site: 'site', level: 'level', tenure: 'tenure', track: 'track', period: 'time' },
  per: 'Each',
  pers: { week: 'week', month: 'month', quarter: 'quarter', season: 'season' },
  from: 'From',
  to: 'Until before',
  asOf: 'As it was known on',
  show: 'Show',
  people: 'People',
  tookPart: 'Took part',
  share: 'Share',
  due: 'Hours due',
  done: 'Hours done',
  balance: 'Balance',
  shifts: 'Shifts',
  learnings: 'Learnings',
  neverAsked: 'Never asked',
  group: 'Group',
  pictureShare: 'Share of people who took part',
  pictureHours: 'Hours due and done',
  few: 'Too few people to show without naming them.',
  none: 'Nothing to show for these days.',
  noteAll:
    'People count in the group they were in on the day. Groups and tracks of fewer than five in any of the calendar months are shown together, and not at all where they are still too few.',
  noteLeads: 'Only the people of the teams you lead.',
  asKnown: (when: string) => `As known ${when}`,
  fewGroup: 'Small groups together',
  tenure: (since: number, before: number | undefined) => {
    if (since === 0) return 'Under 1 year'
    return before === undefined
      ? `${counted(since, 'year', 'years')} or more`
      : `${since} to ${counted(before, 'year', 'years')}`
  },
  tracks: {
    live_contact: 'Live contact',
    review: 'Review',
    help_pages: 'Help pages',
    call_backs: 'Calling back'
  },
  more: (count: number) => `${count} more`,
  betweenSeasons: 'Outside of seasons',
  csv: 'CSV',
  xlsx: 'Spreadsheet'
}

const nb: typeof en = {
  title: 'Deltakelse',
  intro: 'Hvem som er med, og hvor mye, ved siden av det som var skyldig.',
  by: 'Etter',
  groupings: {
    team: 'team',
    site: 'sted',
    level: 'nivå',
    tenure: 'ansiennitet',
    track: 'spor',
    period: 'tid'
  },
  per: 'Hver',
  pers: { week: 'uke', month: 'måned', quarter: 'kvartal', season: 'sesong' },
  from: 'Fra',
  to: 'Til før',
  asOf: 'Slik det var kjent',
  show: 'Vis',
  people: 'Personer',
  tookPart: 'Var med',
  share: 'Andel',
  due: 'Timer skyldig',
  done: 'Timer gjort',
  balance: 'Saldo',
  shifts: 'Vakter',
  learnings: 'Lærdommer',
  neverAsked: 'Aldri spurt',
  group: 'Gruppe',
  pictureShare: 'Andel som var med',
  pictureHours: 'Timer skyldig og gjort',
  few: 'For få til å vises uten å nevne noen.',
  none: 'Ingenting å vise for disse dagene.',
  noteAll:
    'Folk teller i den gruppa de var i den dagen. Grupper og spor med under fem i en av kalendermånedene vises sammen, og ikke i det hele tatt der de fortsatt er for få.',
  noteLeads: 'Bare folk i teamene du leder.',
  asKnown: (when) => `Slik det var kjent ${when}`,
  fewGroup: 'Små grupper samlet',
  tenure: (since, before) => {
    if (since === 0) return 'Under 1 år'
    return before === undefined ? `${since} år eller mer` : `${since} til ${before} år`
  },
  tracks: {
    live_contact: 'Direkte kontakt',
    review: 'Gjennomgang',
    help_pages: 'Hjelpesider',
    call_backs: 'Ringe tilbake'
  },
  more: (count) => `${count} til`,
  betweenSeasons: 'Utenom sesongene',
  csv: 'CSV-fil',
  xlsx: 'Regneark'
}

const sv: typeof en = {
  title: 'Deltagande',
  intro: 'Vilka som deltar, och hur mycket, bredvid det som skulle göras.',
  by: 'Efter',
  groupings: {
    team: 'team',
    site: 'ort',
    level: 'nivå',
    tenure: 'anställningstid',
    track: 'spår',
    period: 'tid'
  },
  per: 'Varje',
  pers: { week: 'vecka', month: 'månad', quarter: 'kvartal', season: 'säsong' },
  from: 'Från',
  to: 'Till före',
  asOf: 'Som det var känt',
  show: 'Visa',
  people: 'Personer',
  tookPart: 'Deltog',
  share: 'Andel',
  due: 'Timmar att göra',
  done: 'Timmar gjorda',
  balance: 'Saldo',
  shifts: 'Pass',
  learnings: 'Lärdomar',
  neverAsked: 'Aldrig tillfrågade',
  group: 'Grupp',
  pictureShare: 'Andel som deltog',
  pictureHours: 'Timmar att göra och gjorda',
  few: 'För få för att visas utan att peka ut någon.',
  none: 'Inget att visa för de här dagarna.',
  noteAll:
    'Människor räknas i den grupp de var i den dagen. Grupper och spår med under fem i någon av kalendermånaderna visas tillsammans, och inte alls där de ändå är för få.',
  noteLeads: 'Bara människorna i teamen du leder.',
  asKnown: (when) => `Som det var känt ${when}`,
  fewGroup: 'Små grupper tillsammans',
  tenure: (since, before) => {
    if (since === 0) return 'Under 1 år'
    return before === undefined ? `${since} år eller mer` : `${since} till ${before} år`
  },
  tracks: {
    live_contact: 'Direktkontakt',
    review: 'Genomgång',
    help_pages: 'Hjälpsidor',
    call_backs: 'Ringa upp'
  },
  more: (count) => `${count} till`,
  betweenSeasons: 'Utanför säsongerna',
  csv: 'CSV-fil',
  xlsx: 'Kalkylblad'
}

export const reportTexts = dictionary({ en, nb, sv })
