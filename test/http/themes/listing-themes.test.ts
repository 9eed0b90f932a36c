import { parse } from 'csv-parse/sync'
import t from 'tap'
import { listLeadershipThemes } from '../../../src/learnings/themes/list-leadership-themes.ts'
import { listThemesOf } from '../../../src/learnings/themes/list-themes.ts'
import { readTheme } from '../../../src/learnings/themes/read-theme.ts'
import { listening } from './themes-cast.ts'

type CsvRow = Record<string, string>
const rowsOf = (csv: string) => parse(csv, { columns: true, bom: true }) as CsvRow[]
const hundredths = (value: number) => Math.round(value * 100) / 100

t.test('themes are filtered by state, area, owner and age, and sorted', async (t) => {
  const { as, ada, lars, bo, amara, eva, theme, heardBy, list, decide } = await listening(t)
  const area = (await as(ada).post('/api/areas', { name: 'Hub' })).json().id
  const [one, two, three] = [await heardBy(bo, 30), await heardBy(amara, 10), await heardBy(eva, 10)]
  await theme('Old', [one], { areaId: area })
  const busy = await theme('Busy', [two, three, await heardBy(bo, 10)], { ownerId: bo.id })
  const done = await theme('Done', [await heardBy(bo, 20, { minutesLost: 500 })])
  await decide(lars, done, 'done')
  await theme('Young')
  const titles = async (query: string) => (await list(query)).map(({ title }) => title)
  t.strictSame(await titles(''), ['Old', 'Busy', 'Young', 'Done'], 'longest without a decision first')
  t.strictSame(await titles('?state=done'), ['Done'])
  t.strictSame((await titles('?state=done&state=heard')).length, 4)
  t.strictSame(await titles(`?areaId=${area}`), ['Old'])
  t.strictSame(await titles(`?ownerId=${bo.id}`), ['Busy'])
  t.strictSame(await titles('?minDays=20&sort=newest'), ['Done', 'Old'])
  t.strictSame(await titles('?isWaiting=false'), ['Done'])
  t.strictSame((await titles('?sort=reporters'))[0], 'Busy')
  t.strictSame((await titles('?sort=minutes'))[0], 'Done')
  t.strictSame(await titles('?sort=oldest'), ['Old', 'Done', 'Busy', 'Young'])
  t.strictSame(await titles('?isOverdue=true'), [])
  t.match(await list(`?ownerId=${bo.id}`), [{ id: busy, recent: { days: 28, reporters: 3, minutes: 90 } }])
})

t.test('pages give each theme once, those of one key too', async (t) => {
  const { as, hanna, theme, list } = await listening(t)
  for (let n = 0; n < 5; n += 1) await theme(`Theme ${n}`)
  for (const sort of ['waiting', 'reporters', 'answerBy']) {
    const whole = (await list(`?sort=${sort}`)).map(({ id }) => id)
    const paged: string[] = []
    let cursor = ''
    do {
      const page = (
        await as(hanna).get(`/api/themes?sort=${sort}&limit=2${cursor && `&cursor=${cursor}`}`)
      ).json()
      paged.push(...page.items.map(({ id }: { id: string }) => id))
      cursor = page.nextCursor ?? ''
    } while (cursor !== '')
    t.strictSame(paged, whole, sort)
  }
  const broken = Buffer.from(`x\n${'00000000-0000-7000-8000-000000000000'}`).toString('base64url')
  for (const query of ['sort=fame', 'state=lost', 'minDays=-1', 'areaId=7', `cursor=${broken}`, 'cursor=x'])
    t.equal((await as(hanna).get(`/api/themes?${query}`)).statusCode, 400, query)
})

