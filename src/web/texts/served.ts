import { dictionary } from './dictionary.ts'

const en = {
  title: 'How did it go?',
  backToShift: 'The shift',
  intro:
    'One tap per customer. What you say is counted together with everybody’s, never shown with your name.',
  before: 'This shift has not begun. Come back when you have met the first customer.',
  closed: (day: string) => `It could be said until ${day}. This is what you said.`,
  until: (day: string) => `You can say so until ${day}.`,
  question: 'Was this customer well served?',
  answers: { yes: 'Yes', no: 'No', unsure: 'Not sure' },
  soFar: 'So far',
  cases: 'Customers',
  undoLast: (answer: string) => `Take back the last one: ${answer}`,
  none: 'None yet.',
  allAtOnce: 'Say all of them at once',
  allAtOnceHint: 'For when tapping was too much. These numbers stand in for what you tapped on this shift.',
  counted: 'You gave counts for the whole shift. Change them here.',
  saveCounts: 'Save the counts',
  mood: 'How do you feel after this shift?',
  moodHint: 'Yours alone: others only see means of five people or more.',
  moodLater: 'How you feel is asked once the shift is over.',
  moods: { 1: 'Drained', 2: 'Low', 3: 'Okay', 4: 'Good', 5: 'Great' },
  thanksTap: 'Counted.',
  thanksBack: 'Taken back.',
  thanksCounts: 'The counts stand.',
  thanksMood: 'Thank you for saying so.',
  todayHint: 'One tap per customer, one for yourself.',
  sayIt: 'Say it'
}

const nb: typeof en = {
  title: 'Hvordan gikk det?',
  backToShift: 'Vakten',
  intro: 'Ett trykk per kunde. Det du sier, telles sammen med alles og vises aldri med navnet ditt.',
  before: 'Vakten har ikke begynt. Kom tilbake når du har møtt den første kunden.',
  closed: (day) => `Det kunne sies til ${day}. Dette sa du.`,
  until: (day) => `Du kan si det til ${day}.`,
  question: 'Fikk denne kunden god hjelp?',
  answers: { yes: 'Ja', no: 'Nei', unsure: 'Usikker' },
  soFar: 'Så langt',
  cases: 'Kunder',
  undoLast: (answer) => `Ta tilbake den siste: ${answer}`,
  none: 'Ingen ennå.',
  allAtOnce: 'Si alle på én gang',
  allAtOnceHint:
    'For når det ble for mye å trykke. Tallene trer i stedet for det du har trykket på denne vakten.',
  counted: 'Du har gitt tall for hele vakten. Endre dem her.',
  saveCounts: 'Lagre tallene',
  mood: 'Hvordan har du det etter denne vakten?',
  moodHint: 'Bare ditt: andre ser bare gjennomsnitt av fem personer eller flere.',
  moodLater: 'Hvordan du har det, spørres det om når vakten er over.',
  moods: { 1: 'Tappet', 2: 'Nedfor', 3: 'Greit', 4: 'Bra', 5: 'Topp' },
  thanksTap: 'Talt.',
  thanksBack: 'Tatt tilbake.',
  thanksCounts: 'Tallene gjelder.',
  thanksMood: 'Takk for at du sa det.',
  todayHint: 'Ett trykk per kunde, ett for deg selv.',
  sayIt: 'Si det'
}

const sv: typeof en = {
  title: 'Hur gick det?',
  backToShift: 'Passet',
  intro: 'Ett tryck per kund. Det du säger räknas ihop med allas och visas aldrig med ditt namn.',
  before: 'Passet har inte börjat. Kom tillbaka när du har mött den första kunden.',
  closed: (day) => `Det kunde sägas till ${day}. Det här sa du.`,
  until: (day) => `Du kan säga det till ${day}.`,
  question: 'Fick den här kunden bra hjälp?',
  answers: { yes: 'Ja', no: 'Nej', unsure: 'Osäker' },
  soFar: 'Hittills',
  cases: 'Kunder',
  undoLast: (answer) => `Ta tillbaka den senaste: ${answer}`,
  none: 'Ingen ännu.',
  allAtOnce: 'Säg alla på en gång',
  allAtOnceHint:
    'För när det blev för mycket att trycka. Siffrorna ersätter det du har tryckt på det här passet.',
  counted: 'Du har gett siffror för hela passet. Ändra dem här.',
  saveCounts: 'Spara siffrorna',
  mood: 'Hur mår du efter det här passet?',
  moodHint: 'Bara ditt: andra ser bara medelvärden av fem personer eller fler.',
  moodLater: 'Hur du mår frågas när passet är över.',
  moods: { 1: 'Tömd', 2: 'Nere', 3: 'Okej', 4: 'Bra', 5: 'Toppen' },
  thanksTap: 'Räknat.',
  thanksBack: 'Tillbakataget.',
  thanksCounts: 'Siffrorna gäller.',
  thanksMood: 'Tack för att du sa det.',
  todayHint: 'Ett tryck per kund, ett för dig själv.',
  sayIt: 'Säg det'
}

export const servedTexts = dictionary({ en, nb, sv })
