import t from 'tap'
import { deliveryGap, pointsAbove } from '../../../src/engine/insight/delivery-gap.ts'
import { groupGuesses } from '../../../src/engine/insight/group-guesses.ts'
import { servedOfScores } from '../../../src/engine/insight/served-of-scores.ts'
import { shareServed } from '../../../src/engine/insight/share-served.ts'
import { wilsonInterval } from '../../../src/engine/insight/wilson-interval.ts'
import { few, group, sixty } from './cast.ts'

const rounded = ({ low, high }: { low: number; high: number }) =>
  [low, high].map((share) => Number(share.toFixed(4)))

t.test('the interval is that of the published tables of Wilson', async (t) => {
  // Newcombe, Statistics in Medicine 17 (1998), table I, method 3: the score interval without correction.
  t.strictSame(rounded(wilsonInterval(81, 263)), [0.2553, 0.3662])
  t.strictSame(rounded(wilsonInterval(15, 148)), [0.0624, 0.1605])
  t.strictSame(rounded(wilsonInterval(0, 20)), [0, 0.1611])
  t.strictSame(rounded(wilsonInterval(1, 29)), [0.0061, 0.1718])
})

t.test('the interval holds the share, lies within 0 to 1, and narrows with the sample', async (t) => {
  let before = 1
  for (const sample of [1, 5, 30, 200, 5000]) {
    for (const yes of [0, Math.floor(sample / 3), sample]) {
      const { low, high } = wilsonInterval(yes, sample)
      t.ok(low >= 0 && low <= yes / sample && yes / sample <= high && high <= 1, `${yes} of ${sample}`)
    }
    const { low, high } = wilsonInterval(sample, sample)
    t.ok(high - low < before)
    before = high - low
  }
  t.strictSame(wilsonInterval(0, 0), { low: 0, high: 1 })
  for (const [yes, sample] of [
    [-1, 3],
    [4, 3],
    [0.5, 3]
  ] as const)
    t.throws(() => wilsonInterval(yes, sample), RangeError)
})

t.test('29 cases are too few and 30 are enough; who is unsure is in neither', async (t) => {
  t.match(shareServed({ yes: 20, no: 9, unsure: 50 }), { cases: 29, isTooFew: true, share: null, low: null })
  t.match(shareServed({ yes: 20, no: 10, unsure: 50 }), { cases: 30, isTooFew: false, share: 0.6667 })
})

t.test('scores of 4 and 5 are customers served well, 3 is not', async (t) => {
  const scores = [1, 2, 3, 4, 5].map((score) => ({ score, answers: 10 ** (score - 1) }))
  t.strictSame(servedOfScores(scores), { yes: 11_000, no: 111, unsure: 0 })
})

t.test('four guesses say nothing, five a median and quartiles', async (t) => {
  const guesses = [95, 70, 90, 80, 85, 60].map((percent) => ({ percent, pains: [] }))
  t.equal(groupGuesses(guesses.slice(0, 4)), null)
  t.match(groupGuesses(guesses.slice(0, 5)), { leaders: 5, median: 85, lowerQuartile: 80, upperQuartile: 90 })
  t.match(groupGuesses(guesses), { median: 82.5, lowerQuartile: 72.5, upperQuartile: 88.8 })
})

t.test('a pain that one leader alone named is counted and not told', async (t) => {
  const pains = [
    ['Pairing', 'Bills'],
    ['pairing '],
    ['PAIRING', 'pairing'],
    ['Bills'],
    ['The app of my brother']
  ]
  const found = groupGuesses(pains.map((own) => ({ percent: 80, pains: own })))
  t.match(found, { pains: [{ leaders: 3 }, { name: 'Bills', leaders: 2 }], namedOnce: 1 })
  t.notMatch(JSON.stringify(found), /brother/)
})

t.test('the gap is the median guess less the share, in points, and unknown where either is', async (t) => {
  const known = { guess: group, shifts: sixty, customers: few, foundPains: [] }
  t.match(deliveryGap(known), { gapToShifts: 10, gapToCustomers: null })
  t.match(deliveryGap({ ...known, guess: null }), { gapToShifts: null, gapToCustomers: null })
  t.equal(pointsAbove(60, sixty), -15, 'who guessed below is below')
  t.equal(pointsAbove(null, sixty), null)
})

t.test('the three pains with most customers are shown', async (t) => {
  const pain = (name: string, customers: number) => ({ areaId: name, name, learnings: 1, customers })
  const foundPains = [pain('App', 2), pain('Bills', 9), pain('Hub', 5), pain('Tariffs', 7)]
  const { foundPains: shown } = deliveryGap({ guess: null, shifts: few, customers: few, foundPains })
  t.strictSame(
    shown.map(({ name }) => name),
    ['Bills', 'Tariffs', 'Hub']
  )
})
