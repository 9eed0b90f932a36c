import type { Reader } from '../reader.ts'

interface Said {
  nb: string
  sv: string
}

const QUOTES = {
  nb: 'Sett hele feltet i anførselstegn, og skriv et anførselstegn i det to ganger: "Anna ""Nan"" Berg".',
  sv: 'Sätt hela fältet inom citattecken, och skriv ett citattecken i det två gånger: "Anna ""Nan"" Berg".'
}
const SAVE_AS = {
  nb: 'Lagre filen som «CSV UTF-8», og importer den igjen.',
  sv: 'Spara filen som ”CSV UTF-8” och importera den igen.'
}

/**
 * What to do about a place of a file that cannot be taken, by what the API says of it; `{}` is what the sentence says of
 * the file itself, in its order.
 */
const REMEDY_TEXTS: Record<string, Said> = {
  'This field is needed.': { nb: 'Dette feltet må fylles ut.', sv: 'Det här fältet måste fyllas i.' },
  'Shorten it to {} characters.': { nb: 'Kort det ned til {} tegn.', sv: 'Korta ned det till {} tecken.' },
  'Remove the invisible control character.': {
    nb: 'Fjern det usynlige styretegnet.',
    sv: 'Ta bort det osynliga styrtecknet.'
  },
  'Write one of: {}.': { nb: 'Skriv en av disse: {}.', sv: 'Skriv en av dessa: {}.' },
  'Write one e-mail address in plain letters, such as {}.': {
    nb: 'Skriv én e-postadresse med vanlige bokstaver, som {}.',
    sv: 'Skriv en e-postadress med vanliga bokstäver, som {}.'
  },
  'Write the IANA name of a time zone, such as {} or {}.': {
    nb: 'Skriv IANA-navnet på en tidssone, som {} eller {}.',
    sv: 'Skriv IANA-namnet på en tidszon, som {} eller {}.'
  },
  'Write GB: that is the ISO code of the United Kingdom.': {
    nb: 'Skriv GB: det er ISO-koden til Storbritannia.',
    sv: 'Skriv GB: det är ISO-koden för Storbritannien.'
  },
  'Write the two-letter ISO code of a country, such as {}.': {
    nb: 'Skriv ISO-koden til et land med to bokstaver, som {}.',
    sv: 'Skriv ISO-koden för ett land med två bokstäver, som {}.'
  },
  'Write the short code of a region, such as BY for Bavaria in Germany, or nothing.': {
    nb: 'Skriv den korte koden til en region, som BY for Bayern i Tyskland, eller ingenting.',
    sv: 'Skriv den korta koden för en region, som BY för Bayern i Tyskland, eller ingenting.'
  },
  'Write 1-5 or 1 2 3, Monday is 1. (A spreadsheet may have made a date of 1-5.)': {
    nb: 'Skriv 1-5 eller 1 2 3, mandag er 1. (Et regneark kan ha gjort 1-5 til en dato.)',
    sv: 'Skriv 1-5 eller 1 2 3, måndag är 1. (Ett kalkylark kan ha gjort 1-5 till ett datum.)'
  },
  'Write a local time of day, such as {}.': {
    nb: 'Skriv et lokalt klokkeslett, som {}.',
    sv: 'Skriv ett lokalt klockslag, som {}.'
  },
  'Write a whole number from {} to {}.': {
    nb: 'Skriv et helt tall fra {} til {}.',
    sv: 'Skriv ett heltal från {} till {}.'
  },
  'Write a day that exists as year-month-day, such as {}.': {
    nb: 'Skriv en dag som finnes, som år-måned-dag: {}.',
    sv: 'Skriv en dag som finns, som år-månad-dag: {}.'
  },
  'Write yes or no.': { nb: 'Skriv yes eller no.', sv: 'Skriv yes eller no.' },
  'Write names of teams with | between, such as {}.': {
    nb: 'Skriv navn på team med | mellom, som {}.',
    sv: 'Skriv namn på team med | emellan, som {}.'
  },
  'This column comes twice. Remove one of the two.': {
    nb: 'Denne kolonnen står to ganger. Fjern en av dem.',
    sv: 'Den här kolumnen står två gånger. Ta bort en av dem.'
  },
  'The column {} is missing. Add it.': {
    nb: 'Kolonnen {} mangler. Legg den til.',
    sv: 'Kolumnen {} saknas. Lägg till den.'
  },
  'There is no such column. Did you mean {}?': {
    nb: 'Den kolonnen finnes ikke. Mente du {}?',
    sv: 'Den kolumnen finns inte. Menade du {}?'
  },
  'There is no such column. Remove it, or use one of: {}.': {
    nb: 'Den kolonnen finnes ikke. Fjern den, eller bruk en av disse: {}.',
    sv: 'Den kolumnen finns inte. Ta bort den, eller använd en av dessa: {}.'
  },
  'The same address is on line {}. Remove one of the two.': {
    nb: 'Den samme adressen står på linje {}. Fjern en av dem.',
    sv: 'Samma adress står på rad {}. Ta bort en av dem.'
  },
  'Nobody leaves before joining: see joined_on.': {
    nb: 'Ingen slutter før de begynner: se joined_on.',
    sv: 'Ingen slutar innan de börjar: se joined_on.'
  },
  'Nobody in this file or known already has this address. Add the person, or leave it empty.': {
    nb: 'Ingen i denne filen eller fra før har denne adressen. Legg til personen, eller la feltet stå tomt.',
    sv: 'Ingen i den här filen eller sedan tidigare har den adressen. Lägg till personen, eller lämna fältet tomt.'
  },
  'No team has this name, and nobody in the file is in it.': {
    nb: 'Intet team heter dette, og ingen i filen er i det.',
    sv: 'Inget team heter så, och ingen i filen är med i det.'
  },
  'Nobody is their own manager. Leave the field empty.': {
    nb: 'Ingen er sin egen leder. La feltet stå tomt.',
    sv: 'Ingen är sin egen ledare. Lämna fältet tomt.'
  },
  'These report to each other in a circle: {}. Correct one of them.': {
    nb: 'Disse rapporterer til hverandre i ring: {}. Rett en av dem.',
    sv: 'De här rapporterar till varandra i ring: {}. Rätta en av dem.'
  },
  'This is UTF-16. Save the file as "CSV UTF-8" and import it again.': {
    nb: `Dette er UTF-16. ${SAVE_AS.nb}`,
    sv: `Det här är UTF-16. ${SAVE_AS.sv}`
  },
  'This line is not UTF-8. Save the file as "CSV UTF-8" and import it again.': {
    nb: `Denne linjen er ikke UTF-8. ${SAVE_AS.nb}`,
    sv: `Den här raden är inte UTF-8. ${SAVE_AS.sv}`
  },
  'The file is empty. Its first line names the columns.': {
    nb: 'Filen er tom. Den første linjen sier hva kolonnene heter.',
    sv: 'Filen är tom. Den första raden säger vad kolumnerna heter.'
  },
  'This line has {} fields and the header {}. Put a field that holds a comma or semicolon in quotes.': {
    nb: 'Denne linjen har {} felt og overskriften {}. Sett et felt med komma eller semikolon i anførselstegn.',
    sv: 'Den här raden har {} fält och rubriken {}. Sätt ett fält med komma eller semikolon inom citattecken.'
  },
  'A quote is opened here or just after and never closed. Close it, or remove it.': {
    nb: 'Et anførselstegn åpnes her eller like etter og lukkes aldri. Lukk det, eller fjern det.',
    sv: 'Ett citattecken öppnas här eller strax efter och stängs aldrig. Stäng det, eller ta bort det.'
  },
  'Text follows a closing quote. Put the whole field in quotes and write a quote inside it twice: "Anna ""Nan"" Berg".':
    {
      nb: `Det står tekst etter et anførselstegn som lukker. ${QUOTES.nb}`,
      sv: `Det står text efter ett citattecken som stänger. ${QUOTES.sv}`
    },
  'A quote stands inside a field that is not in quotes. Put the whole field in quotes and write a quote inside it twice: "Anna ""Nan"" Berg".':
    {
      nb: `Et anførselstegn står i et felt uten anførselstegn rundt. ${QUOTES.nb}`,
      sv: `Ett citattecken står i ett fält utan citattecken runt om. ${QUOTES.sv}`
    },
  'This line cannot be read as CSV.': {
    nb: 'Denne linjen kan ikke leses som CSV.',
    sv: 'Den här raden kan inte läsas som CSV.'
  }
}

const patternOf = (english: string): RegExp =>
  new RegExp(`^${english.replaceAll(/[\\^$.*+?()[\]|]/g, '\\$&').replaceAll('{}', '(.+)')}$`, 's')
const PATTERNS = Object.entries(REMEDY_TEXTS).map(([english, said]) => ({
  pattern: patternOf(english),
  said
}))

/** What to do about a place of a file, in the reader's language; in English, and said to be, where nobody has translated it. */
export function sayRemedy(remedy: string, { locale }: Reader): { text: string; lang?: 'en' } {
  if (locale === 'en') return { text: remedy }
  for (const { pattern, said } of PATTERNS) {
    const [found, ...values] = pattern.exec(remedy) ?? []
    if (found === undefined) continue
    return { text: said[locale].replaceAll('{}', () => values.shift() ?? '') }
  }
  return { text: remedy, lang: 'en' }
}
