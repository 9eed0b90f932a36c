import t from 'tap'
import { buildProblem } from '../../../src/engine/facts/build-problem.ts'
import { dueOfGroup } from '../../../src/engine/facts/due-of-period.ts'
import { seatShares } from '../../../src/engine/facts/problem-people.ts'
import { seatsOf } from '../../../src/engine/facts/seats-of.ts'
import { planRotation } from '../../../src/engine/plan/plan-rotation.ts'
import { judgePlan } from '../../../src/engine/rules/judge-plan.ts'
import { amara, bo, built, facts, hanna, mornings, person, rotation, seat, seen, shiftsOf } from './cast.ts'

t.test('the order of the facts does not change the problem', async (t) => {
  const held = [
    seat('bo', '2027-03-01T10:00Z', '2027-03-01T14:00Z'),
    seat('amara', '2027-03-02T10:00Z', '2027-03-02T14:00Z')
  ]
  const published = [
    { employeeId: 'hanna', startsAt: facts.shifts[0]!.startsAt },
    { employeeId: 'hanna', startsAt: facts.shifts[6]!.startsAt }
  ]
  const turned = {
    shifts: facts.shifts.toReversed(),
    people: facts.people.toReversed(),
    teams: facts.teams.toReversed(),
    held: held.toReversed(),
    published: published.toReversed()
  }
  t.strictSame(built({ held, published }), built(turned))
  t.strictSame(built().people, ['amara', 'bo', 'hanna'])
})

t.test('a problem of some people has each of them as they are among all', async (t) => {
  const published = [{ employeeId: 'hanna', startsAt: facts.shifts[0]!.startsAt }]
  const whole = { ...facts, published }
  const all = buildProblem(whole)
  const some = buildProblem(whole, { people: new Set(['bo', 'hanna']) })
  t.strictSame(some.people, ['bo', 'hanna'])
  t.strictSame(some.shifts, all.shifts)
  const [, ...others] = all.problem.people
  t.strictSame(some.problem.people, others, 'what they owe is not less because fewer are asked about')
})

t.test(
  'hosts and guests are cut to the seats that each may have; to know how is to need nobody else',
  async (t) => {
    // Ten mornings of 240 minutes: hosts may have all four seats, guests three.
    const hosts = ['hanna', 'hugo'].map((id) => person(id, { isHost: true, dueMinutes: 9600 }))
    const guests = ['amara', 'bo', 'cy'].map((id) => person(id, { dueMinutes: 4800 }))
    const all = { ...facts, people: [...hosts, ...guests] }
    const dues = (problem: ReturnType<typeof buildProblem>) =>
      Object.fromEntries(problem.people.map((id, p) => [id, problem.problem.people[p]!.dueMinutes]))
    t.strictSame(dues(buildProblem(all)), { amara: 2400, bo: 2400, cy: 2400, hanna: 4800, hugo: 4800 })
    const shares = seatShares(all, facts.shifts)
    const two = { ...facts, people: [hosts[0]!, guests[2]!] }
    const asked = { people: new Set(['cy', 'hanna']), startsAt: facts.shifts[3]!.startsAt, shares }
    const few = buildProblem(two, asked)
    t.strictSame(dues(few), { cy: 2400, hanna: 4800 })
    t.strictSame(few.shifts, [facts.shifts[3]], 'the one shift, as nobody is promised another')
  }
)

t.test('a problem about one shift has what fits people of it and of what they are promised', async (t) => {
  const [monday, , later] = facts.shifts
  const published = [{ employeeId: 'hanna', startsAt: monday!.startsAt }]
  const held = [
    { employeeId: 'bo', onDay: monday!.onDay, startsAt: monday!.startsAt, endsAt: monday!.endsAt }
  ]
  const whole = { ...facts, published, held }
  const all = buildProblem(whole)
  const about = { people: new Set(['amara', 'bo', 'hanna']), startsAt: later!.startsAt }
  const one = buildProblem(whole, about)
  const index = all.shifts.findIndex(({ startsAt }) => startsAt === later!.startsAt)
  const wanted = (list: ArrayLike<number>, kept: readonly number[]) => {
    const fits = Array.from(list)
    return fits.flatMap((_, at) => (at % 3 === 0 && kept.includes(fits[at]!) ? fits.slice(at, at + 3) : []))
  }
  const people = all.problem.people.slice(0, all.people.length)
  t.ok(all.problem.people.length > people.length, 'a seat held elsewhere stands in the whole problem')
  const expected = people
    .map((person) => ({ ...person, fits: wanted(person.fits, [index, ...(person.published ?? [])]) }))
    .filter(({ fits, published = [] }) => fits.length > 0 || published.length > 0)
  t.strictSame(one.problem.people, expected)
  t.ok(
    one.problem.people.some(({ fits }) => fits.length === 6),
    'somebody has what is asked and a promise'
  )
})

