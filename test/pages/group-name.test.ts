import t from 'tap'
import { SMALL_GROUPS } from '../../src/reports/published-rows.ts'
import { BETWEEN_SEASONS } from '../../src/reports/split-period.ts'
import { groupName } from '../../src/web/pages/reports/group-name.ts'
import { readerOf } from '../../src/web/reader.ts'

type Row = Parameters<typeof groupName>[0]

const row = (group: string, parts: readonly string[] = []) => ({ group, parts }) as Row

t.test('rows of a report are named in the language of the reader', async (t) => {
  const names = (of: Row, by: Parameters<typeof groupName>[1]) =>
    (['en', 'nb', 'sv'] as const).map((locale) => groupName(of, by, readerOf(locale, 'Europe/Oslo')))
  t.strictSame(names(row('under 1 year', ['0']), 'tenure'), ['Under 1 year', 'Under 1 år', 'Under 1 år'])
  t.strictSame(names(row('3 to 5 years', ['3']), 'tenure'), ['3 to 5 years', '3 til 5 år', '3 till 5 år'])
  t.strictSame(names(row('10 years or more', ['10']), 'tenure'), [
    '10 years or more',
    '10 år eller mer',
    '10 år eller mer'
  ])
  t.strictSame(names(row('review + help_pages', ['review', 'help_pages']), 'track'), [
    'Review + Help pages',
    'Gjennomgang + Hjelpesider',
    'Genomgång + Hjälpsidor'
  ])
  t.strictSame(names(row('executive', ['executive']), 'level'), ['Executive', 'Toppleder', 'Företagsledning'])
  const teams = ['Data', 'Design', 'Field', 'Legal', 'Sales']
  t.strictSame(names(row('Data + Design + Field + 2 more', teams), 'team'), [
    'Data + Design + Field + 2 more',
    'Data + Design + Field + 2 til',
    'Data + Design + Field + 2 till'
  ])
  t.strictSame(names(row(SMALL_GROUPS), 'team'), [
    'Small groups together',
    'Små grupper samlet',
    'Små grupper tillsammans'
  ])
  t.strictSame(names(row(BETWEEN_SEASONS), 'period'), [
    'Outside of seasons',
    'Utenom sesongene',
    'Utanför säsongerna'
  ])
  t.strictSame(names(row('2027-Q1'), 'period'), ['2027-Q1', '2027-Q1', '2027-Q1'])
})
