import t from 'tap'
import { dueOfGroup, dueOfPeriod } from '../../../src/engine/facts/due-of-period.ts'
import { amara, bo, built, facts, hanna, rotation } from './cast.ts'

const owing = (dueMinutes: number, balanceMinutes = 0, heldMinutes = 0) => ({
  dueMinutes,
  balanceMinutes,
  heldMinutes
})
const dueOf = (people: ReturnType<typeof owing>[], seatMinutes: number) =>
  dueOfGroup(people, { seatMinutes, shiftMinutes: 240 })

t.test('carry is held within half of the quota, unless a whole shift takes more', async (t) => {
  t.equal(dueOfPeriod(owing(480, -2000), 240), 720)
  t.equal(dueOfPeriod(owing(480, 2000), 240), 240)
  t.equal(dueOfPeriod(owing(100, -2000), 240), 240, 'a small quota comes to a shift in time')
  t.equal(dueOfPeriod(owing(100, -30), 240), 130)
  t.equal(dueOfPeriod(owing(0, -2000), 240), 0, 'who owes nothing now catches up nothing')
  t.equal(dueOfPeriod(owing(240, 0, 480), 240), 0, 'never less than nothing')
})

t.test('where there are seats for all that is owed everybody owes it', async (t) => {
  t.strictSame(dueOf([owing(480, -60), owing(240, 60)], 720), [540, 180])
})

t.test(
  'where there are too few, quotas shrink alike and only what is behind the others counts',
  async (t) => {
    t.strictSame(dueOf([owing(480), owing(240)], 360), [240, 120])
    t.strictSame(dueOf([owing(480, -240), owing(240, -120)], 360), [240, 120], 'all are behind alike')
    t.strictSame(dueOf([owing(480, -180), owing(480)], 480), [330, 150])
  }
)

t.test('what is held in another rotation is part of what is shared', async (t) => {
  t.strictSame(
    dueOf([owing(480, 0, 240), owing(480)], 480),
    [120, 360],
    'twelve hours for two, four of them given'
  )
})

t.test('people whom no shift fits take no share of the seats', async (t) => {
  const due = (nights: boolean) => {
    const away = { workingDays: [6, 7] }
    const others = Array.from({ length: 6 }, (_, i) => ({ ...bo, id: `night-${i}`, ...(nights ? away : {}) }))
    const one = facts.shifts.slice(0, 1)
    const of = built({ rotation, shifts: one, people: [hanna, { ...amara, dueMinutes: 480 }, ...others] })
    return of.problem.people[of.people.indexOf('amara')]?.dueMinutes
  }
  t.equal(due(true), 480)
  t.ok(due(false)! < 480)
})
