import t from 'tap'
import { parseEmployees } from '../../../src/directory/csv/parse-employees.ts'

const HEADER = 'name,email,team,time_zone,country,joined_on'
const AMARA = 'Amara Okafor,amara@fjordlys.example,Product,Europe/Oslo,NO,2024-08-19'
const parse = (...lines: string[]) => parseEmployees(Buffer.from(lines.join('\n')))
const places = (...lines: string[]) => parse(...lines).complaints.map(({ line, field }) => [line, field])

const FULL_HEADER =
  'name,email,title,level,team,manager_email,time_zone,country,working_days,work_start,work_end,fte_percent,joined_on,leaves_on,host,readiness,locale,leads'

t.test('a line with every column is read as it says', async (t) => {
  const { rows, complaints } = parse(
    FULL_HEADER,
    'Bo Berg,Bo@Fjordlys.example,Designer,Lead,Product,lars@fjordlys.example,Europe/Stockholm,se,1-3 5,8:00,16:30:00,60%,2024-08-19,2027-06-30,Yes,in training,NB,Product| Design|Product'
  )
  t.strictSame(complaints, [])
  t.strictSame(rows, [
    {
      name: 'Bo Berg',
      email: 'Bo@Fjordlys.example',
      title: 'Designer',
      level: 'lead',
      team: 'Product',
      manager_email: 'lars@fjordlys.example',
      time_zone: 'Europe/Stockholm',
      country: 'SE',
      working_days: [1, 2, 3, 5],
      work_start: '08:00',
      work_end: '16:30',
      fte_percent: 60,
      joined_on: '2024-08-19',
      leaves_on: '2027-06-30',
      host: true,
      readiness: 'in_training',
      locale: 'nb',
      leads: ['Product', 'Design'],
      line: 2
    }
  ])
})

t.test(
  'an empty cell of an optional column is its default, a column that is not there is nothing',
  async (t) => {
    const empty = 'Amara,a@x.example,,,Product,,Europe/Oslo,NO,,,,,2024-08-19,,,,,'
    t.match(parse(FULL_HEADER, empty).rows[0], {
      title: '',
      level: 'staff',
      manager_email: null,
      working_days: [1, 2, 3, 4, 5],
      work_start: '08:00',
      work_end: '17:00',
      fte_percent: 100,
      leaves_on: null,
      host: false,
      readiness: 'ready',
      locale: 'en',
      leads: []
    })
    t.notOk('level' in parse(HEADER, AMARA).rows[0]!)
  }
)

t.test(
  'byte order mark, semicolons, line ends of all three systems and blank lines change nothing',
  async (t) => {
    const plain = parse(HEADER, AMARA).rows
    t.equal(plain.length, 1)
    t.strictSame(parse(`\ufeff${HEADER}`, AMARA).rows, plain)
    t.strictSame(parse(HEADER.replaceAll(',', ';'), AMARA.replaceAll(',', ';')).rows, plain)
    for (const end of ['\r\n', '\r']) {
      t.strictSame(parseEmployees(Buffer.from([HEADER, AMARA, ''].join(end))).rows, plain)
    }
    t.strictSame(parse(HEADER, AMARA, '', ',,,,,', '   ').rows, plain)
    t.match(parse('', '', HEADER, AMARA).rows, [{ line: 4 }])
  }
)

t.test('a semicolon inside a field of a file with commas stays where it is', async (t) => {
  const { rows } = parse(HEADER, AMARA.replace('Amara Okafor', 'Okafor; Amara'))
  t.equal(rows[0]?.name, 'Okafor; Amara')
})

t.test('spaces around and line ends within a field become nothing and one space', async (t) => {
  const { rows } = parse(HEADER, AMARA.replace('Amara Okafor', '"  Amara\n Okafor "'))
  t.equal(rows[0]?.name, 'Amara Okafor')
})

t.test('letters with a combining accent are the same as composed ones', async (t) => {
  const { rows } = parse(HEADER, AMARA.replace('Amara', 'A\u030Ase'))
  t.equal(rows[0]?.name, '\u00C5se Okafor')
})

t.test('a line is counted as an editor counts, also after a field over several lines', async (t) => {
  const long = AMARA.replace('Amara Okafor', '"Amara\r\nOkafor"')
  t.strictSame(places(HEADER, long, 'Bo,bo,Product,Europe/Oslo,NO,2024-01-01'), [[4, 'email']])
  t.strictSame(places(HEADER, '', '', 'Bo,bo,Product,Europe/Oslo,NO,2024-01-01'), [[4, 'email']])
  const crlf = [HEADER, long, 'Bo,bo,Product,Europe/Oslo,NO,2024-01-01'].join('\r\n')
  t.match(parseEmployees(Buffer.from(crlf)).complaints, [{ line: 4, field: 'email' }])
})

t.test('every wrong field of every line is named with its value and a remedy', async (t) => {
  const { rows, complaints } = parse(
    FULL_HEADER,
    ',amara,,boss,,lars,Europe/Olso,UK,5-Jan,25:00,8,0,2024-02-30,30.06.2027,maybe,done,no,A||B',
    'Bo,bo@x.example,,,Product,,+02:00,Norway,8,08:00,17:00,101,2024-1-1,,,,,'
  )
  t.strictSame(rows, [])
  t.strictSame(
    complaints.map(({ line, field, value }) => [line, field, value]),
    [
      [2, 'name', ''],
      [2, 'email', 'amara'],
      [2, 'level', 'boss'],
      [2, 'team', ''],
      [2, 'manager_email', 'lars'],
      [2, 'time_zone', 'Europe/Olso'],
      [2, 'country', 'UK'],
      [2, 'working_days', '5-Jan'],
      [2, 'work_start', '25:00'],
      [2, 'work_end', '8'],
      [2, 'fte_percent', '0'],
      [2, 'joined_on', '2024-02-30'],
      [2, 'leaves_on', '30.06.2027'],
      [2, 'host', 'maybe'],
      [2, 'readiness', 'done'],
      [2, 'locale', 'no'],
      [2, 'leads', 'A||B'],
      [3, 'time_zone', '+02:00'],
      [3, 'country', 'Norway'],
      [3, 'working_days', '8'],
      [3, 'fte_percent', '101'],
      [3, 'joined_on', '2024-1-1']
    ]
  )
  t.ok(complaints.every(({ remedy }) => /^[A-Z(].{10,}\.\)?$/.test(remedy)))
  t.match(complaints[6]?.remedy, /GB/)
})

