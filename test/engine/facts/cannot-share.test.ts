import t from 'tap'
import { cannotShare } from '../../../src/engine/facts/cannot-share.ts'
import type { WishFact } from '../../../src/engine/facts/wish-for.ts'
import { bo, person } from './cast.ts'

const cannot = (weekday: number, part: WishFact['part'] = 'day'): WishFact => ({
  weekday,
  onDay: null,
  part,
  level: 'cannot'
})

t.test('the share is of the hours somebody works, so free days add nothing', async (t) => {
  t.equal(cannotShare(bo, [cannot(6), cannot(7)], '2027-03-01'), 0)
  t.equal(
    cannotShare(
      bo,
      [1, 2, 3, 4, 5].map((day) => cannot(day)),
      '2027-03-01'
    ),
    1
  )
  t.equal(cannotShare(bo, [cannot(1, 'morning')], '2027-03-01'), 0.08, 'four of fifty hours')
  t.equal(cannotShare(bo, [{ ...cannot(1), level: 'ask_nicely' }], '2027-03-01'), 0)
})

t.test('single dates count for what they take out of the quarter, and exceptions give back', async (t) => {
  const date = (onDay: string, level: WishFact['level']): WishFact => ({
    weekday: null,
    onDay,
    part: 'day',
    level
  })
  t.equal(cannotShare(bo, [date('2027-03-01', 'cannot')], '2027-03-01'), 1 / 65)
  t.equal(cannotShare(bo, [date('2027-12-01', 'cannot')], '2027-03-01'), 0, 'beyond the quarter')
  t.equal(cannotShare(bo, [cannot(1), date('2027-03-01', 'fine')], '2027-03-01'), 12 / 65)
})

t.test('who works nights is measured by the nights they work', async (t) => {
  const nights = person('bo', { workStartsAt: '22:00', workEndsAt: '06:00' })
  t.equal(
    cannotShare(
      nights,
      [1, 2, 3, 4, 5].map((day) => cannot(day, 'night')),
      '2027-06-07'
    ),
    1
  )
  t.equal(
    cannotShare(
      nights,
      [1, 2, 3, 4, 5].map((day) => cannot(day, 'morning')),
      '2027-06-07'
    ),
    0
  )
})
