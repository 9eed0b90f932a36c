import { h } from 'preact'
import { render } from 'preact-render-to-string'
import t from 'tap'
import { EMPLOYEE_COLUMNS } from '../../src/directory/csv/columns.ts'
import { NoticeText } from '../../src/web/pages/inbox/inbox-page.tsx'
import { TriedAndMet } from '../../src/web/pages/learnings/theme-bits.tsx'
import { MyHours } from '../../src/web/pages/today/my-hours.tsx'
import { readerOf } from '../../src/web/reader.ts'
import { knownTexts } from '../../src/web/texts/known.ts'
import { learningsTexts } from '../../src/web/texts/learnings.ts'
import { columnTexts } from '../../src/web/texts/people-columns.ts'
import { servedTexts } from '../../src/web/texts/served.ts'
import { companyTexts } from '../../src/web/texts/settings-company.ts'
import { shiftTexts } from '../../src/web/texts/shift.ts'
import { whyTexts } from '../../src/web/texts/why.ts'

const [en, nb, sv] = (['en', 'nb', 'sv'] as const).map((locale) => readerOf(locale, 'Europe/Oslo'))
const readers = [en!, nb!, sv!]

t.test('how far away a day is, is said in days in every language', async (t) => {
  const away = (to: string) =>
    readers.map((reader) => reader.away(new Date('2027-03-01T08:00:00Z'), new Date(to)))
  t.strictSame(away('2027-03-17T08:00:00Z'), ['in 16 days', 'om 16 dager', 'om 16 dagar'])
  t.strictSame(away('2027-02-20T08:00:00Z'), ['9 days ago', 'for 9 dager siden', 'för 9 dagar sedan'])
  t.strictSame(away('2027-03-02T08:00:00Z'), ['tomorrow', 'i morgen', 'i morgon'])
})

t.test('seats are told as taken of wanted, and more than wanted are no part of them', async (t) => {
  const said = (taken: number) => readers.map((reader) => reader.say(shiftTexts).seatsOf(taken, 2))
  t.strictSame(said(2), ['2 of 2', '2 av 2', '2 av 2'])
  t.strictSame(said(3), ['3 (2 wanted)', '3 (2 ønsket)', '3 (2 önskade)'])
})

t.test('one of something is one, in every language', async (t) => {
  const price = (minutes: number) =>
    readers.map((reader) => reader.say(learningsTexts).priceWeek(minutes, reader.number(minutes)))
  t.strictSame(price(1), ['1 minute more every week', '1 minutt mer hver uke', '1 minut till varje vecka'])
  t.strictSame(price(2), [
    '2 minutes more every week',
    '2 minutter mer hver uke',
    '2 minuter till varje vecka'
  ])
  for (const reader of readers) {
    const of = (count: number) =>
      [
        reader.say(knownTexts).together(count, count, reader.number(count)),
        reader.say(whyTexts).whyUnpopular(count, 0)
      ].join(' ')
    t.match(
      of(1),
      /1 (shift|vakt|pass), 1 (customer|kunde|kund), .*1 (unpopular|upopulært|impopulär) (point|poeng|poäng)[^s]/
    )
    t.match(
      of(2),
      /2 (shifts|vakter|pass), 2 (customers|kunder), .*2 (unpopular|upopulære|impopulära) (points|poeng|poäng)/
    )
  }
})

t.test('what was heard today has not waited for days', async (t) => {
  const said = (days: number) => readers.map((reader) => reader.say(learningsTexts).unheard(days))
  t.strictSame(said(0), ['new', 'nytt', 'nytt'])
  t.strictSame(said(1), ['unheard 1 day', 'uhørt i 1 dag', 'ohört i 1 dag'])
  t.strictSame(
    readers.map((reader) => reader.say(learningsTexts).days(0)),
    ['less than a day', 'mindre enn en dag', 'mindre än en dag']
  )
})

t.test('how somebody feels is a word that five of fit beside each other on a phone', async (t) => {
  for (const reader of readers)
    for (const mood of Object.values(reader.say(servedTexts).moods)) t.match(mood, /^\p{L}{2,7}$/u)
})

t.test('badges of a shift are words, no sentences', async (t) => {
  for (const reader of readers) {
    const { over, running } = reader.say(shiftTexts)
    t.notMatch(`${over} ${running}`, '.')
  }
})

t.test('what somebody tried ends once, however they ended it', async (t) => {
  const said = (triedTo: string) => render(h(TriedAndMet, { triedTo, obstacle: 'No heat.' }))
  for (const end of ['', '.', ': ', '...']) {
    t.equal(said(`Warm the house${end}`), '<p><span class="strong">Warm the house</span> – No heat.</p>')
  }
  t.match(said('Where is it?'), 'Where is it?<', 'a question stays one')
})

t.test('what stands line by line in a mail is a list on the page', async (t) => {
  t.equal(
    render(h(NoticeText, { text: 'These are yours.\n\n- Monday\n- Tuesday\n\nAsk us - or not.\n' })),
    '<div class="notice-text stack-xs"><p>These are yours.</p>' +
      '<ul class="bullets"><li>Monday</li><li>Tuesday</li></ul><p>Ask us - or not.\n</p></div>'
  )
  t.equal(render(h(NoticeText, { text: '' })), '')
})

t.test('hours have their unit', async (t) => {
  const balance = {
    ...{ dueMinutes: 792, workedMinutes: 240, creditedMinutes: 30 },
    ...{ carriedMinutes: -60, waivedMinutes: 0, balanceMinutes: -582 }
  }
  const page = render(
    h(MyHours, { balance: balance as Parameters<typeof MyHours>[0]['balance'], reader: nb! })
  )
  t.strictSame(
    [...page.matchAll(/<dd[^>]*>([^<]*)</g)].map(([, value]) => value),
    ['13,2 t', '4 t', '0,5 t', '−1 t', '−9,7 t'],
    'whatever the balance is made of stands beside it'
  )
})

t.test('how long data is kept is written as numbers are', async (t) => {
  const said = readers.map((reader) => reader.say(companyTexts).keptFor(1826, reader.number(1826)))
  t.strictSame(said, ['kept for 1,826 days', 'beholdes 1\u00a0826 dager', 'sparas 1\u00a0826 dagar'])
})

t.test(
  'each column of a file of people is explained in each language, with the words that it takes',
  async (t) => {
    for (const { name, description } of EMPLOYEE_COLUMNS) {
      const [english, ...others] = readers.map((reader) => reader.say(columnTexts).holds[name])
      t.equal(english, description)
      // What is written in the file is the same in every language.
      const words = description.match(/[a-z]+_[a-z]+|\b\d[\d:-]*\d\b/g) ?? []
      for (const other of others) {
        t.not(other, description, name)
        for (const word of words) t.match(other, word, `${name}: ${word}`)
      }
    }
  }
)
