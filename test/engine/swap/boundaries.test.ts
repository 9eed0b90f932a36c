import t from 'tap'
import { checkMoves } from '../../../src/engine/swap/check-moves.ts'
import { checkTakeNow } from '../../../src/engine/swap/check-take-now.ts'
import { openSeats, openSpan, openSpanFor } from '../../../src/engine/swap/open-span.ts'
import { siftTakers } from '../../../src/engine/swap/sift-takers.ts'
import type { SwapFacts, SwapSeat } from '../../../src/engine/swap/swap-facts.ts'
import { afternoon, facts, monday, morning, move, nextMonday, on, person } from './cast.ts'

const rulesOf = (of: SwapFacts, ...moves: Parameters<typeof checkMoves>[1]) => [
  ...new Set(checkMoves(of, moves).map(({ rule }) => rule))
]

/** A seat of Cy on another day, so long after Monday's end at noon. */
function cyAfter(minutes: number, onDay = '2027-03-20'): SwapSeat {
  const startsAt = new Date(monday.endsAt.getTime() + minutes * 60_000)
  const endsAt = new Date(startsAt.getTime() + 60 * 60_000)
  return { ...on(nextMonday, 'cy'), onDay, startsAt, endsAt }
}

t.test('eleven hours of rest are enough, a minute less is not, and touching is no overlap', async (t) => {
  const beside = (minutes: number) => ({ ...facts, seats: [...facts.seats, cyAfter(minutes)] })
  t.strictSame(rulesOf(beside(660), move(monday, 'bo', 'cy')), [])
  t.strictSame(rulesOf(beside(659), move(monday, 'bo', 'cy')), ['short-rest'])
  t.strictSame(rulesOf(beside(0), move(monday, 'bo', 'cy')), ['short-rest'])
  t.strictSame(rulesOf(beside(-1), move(monday, 'bo', 'cy')), ['overlap'])
})

t.test('a guest keeps the rotation’s days, a host two', async (t) => {
  const beside = (onDay: string, isHost: boolean) => ({
    ...facts,
    seats: [...facts.seats, cyAfter(10_000, onDay)],
    people: facts.people.map((one) => (one.id === 'cy' ? { ...one, isHost } : one))
  })
  t.strictSame(rulesOf(beside('2027-03-08', false), move(monday, 'bo', 'cy')), [])
  t.strictSame(rulesOf(beside('2027-03-07', false), move(monday, 'bo', 'cy')), ['too-close'])
  t.strictSame(rulesOf(beside('2027-02-22', false), move(monday, 'bo', 'cy')), [])
  t.strictSame(rulesOf(beside('2027-02-23', false), move(monday, 'bo', 'cy')), ['too-close'])
  t.strictSame(rulesOf(beside('2027-03-03', true), move(monday, 'bo', 'cy')), [])
  t.strictSame(rulesOf(beside('2027-03-02', true), move(monday, 'bo', 'cy')), ['too-close'])
})

t.test('giving the seat away frees its time: a swap of two near shifts is lawful', async (t) => {
  const near = { ...nextMonday, onDay: '2027-03-03' }
  const seats = [...facts.seats.slice(0, 3), { ...on(nextMonday, 'amara'), onDay: '2027-03-03' }]
  const both = [move(monday, 'bo', 'amara'), move(near, 'amara', 'bo')]
  t.strictSame(rulesOf({ ...facts, shifts: [monday, near], seats }, ...both), [])
  t.strictSame(rulesOf({ ...facts, shifts: [monday, near], seats }, both[0]!), ['too-close'])
})

t.test('until its very start a seat may change hands', async (t) => {
  const at = (now: Date) => rulesOf({ ...facts, now }, move(monday, 'bo', 'cy'))
  t.strictSame(at(new Date(monday.startsAt.getTime() - 1)), [])
  t.strictSame(at(monday.startsAt), ['already-started'])
  const late = { ...facts, now: morning.startsAt }
  t.strictSame(rulesOf(late, move(monday, 'bo', 'cy', afternoon)), [], 'the afternoon has not begun')
})

