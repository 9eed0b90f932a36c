import t from 'tap'
import { checkReporting } from '../../src/directory/csv/check-reporting.ts'
import { parseEmployees } from '../../src/directory/csv/parse-employees.ts'
import { readerOf } from '../../src/web/reader.ts'
import { sayRemedy } from '../../src/web/refusals/remedy-texts.ts'

const HEADER =
  'name,email,title,level,team,manager_email,time_zone,country,region,working_days,work_start,fte_percent,joined_on,leaves_on,host,leads'
const GOOD = {
  name: 'Bo Berg',
  email: 'bo@x.example',
  title: '',
  level: '',
  team: 'Product',
  manager_email: '',
  time_zone: 'Europe/Oslo',
  country: 'NO',
  region: '',
  working_days: '',
  work_start: '',
  fte_percent: '',
  joined_on: '2024-08-19',
  leaves_on: '',
  host: '',
  leads: ''
}
const line = (wrong: Partial<typeof GOOD>) => Object.values({ ...GOOD, ...wrong }).join(',')
const [nb, sv] = (['nb', 'sv'] as const).map((locale) => readerOf(locale, 'Europe/Oslo'))

/** All that is said of a file. */
function remediesOf(file: Uint8Array): string[] {
  const parsed = parseEmployees(file)
  const reporting = checkReporting(parsed, { managers: new Map(), teams: new Set() })
  return [...parsed.complaints, ...reporting].map(({ remedy }) => remedy)
}

/** Each way to be wrong, in a file of its own. */
const FILES: Record<string, string | Uint8Array> = {
  empty: '',
  'UTF-16': Buffer.from(`\ufeff${HEADER}`, 'utf16le'),
  'not UTF-8': Buffer.concat([Buffer.from(`${HEADER}\n`), Buffer.from([0x42, 0xf8, 0x0a])]),
  'a column near another': HEADER.replace('time_zone', 'timezone'),
  'a column like none': `${HEADER},shoe size of the person`,
  'a column twice': `${HEADER},name`,
  'too few cells': `${HEADER}\nBo,Berg`,
  'no end of a quote': `${HEADER}\n"Bo`,
  'words after a quote': `${HEADER}\n"Bo" Berg,b`,
  'a quote within': `${HEADER}\nBo "B" Berg,b`,
  'the same address': `${HEADER}\n${line({})}\n${line({})}`,
  'own manager': `${HEADER}\n${line({ manager_email: GOOD.email })}`,
  'in a circle': `${HEADER}\n${line({ manager_email: 'al@x.example' })}\n${line({ email: 'al@x.example', manager_email: GOOD.email })}`,
  ...Object.fromEntries(
    (
      [
        { name: '' },
        { name: 'x'.repeat(201) },
        { name: 'B\u0007' },
        { level: 'king' },
        { email: 'nowhere' },
        { time_zone: 'Mars/One' },
        { country: 'UK' },
        { country: 'Norway' },
        { region: 'Bavaria' },
        { working_days: '7-1' },
        { work_start: 'noon' },
        { fte_percent: '101' },
        { joined_on: '2024-13-01' },
        { leaves_on: '2020-01-01' },
        { host: 'perhaps' },
        { leads: 'A||B' },
        { leads: 'Nowhere' },
        { manager_email: 'nobody@x.example' }
      ] satisfies Partial<typeof GOOD>[]
    ).map((wrong) => [JSON.stringify(wrong).slice(0, 40), `${HEADER}\n${line(wrong)}`])
  )
}

t.test('what is wrong with a file of people is said in the language of who brings it', async (t) => {
  const kinds = new Set<string>()
  for (const [name, file] of Object.entries(FILES)) {
    const remedies = remediesOf(Buffer.from(file))
    t.ok(remedies.length > 0, `${name} is a mistake`)
    for (const remedy of remedies) {
      const [norwegian, swedish] = [sayRemedy(remedy, nb!), sayRemedy(remedy, sv!)]
      t.strictSame([norwegian.lang, swedish.lang], [undefined, undefined], `${name}: ${remedy}`)
      t.notMatch(`${norwegian.text} ${swedish.text}`, /\{\}|undefined/, name)
      kinds.add(norwegian.text)
    }
  }
  t.ok(kinds.size >= Object.keys(FILES).length, 'and each mistake in words of its own')
})

t.test(
  'what the file says of itself stands in the sentence; what nobody has translated is English and says so',
  async (t) => {
    t.equal(
      sayRemedy('The same address is on line 7. Remove one of the two.', sv!).text,
      'Samma adress står på rad 7. Ta bort en av dem.'
    )
    t.equal(
      sayRemedy(
        'This line has 3 fields and the header 16. Put a field that holds a comma or semicolon in quotes.',
        nb!
      ).text,
      'Denne linjen har 3 felt og overskriften 16. Sett et felt med komma eller semikolon i anførselstegn.'
    )
    t.strictSame(sayRemedy('Stand on your head.', nb!), { text: 'Stand on your head.', lang: 'en' })
    t.strictSame(sayRemedy('Write yes or no.', readerOf('en', 'Europe/Oslo')), { text: 'Write yes or no.' })
  }
)
