import t from 'tap'
import { checkReporting } from '../../../src/directory/csv/check-reporting.ts'
import { parseEmployees } from '../../../src/directory/csv/parse-employees.ts'

const HEADER = 'name,email,team,time_zone,country,joined_on,manager_email,leads'

/** Each person as `name>manager`; the company before the import as `name>manager` too. */
function check(file: string[], known: string[] = [], leads = '') {
  const lines = file.map((who) => {
    const [name, manager = ''] = who.split('>')
    return `${name},${name}@x.example,Product,Europe/Oslo,NO,2024-01-01,${manager && `${manager}@x.example`},${leads}`
  })
  const parsed = parseEmployees(Buffer.from([HEADER, ...lines].join('\n')))
  const managers = known.map((who) => {
    const [name, manager] = who.split('>')
    return [`${name}@x.example`, manager ? `${manager}@x.example` : null] as const
  })
  return checkReporting(parsed, { managers: new Map(managers), teams: new Set(['sales']) })
}

t.test('a manager may be anywhere in the file or known already', async (t) => {
  t.strictSame(check(['bo>lars', 'lars>eva', 'eva'], []), [])
  t.strictSame(check(['bo>LARS'], ['lars']), [])
  t.match(check(['bo>lars'], ['eva']), [{ line: 2, field: 'manager_email', value: 'lars@x.example' }])
})

t.test('a manager whose own line is wrong is not called unknown', async (t) => {
  const lines = [
    'Bo,bo@x.example,P,Europe/Oslo,NO,2024-01-01,eva@x.example,',
    'Eva,eva@x.example,P,Mars,NO,2024-01-01,,'
  ]
  const parsed = parseEmployees(Buffer.from([HEADER, ...lines].join('\n')))
  t.match(parsed.complaints, [{ line: 3, field: 'time_zone' }])
  t.strictSame(checkReporting(parsed, { managers: new Map(), teams: new Set() }), [])
})

t.test('nobody reports to themselves, directly or around a circle', async (t) => {
  t.match(check(['bo>bo']), [{ line: 2, field: 'manager_email', remedy: /own manager/ }])
  const circle = check(['eva', 'bo>lars', 'lars>ada', 'ada>bo', 'amara>bo'])
  t.equal(circle.length, 1, 'one circle is one complaint')
  t.match(circle, [{ line: 3, remedy: /bo@x.example, lars@x.example, ada@x.example/ }])
  t.equal(check(['a>b', 'b>a', 'c>d', 'd>c']).length, 2)
})

t.test('a circle that closes through people who are not in the file is found', async (t) => {
  t.match(check(['bo>lars'], ['lars>ada', 'ada>bo']), [{ line: 2 }])
  t.strictSame(check(['bo>', 'ada'], ['lars>ada', 'ada>bo', 'bo>lars']), [], 'the file may open one')
})

t.test(
  'a circle among people known already, below whom the file adds somebody, is not blamed on the file',
  async (t) => {
    t.strictSame(check(['bo>lars'], ['lars>ada', 'ada>lars']), [])
  }
)

t.test('a led team is one of the file or known already', async (t) => {
  t.strictSame(check(['bo'], [], 'product|SALES'), [])
  t.match(check(['bo'], [], 'Sales|Design'), [{ line: 2, field: 'leads', value: 'Design' }])
})
