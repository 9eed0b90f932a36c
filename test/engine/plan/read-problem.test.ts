import t from 'tap'
import { IllegalProblem, readProblem } from '../../../src/engine/plan/read-problem.ts'
import { writeProblem } from '../../../src/engine/plan/write-problem.ts'
import { smallProblem } from './small-problems.ts'

t.test('a problem comes back as it was written', async (t) => {
  for (let seed = 1; seed < 30; seed++) {
    const text = [...writeProblem(smallProblem(seed))].join('')
    t.same([...writeProblem(readProblem(text))].join(''), text)
  }
})

const header = {
  format: 'rota-problem/1',
  name: 'n',
  days: 7,
  restMinutes: 660,
  weights: { min: 1, desired: 1, quota: 1, unpopular: 1, wish: 1, change: 1 },
  teamCaps: [1],
  shifts: [{ day: 0, start: 0, end: 60, min: 1, desired: 1, max: 1, hosts: 0 }]
}
const person = {
  team: 0,
  host: false,
  experienced: false,
  newcomer: false,
  spacingDays: 1,
  maxShifts: 1,
  dueMinutes: 60,
  carriedUnpopular: 0,
  fits: [0, 0, 0]
}

const refusal = (first: object, second: object) =>
  refusalOf(`${JSON.stringify(first)}\n${JSON.stringify(second)}\n`)

function refusalOf(text: string): string {
  try {
    readProblem(text)
  } catch (error) {
    if (error instanceof IllegalProblem) return `${error.line} ${error.field}`
    throw error
  }
  return 'none'
}

t.test('illegal input is refused with line and field', async (t) => {
  t.equal(refusal(header, person), 'none')
  t.equal(refusal({ ...header, format: 'rota-problem/2' }, person), '1 format')
  t.equal(refusal({ ...header, restMinutes: -1 }, person), '1 restMinutes')
  t.equal(refusal({ ...header, weights: { ...header.weights, wish: -1 } }, person), '1 weights.wish')
  t.equal(refusal({ ...header, weights: { ...header.weights, wish: 0.1234 } }, person), '1 weights.wish')
  t.equal(refusal({ ...header, shifts: [{ ...header.shifts[0], end: 0 }] }, person), '1 shifts[0].end')
  t.equal(refusal(header, { ...person, fits: [1, 0, 0] }), '2 fits[0]')
  t.equal(refusal(header, { ...person, fits: [0, -1, 0] }), '2 fits[1]')
  t.equal(refusal(header, { ...person, fits: [0, 0] }), '2 fits')
  t.equal(refusal(header, { ...person, team: 1 }), '2 team')
  t.equal(refusal(header, { ...person, locked: [1] }), '2 locked[0]')
  t.equal(refusal(header, { ...person, fits: [], locked: [0] }), '2 locked[0]')
  t.equal(refusal(header, { ...person, published: [0, 0] }), '2 published')
  t.equal(refusal(header, { ...person, host: 1 }), '2 host')
  t.equal(refusal(header, { ...person, maxShifts: 1.5 }), '2 maxShifts')
})

t.test('somebody who is ahead may owe less than nothing', async (t) => {
  t.equal(refusal(header, { ...person, dueMinutes: -60 }), 'none')
})

t.test('what is not JSON, or nothing at all, is refused by line', async (t) => {
  t.equal(refusalOf(`${JSON.stringify(header)}\n\n{`), '3 line')
  t.equal(refusalOf(''), '1 format')
})