t.test('minutes count from the first local midnight and days from the first day', async (t) => {
  const { problem } = built()
  t.equal(problem.days, 14)
  t.match(problem.shifts[0], { day: 0, start: 540, end: 780, min: 1, desired: 2, max: 4, hosts: 1 })
  t.match(problem.shifts.at(-1), { day: 11, start: 11 * 1440 + 540 })
  t.strictSame(problem.teamCaps, [2, 3], 'teams go by id: product, support')
})

t.test('a shift over the clock change has its real length', async (t) => {
  const spring = { ...rotation, fromOn: '2027-03-22', toOn: '2027-04-05' }
  const shifts = shiftsOf([{ weekday: 7, startsAt: '00:00', endsAt: '08:00' }], spring)
  const { problem } = built({ rotation: spring, shifts })
  t.strictSame(
    problem.shifts.map(({ start, end }) => end - start),
    [420, 480]
  )
})

t.test(
  'the quota is what is due less the balance, of which at most half a period’s due counts',
  async (t) => {
    const due = (balanceMinutes: number) => seen({ ...bo, dueMinutes: 480, balanceMinutes })?.dueMinutes
    t.equal(due(0), 480)
    t.equal(due(-60), 540, 'an hour behind is an hour more')
    t.equal(due(60), 420)
    t.equal(due(-9000), 720, 'newcomers are not flooded to catch up')
    t.equal(due(9000), 240)
  }
)

t.test(
  'hours promised by another rotation in the period count toward its quota, others do not',
  async (t) => {
    const due = (start: string, end: string) =>
      seen({ ...bo, dueMinutes: 480 }, { held: [seat('bo', start, end)] })?.dueMinutes
    t.equal(due('2027-03-04T14:00Z', '2027-03-04T18:00Z'), 240)
    t.equal(due('2027-02-25T14:00Z', '2027-02-25T18:00Z'), 480)
    t.equal(due('2027-03-15T14:00Z', '2027-03-15T18:00Z'), 480)
    t.equal(due('2027-03-04T08:00Z', '2027-03-04T23:00Z'), 0, 'never negative')
  }
)

t.test(
  'people may have one shift more than their quota fills, hosts as many as the seats need',
  async (t) => {
    t.equal(seen({ ...bo, dueMinutes: 0 })?.maxShifts, 1)
    t.equal(seen({ ...bo, dueMinutes: 240 })?.maxShifts, 2)
    t.equal(seen({ ...bo, dueMinutes: 241 })?.maxShifts, 3)
    t.equal(seen({ ...hanna, dueMinutes: 0 }, { people: [{ ...hanna, dueMinutes: 0 }] })?.maxShifts, 20)
  }
)

t.test('roles follow from host and readiness', async (t) => {
  t.match(seen(hanna), { host: true, experienced: true, newcomer: false, spacingDays: 2 })
  t.match(seen(bo), { host: false, experienced: true, newcomer: false, spacingDays: 7 })
  t.match(seen({ ...bo, readiness: 'shadowing' }), { experienced: false, newcomer: true })
})

t.test('what is published is a promise of the shifts still to come', async (t) => {
  const [first, second] = facts.shifts
  const published = [
    { employeeId: 'bo', startsAt: first!.startsAt },
    { employeeId: 'bo', startsAt: second!.startsAt }
  ]
  t.strictSame(seen(bo, { published })?.published, [0, 1])
  t.strictSame(
    seen(bo, { published, now: new Date('2027-03-01T09:00Z') })?.published,
    [0],
    'the first has begun'
  )
  t.strictSame(seen(amara, { published })?.published, [], 'a shift given to Amara is a change too')
  t.equal(seen(bo)?.published, undefined)
})

