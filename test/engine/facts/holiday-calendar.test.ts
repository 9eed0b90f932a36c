import t from 'tap'
import { bo, daysFor, firstPoints, person, rotation } from './cast.ts'

t.test('a region keeps its own calendar, and the country is for those without one', async (t) => {
  const holidays = { DE: ['2027-03-01'], 'DE-BY': ['2027-03-01', '2027-03-02'] }
  const german = person('bo', { country: 'DE' })
  const bavarian = person('bo', { country: 'DE', region: 'BY' })
  const days = daysFor(bo)
  t.strictSame(daysFor(german, { holidays }), days.slice(1))
  t.strictSame(daysFor(bavarian, { holidays }), days.slice(2))
  t.strictSame(daysFor(person('bo', { country: 'DE', region: 'BE' }), { holidays }), days)
})

t.test('two people of one country and two regions do not share a holiday', async (t) => {
  const unpopular = { ...rotation, holidayRule: 'unpopular' as const }
  const holidays = { 'DE-BY': ['2027-03-01'], 'DE-BE': [] }
  const of = (region: string) =>
    firstPoints(person('bo', { country: 'DE', region }), { holidays, rotation: unpopular })
  t.equal(of('BY'), 3)
  t.equal(of('BE'), 0)
})
