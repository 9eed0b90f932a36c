import t from 'tap'
import { partsOfDay } from '../../../src/engine/facts/parts-of-day.ts'
import { dayBounds } from '../../../src/engine/time/day-bounds.ts'
import { daysOffSpan } from '../../../src/engine/time/days-off-span.ts'
import { eachDate } from '../../../src/engine/time/each-date.ts'
import { minutesBetween } from '../../../src/engine/time/minutes-between.ts'
import { ZONES } from '../time/patterns.ts'

/** Four years with the last summer times of Sao Paulo (2019) and Tehran (2022). */
const DAYS = eachDate('2019-01-01', '2023-01-01')

t.test('the parts of a day cover it without gap or overlap, in ten zones over four years', async (t) => {
  for (const zone of ZONES) {
    const wrong = DAYS.filter((day) => {
      const { startsAt, endsAt } = dayBounds(day, zone)
      const covered = partsOfDay({ startsAt, endsAt }, zone).reduce((sum, { minutes }) => sum + minutes, 0)
      return covered !== minutesBetween(startsAt, endsAt)
    })
    t.strictSame(wrong, [], zone)
  }
})

t.test(
  'days off follow each other without gap or overlap, and halves make a whole, in ten zones over four years',
  async (t) => {
    for (const zone of ZONES) {
      for (const hours of [
        { workStartsAt: '08:00', workEndsAt: '16:00' },
        { workStartsAt: '22:00', workEndsAt: '06:00' }
      ]) {
        const spanOf = (day: string, part: object = {}) =>
          daysOffSpan({ fromOn: day, lastOn: day, ...part }, { zone, ...hours })
        const wrong = DAYS.slice(1).filter((day, index) => {
          const whole = spanOf(day)
          const before = spanOf(DAYS[index]!)
          const morning = spanOf(day, { lastPart: 'morning' })
          const afternoon = spanOf(day, { fromPart: 'afternoon' })
          const isJoined = +before.endsAt === +whole.startsAt && +morning.endsAt === +afternoon.startsAt
          return !isJoined || +morning.startsAt !== +whole.startsAt || +afternoon.endsAt !== +whole.endsAt
        })
        t.strictSame(wrong, [], zone)
      }
    }
  }
)
