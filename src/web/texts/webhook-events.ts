import type { FetchFailure } from '../../lib/outbound/ask-stranger.ts'
import type { WebhookEvent } from '../../words.ts'
import { dictionary } from './dictionary.ts'

interface Texts {
  events: Record<WebhookEvent | 'ping', string>
  /** Why something did not arrive. */
  failures: Record<FetchFailure | 'gone' | 'switched-off', string>
}

const en: Texts = {
  events: {
    ping: 'A test',
    'rotation.published': 'A plan is published',
    'publication.reverted': 'A plan is taken back',
    'seat.taken': 'An open seat is taken',
    'seat.taken-over': 'A seat is taken over on the day',
    'assignment.released': 'A seat is given up',
    'swap.proposed': 'A swap is proposed',
    'swap.accepted': 'A swap is accepted',
    'swap.declined': 'A swap is declined',
    'swap.withdrawn': 'A swap is withdrawn',
    'swap.carried-out': 'A swap is carried out',
    'swap.undone': 'A swap is undone',
    'swap.closed': 'A swap is closed',
    'hours.confirmed': 'Hours are confirmed',
    'hours.corrected': 'Hours are corrected',
    'hours.credited': 'Hours are credited',
    'learning.submitted': 'A learning is handed in',
    'theme.created': 'A theme is made',
    'theme.decided': 'A theme is decided'
  },
  failures: {
    'address-not-usable': 'the address cannot be used',
    'address-not-public': 'the address is not on the public internet',
    'name-not-known': 'nobody knows the name of the server',
    'no-answer': 'the server does not answer in time, or not securely',
    redirected: 'the server sends us elsewhere',
    refused: 'the server refuses it',
    'too-large': 'the answer is too large',
    gone: 'the server says that it is gone for good',
    'switched-off': 'the webhook was switched off'
  }
}

const nb: Texts = {
  events: {
    ping: 'En prøve',
    'rotation.published': 'En plan er publisert',
    'publication.reverted': 'En plan er trukket tilbake',
    'seat.taken': 'En ledig plass er tatt',
    'seat.taken-over': 'En plass er overtatt samme dag',
    'assignment.released': 'En plass er gitt opp',
    'swap.proposed': 'Et bytte er foreslått',
    'swap.accepted': 'Et bytte er godtatt',
    'swap.declined': 'Et bytte er avslått',
    'swap.withdrawn': 'Et bytte er trukket',
    'swap.carried-out': 'Et bytte er gjennomført',
    'swap.undone': 'Et bytte er angret',
    'swap.closed': 'Et bytte er lukket',
    'hours.confirmed': 'Timer er bekreftet',
    'hours.corrected': 'Timer er rettet',
    'hours.credited': 'Timer er godskrevet',
    'learning.submitted': 'En lærdom er levert',
    'theme.created': 'Et tema er laget',
    'theme.decided': 'Et tema er avgjort'
  },
  failures: {
    'address-not-usable': 'adressen kan ikke brukes',
    'address-not-public': 'adressen er ikke på det åpne nettet',
    'name-not-known': 'ingen kjenner navnet på serveren',
    'no-answer': 'serveren svarer ikke i tide, eller ikke sikkert',
    redirected: 'serveren sender oss videre',
    refused: 'serveren avviser den',
    'too-large': 'svaret er for stort',
    gone: 'serveren sier at den er borte for godt',
    'switched-off': 'webhooken ble slått av'
  }
}

const sv: Texts = {
  events: {
    ping: 'Ett prov',
    'rotation.published': 'En plan är publicerad',
    'publication.reverted': 'En plan är återtagen',
    'seat.taken': 'En ledig plats är tagen',
    'seat.taken-over': 'En plats är övertagen samma dag',
    'assignment.released': 'En plats är lämnad',
    'swap.proposed': 'Ett byte är föreslaget',
    'swap.accepted': 'Ett byte är godtaget',
    'swap.declined': 'Ett byte är avböjt',
    'swap.withdrawn': 'Ett byte är återtaget',
    'swap.carried-out': 'Ett byte är genomfört',
    'swap.undone': 'Ett byte är ångrat',
    'swap.closed': 'Ett byte är stängt',
    'hours.confirmed': 'Timmar är bekräftade',
    'hours.corrected': 'Timmar är rättade',
    'hours.credited': 'Timmar är tillgodoskrivna',
    'learning.submitted': 'En lärdom är inlämnad',
    'theme.created': 'Ett tema är skapat',
    'theme.decided': 'Ett tema är avgjort'
  },
  failures: {
    'address-not-usable': 'adressen går inte att använda',
    'address-not-public': 'adressen finns inte på det öppna nätet',
    'name-not-known': 'ingen känner till serverns namn',
    'no-answer': 'servern svarar inte i tid, eller inte säkert',
    redirected: 'servern skickar oss vidare',
    refused: 'servern avvisar det',
    'too-large': 'svaret är för stort',
    gone: 'servern säger att den är borta för gott',
    'switched-off': 'webhooken stängdes av'
  }
}

export const webhookEventTexts = dictionary({ en, nb, sv })