t.test('somebody who cannot work any shift is left out unless they are promised one', async (t) => {
  const nils = person('nils', { readiness: 'in_training' })
  t.strictSame(built({ people: [hanna, nils] }).people, ['hanna'])
  const published = [{ employeeId: 'nils', startsAt: facts.shifts[0]!.startsAt }]
  t.strictSame(built({ people: [hanna, nils], published }).people, ['hanna', 'nils'])
})

t.test('seats held elsewhere fill the cap of a team at those instants and nothing else', async (t) => {
  const cap = [
    { id: 'product', supportCap: 1 },
    { id: 'support', supportCap: 3 }
  ]
  const monday = facts.shifts.slice(0, 1)
  const cleo = person('cleo', { readiness: 'in_training' })
  const people = [hanna, bo, cleo]
  const at = (start: string, end: string) => {
    const problem = built({ teams: cap, shifts: monday, people, held: [seat('cleo', start, end)] })
    const plan = planRotation(problem.problem, { seed: 1 })
    t.strictSame(judgePlan(problem.problem, plan.assignments).violations, [])
    return seatsOf(problem, plan.assignments).map(({ employeeId }) => employeeId)
  }
  t.strictSame(at('2027-03-01T11:00Z', '2027-03-01T15:00Z'), ['hanna'], 'Cleo’s hour on the other rotation')
  t.strictSame(at('2027-03-01T12:00Z', '2027-03-01T15:00Z'), ['bo', 'hanna'])
  t.strictSame(
    at('2027-03-01T07:00Z', '2027-03-01T08:30Z'),
    ['hanna'],
    'begun before the period’s first shift'
  )
})

t.test('a team over its cap elsewhere is full and not an error', async (t) => {
  const teams = [
    { id: 'product', supportCap: 1 },
    { id: 'support', supportCap: 3 }
  ]
  const cleo = person('cleo')
  const held = ['bo', 'cleo'].map((id) => seat(id, '2027-03-01T08:00Z', '2027-03-01T12:00Z'))
  const problem = built({ teams, people: [hanna, amara, bo, cleo], held, shifts: facts.shifts.slice(0, 1) })
  const plan = planRotation(problem.problem, { seed: 1 })
  t.strictSame(judgePlan(problem.problem, plan.assignments).violations, [])
  t.strictSame(
    seatsOf(problem, plan.assignments).map(({ employeeId }) => employeeId),
    ['hanna']
  )
})

t.test('what stands in for others costs nothing', async (t) => {
  const held = [seat('bo', '2027-03-01T08:00Z', '2027-03-01T12:00Z')]
  const { problem, people, shifts } = built({
    held,
    people: [hanna, { ...bo, readiness: 'in_training' }],
    shifts: facts.shifts.slice(0, 2)
  })
  t.equal(problem.people.length - people.length, 1)
  t.equal(problem.shifts.length - shifts.length, 1)
  const alone = judgePlan(problem, [[], [2]])
  t.strictSame(alone.violations, [])
  t.equal(alone.score.quota, 5 * 20 ** 2, 'Hanna’s twenty hours and nothing of Bo’s')
  t.equal(alone.score.unpopular, 0)
})

t.test('a rotation without shifts or people is a problem without them', async (t) => {
  const empty = buildProblem({ ...facts, shifts: [], people: [] })
  t.strictSame([empty.problem.shifts, empty.problem.people], [[], []])
  t.strictSame(planRotation(empty.problem, { seed: 1 }).assignments, [])
  t.equal(mornings.length, 5)
})

t.test('debts in common are forgiven only as far as seats are too few for them', async (t) => {
  const behind = [480, 480].map((dueMinutes) => ({ dueMinutes, balanceMinutes: -240, heldMinutes: 0 }))
  const dueWith = (seatMinutes: number) => dueOfGroup(behind, { seatMinutes, shiftMinutes: 240 })
  t.strictSame(dueWith(1440), [720, 720], 'seats for all of it')
  t.strictSame(dueWith(1200), [600, 600], 'seats for half of what they are behind')
  t.strictSame(dueWith(960), [480, 480], 'seats for the quotas alone')
  t.strictSame(dueWith(480), [240, 240], 'seats for half of the quotas')
})
