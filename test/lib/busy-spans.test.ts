import t from 'tap'
import { busySpans } from '../../src/absences/feed/busy-spans.ts'
import { readCalendar } from '../../src/absences/feed/read-calendar.ts'

const calendar = (...lines: string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//test//EN', ...lines, 'END:VCALENDAR', ''].join('\r\n')
const event = (...lines: string[]) => ['BEGIN:VEVENT', 'UID:a', 'SUMMARY:Secret', ...lines, 'END:VEVENT']

const WINDOW = { from: new Date('2027-03-01T00:00Z'), to: new Date('2027-05-01T00:00Z') }
const busy = (text: string, zone = 'Europe/Oslo') =>
  busySpans({ text, zone, ...WINDOW }).map(
    ({ startsAt, endsAt }) => `${startsAt.toISOString().slice(5, 16)} ${endsAt.toISOString().slice(5, 16)}`
  )

t.test('one event in UTC, in a named zone, floating, and a whole day, each by its own clock', async (t) => {
  t.strictSame(busy(calendar(...event('DTSTART:20270302T080000Z', 'DTEND:20270302T090000Z'))), [
    '03-02T08:00 03-02T09:00'
  ])
  const inNewYork = event(
    'DTSTART;TZID=America/New_York:20270302T080000',
    'DTEND;TZID=America/New_York:20270302T090000'
  )
  t.strictSame(busy(calendar(...inNewYork)), ['03-02T13:00 03-02T14:00'], 'TZID without VTIMEZONE')
  const floating = event('DTSTART:20270302T080000', 'DURATION:PT1H')
  t.strictSame(busy(calendar(...floating)), ['03-02T07:00 03-02T08:00'])
  t.strictSame(busy(calendar(...floating), 'Australia/Lord_Howe'), ['03-01T21:00 03-01T22:00'])
  const day = event('DTSTART;VALUE=DATE:20270328', 'DTEND;VALUE=DATE:20270329')
  t.strictSame(busy(calendar(...day)), ['03-27T23:00 03-28T22:00'], '23 hours in Oslo')
  t.strictSame(busy(calendar(...day), 'America/Sao_Paulo'), ['03-28T03:00 03-29T03:00'])
})

t.test('a zone that only the calendar knows is read by the rules it brings along', async (t) => {
  const zone = [
    'BEGIN:VTIMEZONE',
    'TZID:Customised Time',
    'BEGIN:STANDARD',
    'DTSTART:16010101T000000',
    'TZOFFSETFROM:+0530',
    'TZOFFSETTO:+0530',
    'END:STANDARD',
    'END:VTIMEZONE'
  ]
  const times = event(
    'DTSTART;TZID=Customised Time:20270302T093000',
    'DTEND;TZID=Customised Time:20270302T103000'
  )
  t.strictSame(busy(calendar(...zone, ...times)), ['03-02T04:00 03-02T05:00'])
})

t.test('a daily meeting keeps its wall clock over the change of clocks', async (t) => {
  const standup = event(
    'DTSTART;TZID=Europe/Oslo:20260105T090000',
    'DTEND;TZID=Europe/Oslo:20260105T091500',
    'RRULE:FREQ=DAILY;UNTIL=20270330T070000Z'
  )
  const spans = busy(calendar(...standup)).filter((span) => span > '03-26')
  t.strictSame(spans, [
    '03-26T08:00 03-26T08:15',
    '03-27T08:00 03-27T08:15',
    '03-28T07:00 03-28T07:15',
    '03-29T07:00 03-29T07:15',
    '03-30T07:00 03-30T07:15'
  ])
})

t.test('exceptions named in UTC meet a recurrence in a named zone', async (t) => {
  const weekly = event(
    'DTSTART;TZID=Europe/Oslo:20270322T090000',
    'DTEND;TZID=Europe/Oslo:20270322T100000',
    'RRULE:FREQ=WEEKLY;COUNT=4',
    'EXDATE:20270329T070000Z'
  )
  const moved = event('RECURRENCE-ID:20270405T070000Z', 'DTSTART:20270406T070000Z', 'DTEND:20270406T080000Z')
  t.strictSame(busy(calendar(...weekly, ...moved)), [
    '03-22T08:00 03-22T09:00',
    '04-06T07:00 04-06T08:00',
    '04-12T07:00 04-12T08:00'
  ])
})

t.test('exceptions of a recurrence are moved, dropped, freed or left out', async (t) => {
  const weekly = event(
    'DTSTART:20270301T080000Z',
    'DTEND:20270301T090000Z',
    'RRULE:FREQ=WEEKLY;COUNT=6',
    'EXDATE:20270308T080000Z'
  )
  const moved = event('RECURRENCE-ID:20270315T080000Z', 'DTSTART:20270316T100000Z', 'DTEND:20270316T110000Z')
  const cancelled = event(
    'RECURRENCE-ID:20270322T080000Z',
    'STATUS:CANCELLED',
    'DTSTART:20270322T080000Z',
    'DTEND:20270322T090000Z'
  )
  const free = event(
    'RECURRENCE-ID:20270329T080000Z',
    'TRANSP:TRANSPARENT',
    'DTSTART:20270329T080000Z',
    'DTEND:20270329T090000Z'
  )
  t.strictSame(busy(calendar(...weekly, ...moved, ...cancelled, ...free)), [
    '03-01T08:00 03-01T09:00',
    '03-16T10:00 03-16T11:00',
    '04-05T08:00 04-05T09:00'
  ])
})

t.test('an exception far ahead does not end the recurrence', async (t) => {
  const weekly = event('DTSTART:20270301T080000Z', 'DTEND:20270301T090000Z', 'RRULE:FREQ=WEEKLY;COUNT=3')
  const moved = event('RECURRENCE-ID:20270308T080000Z', 'DTSTART:20290101T080000Z', 'DTEND:20290101T090000Z')
  t.strictSame(busy(calendar(...weekly, ...moved)), ['03-01T08:00 03-01T09:00', '03-15T08:00 03-15T09:00'])
})

t.test('what says free, tentative or cancelled is not busy', async (t) => {
  const at = ['DTSTART:20270302T080000Z', 'DTEND:20270302T090000Z']
  for (const line of [
    'TRANSP:TRANSPARENT',
    'STATUS:CANCELLED',
    'STATUS:TENTATIVE',
    'X-MICROSOFT-CDO-BUSYSTATUS:FREE',
    'X-MICROSOFT-CDO-BUSYSTATUS:WORKINGELSEWHERE'
  ])
    t.strictSame(busy(calendar(...event(...at, line))), [], line)
  t.strictSame(busy(calendar(...event(...at, 'X-MICROSOFT-CDO-BUSYSTATUS:OOF'))).length, 1)
})

t.test('published free-busy times are taken, those marked free are not', async (t) => {
  const published = [
    'BEGIN:VFREEBUSY',
    'DTSTART:20270301T000000Z',
    'DTEND:20270401T000000Z',
    'FREEBUSY:20270302T080000Z/20270302T090000Z,20270303T080000Z/PT30M',
    'FREEBUSY;FBTYPE=FREE:20270304T080000Z/PT30M',
    'FREEBUSY;FBTYPE=BUSY-UNAVAILABLE:20270305T080000Z/PT30M',
    'END:VFREEBUSY'
  ]
  t.strictSame(busy(calendar(...published)), [
    '03-02T08:00 03-02T09:00',
    '03-03T08:00 03-03T08:30',
    '03-05T08:00 03-05T08:30'
  ])
})

t.test('a rule of long ago gives the times it would give from its beginning', async (t) => {
  const rules = [
    'FREQ=DAILY;INTERVAL=3',
    'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH,SU',
    'FREQ=WEEKLY;INTERVAL=3;BYDAY=SU,MO;WKST=SU',
    'FREQ=DAILY;INTERVAL=5;BYMONTH=3',
    'FREQ=WEEKLY;UNTIL=20270401T000000Z'
  ]
  for (const rule of rules) {
    const of = (start: string) =>
      busy(calendar(...event(`DTSTART:${start}`, 'DURATION:PT30H', `RRULE:${rule}`)))
    // 2730 days and 390 weeks: whole periods of all of the rules, but far enough back that their beginning is passed over.
    t.strictSame(of('20190905T083000Z'), of('20270225T083000Z'), rule)
    t.ok(of('20190905T083000Z').length > 3, rule)
  }
})

t.test('a busy person of many years is read in seconds', async (t) => {
  const years = Array.from({ length: 300 }, (_, i) => [
    'BEGIN:VEVENT',
    `UID:${i}`,
    `DTSTART;TZID=Europe/Oslo:2010${String(1 + (i % 12)).padStart(2, '0')}${String(1 + (i % 28)).padStart(2, '0')}T090000`,
    'DURATION:PT30M',
    'RRULE:FREQ=WEEKLY',
    'END:VEVENT'
  ]).flat()
  const spans = await readCalendar({ text: calendar(...years), zone: 'Europe/Oslo', ...WINDOW })
  t.ok(spans.length > 2_500, `${spans.length}`)
})

t.test('nothing but times comes out', async (t) => {
  const found = busySpans({
    text: calendar(...event('DTSTART:20270302T080000Z', 'DTEND:20270302T090000Z', 'DESCRIPTION:Doctor')),
    zone: 'Europe/Oslo',
    ...WINDOW
  })
  t.strictSame(
    found.map((span) => Object.keys(span)),
    [['startsAt', 'endsAt']]
  )
})

t.test(
  'a calendar that would keep us busy for ever is let go, and the house stays awake',
  { timeout: 60_000 },
  async (t) => {
    const question = (rule: string) => ({
      text: calendar(...event('DTSTART:19700101T000000Z', 'DTEND:19700101T000001Z', `RRULE:${rule}`)),
      zone: 'Europe/Oslo',
      ...WINDOW
    })
    let ticks = 0
    const pulse = setInterval(() => {
      ticks += 1
    }, 10)
    await t.rejects(readCalendar(question('FREQ=SECONDLY'), 8_000), { name: 'CalendarNotRead' })
    for (const never of [
      'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
      'FREQ=MINUTELY;BYHOUR=25',
      'FREQ=DAILY;BYMONTHDAY=0'
    ])
      await readCalendar(question(never), 1_500).then(
        () => t.pass(`${never} is read`),
        (error: Error) => t.match(error, { name: 'CalendarNotRead' }, never)
      )
    clearInterval(pulse)
    t.ok(ticks > 50, `${ticks} ticks`)
  }
)

t.test('what is no calendar is refused', async (t) => {
  for (const text of ['', '<html></html>', 'BEGIN:VCALENDAR', 'BEGIN:VEVENT\r\nEND:VEVENT'])
    await t.rejects(readCalendar({ text, zone: 'Europe/Oslo', ...WINDOW }), { name: 'CalendarNotRead' })
  const none = await readCalendar({ text: calendar(), zone: 'Europe/Oslo', ...WINDOW })
  t.strictSame(none, [])
})
