import { counted, dictionary } from './dictionary.ts'

const en = {
  title: 'Five steps to the first rotation',
  intro: 'From a list of people to shifts that everybody knows of. Each step can be done again later.',
  step: (number: number) => `Step ${number}`,
  done: 'done',
  people: 'Bring in your people',
  peopleHint: 'A CSV file with a line for each person. You see what would happen before anything is written.',
  peopleDone: (count: string) => (count === '1' ? '1 person is here.' : `${count} people are here.`),
  hosts: 'Name the hosts',
  hostsHint:
    'Somebody who knows support sits on every shift, and newcomers never sit alone. Mark hosts on their page.',
  hostsDone: (names: string) => `Hosts: ${names}`,
  quota: 'Say what people owe',
  quotaHint: 'Our default is four hours in four weeks for a full-time person. Change it if you like.',
  quotaDone: 'A quota counts.',
  rotation: 'Write the rotation',
  rotationHint:
    'When customers are looked after, how many people that takes, who takes part. You see the shifts as you write.',
  rotationDone: (name: string) => `${name} is written.`,
  publish: 'Plan and publish',
  publishHint: 'Make a draft, look at how fair it is, publish it. Everybody gets one notice.',
  publishDone: 'Published. Welcome.',
  go: 'Do this now',
  again: 'Look again',
  note: 'This installation is new. Five steps lead to the first published rotation.',
  begin: 'Begin',
  next: 'On to the next step'
}

const nb: typeof en = {
  title: 'Fem steg til den første turnusen',
  intro: 'Fra en liste over folk til vakter alle vet om. Hvert steg kan gjøres om igjen senere.',
  step: (number) => `Steg ${number}`,
  done: 'gjort',
  people: 'Hent inn folkene',
  peopleHint: 'En CSV-fil med en linje for hver person. Du ser hva som ville skje før noe skrives.',
  peopleDone: (count) => `${counted(count, 'person', 'personer')} er her.`,
  hosts: 'Utnevn vertene',
  hostsHint:
    'Noen som kan support, sitter på hver vakt, og nykommere sitter aldri alene. Merk verter på siden deres.',
  hostsDone: (names) => `Verter: ${names}`,
  quota: 'Si hva folk skylder',
  quotaHint: 'Vår standard er fire timer på fire uker for full stilling. Endre den om du vil.',
  quotaDone: 'En kvote gjelder.',
  rotation: 'Skriv turnusen',
  rotationHint:
    'Når kundene blir tatt imot, hvor mange det trengs, hvem som er med. Du ser vaktene mens du skriver.',
  rotationDone: (name) => `${name} er skrevet.`,
  publish: 'Planlegg og kunngjør',
  publishHint: 'Lag et utkast, se hvor rettferdig det er, kunngjør det. Alle får én melding.',
  publishDone: 'Kunngjort. Velkommen.',
  go: 'Gjør dette nå',
  again: 'Se på det igjen',
  note: 'Denne installasjonen er ny. Fem steg fører til den første kunngjorte turnusen.',
  begin: 'Begynn',
  next: 'Videre til neste steg'
}

const sv: typeof en = {
  title: 'Fem steg till den första rotationen',
  intro: 'Från en lista över människor till pass som alla känner till. Varje steg kan göras om senare.',
  step: (number) => `Steg ${number}`,
  done: 'gjort',
  people: 'Hämta in människorna',
  peopleHint: 'En CSV-fil med en rad för varje person. Du ser vad som skulle hända innan något skrivs.',
  peopleDone: (count) => `${counted(count, 'person', 'personer')} finns här.`,
  hosts: 'Utse värdarna',
  hostsHint:
    'Någon som kan support sitter på varje pass, och nykomlingar sitter aldrig ensamma. Märk värdar på deras sida.',
  hostsDone: (names) => `Värdar: ${names}`,
  quota: 'Säg vad människor ska göra',
  quotaHint: 'Vår standard är fyra timmar på fyra veckor för heltid. Ändra den om du vill.',
  quotaDone: 'En kvot gäller.',
  rotation: 'Skriv rotationen',
  rotationHint:
    'När kunderna tas emot, hur många det behövs, vilka som deltar. Du ser passen medan du skriver.',
  rotationDone: (name) => `${name} är skriven.`,
  publish: 'Planera och publicera',
  publishHint: 'Gör ett utkast, se hur rättvist det är, publicera det. Alla får ett meddelande.',
  publishDone: 'Publicerat. Välkommen.',
  go: 'Gör detta nu',
  again: 'Se på det igen',
  note: 'Den här installationen är ny. Fem steg leder till den första publicerade rotationen.',
  begin: 'Börja',
  next: 'Vidare till nästa steg'
}

export const startTexts = dictionary({ en, nb, sv })
