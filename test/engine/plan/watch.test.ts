import t from 'tap'
import { watchFrom } from '../../../src/engine/plan/watch.ts'

/** A clock that only moves when told to, and counts how often it is read. */
function countingClock() {
  const clock = { at: 0, reads: 0, now: () => 0 }
  clock.now = () => {
    clock.reads++
    return clock.at
  }
  return clock
}

t.test('a clock is seldom read while no time passes', async (t) => {
  const clock = countingClock()
  const watch = watchFrom(1, clock.now)
  for (let i = 0; i < 1600; i++) watch.stop()
  t.ok(clock.reads < 120, `${clock.reads} readings`)
})

t.test('it is read each time as long as every piece of work takes a millisecond', async (t) => {
  const clock = countingClock()
  const watch = watchFrom(10, clock.now)
  const before = clock.reads
  for (let i = 0; i < 100; i++) {
    clock.at++
    watch.stop()
  }
  t.equal(clock.reads - before, 100)
})

t.test('when time runs out planning stops within sixteen questions, and stays stopped', async (t) => {
  const clock = countingClock()
  const watch = watchFrom(1, clock.now)
  for (let i = 0; i < 100; i++) t.notOk(watch.stop())
  clock.at = 1000
  let asked = 1
  while (!watch.stop()) asked++
  t.ok(asked <= 16, `${asked} questions`)
  clock.at = 0
  t.ok(watch.stop())
})

t.test('a share of the time runs out before the whole', async (t) => {
  const clock = countingClock()
  const watch = watchFrom(10, clock.now)
  const byHalf = watch.stopBy(0.5)
  clock.at = 4000
  t.notOk(byHalf())
  clock.at = 6000
  t.ok(byHalf())
  t.notOk(watch.stop())
})

t.test('being cancelled is heard at once, however seldom the clock is read', async (t) => {
  const clock = countingClock()
  let isCancelled = false
  const watch = watchFrom(1, clock.now, () => isCancelled)
  for (let i = 0; i < 100; i++) watch.stop()
  isCancelled = true
  t.ok(watch.stop())
})
