/** What the pages of seasons, leaders and shifts that are over may be refused; see `refusal-texts.ts`. */
export const SEASON_REFUSALS = {
  SEASON_NOT_FOUND: { nb: 'Det finnes ingen slik sesong.', sv: 'Det finns ingen sådan säsong.' },
  SEASON_NOT_YOURS: {
    nb: 'Sesonger kunngjøres, endres og lukkes av HR, administratorer og toppledere. Spør en av dem.',
    sv: 'Säsonger utlyses, ändras och stängs av HR, administratörer och företagsledning. Fråga någon av dem.'
  },
  SEASON_NOT_VALID: {
    nb: 'Sesongen kan ikke være slik. Den varer 14 til 184 dager, slutter i fremtiden, og første dag flyttes bare før den er begynt; to eller tre mål, hvert med det det kjennes på og strategilinjen.',
    sv: 'Säsongen kan inte vara så. Den varar 14 till 184 dagar, slutar i framtiden, och första dagen flyttas bara innan den har börjat; två eller tre mål, vart och ett med vad det märks på och strategilinjen.'
  },
  SEASONS_OVERLAP: {
    nb: 'En annen sesong har noen av disse dagene. Velg dager etter den, eller endre den først.',
    sv: 'En annan säsong har några av de här dagarna. Välj dagar efter den, eller ändra den först.'
  },
  SEASON_CLOSED: {
    nb: 'Sesongen er lukket, og siden er skrevet. Det som kommer nå, hører til den neste.',
    sv: 'Säsongen är stängd, och sidan är skriven. Det som kommer nu hör till nästa.'
  },
  SEASON_NOT_OVER: {
    nb: 'En sesong lukkes når den siste dagen er over. Til da kan siden leses som den ville vært nå.',
    sv: 'En säsong stängs när sista dagen är över. Till dess kan sidan läsas som den skulle vara nu.'
  },
  GOAL_NOT_FOUND: { nb: 'Det finnes ikke noe slikt mål.', sv: 'Det finns inget sådant mål.' },
  GOAL_HAS_EVIDENCE: {
    nb: 'Et mål som noe er lagt ved, fjernes ikke. Ta det av først, eller behold målet.',
    sv: 'Ett mål som något är bifogat till tas inte bort. Ta bort det först, eller behåll målet.'
  },
  EVIDENCE_NOT_FOUND: { nb: 'Det er ikke lagt ved noe slikt.', sv: 'Inget sådant är bifogat.' },
  EVIDENCE_NOT_THERE: {
    nb: 'Det finnes ikke noen slik lærdom, noe slikt tema eller noen slik ferdig utbedring å legge ved.',
    sv: 'Det finns ingen sådan lärdom, inget sådant tema och ingen sådan färdig åtgärd att bifoga.'
  },
  EVIDENCE_TWICE: {
    nb: 'Dette er lagt ved målet allerede og teller én gang.',
    sv: 'Det här är redan bifogat till målet och räknas en gång.'
  },
  EVIDENCE_NOT_YOURS: {
    nb: 'Det tas av av den som la det ved, av HR, administratorer og toppledere.',
    sv: 'Det tas bort av den som bifogade det, av HR, administratörer och företagsledning.'
  },
  GUESS_NOT_ASKED: {
    nb: 'Ledere og toppledere gjetter før en sesong hvordan det går; du er ikke spurt.',
    sv: 'Ledare och företagsledning gissar före en säsong hur det går; du är inte tillfrågad.'
  },
  GUESS_LOCKED: {
    nb: 'Sesongen er begynt, og gjetningene ligger fast: etterpå har alle visst det hele tiden.',
    sv: 'Säsongen har börjat, och gissningarna ligger fast: efteråt har alla vetat det hela tiden.'
  },
  GUESS_WITHOUT_PAIN: {
    nb: 'Si minst én ting som plager kundene: velg en del av produktet, eller bruk egne ord.',
    sv: 'Säg minst en sak som besvärar kunderna: välj en del av produkten, eller använd egna ord.'
  },
  AREA_NOT_FOUND: {
    nb: 'Det finnes ikke noe slikt produktområde. Velg et fra listen, eller bruk egne ord.',
    sv: 'Det finns inget sådant produktområde. Välj ett i listan, eller använd egna ord.'
  },
  SHIFT_NOT_OVER: {
    nb: 'Hvordan du har det etter vakten, spørres det om når den er over.',
    sv: 'Hur du mår efter passet frågas när det är över.'
  },
  ANSWER_WINDOW_CLOSED: {
    nb: 'Hvordan en vakt gikk, sies innen 14 dager etter den, mens det huskes.',
    sv: 'Hur ett pass gick sägs inom 14 dagar efter det, medan man minns det.'
  },
  CASES_COUNTED: {
    nb: 'Du har gitt tall for alle saker på denne vakten. Endre tallene i stedet, så ingenting telles to ganger.',
    sv: 'Du har gett siffror för alla ärenden på det här passet. Ändra siffrorna i stället, så att inget räknas två gånger.'
  },
  TOO_MANY_CASES: {
    nb: 'Ingen hjelper så mange kunder på én vakt. Ta tilbake det som ble trykket ved en feil.',
    sv: 'Ingen hjälper så många kunder på ett pass. Ta tillbaka det som trycktes av misstag.'
  },
  CASE_NOT_FOUND: {
    nb: 'Du har ikke trykket for noen slik sak.',
    sv: 'Du har inte tryckt för något sådant ärende.'
  },
  LEADERS_FIRST_UNCHANGED: {
    nb: 'Regelen sier det allerede. Det er ingenting å endre.',
    sv: 'Regeln säger det redan. Det finns inget att ändra.'
  },
  REVIEW_NOT_FOUND: { nb: 'Det finnes ingen slik gjennomgang.', sv: 'Det finns ingen sådan genomgång.' },
  REVIEW_NOT_YOURS: {
    nb: 'En gjennomgang besvares av den den er gitt til, av HR og toppledere. Spør en av dem.',
    sv: 'En genomgång besvaras av den som den är given till, av HR och företagsledning. Fråga någon av dem.'
  },
  REVIEW_DECIDED: {
    nb: 'Gjennomgangen er besvart allerede; det som ble avgjort, blir stående.',
    sv: 'Genomgången är redan besvarad; det som beslutades står kvar.'
  },
  OWNER_NOT_FIT: {
    nb: 'En gjennomgang gis til noen i HR eller en toppleder som arbeider her.',
    sv: 'En genomgång ges till någon på HR eller en företagsledare som arbetar här.'
  }
} as const