t.test('hosts, seats and caps are counted at every instant of a shift in parts', async (t) => {
  const halves = [on(monday, 'hanna', morning), on(monday, 'hugo', afternoon), on(monday, 'bo')]
  const hugo = person('hugo', { teamId: 'support', isHost: true })
  const split = { ...facts, seats: halves, people: [...facts.people, hugo] }
  t.strictSame(rulesOf(split, move(monday, 'bo', 'cy')), [], 'a host in each half')
  t.strictSame(rulesOf(split, move(monday, 'hugo', 'cy', afternoon)), ['missing-host'])
  const full = { ...split, shifts: [{ ...monday, seats: { ...monday.seats, max: 2 } }] }
  t.strictSame(rulesOf(full, move(monday, null, 'cy', morning)), ['over-maximum'])
  t.strictSame(
    rulesOf({ ...full, seats: halves.slice(1) }, move(monday, null, 'cy', morning)),
    [],
    'room till noon'
  )
})

t.test('what is wrong already stands in nobody’s way, what gets worse does', async (t) => {
  const hostless = { ...facts, seats: [on(monday, 'bo')] }
  t.strictSame(rulesOf(hostless, move(monday, null, 'cy')), [])
  t.strictSame(rulesOf({ ...facts, seats: [] }, move(monday, null, 'cy')), ['missing-host'])
})

t.test('taking over needs no host beside when the one who falls out was a guest', async (t) => {
  const now = new Date('2027-03-01T09:00Z')
  t.strictSame(checkTakeNow({ ...facts, now }, { seat: on(monday, 'bo'), takerId: 'cy' }), [])
  const lost = checkTakeNow({ ...facts, now }, { seat: on(monday, 'hanna'), takerId: 'cy' })
  t.match(lost, [{ rule: 'missing-host' }])
})

t.test('a seat is open as long as fewer sit there than wished for', async (t) => {
  t.strictSame(openSpan(monday, [], 1), { startsAt: monday.startsAt, endsAt: monday.endsAt })
  t.strictSame(openSpan(monday, [on(monday, 'bo', afternoon)], 1), morning)
  const seams = [on(monday, 'bo', morning), on(monday, 'cy', afternoon)]
  t.equal(openSpan(monday, seams, 1), null)
  t.equal(openSeats(monday, seams, 2), 1)
  t.equal(openSeats(monday, [...seams, on(monday, 'hanna')], 2), 0)
  t.equal(openSpan(monday, [], 0), null, 'a shift that the rotation dropped has no seats')
})

t.test('a host may join those desired while hosts are lacking, and never beyond the maximum', async (t) => {
  const guest = (who: string, part?: typeof morning) => ({ ...on(monday, who, part), isHost: false })
  const host = (who: string, part?: typeof morning) => ({ ...on(monday, who, part), isHost: true })
  const all = { startsAt: monday.startsAt, endsAt: monday.endsAt }
  const openTo = (isHost: boolean, ...there: (ReturnType<typeof guest> | ReturnType<typeof host>)[]) =>
    openSpanFor({ isHost }, monday, there)
  const two = [guest('bo'), guest('cy')]
  t.strictSame(openTo(false, guest('bo')), all, 'one of two desired')
  t.equal(openTo(false, ...two), null)
  t.strictSame(openTo(true, ...two), all)
  t.equal(openTo(true, guest('bo'), host('hanna')), null, 'there is one')
  t.strictSame(openTo(true, ...two, host('hanna', morning)), afternoon, 'until noon there is one')
  t.strictSame(openTo(true, ...two, guest('amara')), all, 'three of four at most')
  t.equal(openTo(true, ...two, guest('amara'), guest('eva')), null, 'four of four')
  const dropped = { ...monday, seats: { min: 0, desired: 0, max: 0, hosts: 1 } }
  t.equal(openSpanFor({ isHost: true }, dropped, []), null, 'a shift that the rotation dropped has no seats')
})

t.test(
  'of two who hold different parts of a shift only the one whose part it adjoins may take more',
  async (t) => {
    const parts = {
      ...facts,
      seats: [on(monday, 'hanna'), on(monday, 'bo', morning), on(monday, 'cy', afternoon)]
    }
    const { allowed } = siftTakers(parts, { shiftId: monday.id, from: null, ...morning })
    t.equal(allowed.has('bo'), false)
    t.equal(allowed.has('cy'), true)
  }
)
