import { dictionary } from './dictionary.ts'

const en = {
  waiting: 'Waiting for a decision',
  noneWaiting: 'Nobody waits for a decision.',
  all: 'Granted and past',
  none: 'Nobody is exempt.',
  approve: 'Approve',
  refuse: 'Refuse',
  refusal: 'Why not',
  refusalHint: 'The person reads it.',
  withdraw: 'Withdraw',
  approvedBy: (names: string) => `Approved by ${names}; somebody else’s yes is still missing.`,
  said: (why: string) => `Refused: ${why}`,
  ask: 'Ask for somebody',
  askHint:
    'They owe nothing on these days, 26 weeks at most. Above a tenth of a team, lead and HR must both agree.',
  person: 'Person',
  from: 'From',
  to: 'First day that counts again',
  reason: 'Reason',
  note: 'A note for those who decide',
  send: 'Ask',
  reasons: {
    health: 'health',
    caring: 'caring for somebody',
    parental: 'a child',
    workload: 'workload',
    role: 'their role',
    other: 'something else',
    personal: 'personal'
  },
  states: { asked: 'asked', granted: 'granted', refused: 'refused', withdrawn: 'withdrawn' },
  approvedTold: 'Approved. Where it takes another yes, it waits for that.',
  refusedTold: 'Refused. The person is told why.',
  withdrawnTold: 'Withdrawn.',
  askedTold: 'Asked for. Those who decide are told.'
}

const nb: typeof en = {
  waiting: 'Venter på en avgjørelse',
  noneWaiting: 'Ingen venter på en avgjørelse.',
  all: 'Gitt og tidligere',
  none: 'Ingen har fritak.',
  approve: 'Godkjenn',
  refuse: 'Avslå',
  refusal: 'Hvorfor ikke',
  refusalHint: 'Personen leser det.',
  withdraw: 'Trekk tilbake',
  approvedBy: (names) => `Godkjent av ${names}; noen andre må også si ja.`,
  said: (why) => `Avslått: ${why}`,
  ask: 'Be om det for noen',
  askHint:
    'De skylder ingenting disse dagene, høyst 26 uker. Over en tidel av et team må både leder og HR si ja.',
  person: 'Person',
  from: 'Fra',
  to: 'Første dag som teller igjen',
  reason: 'Grunn',
  note: 'Et ord til dem som avgjør',
  send: 'Be om det',
  reasons: {
    health: 'helse',
    caring: 'omsorg for noen',
    parental: 'et barn',
    workload: 'arbeidsmengde',
    role: 'rollen',
    other: 'noe annet',
    personal: 'personlig'
  },
  states: { asked: 'bedt om', granted: 'gitt', refused: 'avslått', withdrawn: 'trukket tilbake' },
  approvedTold: 'Godkjent. Der det trengs et ja til, venter det på det.',
  refusedTold: 'Avslått. Personen får vite hvorfor.',
  withdrawnTold: 'Trukket tilbake.',
  askedTold: 'Bedt om. De som avgjør, får vite det.'
}

const sv: typeof en = {
  waiting: 'Väntar på beslut',
  noneWaiting: 'Ingen väntar på beslut.',
  all: 'Beviljade och tidigare',
  none: 'Ingen är undantagen.',
  approve: 'Bevilja',
  refuse: 'Avslå',
  refusal: 'Varför inte',
  refusalHint: 'Personen läser det.',
  withdraw: 'Dra tillbaka',
  approvedBy: (names) => `Beviljat av ${names}; någon annan måste också säga ja.`,
  said: (why) => `Avslaget: ${why}`,
  ask: 'Be om det för någon',
  askHint:
    'De är inte skyldiga något de här dagarna, högst 26 veckor. Över en tiondel av ett team måste både ledare och HR säga ja.',
  person: 'Namn',
  from: 'Från',
  to: 'Första dagen som räknas igen',
  reason: 'Skäl',
  note: 'Ett ord till dem som beslutar',
  send: 'Be om det',
  reasons: {
    health: 'hälsa',
    caring: 'omsorg om någon',
    parental: 'ett barn',
    workload: 'arbetsbörda',
    role: 'rollen',
    other: 'något annat',
    personal: 'personligt'
  },
  states: { asked: 'begärt', granted: 'beviljat', refused: 'avslaget', withdrawn: 'tillbakadraget' },
  approvedTold: 'Beviljat. Där det krävs ett ja till väntar det på det.',
  refusedTold: 'Avslaget. Personen får veta varför.',
  withdrawnTold: 'Tillbakadraget.',
  askedTold: 'Begärt. De som beslutar får veta det.'
}

export const exemptionTexts = dictionary({ en, nb, sv })
