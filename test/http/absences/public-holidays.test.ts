import t from 'tap'
import { publicHolidays } from '../../../src/absences/public-holidays.ts'

const daysOf = async (country: string, ...years: number[]) =>
  (await publicHolidays(country, years)).map(({ onDate }) => onDate)

t.test('Norway has the days of its law, moving ones in the right place, eves not among them', async (t) => {
  t.strictSame(await daysOf('NO', 2027), [
    ...['2027-01-01', '2027-03-25', '2027-03-26', '2027-03-28', '2027-03-29', '2027-05-01'],
    ...['2027-05-06', '2027-05-16', '2027-05-17', '2027-12-25', '2027-12-26']
  ])
})

t.test('two holidays on one day are one entry with both names', async (t) => {
  const days = await publicHolidays('NO', [2027])
  t.equal(days.find(({ onDate }) => onDate === '2027-05-17')?.name, 'Grunnlovsdagen, Andre pinsedag')
})

t.test('Easter moves as the church reckons it', async (t) => {
  for (const easterMonday of ['2024-04-01', '2025-04-21', '2026-04-06', '2028-04-17', '2038-04-26']) {
    t.ok((await daysOf('SE', Number(easterMonday.slice(0, 4)))).includes(easterMonday), easterMonday)
  }
})

t.test('Midsummer Day is the Saturday, Midsummer Eve is no public holiday', async (t) => {
  const days = await daysOf('SE', 2027)
  t.ok(days.includes('2027-06-26'))
  t.notOk(days.includes('2027-06-25'))
})

t.test('the United Kingdom has the days that England keeps, with substitutes', async (t) => {
  const days = await daysOf('GB', 2027)
  for (const day of ['2027-03-26', '2027-05-03', '2027-08-30', '2027-12-27', '2027-12-28'])
    t.ok(days.includes(day), day)
})

t.test('the United States keep federal days, New Year’s of 2028 on Friday before', async (t) => {
  t.ok((await daysOf('US', 2027)).includes('2027-12-31'))
  t.ok((await daysOf('US', 2027)).includes('2027-11-25'))
  t.equal((await daysOf('US', 2027, 2028)).filter((day) => day === '2027-12-31').length, 1)
})

t.test('a feast of several days is all of them', async (t) => {
  const days = await daysOf('SA', 2027)
  t.strictSame(
    days.filter((day) => day.startsWith('2027-03')),
    ['2027-03-09', '2027-03-10', '2027-03-11', '2027-03-12']
  )
})

t.test('a day of clock change is one day, though it has 25 hours', async (t) => {
  const days = await publicHolidays('SI', [2027])
  t.equal(days.find(({ onDate }) => onDate === '2027-10-31')?.name, 'dan reformacije')
  t.equal(days.find(({ onDate }) => onDate === '2027-11-01')?.name, 'dan spomina na mrtve')
})

t.test('years come in order and once, and a second question gives the same', async (t) => {
  const days = await daysOf('NO', 2028, 2027, 2028)
  t.strictSame(days, days.toSorted())
  t.equal(new Set(days).size, days.length)
  t.strictSame(await daysOf('NO', 2027, 2028), days)
})

t.test('a country that nobody knows has no holidays', async (t) => {
  for (const country of ['XX', '', 'no such']) t.strictSame(await daysOf(country, 2027), [])
})
