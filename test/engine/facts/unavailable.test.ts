import t from 'tap'
import { isAway } from '../../../src/engine/facts/is-away.ts'
import type { PatternSlot } from '../../../src/engine/time/expand-pattern.ts'
import { bo, daysFor, facts, person, shiftsOf } from './cast.ts'

const hours = (weekday: number, startsAt: string, endsAt: string): PatternSlot => ({
  weekday,
  startsAt,
  endsAt
})
const at = (startsAt: string, endsAt: string) => ({ startsAt: new Date(startsAt), endsAt: new Date(endsAt) })
const awayIn = (zone: string, slot: PatternSlot, startsAt: string, endsAt: string) =>
  isAway({ absences: [], unavailable: [slot], zone }, at(startsAt, endsAt))

t.test('unavailable hours take out the shifts they touch, week after week, and no others', async (t) => {
  const free = daysFor(bo)
  const who = person('bo', { unavailable: [hours(3, '12:30', '14:00')] })
  t.strictSame(
    daysFor(who),
    free.filter((day) => day !== '2027-03-03' && day !== '2027-03-10')
  )
  t.strictSame(daysFor(person('bo', { unavailable: [hours(3, '13:00', '14:00')] })), free, 'from the end on')
})

t.test('they keep to the wall clock of the person over both clock changes', async (t) => {
  const daily = [1, 2, 3, 4, 5, 6, 7]
  for (const [zone, winter, summer] of [
    ['Europe/Oslo', '2027-03-27', '2027-03-28'],
    ['America/Sao_Paulo', '2018-11-03', '2018-11-04'],
    ['Australia/Lord_Howe', '2027-10-02', '2027-10-03']
  ] as const) {
    for (const day of [winter, summer]) {
      const noon = shiftsOf([], { ...facts.rotation, zone })
      t.strictSame(noon, [])
      const [shift] = shiftsOf(
        daily.map((weekday) => hours(weekday, '12:00', '13:00')),
        { ...facts.rotation, zone, fromOn: day, toOn: nextDay(day) }
      )
      const touching = daily.map((weekday) => hours(weekday, '12:59', '13:00'))
      const beside = daily.map((weekday) => hours(weekday, '13:00', '13:30'))
      t.ok(isAway({ absences: [], unavailable: touching, zone }, shift!), `${zone} ${day}`)
      t.notOk(isAway({ absences: [], unavailable: beside, zone }, shift!), `${zone} ${day} beside`)
    }
  }
})

t.test('hours that pass midnight reach into the next day, on the night the clock changes too', async (t) => {
  const saturdayNight = hours(6, '22:00', '06:00')
  t.ok(awayIn('Europe/Oslo', saturdayNight, '2027-03-28T03:30Z', '2027-03-28T04:30Z'), 'until six in summer')
  t.notOk(awayIn('Europe/Oslo', saturdayNight, '2027-03-28T04:00Z', '2027-03-28T05:00Z'))
  t.ok(awayIn('Europe/Oslo', saturdayNight, '2027-03-21T04:30Z', '2027-03-21T05:30Z'), 'until six in winter')
  t.notOk(awayIn('Europe/Oslo', saturdayNight, '2027-03-21T05:00Z', '2027-03-21T06:00Z'))
  t.notOk(awayIn('Europe/Oslo', saturdayNight, '2027-03-22T02:00Z', '2027-03-22T03:00Z'), 'another night')
})

t.test('the weekday is that of the person, not of the rotation', async (t) => {
  const sunday = hours(7, '00:00', '24:00')
  t.ok(awayIn('America/New_York', sunday, '2027-03-01T04:00Z', '2027-03-01T05:00Z'), 'Sunday evening there')
  t.notOk(awayIn('Europe/Oslo', sunday, '2027-03-01T04:00Z', '2027-03-01T05:00Z'), 'Monday morning here')
})

function nextDay(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)
}
