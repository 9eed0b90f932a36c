import type { Locale } from '../../words.ts'
import { SEASON_REFUSALS } from './season-refusals.ts'
import { SETTINGS_REFUSALS } from './settings-refusals.ts'
import { THEME_REFUSALS } from './theme-refusals.ts'

/** Languages that a refusal has to be put into: its own sentence is the English one. */
type OtherLocale = Exclude<Locale, 'en'>

/** By code: what the employee's pages may be refused, in Norwegian and Swedish. */
export const REFUSAL_TEXTS: Readonly<Record<string, Record<OtherLocale, string>>> = {
  ...SEASON_REFUSALS,
  ...SETTINGS_REFUSALS,
  ...THEME_REFUSALS,
  CREDIT_TO_ONESELF: {
    nb: 'Ingen godskriver seg selv timer. Spør en annen leder av teamet ditt, eller HR.',
    sv: 'Ingen tillgodoräknar sig själv timmar. Fråga en annan ledare för ditt team, eller HR.'
  },
  CREDIT_DAY_NOT_VALID: {
    nb: 'Timer kan godskrives for i dag og året før.',
    sv: 'Timmar kan tillgodoräknas för i dag och året före.'
  },
  SWAP_NOT_FOUND: {
    nb: 'Det finnes ikke noe slikt bytte, eller det er ikke ditt å se.',
    sv: 'Det finns inget sådant byte, eller så är det inte ditt att se.'
  },
  SEAT_NOT_FOUND: {
    nb: 'Noen har ikke denne plassen, eller ikke lenger. Se på vakten på nytt.',
    sv: 'Någon har inte den här platsen, eller inte längre. Se på passet igen.'
  },
  EMPLOYEE_NOT_FOUND: { nb: 'Det finnes ingen slik ansatt.', sv: 'Det finns ingen sådan anställd.' },
  SWAP_NOT_VALID: {
    nb: 'Dette kan ikke foreslås slik. Velg minst én å spørre.',
    sv: 'Det här kan inte föreslås så. Välj minst en att fråga.'
  },
  SWAP_NOT_YOURS: {
    nb: 'Bare den det gjelder, en leder for teamet, HR eller en administrator kan gjøre dette.',
    sv: 'Bara den det gäller, en ledare för teamet, HR eller en administratör får göra det här.'
  },
  SWAP_NOT_ALLOWED: {
    nb: 'Dette ville bryte reglene nedenfor.',
    sv: 'Det här skulle bryta mot reglerna nedan.'
  },
  SWAP_NOT_OPEN: {
    nb: 'Det er for sent: noen har allerede svart, eller forslaget er lukket.',
    sv: 'Det är för sent: någon har redan svarat, eller så är förslaget stängt.'
  },
  SPEAKS_FOR_BOTH: {
    nb: 'Én person kan ikke si ja for begge sider. La den det gjelder svare.',
    sv: 'En person kan inte säga ja för båda sidor. Låt den det gäller svara.'
  },
  SEAT_NOT_OPEN: { nb: 'Alle plasser på vakten er tatt.', sv: 'Alla platser på passet är tagna.' },
  UNDO_TOO_LATE: {
    nb: 'Tiden for å angre er ute. Foreslå veien tilbake som et nytt bytte.',
    sv: 'Tiden för att ångra är slut. Föreslå vägen tillbaka som ett nytt byte.'
  },
  SEATS_MOVED_ON: {
    nb: 'Plassene har byttet hender siden, så dette kan ikke angres lenger.',
    sv: 'Platserna har bytt händer sedan dess, så det här kan inte ångras längre.'
  },
  SWAP_CONFLICT: {
    nb: 'Noen endret de samme plassene i samme øyeblikk. Ingenting ble skrevet; se på nytt og prøv igjen.',
    sv: 'Någon ändrade samma platser i samma ögonblick. Inget skrevs; se igen och försök på nytt.'
  },
  SHIFT_NOT_FOUND: { nb: 'Det finnes ingen slik vakt.', sv: 'Det finns inget sådant pass.' },
  SPAN_NOT_VALID: {
    nb: 'Tidsrommet kan ikke brukes: slutten må komme etter begynnelsen.',
    sv: 'Tidsrymden kan inte användas: slutet måste komma efter början.'
  },
  PERIOD_NOT_VALID: {
    nb: 'Perioden må slutte etter at den begynner, og vare høyst fem år.',
    sv: 'Perioden måste sluta efter att den börjar och vara högst fem år.'
  },
  CURSOR_NOT_READABLE: {
    nb: 'Denne siden av listen finnes ikke. Begynn på den første.',
    sv: 'Den här sidan av listan finns inte. Börja på den första.'
  },
  ASSIGNMENT_NOT_FOUND: {
    nb: 'Det finnes ingen slik plass, eller timene er ikke dine å se.',
    sv: 'Det finns ingen sådan plats, eller så är timmarna inte dina att se.'
  },
  HOURS_NOT_YOURS: {
    nb: 'Bare den som arbeidet, og lederne for teamet kan føre disse timene.',
    sv: 'Bara den som arbetade och teamets ledare får föra in de här timmarna.'
  },
  SHIFT_NOT_OVER: {
    nb: 'Timer kan føres når vakten er over.',
    sv: 'Timmar kan föras in när passet är över.'
  },
  HOURS_WINDOW_CLOSED: {
    nb: 'Din egen tid til å føre disse timene er ute. Be en leder for teamet gjøre det.',
    sv: 'Din egen tid att föra in de här timmarna är slut. Be en ledare för teamet göra det.'
  },
  HOURS_REASON_NEEDED: {
    nb: 'Gi en grunn når minuttene ikke er vaktens.',
    sv: 'Ge ett skäl när minuterna inte är passets.'
  },
  HOURS_CONFIRMED_BEFORE: {
    nb: 'Disse timene er bekreftet fra før.',
    sv: 'De här timmarna är bekräftade sedan tidigare.'
  },
  ABSENCE_NOT_FOUND: { nb: 'Du har ikke noe slikt fravær.', sv: 'Du har ingen sådan frånvaro.' },
  ABSENCE_NOT_VALID: {
    nb: 'Fraværet kan ikke noteres slik. Siste dag må ikke være før den første, og høyst 400 dager etter.',
    sv: 'Frånvaron kan inte noteras så. Sista dagen får inte vara före den första, och högst 400 dagar efter.'
  },
  ABSENCE_OVERLAPS: {
    nb: 'Du er borte en del av denne tiden allerede. Fjern det fraværet først, eller velg andre dager.',
    sv: 'Du är redan borta en del av den tiden. Ta bort den frånvaron först, eller välj andra dagar.'
  },
  ABSENCE_FROM_CALENDAR: {
    nb: 'Dette kommer fra kalenderen du abonnerer på. Endre det der.',
    sv: 'Det här kommer från kalendern du prenumererar på. Ändra det där.'
  },
  ABSENCE_NOT_YOURS: {
    nb: 'Bare teamets ledere og HR kan notere at en annen er borte i dag.',
    sv: 'Bara teamets ledare och HR får notera att någon annan är borta i dag.'
  },
  HOURS_OVERLAP: {
    nb: 'To av disse tidene overlapper. Slå dem sammen til én.',
    sv: 'Två av de här tiderna överlappar. Slå ihop dem till en.'
  },
  WISHES_NOT_VALID: {
    nb: 'Ønsket kan ikke noteres slik. «Kan ikke» trenger en grunn, som bare du ser.',
    sv: 'Önskemålet kan inte noteras så. ”Kan inte” behöver ett skäl, som bara du ser.'
  },
  WISHES_TAKE_TOO_MUCH: {
    nb: 'Dette ville ta ut nesten hele arbeidstiden din. Hold mer åpent, eller be lederen om fritak.',
    sv: 'Det här skulle ta bort nästan hela din arbetstid. Håll mer öppet, eller be din ledare om undantag.'
  },
  NOT_ON_THIS_SHIFT: {
    nb: 'Bare de som er på vakten, leverer det som ble hørt, og du er ikke en av dem.',
    sv: 'Bara de som är på passet lämnar in vad som hördes, och du är inte en av dem.'
  },
  SHIFT_NOT_STARTED: {
    nb: 'Ingenting er hørt ennå: vakten har ikke begynt.',
    sv: 'Inget har hörts än: passet har inte börjat.'
  },
  LEARNING_WINDOW_CLOSED: {
    nb: 'Det som ble hørt, leveres innen 14 dager etter vakten, mens det huskes.',
    sv: 'Det som hördes lämnas in inom 14 dagar efter passet, medan det är i minnet.'
  },
  LEARNINGS_HANDED_IN: {
    nb: 'Du har levert lærdommer fra denne vakten, så det var noe nytt.',
    sv: 'Du har lämnat in lärdomar från det här passet, så det fanns något nytt.'
  },
  TICKET_URL_NOT_VALID: {
    nb: 'Lenken til saken må være en full http- eller https-adresse uten passord.',
    sv: 'Länken till ärendet måste vara en hel http- eller https-adress utan lösenord.'
  },
  TICKET_URL_HAS_PERSONAL_DATA: {
    nb: 'Lenken inneholder en e-postadresse. Lenk til saken med nummeret.',
    sv: 'Länken innehåller en e-postadress. Länka till ärendet med numret.'
  },
  AREA_NOT_OFFERED: {
    nb: 'Det finnes ikke noe slikt produktområde, eller det er arkivert. Velg et fra listen.',
    sv: 'Det finns inget sådant produktområde, eller så är det arkiverat. Välj ett i listan.'
  },
  NOTICE_NOT_FOUND: {
    nb: 'Det finnes ingen slik melding i innboksen.',
    sv: 'Det finns inget sådant meddelande i inkorgen.'
  },
  INSTANT_NOT_READABLE: { nb: 'Dette tidspunktet finnes ikke.', sv: 'Den tidpunkten finns inte.' },
  FEED_ADDRESS_NOT_FOUND: {
    nb: 'Du har ingen slik kalenderadresse.',
    sv: 'Du har ingen sådan kalenderadress.'
  },
  FEED_OBJECT_NOT_NAMED: { nb: 'Si hva kalenderen skal vise.', sv: 'Säg vad kalendern ska visa.' },
  FEED_OBJECT_NOT_FOUND: {
    nb: 'Det finnes ikke noe slikt team eller noen slik turnus.',
    sv: 'Det finns inget sådant team eller någon sådan rotation.'
  },
  SIGN_IN_PROVIDER_NOT_FOUND: {
    nb: 'Denne måten å logge inn på finnes ikke. Velg en på innloggingssiden.',
    sv: 'Det här sättet att logga in finns inte. Välj ett på inloggningssidan.'
  },
  SIGN_IN_PROVIDER_DOWN: {
    nb: 'Innloggingstjenesten svarer ikke akkurat nå. Prøv igjen om et minutt, eller logg inn på en annen måte.',
    sv: 'Inloggningstjänsten svarar inte just nu. Försök igen om en minut, eller logga in på ett annat sätt.'
  },
  SIGN_IN_NOT_BEGUN: {
    nb: 'Innloggingen ble ikke begynt i denne nettleseren, eller for mer enn ti minutter siden. Begynn på nytt.',
    sv: 'Inloggningen påbörjades inte i den här webbläsaren, eller för mer än tio minuter sedan. Börja om.'
  },
  SIGN_IN_PROVIDER_REFUSED: {
    nb: 'Innloggingstjenesten slapp deg ikke inn, eller du stoppet der. Begynn på nytt, eller logg inn på en annen måte.',
    sv: 'Inloggningstjänsten släppte inte in dig, eller så slutade du där. Börja om, eller logga in på ett annat sätt.'
  },
  SIGN_IN_ANSWER_NOT_TRUSTED: {
    nb: 'Svaret fra innloggingstjenesten er ikke til å stole på. Begynn på nytt; skjer det to ganger, si fra til administratoren.',
    sv: 'Svaret från inloggningstjänsten går inte att lita på. Börja om; händer det två gånger, säg till administratören.'
  },
  SIGN_IN_EMAIL_NOT_VERIFIED: {
    nb: 'Innloggingstjenesten går ikke god for e-postadressen din, så vi vet ikke hvem du er. Bekreft den der, eller si fra til administratoren.',
    sv: 'Inloggningstjänsten går inte i god för din e-postadress, så vi vet inte vem du är. Bekräfta den där, eller säg till administratören.'
  },
  SIGN_IN_PERSON_NOT_HERE: {
    nb: 'Ingen som arbeider her har kontoen du logget inn med. Bruk kontoen fra jobben, eller si fra til administratoren.',
    sv: 'Ingen som arbetar här har kontot som du loggade in med. Använd kontot från jobbet, eller säg till administratören.'
  },
  SIGN_IN_OTHER_ACCOUNT_LINKED: {
    nb: 'En annen konto i denne innloggingstjenesten er knyttet til deg. Bruk den, eller la en administrator løse den.',
    sv: 'Ett annat konto i den här inloggningstjänsten är kopplat till dig. Använd det, eller låt en administratör koppla loss det.'
  },
  SIGN_IN_LINKS_OFF: {
    nb: 'Her finnes det ingen innloggingslenker. Bruk en av måtene på innloggingssiden.',
    sv: 'Här finns inga inloggningslänkar. Använd ett av sätten på inloggningssidan.'
  },
  SIGN_IN_ADDRESS_NOT_READABLE: {
    nb: 'Dette er ikke en e-postadresse. Skriv den som navn@example.com.',
    sv: 'Det här är ingen e-postadress. Skriv den som namn@example.com.'
  },
  SIGN_IN_LINKS_TOO_MANY: {
    nb: 'Det er bedt om for mange lenker derfra du er. Vent et kvarter, eller be administratoren om en.',
    sv: 'För många länkar har begärts därifrån du är. Vänta en kvart, eller be administratören om en.'
  },
  TOO_MANY_REFUSED: {
    nb: 'Det kom for mange feil nøkler eller adresser derfra du er. Vent et minutt, og se hvilken programmet ditt sender.',
    sv: 'För många felaktiga nycklar eller adresser kom därifrån du är. Vänta en minut och se vilken ditt program skickar.'
  },
  SESSION_NOT_FOUND: {
    nb: 'Du har ingen slik økt, eller den er over.',
    sv: 'Du har ingen sådan session, eller så är den över.'
  },
  IDENTITY_NOT_FOUND: {
    nb: 'Denne personen har ingen slik tilknyttet konto.',
    sv: 'Den här personen har inget sådant kopplat konto.'
  },
  SIGN_IN_LINK_NOT_USABLE: {
    nb: 'Lenken er brukt, utløpt eller har aldri eksistert. Be om en ny.',
    sv: 'Länken är använd, utgången eller har aldrig funnits. Be om en ny.'
  },
  CROSS_SITE_REQUEST: {
    nb: 'Et skjema fra et annet nettsted kan ikke handle i ditt navn.',
    sv: 'Ett formulär från en annan webbplats kan inte handla i ditt namn.'
  },
  CARD_NOT_YOURS: {
    nb: 'Kort skrives av verter, ledere og administratorer. Spør en av dem.',
    sv: 'Kort skrivs av värdar, ledare och administratörer. Fråga någon av dem.'
  },
  CARD_CHANGED_MEANWHILE: {
    nb: 'Noen andre har endret kortet siden du åpnet det. Se på det på nytt, og skriv så dine ord.',
    sv: 'Någon annan har ändrat kortet sedan du öppnade det. Titta på det igen och skriv sedan dina ord.'
  },
  HANDOVER_NOT_YOURS: {
    nb: 'Bare de som er på en vakt, legger igjen beskjed til den neste, og du er ikke en av dem.',
    sv: 'Bara de som är på ett pass lämnar en rad till nästa, och du är inte en av dem.'
  },
  HANDOVER_NOT_NOW: {
    nb: 'En beskjed til neste vakt legges igjen fra vakten begynner til et døgn etter at den er over.',
    sv: 'En rad till nästa pass lämnas från det att passet börjar till ett dygn efter att det är över.'
  },
  ROTATION_NOT_FOUND: { nb: 'Det finnes ingen slik turnus.', sv: 'Det finns ingen sådan rotation.' }
}
