import type { NoticeGroup } from '../../notices/kinds.ts'
import { dictionary } from './dictionary.ts'

const en = {
  title: 'What comes how',
  intro: 'Everything is in your inbox. What comes beside it you choose here.',
  back: 'Inbox',
  byMail: 'By e-mail',
  bothWays: 'By e-mail and Slack',
  mail: 'E-mail',
  slack: 'Slack',
  notLinked:
    'Nobody in Slack has your address, so nothing comes there yet. Ask an administrator if that is wrong.',
  byWhich:
    'Usually Slack brings what waits for you or is soon, and e-mail the rest. What Slack does not take comes by e-mail.',
  modes: { at_once: 'at once', digest: 'in a digest at 08:00', inbox: 'never' },
  groups: {
    schedule: 'Your schedule',
    reminders: 'Reminders of shifts',
    swaps: 'Swaps',
    seats: 'Open seats',
    no_shows: 'Missed shifts',
    exemptions: 'Exemptions',
    hours: 'Hours',
    quotas: 'How much you owe',
    learnings: 'Handing in what you heard',
    themes: 'Themes and their answers',
    digests: 'Digests of learnings',
    leadership: 'Seasons and leadership',
    alarms: 'Alarms for administrators',
    team: 'Your team'
  } satisfies Record<NoticeGroup, string>,
  quietTitle: 'When not to be disturbed',
  isQuiet: 'Only what is urgent comes between these hours',
  from: 'From',
  to: 'To',
  save: 'Save',
  saved: 'Saved. It holds from the next notice on.'
}

const nb: typeof en = {
  title: 'Hva som kommer hvordan',
  intro: 'Alt ligger i innboksen din. Hva som kommer i tillegg, velger du her.',
  back: 'Innboks',
  byMail: 'På e-post',
  bothWays: 'På e-post og Slack',
  mail: 'E-post',
  slack: 'Slack',
  notLinked:
    'Ingen i Slack har adressen din, så ingenting kommer dit ennå. Spør en administrator om det er feil.',
  byWhich:
    'Vanligvis kommer det som venter på deg eller er nært forestående, på Slack, og resten på e-post. Det Slack ikke tar imot, kommer på e-post.',
  modes: { at_once: 'med en gang', digest: 'i en oversikt kl. 08:00', inbox: 'aldri' },
  groups: {
    schedule: 'Vaktplanen din',
    reminders: 'Påminnelser om vakter',
    swaps: 'Bytter',
    seats: 'Ledige plasser',
    no_shows: 'Vakter noen savnet deg på',
    exemptions: 'Fritak',
    hours: 'Timer',
    quotas: 'Hvor mye du skylder',
    learnings: 'Å levere det du hørte',
    themes: 'Temaer og svar på dem',
    digests: 'Oversikter over lærdommer',
    leadership: 'Sesonger og ledelse',
    alarms: 'Alarmer til administratorer',
    team: 'Teamet ditt'
  },
  quietTitle: 'Når du ikke vil forstyrres',
  isQuiet: 'Bare det som haster, kommer mellom disse timene',
  from: 'Fra',
  to: 'Til',
  save: 'Lagre',
  saved: 'Lagret. Det gjelder fra neste varsel.'
}

const sv: typeof en = {
  title: 'Vad som kommer hur',
  intro: 'Allt finns i din inkorg. Vad som kommer utöver det väljer du här.',
  back: 'Inkorg',
  byMail: 'Med e-post',
  bothWays: 'Med e-post och i Slack',
  mail: 'E-post',
  slack: 'Slack',
  notLinked: 'Ingen i Slack har din adress, så inget kommer dit än. Fråga en administratör om det är fel.',
  byWhich:
    'Vanligtvis kommer det som väntar på dig eller är nära på Slack och resten med e-post. Det Slack inte tar emot kommer med e-post.',
  modes: { at_once: 'genast', digest: 'i en översikt kl. 08:00', inbox: 'aldrig' },
  groups: {
    schedule: 'Ditt schema',
    reminders: 'Påminnelser om pass',
    swaps: 'Byten',
    seats: 'Lediga platser',
    no_shows: 'Pass där någon saknade dig',
    exemptions: 'Undantag',
    hours: 'Timmar',
    quotas: 'Hur mycket du är skyldig',
    learnings: 'Att lämna in det du hörde',
    themes: 'Teman och svar på dem',
    digests: 'Översikter av lärdomar',
    leadership: 'Säsonger och ledning',
    alarms: 'Larm till administratörer',
    team: 'Ditt team'
  },
  quietTitle: 'När du inte vill bli störd',
  isQuiet: 'Bara det som brådskar kommer mellan de här timmarna',
  from: 'Från',
  to: 'Till',
  save: 'Spara',
  saved: 'Sparat. Det gäller från nästa meddelande.'
}

export const noticeSettingsTexts = dictionary({ en, nb, sv })
