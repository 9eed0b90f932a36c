import t from 'tap'
import { notices } from '../../db/schema/notices.ts'
import { openBrowser, PHONE, shoot } from '../helpers/browser.ts'
import { insertAssignment, insertShift } from '../helpers/shifts.ts'
import { webHouse } from '../helpers/web-house.ts'

t.test('swaps with a mouse, a phone and no script', async (t) => {
  const house = await webHouse(t)
  const browser = await openBrowser()
  const { address, amara, bo, later, pageOf } = house
  const mine = await pageOf(t, browser, amara, { viewport: PHONE, timezoneId: 'Asia/Tokyo' })

  await t.test('a taker is asked in three taps from the shift', async (t) => {
    await mine.goto(`${address}/shifts/${later.id}`)
    await mine.getByRole('link', { name: 'Find a taker' }).click()
    await mine.waitForURL(/takers/)
    for (const box of await mine.locator('.pick input:checked').all()) await box.uncheck()
    await mine.locator('.pick', { hasText: 'Bo Berg' }).click()
    await mine.getByRole('button', { name: 'Ask them' }).click()
    await mine.waitForURL(/\/swaps/)
    t.match(await mine.getByRole('status').innerText(), /The first who says yes/)
    t.match(
      await mine.locator('#offered').locator('xpath=ancestor::section').innerText(),
      /You asked Bo Berg/
    )
    await shoot(mine, 'swaps-offered-phone')
  })

  const watching = await pageOf(t, browser, bo, { viewport: PHONE })
  await watching.goto(`${address}/swaps`)
  t.match(await watching.locator('.swap').first().innerText(), /Waiting/)

  await t.test('it is accepted in one, without script, by the clock of who accepts', async (t) => {
    const theirs = await pageOf(t, browser, bo, { viewport: PHONE, javaScriptEnabled: false })
    t.match(await theirs.locator('.nav').innerText(), /1/, 'the navigation says that one waits')
    await theirs.goto(`${address}/swaps`)
    const asked = theirs.locator('.swap').first()
    t.match(await asked.innerText(), /Amara Okafor asks you to take this over/)
    t.match(
      await asked.innerText(),
      /08:00–12:00/,
      'New York is five hours behind; clocks there have changed'
    )
    await theirs.getByRole('button', { name: /Accept/ }).click()
    await theirs.waitForURL(/told=accepted/)
    t.match(await theirs.getByRole('status').innerText(), /changed hands/)
    await theirs.goto(`${address}/me/shifts`)
    t.match(await theirs.locator('main').innerText(), /Nordic office hours/)
  })

  await t.test('a page that is open elsewhere shows it by itself', async (t) => {
    await watching.getByRole('button', { name: 'Undo' }).waitFor()
    t.equal(await watching.getByRole('button', { name: /Accept/ }).count(), 0)
  })

  await t.test('who goes by keyboard keeps their place while the page follows', async (t) => {
    await watching.getByRole('button', { name: 'Undo' }).focus()
    await watching.evaluate(`document.querySelector('[data-live-part]').setAttribute('data-before', '')`)
    // Dated by the clock of the house: what was written long before is no news.
    const news = { kind: 'swap-undone', facts: {}, createdAt: house.clock.now() } as const
    await house.db.insert(notices).values({ employeeId: bo.id, ...news })
    await watching.locator('[data-live-part]:not([data-before])').waitFor()
    t.match(await watching.locator(':focus').innerText(), /Undo/)
  })

  await t.test('it is undone while the window is open, and everybody has their seat back', async (t) => {
    await mine.goto(`${address}/swaps`)
    await mine.getByRole('button', { name: 'Undo' }).click()
    await mine.waitForURL(/told=undone/)
    await mine.goto(`${address}/shifts/${later.id}`)
    t.match(await mine.locator('main').innerText(), /You are on this shift/)
  })
})

t.test('an open seat is taken from its shift, and a second time is refused where one stands', async (t) => {
  const { address, lars, open, pageOf, as, db, hanna, rotation } = await webHouse(t)
  const browser = await openBrowser()
  const page = await pageOf(t, browser, lars, { viewport: PHONE })
  // A Wednesday, and a Friday and a Tuesday after it.
  for (const day of ['2027-03-17', '2027-03-19', '2027-03-23']) {
    const shift = await insertShift(db, rotation, `${day}T12:00:00Z`, `${day}T16:00:00Z`)
    await insertAssignment(db, shift, hanna)
  }
  const wishes = [
    { weekday: 3, part: 'day', level: 'rather_not' },
    { weekday: 5, part: 'day', level: 'love' }
  ]
  t.equal((await as(lars).put('/api/me/wishes', { wishes })).statusCode, 200)
  await page.goto(`${address}/swaps`)
  const suits = page.locator('section', { hasText: 'Open seats that suit you' }).last()
  t.match(
    await suits.locator('li').allInnerTexts(),
    [
      /Friday 19\u00a0March[\s\S]*You love this time/,
      /Tuesday 23\u00a0March/,
      /Wednesday 17\u00a0March[\s\S]*You would rather not/
    ],
    'those first that they love, those last that they would rather not'
  )
  const other = await page.context().newPage()
  await page.goto(`${address}/shifts/${open.id}`)
  await other.goto(`${address}/shifts/${open.id}`)
  await page.getByRole('button', { name: 'Take this seat' }).click()
  await page.waitForURL(/told=thanksTaken/)
  t.match(await page.locator('main').innerText(), /You are on this shift/)
  t.match(await page.locator('main').innerText(), /Lars Lead took an open seat/, 'the history tells it')
  await other.getByRole('button', { name: 'Take this seat' }).click()
  await other.locator('form [data-refusal]').waitFor()
  t.match(await other.locator('form [data-refusal]').innerText(), /already|taken|seat/i)
  t.equal(new URL(other.url()).pathname, `/shifts/${open.id}`, 'on the page where the form stands')
})
