import { dictionary } from './dictionary.ts'

const en = {
  title: 'Jobs',
  intro: 'What runs by itself. A run that an outage missed is run late, once.',
  job: 'Job',
  next: 'Next run',
  last: 'Last run',
  state: 'State',
  never: 'never yet',
  fine: 'fine',
  running: 'running',
  late: (minutes: number) => `late by ${minutes} min`,
  failed: (count: number) => `failed ${count} times this week`,
  run: 'Run now',
  asked: 'Asked for. It begins within a minute.'
}

const nb: typeof en = {
  title: 'Jobber',
  intro: 'Det som går av seg selv. En kjøring som falt bort, blir kjørt sent, én gang.',
  job: 'Jobb',
  next: 'Neste kjøring',
  last: 'Forrige kjøring',
  state: 'Tilstand',
  never: 'aldri ennå',
  fine: 'i orden',
  running: 'kjører',
  late: (minutes) => `${minutes} min for sen`,
  failed: (count) => `mislyktes ${count} ganger denne uka`,
  run: 'Kjør nå',
  asked: 'Bedt om. Den begynner innen et minutt.'
}

const sv: typeof en = {
  title: 'Jobb',
  intro: 'Det som går av sig självt. En körning som föll bort körs sent, en gång.',
  job: 'Uppgift',
  next: 'Nästa körning',
  last: 'Senaste körning',
  state: 'Läge',
  never: 'aldrig än',
  fine: 'i ordning',
  running: 'körs',
  late: (minutes) => `${minutes} min sen`,
  failed: (count) => `misslyckades ${count} gånger den här veckan`,
  run: 'Kör nu',
  asked: 'Begärt. Den börjar inom en minut.'
}

export const jobTexts = dictionary({ en, nb, sv })
