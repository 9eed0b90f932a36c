import fc from 'fast-check'
import t from 'tap'
import { joinMonths } from '../../../src/engine/privacy/join-months.ts'
import { FEWEST_PEOPLE } from '../../../src/engine/privacy/publish-groups.ts'
import {
  type Overlap,
  peopleIn,
  publishOverlapping
} from '../../../src/engine/privacy/publish-overlapping.ts'
import { isolatedBy, type Members } from '../../http/reports/attack.ts'

const TRACKS = ['calls', 'pages', 'reviews'] as const
const MONTHS = 3

/** By person and month in which tracks they are, as bits. */
const company = fc.array(
  fc.array(fc.constantFrom(0, 0, 0, 1, 1, 2, 2, 3, 4, 6), { minLength: MONTHS, maxLength: MONTHS }),
  { minLength: 12, maxLength: 28 }
)

const tracksOf = (bits: number) => TRACKS.filter((_, at) => ((bits >> at) & 1) === 1)

function overlapsOf(people: readonly number[]): Overlap[] {
  return [...new Set(people)]
    .filter((bits) => bits > 0)
    .map((bits) => ({ keys: tracksOf(bits), people: people.filter((one) => one === bits).length }))
}

/** What is shown of some of the months: the rows, and who is in them with what. */
function reportOf(people: readonly number[][], months: readonly number[]) {
  const all = people.map((of) => months.reduce((bits, month) => bits | of[month]!, 0))
  const parts = months.map((month) => overlapsOf(people.map((of) => of[month]!)))
  const enough = publishOverlapping(overlapsOf(all), [])
  const keys = TRACKS.filter((_, at) => all.some((bits) => ((bits >> at) & 1) === 1))
  const decided = parts.map((part) => publishOverlapping(part, []))
  const groups = enough ? joinMonths(keys, [...decided, enough]) : []
  const members = groups.map(
    (keys): Members =>
      new Set(
        people.flatMap((of, person) =>
          months.flatMap((month) =>
            tracksOf(of[month]!)
              .filter((track) => keys.includes(track))
              .map((track) => `${person} ${month} ${track}`)
          )
        )
      )
  )
  return { groups, members, parts, all }
}

const someMonths = Array.from({ length: 2 ** MONTHS - 1 }, (_, at) =>
  Array.from({ length: MONTHS }, (_, month) => month).filter((month) => (((at + 1) >> month) & 1) === 1)
)

t.test('all reports of any months together isolate nobody', async (t) => {
  let several = 0
  const holds = fc.property(company, (people) => {
    const reports = someMonths.map((months) => reportOf(people, months))
    // Whoever is alone with their hours in a whole month is in the total of it.
    const isBusy = Array.from({ length: MONTHS }, (_, month) => people.filter((of) => of[month]! > 0).length)
    fc.pre(isBusy.every((count) => count >= FEWEST_PEOPLE))
    if (reports.some(({ groups }) => groups.length > 1)) several += 1
    return isolatedBy(reports.flatMap(({ members }) => members)).length === 0
  })
  t.doesNotThrow(() => fc.assert(holds, { seed: 5, numRuns: 200 }))
  t.ok(several > 50, `several rows in ${several} of them`)
})

t.test('every row is of nobody or of five people in each month, unless the month has fewer', async (t) => {
  const holds = fc.property(company, (people) => {
    const { groups, parts, all } = reportOf(people, [0, 1, 2])
    const busy = all.filter((bits) => bits > 0).length
    if (busy < FEWEST_PEOPLE) return groups.length === 0
    return parts.every((part) => {
      const most = peopleIn(TRACKS, part)
      const counts = groups.map((keys) => peopleIn(keys, part)).filter((count) => count > 0)
      return most < FEWEST_PEOPLE ? groups.length === 1 : counts.every((count) => count >= FEWEST_PEOPLE)
    })
  })
  t.doesNotThrow(() => fc.assert(holds, { seed: 6, numRuns: 500 }))
})

t.test('nor is a difference to groups of another kind of fewer than five', async (t) => {
  const whole = [
    { keys: ['calls'], people: 9 },
    { keys: ['reviews'], people: 11 },
    { keys: ['pages'], people: 7 }
  ]
  const shown = (...beside: Overlap[][]) => publishOverlapping(whole, [beside])!
  const [team, others] = [
    [{ keys: ['calls'], people: 8 }],
    [
      { keys: ['calls'], people: 1 },
      { keys: ['reviews'], people: 11 },
      { keys: ['pages'], people: 7 }
    ]
  ]
  t.strictSame(shown(team, others), [['reviews'], ['calls', 'pages']], 'one calls who is not of the team')
  const several = [...others, { keys: ['calls', 'reviews'], people: 4 }]
  t.strictSame(shown(team, several), [['calls'], ['pages'], ['reviews']], 'five do')
  const helpers = [...team, { keys: ['pages', 'reviews'], people: 2 }]
  t.strictSame(
    shown(helpers, others),
    [['reviews'], ['calls', 'pages']],
    'two of the team do something else, and both things count once'
  )
  t.strictSame(
    shown([...helpers, { keys: ['pages'], people: 2 }], others).length,
    3,
    'four do, and one calls'
  )
})
