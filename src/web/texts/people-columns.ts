import { type ColumnName, EMPLOYEE_COLUMNS } from '../../directory/csv/columns.ts'
import { dictionary } from './dictionary.ts'

/** What stands in each column of a file of people; in English as the API says it. */
const en = Object.fromEntries(EMPLOYEE_COLUMNS.map(({ name, description }) => [name, description])) as Record<
  ColumnName,
  string
>

const nb: typeof en = {
  name: 'Fullt navn, høyst 200 tegn.',
  email: 'Hvem det er: store og små bokstaver er like, og hver adresse står én gang.',
  title: 'Stillingstittel. Tomt: ingen.',
  level: 'staff (medarbeider), lead (leder) eller executive (toppleder). Tomt: staff.',
  team: 'Navnet på teamet; et team som ikke finnes ennå, blir laget.',
  manager_email: 'Lederen, som står i filen eller finnes fra før. Tomt: ingen.',
  time_zone: 'IANA-navn, som Europe/Oslo.',
  country: 'To bokstaver, som NO; avgjør helligdagene.',
  region: 'Del av landet med egne helligdager, som BY i Tyskland. Tomt: ingen.',
  working_days: 'Ukedager, mandag er 1: 1-5, eller 1 2 3, eller 1-3 5. Tomt: 1-5.',
  work_start: 'Lokal tid, som 08:00. Tomt: 08:00.',
  work_end: 'Lokal tid; er den ikke senere enn work_start, gjelder neste dag. Tomt: 17:00.',
  fte_percent: 'Andel av full stilling, 1 til 100. Skyldige timer følger den. Tomt: 100.',
  joined_on: 'Første dag, som 2024-08-19.',
  leaves_on: 'Siste dag, som 2027-06-30. Tomt: blir.',
  host: 'yes når kundestøtte er jobben, ellers no. Tomt: no.',
  readiness: 'in_training (i opplæring), shadowing (følger med) eller ready (klar). Tomt: ready.',
  locale: 'Språket i varsler: en, nb eller sv. Tomt: en.',
  leads: 'Navnene på teamene som personen leder, med | mellom. Tomt: ingen.'
}

const sv: typeof en = {
  name: 'Hela namnet, högst 200 tecken.',
  email: 'Vem det är: stora och små bokstäver är lika, och varje adress står en gång.',
  title: 'Titel. Tomt: ingen.',
  level: 'staff (medarbetare), lead (ledare) eller executive (företagsledning). Tomt: staff.',
  team: 'Teamets namn; ett team som inte finns än görs.',
  manager_email: 'Ledaren, som står i filen eller finns redan. Tomt: ingen.',
  time_zone: 'IANA-namn, som Europe/Stockholm.',
  country: 'Två bokstäver, som SE; avgör helgdagarna.',
  region: 'Del av landet med egna helgdagar, som BY i Tyskland. Tomt: ingen.',
  working_days: 'Veckodagar, måndag är 1: 1-5, eller 1 2 3, eller 1-3 5. Tomt: 1-5.',
  work_start: 'Lokal tid, som 08:00. Tomt: 08:00.',
  work_end: 'Lokal tid; är den inte senare än work_start gäller nästa dag. Tomt: 17:00.',
  fte_percent: 'Andel av heltid, 1 till 100. Timmarna som ska göras följer den. Tomt: 100.',
  joined_on: 'Första dagen, som 2024-08-19.',
  leaves_on: 'Sista dagen, som 2027-06-30. Tomt: stannar.',
  host: 'yes när kundtjänst är jobbet, annars no. Tomt: no.',
  readiness: 'in_training (under utbildning), shadowing (går bredvid) eller ready (redo). Tomt: ready.',
  locale: 'Språket i aviseringar: en, nb eller sv. Tomt: en.',
  leads: 'Namnen på teamen som personen leder, med | emellan. Tomt: inga.'
}

export const columnTexts = dictionary({ en: { holds: en }, nb: { holds: nb }, sv: { holds: sv } })