t.test('leap days exist in leap years only', async (t) => {
  t.strictSame(places(HEADER, AMARA.replace('2024-08-19', '2028-02-29')), [])
  t.strictSame(places(HEADER, AMARA.replace('2024-08-19', '2027-02-29')), [[2, 'joined_on']])
})

t.test('whoever leaves before joining is refused, on the same day is not', async (t) => {
  const header = `${HEADER},leaves_on`
  t.strictSame(places(header, `${AMARA},2024-08-19`), [])
  t.strictSame(places(header, `${AMARA},2024-08-18`), [[2, 'leaves_on']])
})

t.test('what is too long is refused, and only its beginning is shown', async (t) => {
  const { complaints } = parse(HEADER, AMARA.replace('Amara Okafor', 'x'.repeat(201)))
  t.match(complaints, [{ line: 2, field: 'name', value: 'x'.repeat(80), remedy: /200/ }])
  t.equal(complaints[0]?.value?.length, 80)
  t.strictSame(places(HEADER, AMARA.replace('Product', 'x'.repeat(101))), [[2, 'team']])
  t.strictSame(places(HEADER, AMARA.replace('amara@', `${'x'.repeat(250)}@`)), [[2, 'email']])
})

t.test('a control character, which the database would refuse, is refused', async (t) => {
  t.strictSame(places(HEADER, AMARA.replace('Amara', 'Ama\0ra')), [[2, 'name']])
})

t.test('an address that comes twice, in whatever case, is refused with the first line', async (t) => {
  const { complaints } = parse(HEADER, AMARA, AMARA.replace('amara@', 'AMARA@'))
  t.match(complaints, [{ line: 3, field: 'email', remedy: /line 2/ }])
})

t.test('a header with unknown, repeated and missing columns is refused whole', async (t) => {
  const { rows, complaints } = parse('name,emial,email,Time Zone,country,joined-on,name', AMARA)
  t.strictSame(rows, [])
  t.match(complaints, [
    { line: 1, field: 'header', value: 'emial', remedy: /Did you mean email/ },
    { line: 1, field: 'header', value: 'name', remedy: /twice/ },
    { line: 1, field: 'header', remedy: /The column team is missing/ }
  ])
  t.equal(complaints.length, 3)
})

t.test('a file without a line is refused', async (t) => {
  for (const nothing of ['', '\n\n', '\ufeff', ' \r\n']) {
    t.match(parseEmployees(Buffer.from(nothing)).complaints, [{ line: 1, field: 'file' }])
  }
  t.strictSame(parse(HEADER), {
    rows: [],
    complaints: [],
    emails: new Set(),
    teams: new Set(),
    isComplete: true
  })
})

t.test('a line with too few or too many fields is refused', async (t) => {
  t.match(parse(HEADER, 'Amara,amara@x.example', `${AMARA},more`).complaints, [
    { line: 2, field: 'line', remedy: /2 fields and the header 6/ },
    { line: 3, field: 'line', remedy: /7 fields and the header 6/ }
  ])
})

t.test(
  'a quote that is never closed is named by the line it is on, and nothing after it is guessed',
  async (t) => {
    const bad = AMARA.replace('Amara', '"Amara')
    t.strictSame(places(HEADER, AMARA, bad, 'x', 'y'), [[3, 'line']])
    t.strictSame(places(HEADER, AMARA, bad), [[3, 'line']])
    t.strictSame(places(HEADER, AMARA, bad, ''), [[3, 'line']])
  }
)

t.test(
  'a quote in the wrong place is named by its line; lines before and after are still read',
  async (t) => {
    const nick = 'Anna "Nan" Berg,anna@x.example,Product,Europe/Oslo,NO,2024-01-01'
    t.strictSame(places(HEADER, 'x', nick, nick, 'y'), [
      [2, 'line'],
      [3, 'line'],
      [4, 'line'],
      [5, 'line']
    ])
    const text = AMARA.replace('Amara Okafor', '"Amara" Okafor')
    t.strictSame(places(HEADER, 'x', text, AMARA), [
      [2, 'line'],
      [3, 'line']
    ])
    t.equal(
      parse(HEADER, AMARA.replace('Amara Okafor', '"Anna ""Nan"" Berg"')).rows[0]?.name,
      'Anna "Nan" Berg'
    )
  }
)

t.test('bytes that are not UTF-8 are named by their lines', async (t) => {
  const latin1 = Buffer.from([HEADER, AMARA, AMARA.replace('Amara', 'Åse'), AMARA, 'Ø'].join('\n'), 'latin1')
  t.match(parseEmployees(latin1).complaints, [
    { line: 3, field: 'file', remedy: /UTF-8/ },
    { line: 5, field: 'file' }
  ])
  const utf16 = Buffer.from(`\ufeff${HEADER}`, 'utf16le')
  t.match(parseEmployees(utf16).complaints, [{ line: 1, field: 'file', remedy: /UTF-16/ }])
})
