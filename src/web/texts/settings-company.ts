import { counted, dictionary } from './dictionary.ts'

const en = {
  year: 'Year',
  day: 'Day',
  name: 'Name',
  country: 'Country',
  countryHint: 'Two letters, such as NO. Left empty: everybody.',
  region: 'Region',
  regionHint: 'Such as BY. Left empty: the whole country.',
  everybody: 'Everybody',
  noHolidays: 'No day off of our own this year',
  noHolidaysHint: 'Public holidays are kept anyway, by country and region.',
  addHoliday: 'Add a day off',
  promised: (seats: number) =>
    seats === 0
      ? 'Added. Nobody has a published shift on it.'
      : `Added. ${counted(seats, 'published seat', 'published seats')} on it stay${seats === 1 ? 's' : ''} promised; publish the days anew to give them the day.`,
  archived: 'archived',
  owner: 'Who owns new themes of it',
  noOwner: 'Whoever makes them',
  ownedBy: (name: string) => `Themes go to ${name}`,
  unowned: 'Themes go to whoever makes them',
  noAreas: 'No product area yet',
  noAreasHint: 'Learnings are told apart by the part of the product they are about.',
  addArea: 'Add an area',
  changeArea: 'Change',
  archive: 'Archive',
  restore: 'Bring back',
  deleteArea: 'Delete',
  rateIs: (amount: string, currency: string) => `${amount} ${currency} an hour`,
  noRate: 'No hourly rate yet',
  noRateHint: 'Without one, waiting is told in hours and not in money.',
  setRate: 'Set a rate',
  perHour: 'Per hour',
  currency: 'Currency',
  replaced: 'replaced later',
  from: 'From',
  kinds: {
    absence_kinds: 'Kinds of absences',
    free_text: 'Free text of people',
    customer_words: 'Customers’ own words',
    notices: 'Notices',
    deliveries: 'The log of messages sent',
    past_rows: 'Hours and shifts of the past',
    audit: 'The audit log',
    leavers: 'People who have left'
  },
  days: 'Days',
  keptFor: (count: number, days: string) => (count === 1 ? 'kept for 1 day' : `kept for ${days} days`),
  retentionIntro:
    'Once a night what is older is deleted or anonymised. A shorter time takes effect the next night and cannot be undone.'
}

const nb: typeof en = {
  year: 'År',
  day: 'Dag',
  name: 'Navn',
  country: 'Land',
  countryHint: 'To bokstaver, som NO. Tomt: alle.',
  region: 'Region',
  regionHint: 'Som BY. Tomt: hele landet.',
  everybody: 'Alle',
  noHolidays: 'Ingen egne fridager i år',
  noHolidaysHint: 'Helligdager holdes uansett, etter land og region.',
  addHoliday: 'Legg til en fridag',
  promised: (seats) =>
    seats === 0
      ? 'Lagt til. Ingen har en kunngjort vakt den dagen.'
      : `Lagt til. ${counted(seats, 'kunngjort plass', 'kunngjorte plasser')} den dagen står ved lag; kunngjør dagene på nytt for å gi dem fri.`,
  archived: 'arkivert',
  owner: 'Hvem som eier nye temaer der',
  noOwner: 'Den som lager dem',
  ownedBy: (name) => `Temaer går til ${name}`,
  unowned: 'Temaer går til den som lager dem',
  noAreas: 'Ingen produktområder ennå',
  noAreasHint: 'Lærdommer skilles etter delen av produktet de handler om.',
  addArea: 'Legg til et område',
  changeArea: 'Endre',
  archive: 'Arkiver',
  restore: 'Hent tilbake',
  deleteArea: 'Slett',
  rateIs: (amount, currency) => `${amount} ${currency} i timen`,
  noRate: 'Ingen timepris ennå',
  noRateHint: 'Uten den sies venting i timer og ikke i penger.',
  setRate: 'Sett en timepris',
  perHour: 'Per time',
  currency: 'Valuta',
  replaced: 'erstattet senere',
  from: 'Fra',
  kinds: {
    absence_kinds: 'Slags fravær',
    free_text: 'Fri tekst fra folk',
    customer_words: 'Kundenes egne ord',
    notices: 'Varsler',
    deliveries: 'Loggen over sendte meldinger',
    past_rows: 'Tidligere timer og vakter',
    audit: 'Revisjonsloggen',
    leavers: 'Folk som har sluttet'
  },
  days: 'Dager',
  keptFor: (count, days) => (count === 1 ? 'beholdes 1 dag' : `beholdes ${days} dager`),
  retentionIntro:
    'Hver natt slettes eller anonymiseres det som er eldre. En kortere tid gjelder fra neste natt og kan ikke angres.'
}

const sv: typeof en = {
  year: 'År',
  day: 'Dag',
  name: 'Namn',
  country: 'Land',
  countryHint: 'Två bokstäver, som NO. Tomt: alla.',
  region: 'Region',
  regionHint: 'Som BY. Tomt: hela landet.',
  everybody: 'Alla',
  noHolidays: 'Inga egna lediga dagar i år',
  noHolidaysHint: 'Helgdagar hålls ändå, efter land och region.',
  addHoliday: 'Lägg till en ledig dag',
  promised: (seats) =>
    seats === 0
      ? 'Tillagd. Ingen har ett publicerat pass den dagen.'
      : `Tillagd. ${counted(seats, 'publicerad plats', 'publicerade platser')} den dagen står kvar; publicera dagarna på nytt för att ge dem ledigt.`,
  archived: 'arkiverat',
  owner: 'Vem som äger nya teman där',
  noOwner: 'Den som gör dem',
  ownedBy: (name) => `Teman går till ${name}`,
  unowned: 'Teman går till den som gör dem',
  noAreas: 'Inga produktområden ännu',
  noAreasHint: 'Lärdomar skiljs åt efter den del av produkten de handlar om.',
  addArea: 'Lägg till ett område',
  changeArea: 'Ändra',
  archive: 'Arkivera',
  restore: 'Hämta tillbaka',
  deleteArea: 'Radera',
  rateIs: (amount, currency) => `${amount} ${currency} i timmen`,
  noRate: 'Inget timpris ännu',
  noRateHint: 'Utan det sägs väntan i timmar och inte i pengar.',
  setRate: 'Sätt ett timpris',
  perHour: 'Per timme',
  currency: 'Valuta',
  replaced: 'ersatt senare',
  from: 'Från',
  kinds: {
    absence_kinds: 'Slags frånvaro',
    free_text: 'Fri text från människor',
    customer_words: 'Kundernas egna ord',
    notices: 'Aviseringar',
    deliveries: 'Loggen över skickade meddelanden',
    past_rows: 'Tidigare timmar och pass',
    audit: 'Granskningsloggen',
    leavers: 'Människor som har slutat'
  },
  days: 'Dagar',
  keptFor: (count, days) => (count === 1 ? 'sparas 1 dag' : `sparas ${days} dagar`),
  retentionIntro:
    'Varje natt raderas eller anonymiseras det som är äldre. En kortare tid gäller från nästa natt och kan inte ångras.'
}

export const companyTexts = dictionary({ en, nb, sv })
