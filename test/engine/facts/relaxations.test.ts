import t from 'tap'
import { relaxationFacts } from '../../../src/engine/facts/relaxation-facts.ts'
import { wishThatTips } from '../../../src/engine/facts/wish-that-tips.ts'
import { explainOpenSeat } from '../../../src/engine/plan/explain.ts'
import { loadFacts } from '../../../src/engine/plan/facts.ts'
import { relaxationSentence } from '../../../src/rotations/relaxation-sentence.ts'
import { amara, bo, built, facts, hanna, rotation } from './cast.ts'

/** The sentences for the first shift that somebody could take if a rule gave way, in order of rule. */
function sentences(of: ReturnType<typeof built>, plan: number[][], shift: number): (string | null)[] {
  const { relaxations } = explainOpenSeat(loadFacts(of.problem, plan), shift)
  const said = relaxations.map((one) => relaxationFacts(of, shift, one))
  const names = { who: 'Bo', team: 'Product' }
  return said.sort((a, b) => (a.rule < b.rule ? -1 : 1)).map((one) => relaxationSentence(one, names))
}

t.test('a missing host is one more host on that weekday', async (t) => {
  const of = built({ people: [bo, hanna] })
  t.strictSame(sentences(of, [[], []], 4), ['1 more host on Fridays: then Bo could sit here.'])
})

t.test('a full team is a cap one higher, a full shift one seat more', async (t) => {
  const teams = facts.teams.map((team) => ({ ...team, supportCap: team.id === 'product' ? 1 : 3 }))
  const full = built({ teams, people: [amara, bo, hanna] })
  t.strictSame(sentences(full, [[0], [], [0]], 0), [
    'The cap of Product from 1 to 2: then Bo could sit here.'
  ])
  const seats = { ...rotation.seats, max: 2 }
  const tight = built({ rotation: { ...rotation, seats }, people: [amara, bo, hanna] })
  t.strictSame(sentences(tight, [[1], [], [1]], 1), [
    'The most seats of this shift from 2 to 3: then Bo could sit here.'
  ])
})

t.test(
  'somebody with too many shifts, or too close together, would have to bend their own rule',
  async (t) => {
    const of = built({ people: [bo, hanna] })
    const [{ maxShifts = 0 } = {}] = of.problem.people
    t.equal(maxShifts, 2)
    t.strictSame(sentences(of, [[0, 7], [9]], 9), [])
    t.strictSame(sentences(of, [[5], [3]], 3), ['Bo with 4 days between two shifts instead of at least 7.'])
    const free = built({ rotation: { ...rotation, spacingDays: 1 }, people: [bo, hanna] })
    t.strictSame(sentences(free, [[0, 5], [9]], 9), ['Bo with 3 shifts in the period instead of at most 2.'])
  }
)

t.test('newcomers need experienced people, and eleven hours of rest are nobody’s to give away', async (t) => {
  const newcomers = [amara, bo].map((person) => ({ ...person, readiness: 'shadowing' as const }))
  const of = built({ people: [...newcomers, hanna] })
  t.strictSame(sentences(of, [[0], [], [0]], 0), [
    '1 more experienced person on Mondays: then Bo could sit here.'
  ])
  const rest = { rule: 'short-rest', employeeId: 'bo', team: null, weekday: 1, onDay: '2027-03-01' } as const
  t.equal(
    relaxationSentence({ ...rest, from: 660, to: 480, scoreChange: -900 }, { who: 'Bo', team: '' }),
    null
  )
})

t.test(
  'the mildest wish that costs enough tips the balance, counted from what the shift costs already',
  async (t) => {
    t.equal(wishThatTips(0, 11.9), 'rather_not')
    t.equal(wishThatTips(0, 12), 'ask_nicely')
    t.equal(wishThatTips(0, 36), null)
    t.equal(wishThatTips(12, 0.5), 'ask_nicely', 'who would rather not already must ask for more')
    t.equal(wishThatTips(4, 11.9), 'rather_not', 'what another loves costs four more either way')
  }
)
