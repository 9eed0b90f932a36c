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
  failed: (count: number) => (count === 1 ? 'failed once this week' : `failed ${count} times this week`),
  run: 'Run now',
  asked: 'Asked for. It begins within a minute.',
  groups: {
    telling: 'Telling people',
    beside: 'Slack, webhooks and calendars',
    keeping: 'People, hours and periods',
    sums: 'Figures kept ready for pages',
    forgetting: 'Forgetting what is old'
  },
  allFine: (jobs: number) => (jobs === 1 ? '1 job, all fine' : `${jobs} jobs, all fine`),
  troubled: (jobs: number, of: number) => `${jobs} of ${of} need a look`
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
  failed: (count) => (count === 1 ? 'mislyktes én gang denne uka' : `mislyktes ${count} ganger denne uka`),
  run: 'Kjør nå',
  asked: 'Bedt om. Den begynner innen et minutt.',
  groups: {
    telling: 'Si fra til folk',
    beside: 'Slack, webhooks og kalendere',
    keeping: 'Folk, timer og perioder',
    sums: 'Tall som holdes klare for sidene',
    forgetting: 'Glemme det gamle'
  },
  allFine: (jobs) => (jobs === 1 ? '1 jobb, i orden' : `${jobs} jobber, alle i orden`),
  troubled: (jobs, of) => `${jobs} av ${of} bør ses på`
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
  failed: (count) =>
    count === 1 ? 'misslyckades en gång den här veckan' : `misslyckades ${count} gånger den här veckan`,
  run: 'Kör nu',
  asked: 'Begärt. Den börjar inom en minut.',
  groups: {
    telling: 'Säga till folk',
    beside: 'Slack, webhooks och kalendrar',
    keeping: 'Personer, timmar och perioder',
    sums: 'Siffror som hålls redo för sidorna',
    forgetting: 'Glömma det gamla'
  },
  allFine: (jobs) => `${jobs} jobb, alla i ordning`,
  troubled: (jobs, of) => `${jobs} av ${of} behöver ses över`
}

export const jobTexts = dictionary({ en, nb, sv })
