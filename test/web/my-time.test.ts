import t from 'tap'
import { DESKTOP, mainText, openBrowser, PHONE, shoot } from '../helpers/browser.ts'
import { insertRotation, insertShift } from '../helpers/shifts.ts'
import { webHouse } from '../helpers/web-house.ts'

t.test('everything of my own time works without script', async (t) => {
  const { address, amara, app, pageOf } = await webHouse(t)
  const browser = await openBrowser()
  const options = { viewport: PHONE, javaScriptEnabled: false, timezoneId: 'America/Sao_Paulo' }
  const page = await pageOf(t, browser, amara, options)

  await page.goto(`${address}/me/time`)
  await page.getByText('Note an absence').click()
  await page.getByLabel('First day', { exact: true }).fill('2027-03-04')
  await page.getByRole('button', { name: 'Save' }).click()
  t.match(await page.getByRole('status').innerText(), /You have a shift in it/)
  t.match(await mainText(page), /Shifts while you are away\s+Thu/)
  await page
    .getByRole('button', { name: /Remove/ })
    .first()
    .click()
  t.match(await mainText(page), /No absence is noted/)

  await page.getByText('Add a wish').click()
  await page.getByLabel('When', { exact: true }).selectOption('2')
  await page.getByText('Cannot', { exact: true }).click()
  await page.getByLabel(/Reason/).selectOption('care')
  await page.getByRole('button', { name: 'Save' }).click()
  t.match(await mainText(page), /Every Tuesday\s+Whole day · Care\s+Cannot/)
  t.match(await mainText(page), /Taken out of your working time: \d+%/)

  await page.getByText('Add hours').click()
  await page.getByRole('button', { name: 'Save' }).click()
  t.match(await mainText(page), /Monday 15:00–17:00/)
  await shoot(page, 'my-time-phone-no-script')

  await page.goto(`${address}/me/shifts`)
  const course = page.locator('section', { hasText: 'Hours done against hours due' }).last()
  t.match(await course.innerText(), /Balance/, 'where one stands over the season')
  await page.getByRole('button', { name: 'Make an address' }).click()
  const secret = await page.getByLabel('Calendar address').inputValue()
  t.equal((await app.inject({ url: new URL(secret).pathname })).statusCode, 200, 'the address works')
  await page.goto(`${address}/me/shifts`)
  t.equal(await page.getByLabel('Calendar address').count(), 0, 'and is shown only once')
  await page.getByRole('button', { name: /Revoke/ }).click()
  t.not((await app.inject({ url: new URL(secret).pathname })).statusCode, 200)

  await page.getByRole('link', { name: 'Today' }).first().click()
  await page.locator('.account').waitFor({ state: 'attached' })
  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('button', { name: 'Svenska' }).click()
  t.match(await mainText(page), /Ditt nästa pass/)
})

t.test('the schedule is walked with the keyboard alone', async (t) => {
  const { address, amara, coming, pageOf } = await webHouse(t)
  const browser = await openBrowser()
  const page = await pageOf(t, browser, amara, { viewport: DESKTOP, timezoneId: 'Pacific/Chatham' })
  await page.goto(`${address}/schedule?on=2027-03-02`)
  t.match(await page.locator('.event.own').first().innerText(), /Mine/, 'own shifts are marked')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  t.equal(await page.evaluate('document.activeElement.id'), 'content', 'past the navigation')
  await page.locator('.event').first().focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await page.waitForURL(new RegExp(`/shifts/${coming.id}`))
  t.match(await page.locator('h1').innerText(), /Thursday 4\u00a0March/)
  t.match(await mainText(page), /13:00–17:00/)
})

t.test(
  'the schedule names gaps before anything else, and shows one rotation or the people of one team',
  async (t) => {
    const { address, bo, db, open, rotation, support, pageOf } = await webHouse(t)
    const other = await insertRotation(db, 'Review on Tuesdays')
    await insertShift(db, other, '2027-04-16T08:00:00Z', '2027-04-16T10:00:00Z')
    const page = await pageOf(t, await openBrowser(), bo, { viewport: DESKTOP, javaScriptEnabled: false })
    const shown = async (query: string) => {
      await page.goto(`${address}/schedule?on=2027-04-16${query}`)
      return mainText(page)
    }
    t.equal(open.onDay, '2027-04-16')
    t.match(await shown(''), /2 shifts have open seats[\s\S]*Review on Tuesdays/)
    const gap = page.locator('.note', { hasText: 'have open seats' })
    const [ofGap, ofWeek] = [await gap.boundingBox(), await page.locator('.week').boundingBox()]
    t.ok(ofGap!.y < ofWeek!.y, 'gaps come first')
    await page.getByLabel('Rotation').selectOption({ label: rotation.name })
    await page.getByRole('button', { name: 'Show' }).click()
    t.match(await mainText(page), /One shift has open seats/)
    t.equal(await page.locator('.event', { hasText: 'Review' }).count(), 0, 'the other rotation is not shown')
    await shown(`&view=month&team=${support.id}`)
    t.match(await page.locator('.month').innerText(), /Nordic/)
  }
)

t.test('on a phone the schedule begins at today, and what is gone of the week is a tap away', async (t) => {
  const { address, amara, pageOf } = await webHouse(t)
  const browser = await openBrowser()
  const options = { viewport: PHONE, javaScriptEnabled: false, timezoneId: 'Pacific/Chatham' }
  const page = await pageOf(t, browser, amara, options)
  const days = page.locator('.week > .day:visible')
  await page.goto(`${address}/schedule`)
  t.equal(await days.first().getAttribute('id'), 'today')
  t.ok((await days.count()) < 7, 'what is gone is not in the way')
  await page.getByRole('link', { name: 'Earlier this week' }).click()
  t.equal(await days.count(), 7)
  t.not(await days.first().getAttribute('id'), 'today')

  await page.setViewportSize(DESKTOP)
  await page.goto(`${address}/schedule`)
  t.equal(await days.count(), 7, 'beside each other there is room for all of them')
  t.equal(await page.getByRole('link', { name: 'Earlier this week' }).count(), 0)
})