t.test('the price of waiting is recomputed from the CSV of a theme’s learnings', async (t) => {
  const { as, ada, hanna, lars, bo, amara, theme, heardBy, read, decide, clock } = await listening(t)
  const setRate = (fromOn: string, perHour: number) =>
    as(ada).post('/api/hourly-rates', { fromOn, perHour, currency: 'NOK' })
  await setRate('2026-01-01', 612.35)
  await setRate('2027-02-10', 655.5)
  const id = await theme('Codes', [
    await heardBy(amara, 40, { minutesLost: 37, timesThisShift: 3 }),
    await heardBy(bo, 15, { minutesLost: 11, customerWords: '=1+1' }),
    // Heard the day before another rate held, and handed in when it did.
    await heardBy(bo, 20, { minutesLost: 19, submittedAt: new Date('2027-02-10T12:00:00Z') }),
    await heardBy(amara, 8, { minutesLost: 7 })
  ])
  const merged = await theme('Kodene', [await heardBy(bo, 5, { minutesLost: 13 })])
  await as(hanna).put(`/api/themes/${merged}/merge`, { intoId: id })
  await decide(lars, id, 'done')
  clock.set('2027-03-20T12:00:00Z')
  const late = await heardBy(amara, 3, { minutesLost: 1000 })
  await as(amara).put(`/api/learnings/${late}/theme`, { themeId: id })

  const reply = await as(bo).get(`/api/themes/${id}/learnings.csv`)
  t.match(reply.headers['content-type'], /^text\/csv/)
  const rows = rowsOf(reply.body)
  t.equal(rows.length, 6)
  const counting = rows.filter((row) => row.counts_in_price === 'yes')
  const minutes = counting.reduce((sum, row) => sum + Number(row.minutes_lost), 0)
  const cents = counting.reduce(
    (sum, row) => sum + Number(row.minutes_lost) * Math.round(Number(row.rate_per_hour) * 100),
    0
  )
  const { theme_first_heard_at: from, price_until: until } = rows[0]!
  const weeks = Math.max(1, (Date.parse(until!) - Date.parse(from!)) / (7 * 86_400_000))
  const { price, clock: figures } = await read(id)
  t.strictSame(price, {
    until: '2027-03-01T12:00:00.000Z',
    weeks: hundredths(weeks),
    minutesPerWeek: hundredths(minutes / weeks),
    minutes,
    hours: hundredths(minutes / 60),
    money: [{ currency: 'NOK', amount: Math.round(cents / 60) / 100 }]
  })
  t.equal(minutes, 87, 'what was reported after it was done is no waiting')
  t.match(figures, {
    learnings: rows.length,
    reporters: new Set(rows.map((row) => row.reporter_id)).size,
    shifts: new Set(rows.map((row) => row.shift_id)).size,
    customers: rows.reduce((sum, row) => sum + Number(row.customers), 0),
    minutes: rows.reduce((sum, row) => sum + Number(row.minutes_lost), 0)
  })
  t.ok(
    rows.some((row) => row.customer_words === "'=1+1"),
    'a spreadsheet takes nothing for a formula'
  )
})

t.test('the CSV of all themes holds every figure of the list', async (t) => {
  const { as, ada, bo, theme, heardBy, list } = await listening(t)
  await as(ada).post('/api/hourly-rates', { fromOn: '2027-01-01', perHour: 600, currency: 'NOK' })
  await theme('Codes', [await heardBy(bo, 40), await heardBy(bo, 2)])
  await theme('=cmd')
  const rows = rowsOf((await as(bo).get('/api/themes.csv')).body)
  const listed = await list()
  t.equal(rows.length, 2)
  for (const [place, { id, clock, price, firstHeardAt, owner, state }] of listed.entries()) {
    t.match(rows[place], {
      ...{ theme_id: id, state, owner: owner.name, first_heard_at: firstHeardAt },
      ...{
        days_since_first_heard: String(clock.daysSinceFirstHeard),
        waiting_days: String(clock.waitingDays)
      },
      ...{
        reporters: String(clock.reporters),
        shifts: String(clock.shifts),
        customers: String(clock.customers)
      },
      ...{ minutes: String(clock.minutes), learnings: String(clock.learnings), stage: clock.stage! },
      ...{ price_weeks: price.weeks.toFixed(2), price_minutes_per_week: price.minutesPerWeek.toFixed(2) },
      ...{
        price_minutes: String(price.minutes),
        price_hours: price.hours.toFixed(2),
        price_until: price.until
      },
      price_money: price.money.map(({ amount, currency }) => `${amount.toFixed(2)} ${currency}`).join(' + ')
    })
  }
  t.equal(rows[1]!.title, "'=cmd")
})

t.test('the number of queries does not grow with themes, learnings, decisions or merges', async (t) => {
  const { as, hanna, lars, bo, amara, theme, heardBy, decide, db, pool, asSystem } = await listening(t)
  const actor = {
    ...{ employeeId: hanna.id, sessionId: '', name: hanna.name, teamId: hanna.teamId },
    leads: []
  }
  const ctx = {
    ...asSystem,
    actor: { ...actor, roles: new Set(['host' as const]), timeZone: 'UTC', locale: 'en' as const }
  }
  const first = await theme('First', [await heardBy(bo, 3)])
  let queries = 0
  pool.on('acquire', () => {
    queries += 1
  })
  async function counted(): Promise<number[]> {
    const counts: number[] = []
    for (const read of [
      () => listThemesOf(ctx, {}),
      () => listThemesOf(ctx, { asOf: '2027-03-01T12:00:00Z' }),
      () => listLeadershipThemes(ctx),
      () => readTheme(ctx, first)
    ]) {
      queries = 0
      await read()
      counts.push(queries)
    }
    return counts
  }
  const few = await counted()
  for (let n = 0; n < 4; n += 1) {
    const id = await theme(`More ${n}`, [await heardBy(amara, 3), await heardBy(bo, 4)])
    await decide(lars, id, 'declined')
    if (n % 2 === 0) await as(lars).put(`/api/themes/${id}/merge`, { intoId: first })
  }
  t.strictSame(await counted(), few)
  t.ok(Math.max(...few) <= 20, few.join(' '))
  t.equal(db, ctx.db)
})
