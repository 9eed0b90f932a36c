import t from 'tap'
import type { DraftedSeat } from '../../../src/engine/facts/check-draft.ts'
import { leadersWithoutShift } from '../../../src/engine/facts/leaders-without-shift.ts'
import type { PersonFact, PlanningFacts } from '../../../src/engine/facts/planning-facts.ts'
import { amara, bo, facts, hanna, monday, person, rotation, seat, tuesday } from './cast.ts'

const eva = person('eva', { level: 'executive' })
const lars = person('lars', { level: 'lead' })
const on = (shift: { startsAt: Date; endsAt: Date }, ...ids: string[]): DraftedSeat[] =>
  ids.map((employeeId) => ({ employeeId, startsAt: shift.startsAt, endsAt: shift.endsAt }))

function missing(
  people: PersonFact[],
  drafted: DraftedSeat[],
  more: Partial<PlanningFacts> = {},
  promisedLater = new Map<string, number>()
) {
  return leadersWithoutShift({ ...facts, people, ...more }, { drafted, promisedLater })
}

t.test('a leader who owes a shift and has none in the days is missing', async (t) => {
  t.strictSame(missing([bo, hanna, eva, lars], on(monday, 'bo', 'hanna')), ['eva', 'lars'])
  const planned = [...on(monday, 'bo', 'hanna', 'eva'), ...on(tuesday, 'lars')]
  t.strictSame(missing([bo, hanna, eva, lars], planned), [])
})

t.test('a published seat of another rotation in the days is planned, one outside them is not', async (t) => {
  const people = [bo, hanna, eva]
  const held = [seat('eva', '2027-03-03T12:00Z', '2027-03-03T14:00Z')]
  t.strictSame(missing(people, on(monday, 'bo'), { held }), [])
  const outside = [seat('eva', '2027-03-29T12:00Z', '2027-03-29T14:00Z')]
  t.strictSame(missing(people, on(monday, 'bo'), { held: outside }), ['eva'])
})

t.test('what is promised after the days counts as done', async (t) => {
  t.strictSame(missing([bo, eva], on(monday, 'bo'), {}, new Map([['eva', 240]])), [])
  t.strictSame(missing([bo, eva], on(monday, 'bo'), {}, new Map([['eva', 0]])), ['eva'])
})

t.test('nobody waits for a leader who owes less than a shift', async (t) => {
  const owing = (minutes: number) => [bo, { ...eva, dueMinutes: minutes }]
  t.strictSame(missing(owing(239), on(monday, 'bo')), [])
  t.strictSame(missing(owing(240), on(monday, 'bo')), ['eva'])
  t.strictSame(missing([bo, { ...eva, balanceMinutes: 1 }], on(monday, 'bo')), [], 'who is ahead owes less')
  const short = { ...eva, dueMinutes: 60, balanceMinutes: -180 }
  t.strictSame(missing([bo, short], on(monday, 'bo')), ['eva'], 'a debt from before is owed too')
})

t.test(
  'nobody waits for a leader whom no shift fits: absent or exempt, in training, of other teams',
  async (t) => {
    const away = { startsAt: new Date('2027-02-20T00:00Z'), endsAt: new Date('2027-03-20T00:00Z') }
    t.strictSame(missing([bo, { ...eva, absences: [away] }], on(monday, 'bo')), [])
    t.strictSame(missing([bo, { ...eva, readiness: 'in_training' }], on(monday, 'bo')), [])
    const staffOnly = { rotation: { ...rotation, eligibleLevels: ['staff'] } }
    t.strictSame(missing([bo, eva], on(monday, 'bo'), staffOnly), [])
  }
)

t.test('a draft that gives no staff guest a seat asks for nobody', async (t) => {
  t.strictSame(missing([bo, hanna, eva], on(monday, 'hanna')), [], 'a host’s job is support')
  t.strictSame(missing([bo, eva], []), [])
  const now = new Date('2027-03-01T20:00Z')
  const held = [seat('bo', '2027-03-01T08:00Z', '2027-03-01T12:00Z')]
  t.strictSame(missing([bo, eva], on(monday, 'bo'), { now, held }), [], 'what has begun is not given')
  const drafted = [...on(monday, 'eva'), ...on(tuesday, 'bo')]
  t.strictSame(missing([bo, eva], drafted, { now }), ['eva'], 'nor is a leader planned by it')
  t.strictSame(missing([bo, eva], drafted), [])
})

t.test('where seats are scarce leaders go short as staff do, and no more than they', async (t) => {
  const people = [amara, bo, eva, lars]
  t.strictSame(missing(people, [...on(monday, 'bo', 'eva')]), [], 'one of two on either side')
  const cleo = person('cleo')
  t.strictSame(
    missing([...people, cleo], on(monday, 'bo', 'amara', 'eva')),
    ['lars'],
    'half against two thirds'
  )
  const twice = [...on(monday, 'bo', 'amara', 'eva'), ...on(tuesday, 'eva')]
  t.strictSame(missing([...people, cleo], twice), ['lars'], 'what Eva does too much is nothing for Lars')
})
