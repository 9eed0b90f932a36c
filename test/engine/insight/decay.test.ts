import t from 'tap'
import { decayFigures } from '../../../src/engine/insight/decay-figures.ts'
import { medianWait } from '../../../src/engine/insight/median-wait.ts'
import { DECAY_SIGNS, needsReview, worseningSigns } from '../../../src/engine/insight/worsening-signs.ts'
import { counts, quarter } from './cast.ts'

const signsOf = (now: Partial<typeof quarter>, before = quarter) =>
  worseningSigns(before, { ...before, ...now }).map(({ sign }) => sign)

t.test('each figure worsens by its margin, in its own direction, and not by a hair less', async (t) => {
  const cases = [
    ['took-part', 'tookPartShare', 0.75, 0.76, 0.9],
    ['given-up', 'waivedShare', 0.05, 0.04, 0],
    ['given-up', 'lateDroppedShare', 0.06, 0.05, 0],
    ['not-told', 'notToldShare', 0.25, 0.24, 0],
    ['host-load', 'hostHoursPerWeek', 6.5, 6.4, 3],
    ['mood', 'mood', 3.7, 3.8, 5],
    ['answer-age', 'answerAgeDays', 19, 18.5, 2]
  ] as const
  for (const [sign, figure, worse, same, better] of cases) {
    t.strictSame(signsOf({ [figure]: worse }), [sign], `${figure} ${worse}`)
    t.strictSame(signsOf({ [figure]: same }), [], `${figure} ${same}`)
    t.strictSame(signsOf({ [figure]: better }), [], `${figure} ${better}`)
    t.strictSame(signsOf({ [figure]: null }), [], `${figure} is unknown`)
    t.strictSame(signsOf({ [figure]: worse }, { ...quarter, [figure]: null }), [], `${figure} was unknown`)
  }
  t.strictSame([...new Set(cases.map(([sign]) => sign))], [...DECAY_SIGNS], 'every sign is tried')
})

t.test('three different signs need a review, two do not, and two ways to give up are one', async (t) => {
  const two = { mood: 3, answerAgeDays: 60 }
  t.notOk(needsReview(worseningSigns(quarter, { ...quarter, ...two })))
  t.ok(needsReview(worseningSigns(quarter, { ...quarter, ...two, tookPartShare: 0.5 })))
  const given = worseningSigns(quarter, { ...quarter, mood: 3, waivedShare: 0.2, lateDroppedShare: 0.2 })
  t.equal(given.length, 3)
  t.notOk(needsReview(given))
})

t.test('fewer than five people have neither a share nor a mood', async (t) => {
  const told = { ...counts, staff: 4, tookPart: 4, moodMean: 4.26, moodPeople: 4 }
  t.match(decayFigures(told), { tookPartShare: null, mood: null })
  t.match(decayFigures({ ...told, staff: 5, moodPeople: 5 }), { tookPartShare: 0.8, mood: 4.3 })
})

t.test('seats given up are of those given out, and a host’s week has seven days', async (t) => {
  const figures = decayFigures({
    ...counts,
    ...{ held: 95, dropped: 5, seats: 80, notTold: 20, dueMinutes: 1000, waivedMinutes: 50 },
    ...{ hosts: 3, hostMinutes: 3 * 13 * 360, days: 91 }
  })
  t.match(figures, { lateDroppedShare: 0.05, notToldShare: 0.25, waivedShare: 0.05, hostHoursPerWeek: 6 })
})

t.test('a wait is told as it was known then: later answers do not make the past better', async (t) => {
  const at = (day: string) => new Date(`2027-${day}T09:00:00Z`)
  const theme = {
    madeAt: at('01-10'),
    firstReportsAt: [at('01-01'), at('02-01')],
    decisions: [{ decision: 'doing' as const, decidedAt: at('02-15') }]
  }
  t.equal(medianWait([theme], at('01-31')), 30, 'from the first report on, not from when it was made')
  t.equal(medianWait([theme], at('02-20')), null)
  t.equal(medianWait([theme], at('01-01')), null, 'nobody had heard of it')
  const other = { madeAt: at('01-21'), firstReportsAt: [], decisions: [] }
  t.equal(medianWait([theme, other], at('01-31')), 20)
})
