import { dictionary } from './dictionary.ts'

const en = {
  isOff: 'Slack is not set up. It takes five minutes; everything works without it as well.',
  isOn: 'Slack is set up.',
  state: 'Who is known there',
  stateHint: 'People are found by their e-mail address, within minutes.',
  linked: 'Known in Slack',
  missing: 'Not found',
  waiting: 'Not looked up yet',
  messages: 'What became of each message',
  failures: 'What goes wrong at present',
  failed: (job: string, when: string) => `${job}, ${when}`,
  jobs: 'All jobs',
  channels: 'Channels that hear who is on',
  channelsHint: 'One message each day, changed as the day changes.',
  noChannels: 'No rotation has a channel yet. Invite the app to one, and write its id into the rotation.',
  lastPost: 'Last message',
  never: 'none yet',
  changed: (when: string) => `changed ${when}`,
  invite: 'The app is not in this channel: write /invite @Lyttepost there.',
  noSuchChannel: 'The app knows no such channel: look at the id, or invite the app.',
  archived: 'This channel is archived: choose another one.',
  silent: 'Rotations without a channel',
  addChannel: 'Choose a channel',
  notFound: (count: number) =>
    count === 1 ? 'One person is not found in Slack' : `${count} people are not found in Slack`,
  notFoundHint:
    'Nobody in Slack has their address. They get everything by e-mail; they are looked for every hour.',
  person: 'Person',
  address: 'Address',
  lookedUp: 'Looked up',
  steps: 'How to set it up',
  step1: 'On api.slack.com/apps choose Create New App, From a manifest, your workspace, and paste this:',
  manifest: 'Manifest of the app',
  step2: 'Choose Install to Workspace.',
  step3:
    'Set SLACK_BOT_TOKEN to the Bot User OAuth Token (under OAuth & Permissions) and SLACK_SIGNING_SECRET to the Signing Secret (under Basic Information), and restart.',
  step4:
    'For a channel that hears every day who is on: invite the app to it and write its id into the rotation.',
  reachable: (address: string) =>
    `Slack must reach ${address} from the internet, by https. If that is not your address, set PUBLIC_URL.`
}

const nb: typeof en = {
  isOff: 'Slack er ikke satt opp. Det tar fem minutter; alt virker også uten.',
  isOn: 'Slack er satt opp.',
  state: 'Hvem som er kjent der',
  stateHint: 'Folk finnes på e-postadressen sin, innen noen minutter.',
  linked: 'Kjent i Slack',
  missing: 'Ikke funnet',
  waiting: 'Ikke slått opp ennå',
  messages: 'Hva som ble av hver melding',
  failures: 'Hva som går galt nå',
  failed: (job, when) => `${job}, ${when}`,
  jobs: 'Alle jobber',
  channels: 'Kanaler som får vite hvem som er på vakt',
  channelsHint: 'Én melding hver dag, som endres når dagen endres.',
  noChannels: 'Ingen turnus har en kanal ennå. Inviter appen til en, og skriv id-en dens i turnusen.',
  lastPost: 'Siste melding',
  never: 'ingen ennå',
  changed: (when) => `endret ${when}`,
  invite: 'Appen er ikke i denne kanalen: skriv /invite @Lyttepost der.',
  noSuchChannel: 'Appen kjenner ingen slik kanal: se på id-en, eller inviter appen.',
  archived: 'Denne kanalen er arkivert: velg en annen.',
  silent: 'Turnuser uten kanal',
  addChannel: 'Velg en kanal',
  notFound: (count) =>
    count === 1 ? 'Én person finnes ikke i Slack' : `${count} personer finnes ikke i Slack`,
  notFoundHint: 'Ingen i Slack har adressen deres. De får alt på e-post; det letes etter dem hver time.',
  person: 'Person',
  address: 'Adresse',
  lookedUp: 'Slått opp',
  steps: 'Slik settes det opp',
  step1:
    'På api.slack.com/apps velger du Create New App, From a manifest, arbeidsområdet ditt, og limer inn dette:',
  manifest: 'Manifest for appen',
  step2: 'Velg Install to Workspace.',
  step3:
    'Sett SLACK_BOT_TOKEN til Bot User OAuth Token (under OAuth & Permissions) og SLACK_SIGNING_SECRET til Signing Secret (under Basic Information), og start på nytt.',
  step4:
    'For en kanal som hver dag får vite hvem som er på vakt: inviter appen dit og skriv id-en dens i turnusen.',
  reachable: (address) =>
    `Slack må nå ${address} fra internett, med https. Er det ikke adressen deres, sett PUBLIC_URL.`
}

const sv: typeof en = {
  isOff: 'Slack är inte inställt. Det tar fem minuter; allt fungerar utan det också.',
  isOn: 'Slack är inställt.',
  state: 'Vilka som är kända där',
  stateHint: 'Människor hittas på sin e-postadress, inom några minuter.',
  linked: 'Kända i Slack',
  missing: 'Inte hittade',
  waiting: 'Inte uppslagna än',
  messages: 'Vad som blev av varje meddelande',
  failures: 'Vad som går fel just nu',
  failed: (job, when) => `${job}, ${when}`,
  jobs: 'Alla jobb',
  channels: 'Kanaler som får veta vem som är i tjänst',
  channelsHint: 'Ett meddelande varje dag, som ändras när dagen ändras.',
  noChannels: 'Ingen rotation har en kanal än. Bjud in appen till en och skriv dess id i rotationen.',
  lastPost: 'Senaste meddelande',
  never: 'inget än',
  changed: (when) => `ändrat ${when}`,
  invite: 'Appen är inte i den här kanalen: skriv /invite @Lyttepost där.',
  noSuchChannel: 'Appen känner ingen sådan kanal: se på id:t, eller bjud in appen.',
  archived: 'Den här kanalen är arkiverad: välj en annan.',
  silent: 'Rotationer utan kanal',
  addChannel: 'Välj en kanal',
  notFound: (count) =>
    count === 1 ? 'En person hittas inte i Slack' : `${count} personer hittas inte i Slack`,
  notFoundHint: 'Ingen i Slack har deras adress. De får allt med e-post; de söks varje timme.',
  person: 'Person',
  address: 'Adress',
  lookedUp: 'Uppslagen',
  steps: 'Så ställs det in',
  step1:
    'På api.slack.com/apps väljer du Create New App, From a manifest, din arbetsyta, och klistrar in detta:',
  manifest: 'Manifest för appen',
  step2: 'Välj Install to Workspace.',
  step3:
    'Sätt SLACK_BOT_TOKEN till Bot User OAuth Token (under OAuth & Permissions) och SLACK_SIGNING_SECRET till Signing Secret (under Basic Information), och starta om.',
  step4:
    'För en kanal som varje dag får veta vem som är i tjänst: bjud in appen dit och skriv dess id i rotationen.',
  reachable: (address) =>
    `Slack måste nå ${address} från internet, med https. Är det inte er adress, sätt PUBLIC_URL.`
}

export const slackTexts = dictionary({ en, nb, sv })
