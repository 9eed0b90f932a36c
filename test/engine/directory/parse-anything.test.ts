import fc from 'fast-check'
import t from 'tap'
import { EMPLOYEE_COLUMNS } from '../../../src/directory/csv/columns.ts'
import { parseEmployees } from '../../../src/directory/csv/parse-employees.ts'

const lineCount = (bytes: Uint8Array) =>
  Buffer.from(bytes)
    .toString('latin1')
    .split(/\r\n|\r|\n/).length

function isSound(bytes: Uint8Array): boolean {
  const { rows, complaints } = parseEmployees(bytes)
  const lines = [...rows, ...complaints].map(({ line }) => line)
  const isInFile = lines.every((line) => Number.isInteger(line) && line >= 1 && line <= lineCount(bytes))
  return isInFile && complaints.every(({ field, remedy }) => field !== '' && remedy !== '')
}

t.test('any bytes give rows or complaints on lines of the file, and nothing is thrown', async (t) => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), isSound), { numRuns: 2000 })
  t.pass()
})

t.test('so does any text that is nearly an employee file', async (t) => {
  const header = EMPLOYEE_COLUMNS.map(({ name }) => name).join(',')
  const piece = fc.constantFrom(
    ...[
      '"',
      '""',
      ',',
      ';',
      '\n',
      '\r\n',
      '\r',
      ' ',
      '\0',
      '\ufeff',
      'a@b.example',
      '2024-01-01',
      'Europe/Oslo'
    ],
    ...['1-5', 'NO', 'Product', 'yes', '|', 'x'.repeat(300), 'ß', 'İ', '\ud800', header]
  )
  const text = fc.array(piece, { maxLength: 60 }).map((pieces) => `${header}\n${pieces.join('')}`)
  fc.assert(
    fc.property(text, (file) => isSound(Buffer.from(file))),
    { numRuns: 3000 }
  )
  t.pass()
})

t.test('a file of n good people gives n rows, wherever fields are quoted', async (t) => {
  const word = fc.string({ minLength: 1, maxLength: 20 }).filter((text) => /^\P{Cc}*\S/u.test(text))
  const people = fc.array(word, { maxLength: 20 })
  const property = fc.property(people, (names) => {
    const lines = names.map(
      (name, index) => `"${name.replaceAll('"', '""')}",p${index}@x.example,T,Europe/Oslo,NO,2024-01-01`
    )
    const file = ['name,email,team,time_zone,country,joined_on', ...lines].join('\n')
    const { rows, complaints } = parseEmployees(Buffer.from(file))
    return complaints.length === 0 && rows.length === names.length
  })
  fc.assert(property, { numRuns: 500 })
  t.pass()
})
