import t from 'tap'
import { digestSpans } from '../../../src/engine/insight/digest-spans.ts'

const at = (instant: string) => new Date(`${instant}Z`)
const year = (rhythm: 'weekly' | 'monthly', zone: string) =>
  digestSpans(rhythm, zone, at('2027-01-01T00:00'), at('2028-01-01T00:00'))

t.test('a digest is due on Monday at eight by the receiver’s own clock, across clock changes', (t) => {
  for (const zone of ['Europe/Oslo', 'America/New_York', 'Pacific/Chatham', 'Australia/Lord_Howe']) {
    for (const { dueOn, until } of year('weekly', zone)) {
      const local = until.toLocaleString('sv-SE', { timeZone: zone, weekday: 'long' })
      t.match(local, 'måndag')
      t.equal(until.toLocaleString('sv-SE', { timeZone: zone }), `${dueOn} 08:00:00`)
    }
  }
  t.end()
})

t.test('each week of a year has one digest, and each begins where the last one ended', (t) => {
  const spans = year('weekly', 'Europe/Oslo')
  t.equal(spans.length, 52)
  for (const [place, { since }] of spans.entries())
    if (place > 0) t.strictSame(since, spans[place - 1]!.until)
  t.end()
})

t.test('the monthly digest is due on the first Monday of each month', (t) => {
  const days = year('monthly', 'Europe/Oslo').map(({ dueOn }) => dueOn)
  t.equal(days.length, 12)
  t.strictSame(days.slice(0, 3), ['2027-01-04', '2027-02-01', '2027-03-01'])
  t.end()
})

t.test('a digest belongs to exactly one of the ticks around it', (t) => {
  const due = at('2027-03-08T07:00')
  const tick = (minutes: number) => {
    const until = new Date(due.getTime() + minutes * 60_000)
    return digestSpans('weekly', 'Europe/Oslo', new Date(until.getTime() - 900_000), until).length
  }
  t.strictSame([-15, 0, 15].map(tick), [0, 1, 0])
  t.end()
})
