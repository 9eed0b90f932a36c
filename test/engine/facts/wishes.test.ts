import t from 'tap'
import { checkDraft } from '../../../src/engine/facts/check-draft.ts'
import type { WishFact, WishLevel } from '../../../src/engine/facts/wish-for.ts'
import { wishFor } from '../../../src/engine/facts/wish-for.ts'
import { planRotation } from '../../../src/engine/plan/plan-rotation.ts'
import { amara, bo, built, daysFor, facts, hanna, monday, person, rotation, tuesday } from './cast.ts'

const on = (weekday: number, part: WishFact['part'], level: WishLevel): WishFact => ({
  weekday,
  onDay: null,
  part,
  level
})
const dated = (onDay: string, part: WishFact['part'], level: WishLevel): WishFact => ({
  weekday: null,
  onDay,
  part,
  level
})
const span = (startsAt: string, endsAt: string) => ({
  startsAt: new Date(startsAt),
  endsAt: new Date(endsAt)
})
const OSLO = 'Europe/Oslo'

t.test('a date goes before a weekday, a part before the day, and silence is fine', async (t) => {
  const wishes = [
    on(1, 'day', 'ask_nicely'),
    on(1, 'morning', 'love'),
    dated('2027-03-08', 'day', 'rather_not')
  ]
  t.equal(wishFor(wishes, monday, OSLO), 'love')
  t.equal(wishFor(wishes, span('2027-03-08T08:00Z', '2027-03-08T12:00Z'), OSLO), 'rather_not')
  t.equal(wishFor(wishes, span('2027-03-01T13:00Z', '2027-03-01T16:00Z'), OSLO), 'ask_nicely')
  t.equal(wishFor(wishes, tuesday, OSLO), 'fine')
})

t.test('a shift is what it mostly is, but one minute of "cannot" is enough', async (t) => {
  t.equal(wishFor([on(1, 'afternoon', 'rather_not')], monday, OSLO), 'fine', 'one hour of four')
  t.equal(wishFor([on(1, 'morning', 'rather_not')], monday, OSLO), 'rather_not')
  t.equal(wishFor([on(1, 'afternoon', 'cannot')], monday, OSLO), 'cannot')
  const halves = span('2027-03-01T09:00Z', '2027-03-01T13:00Z')
  const mixed = [on(1, 'morning', 'love'), on(1, 'afternoon', 'rather_not')]
  t.equal(wishFor(mixed, halves, OSLO), 'rather_not', 'of equals the less glad')
})

t.test('the night belongs to the day on which it begins, by the clock of the person', async (t) => {
  const sundayNight = [on(7, 'night', 'cannot')]
  const earlyMonday = span('2027-03-01T02:00Z', '2027-03-01T04:00Z')
  t.equal(wishFor(sundayNight, earlyMonday, OSLO), 'cannot')
  t.equal(wishFor([on(1, 'night', 'cannot')], earlyMonday, OSLO), 'fine')
  const untilTen = span('2027-03-01T02:00Z', '2027-03-01T03:00Z')
  t.equal(wishFor(sundayNight, untilTen, 'America/New_York'), 'fine', 'there it is Sunday evening')
  t.equal(wishFor([on(7, 'evening', 'cannot')], untilTen, 'America/New_York'), 'cannot')
})

t.test('parts of the day keep to the wall clock over clock changes', async (t) => {
  const mornings = [1, 2, 3, 4, 5, 6, 7].map((weekday) => on(weekday, 'morning', 'cannot'))
  const cases: [zone: string, lastMinuteOfNight: string][] = [
    [OSLO, '2027-03-27T04:59Z'],
    [OSLO, '2027-03-28T03:59Z'],
    [OSLO, '2027-10-31T04:59Z'],
    ['Australia/Lord_Howe', '2027-04-02T18:59Z'],
    ['Australia/Lord_Howe', '2027-04-04T19:29Z'],
    ['America/Sao_Paulo', '2018-11-03T08:59Z'],
    ['America/Sao_Paulo', '2018-11-04T07:59Z']
  ]
  for (const [zone, minute] of cases) {
    const startsAt = new Date(minute)
    const endsAt = new Date(startsAt.getTime() + 60_000)
    t.equal(wishFor(mornings, { startsAt, endsAt }, zone), 'fine', `${zone} ${minute}`)
    const next = { startsAt: endsAt, endsAt: new Date(endsAt.getTime() + 60_000) }
    t.equal(wishFor(mornings, next, zone), 'cannot', `${zone} after ${minute}`)
  }
})

const costOf = (who: typeof bo, shift: number, others = [hanna]) => {
  const { problem, people } = built({ people: [...others, who] })
  return problem.people[people.indexOf(who.id)]!.fits[shift * 3 + 2]
}

t.test('levels cost more the less glad they are, and gladness shows in what others pay', async (t) => {
  const with_ = (level: WishLevel) => person('bo', { wishes: [on(1, 'day', level)] })
  t.equal(costOf(with_('fine'), 0), 0)
  t.equal(costOf(with_('rather_not'), 0), 12)
  t.equal(costOf(with_('ask_nicely'), 0), 36)
  t.equal(costOf(with_('love'), 0), 0)
  t.equal(costOf(amara, 0, [hanna, with_('love')]), 4)
  t.equal(costOf(amara, 1, [hanna, with_('love')]), 0, 'not on other days')
})

t.test('what somebody cannot does not fit, unless it is promised to them already', async (t) => {
  const wishes = [on(1, 'day', 'cannot')]
  const who = person('bo', { wishes })
  t.notOk(daysFor(who).some((day) => day === '2027-03-01' || day === '2027-03-08'))
  t.equal(daysFor(who).length, 8)
  const published = [{ employeeId: 'bo', startsAt: monday.startsAt }]
  t.ok(daysFor(who, { published }).includes('2027-03-01'))
  t.notOk(daysFor(who, { published }).includes('2027-03-08'))
})

t.test('a draft that gives somebody what they cannot is stale', async (t) => {
  const people = [hanna, person('bo', { wishes: [dated('2027-03-01', 'day', 'cannot')] })]
  const drafted = ['bo', 'hanna'].map((employeeId) => ({ employeeId, ...monday }))
  t.match(checkDraft({ ...facts, people }, { drafted, begun: [] }), [
    { rule: 'not-fitting', employeeId: 'bo' }
  ])
})

t.test('a plan gives a shift to who is indifferent, not to who would rather not', async (t) => {
  const shifts = [monday]
  const seats = { min: 2, desired: 2, max: 2, hosts: 1 }
  const guestOf = (people: (typeof bo)[]) => {
    const { problem, people: ids } = built({
      people: [hanna, ...people],
      shifts,
      rotation: { ...rotation, seats }
    })
    const { assignments } = planRotation(problem, { seed: 1 })
    return ids.filter((id, p) => id !== 'hanna' && assignments[p]!.length > 0)
  }
  for (const level of ['rather_not', 'ask_nicely', 'cannot'] as const) {
    const wishes = [on(1, 'morning', level)]
    t.strictSame(guestOf([person('amara', { wishes }), bo]), ['bo'], level)
    t.strictSame(guestOf([amara, person('bo', { wishes })]), ['amara'], level)
  }
  const loving = [on(1, 'morning', 'love')]
  t.strictSame(guestOf([amara, person('bo', { wishes: loving })]), ['bo'])
  t.strictSame(guestOf([person('amara', { wishes: loving }), bo]), ['amara'])
  const unwilling = [on(1, 'day', 'ask_nicely')]
  t.strictSame(guestOf([person('bo', { wishes: unwilling })]), ['bo'], 'rather than leave the seat empty')
})
