import { dictionary } from './dictionary.ts'

const en = {
  showsGoal: 'Shows something for a goal',
  standsWithin: 'This stands within another theme:',
  undoMerge: 'Let it stand by itself again',
  decisions: 'Decisions',
  noDecisions: 'Nothing has been decided.',
  decide: 'Decide',
  decision: 'Decision',
  reason: 'Reason',
  reasonHint: 'Everybody who reported it reads it.',
  decideHint: 'Looking into it lets the clock run on; doing, done or declined stops it.',
  send: 'Decide',
  hearings: 'Before whom it was put',
  causes: {
    owner: 'owns it',
    reopened: 'reopened by new reports',
    lead: '14 days without a decision',
    leadership: '30 days without a decision',
    digest: 'in a digest'
  } as Record<string, string>,
  unanswered: 'no answer yet',
  answer: 'Your answer',
  answerHint: 'Words only; a decision alone stops the clock.',
  answerSend: 'Answer',
  gather: 'Gather',
  mergeInto: 'Merge into',
  mergeHint: 'Says the same as another theme: each reporter counts once, and it can be undone.',
  merge: 'Merge',
  newOwner: 'New owner',
  nameOwner: 'Hand over',
  themeTitle: 'What it is about, in a line',
  summary: 'In a few sentences',
  make: 'Make the theme'
}

const nb: typeof en = {
  showsGoal: 'Viser noe for et mål',
  standsWithin: 'Dette står under et annet tema:',
  undoMerge: 'La det stå for seg selv igjen',
  decisions: 'Avgjørelser',
  noDecisions: 'Ingenting er avgjort.',
  decide: 'Avgjør',
  decision: 'Avgjørelse',
  reason: 'Grunn',
  reasonHint: 'Alle som meldte det, leser den.',
  decideHint: 'Å se på det lar klokka gå; gjøres, gjort eller avslått stopper den.',
  send: 'Avgjør',
  hearings: 'Hvem det er lagt fram for',
  causes: {
    owner: 'eier det',
    reopened: 'åpnet på nytt av nye meldinger',
    lead: '14 dager uten avgjørelse',
    leadership: '30 dager uten avgjørelse',
    digest: 'i et sammendrag'
  },
  unanswered: 'ikke noe svar ennå',
  answer: 'Svaret ditt',
  answerHint: 'Bare ord; kun en avgjørelse stopper klokka.',
  answerSend: 'Svar',
  gather: 'Samle',
  mergeInto: 'Slå sammen med',
  mergeHint: 'Sier det samme som et annet tema: hver melder telles én gang, og det kan angres.',
  merge: 'Slå sammen',
  newOwner: 'Ny eier',
  nameOwner: 'Overlat',
  themeTitle: 'Hva det handler om, på én linje',
  summary: 'Med noen setninger',
  make: 'Lag temaet'
}

const sv: typeof en = {
  showsGoal: 'Visar något för ett mål',
  standsWithin: 'Detta står under ett annat tema:',
  undoMerge: 'Låt det stå för sig självt igen',
  decisions: 'Beslut',
  noDecisions: 'Inget har beslutats.',
  decide: 'Besluta',
  decision: 'Beslutet',
  reason: 'Skäl',
  reasonHint: 'Alla som rapporterade det läser det.',
  decideHint: 'Att undersöka låter klockan gå; görs, gjort eller avslaget stannar den.',
  send: 'Besluta',
  hearings: 'För vilka det har lagts fram',
  causes: {
    owner: 'äger det',
    reopened: 'öppnat igen av nya rapporter',
    lead: '14 dagar utan beslut',
    leadership: '30 dagar utan beslut',
    digest: 'i en sammanfattning'
  },
  unanswered: 'inget svar än',
  answer: 'Ditt svar',
  answerHint: 'Bara ord; endast ett beslut stannar klockan.',
  answerSend: 'Svara',
  gather: 'Samla',
  mergeInto: 'Slå ihop med',
  mergeHint: 'Säger samma sak som ett annat tema: varje rapportör räknas en gång, och det kan ångras.',
  merge: 'Slå ihop',
  newOwner: 'Ny ägare',
  nameOwner: 'Lämna över',
  themeTitle: 'Vad det handlar om, på en rad',
  summary: 'Med några meningar',
  make: 'Gör temat'
}

export const themeTexts = dictionary({ en, nb, sv })
