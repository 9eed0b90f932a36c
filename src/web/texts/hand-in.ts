import { dictionary } from './dictionary.ts'

const en = {
  learningsTitle: 'What did you hear?',
  learningsHint:
    'One point each, in under two minutes. What customers say on a shift counts only if it is told.',
  learningsNone: 'Nothing to hand in. After your next shift this is where it goes.',
  handIn: 'Hand in a learning',
  nothingNew: 'Nothing new',
  type: 'What kind of thing was it?',
  types: {
    bug: 'Bug',
    hard_to_use: 'Hard to use',
    missing: 'Missing',
    how_to: 'How-to',
    policy_or_process: 'Policy or process',
    praise: 'Praise',
    other: 'Other'
  },
  triedTo: 'What did the customer try to do?',
  obstacle: 'What stood in the way?',
  saysTheSame: 'Does one of these say the same?',
  noneOfThem: 'None of them',
  customerWords: 'In the customer’s own words',
  customerWordsHint: 'No names, addresses or numbers, please; link to the ticket instead.',
  timesThisShift: 'How many customers this shift?',
  minutesLost: 'Minutes it cost',
  ticketUrl: 'Link to the ticket',
  action: 'What did you do?',
  send: 'Hand in'
}

const nb: typeof en = {
  learningsTitle: 'Hva hørte du?',
  learningsHint:
    'Ett punkt om gangen, på under to minutter. Det kundene sier på en vakt, teller bare når det blir fortalt.',
  learningsNone: 'Ingenting å levere. Etter neste vakt leverer du her.',
  handIn: 'Lever en lærdom',
  nothingNew: 'Ikke noe nytt',
  type: 'Hva slags ting var det?',
  types: {
    bug: 'Feil',
    hard_to_use: 'Vanskelig å bruke',
    missing: 'Mangler',
    how_to: 'Hvordan gjør jeg',
    policy_or_process: 'Regel eller rutine',
    praise: 'Ros',
    other: 'Annet'
  },
  triedTo: 'Hva prøvde kunden å få til?',
  obstacle: 'Hva sto i veien?',
  saysTheSame: 'Sier et av disse det samme?',
  noneOfThem: 'Ingen av dem',
  customerWords: 'Med kundens egne ord',
  customerWordsHint: 'Ingen navn, adresser eller numre; lenk heller til saken.',
  timesThisShift: 'Hvor mange kunder på denne vakten?',
  minutesLost: 'Minutter det kostet',
  ticketUrl: 'Lenke til saken',
  action: 'Hva gjorde du?',
  send: 'Lever'
}

const sv: typeof en = {
  learningsTitle: 'Vad hörde du?',
  learningsHint:
    'En punkt i taget, på under två minuter. Det kunderna säger på ett pass räknas bara om det berättas.',
  learningsNone: 'Inget att lämna in. Efter nästa pass gör du det här.',
  handIn: 'Lämna in en lärdom',
  nothingNew: 'Inget nytt',
  type: 'Vad var det för slags sak?',
  types: {
    bug: 'Fel',
    hard_to_use: 'Svårt att använda',
    missing: 'Saknas',
    how_to: 'Hur gör man',
    policy_or_process: 'Regel eller rutin',
    praise: 'Beröm',
    other: 'Annat'
  },
  triedTo: 'Vad försökte kunden göra?',
  obstacle: 'Vad stod i vägen?',
  saysTheSame: 'Säger något av dessa detsamma?',
  noneOfThem: 'Inget av dem',
  customerWords: 'Med kundens egna ord',
  customerWordsHint: 'Inga namn, adresser eller nummer; länka hellre till ärendet.',
  timesThisShift: 'Hur många kunder på passet?',
  minutesLost: 'Minuter det kostade',
  ticketUrl: 'Länk till ärendet',
  action: 'Vad gjorde du?',
  send: 'Lämna in'
}

export const handInTexts = dictionary({ en, nb, sv })
