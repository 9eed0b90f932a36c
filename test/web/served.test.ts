import t from 'tap'
import { DESKTOP, openBrowser, PHONE } from '../helpers/browser.ts'
import { webHouse } from '../helpers/web-house.ts'
import { lookAt } from './look-at.ts'

t.test(
  'how a shift went is said by thumb: a tap per customer, one taken back, one for oneself',
  async (t) => {
    const house = await webHouse(t)
    const { as, over, amara, address } = house
    const browser = await openBrowser()
    const page = await house.pageOf(t, browser, amara, { viewport: PHONE, timezoneId: 'Asia/Tokyo' })
    await page.getByRole('link', { name: /^Say it/ }).click()
    t.equal(await page.getByRole('heading', { level: 1 }).innerText(), 'How did it go?')
    for (const [before, answer] of ['Yes', 'Yes', 'No'].entries()) {
      await page.getByRole('button', { name: answer, exact: true }).click()
      await page.getByText('Counted.').waitFor()
      // It was said of the tap before as well: only the count tells that this one is in.
      await page
        .locator('main')
        .filter({ hasText: new RegExp(`Customers\\s*${before + 1}`) })
        .waitFor()
    }
    await page.getByRole('button', { name: 'Take back the last one: No' }).click()
    await page.getByText('Taken back.').waitFor()
    await page.getByRole('button', { name: 'Good' }).click()
    await page.getByText('Thank you for saying so.').waitFor()
    t.equal(await page.getByRole('button', { name: 'Good' }).getAttribute('aria-pressed'), 'true')
    const said = (await as(amara).get(`/api/shifts/${over.id}/cases`)).json()
    t.match(said, { yes: 2, no: 0, unsure: 0, isCounted: false, mood: { mood: 4 } })
    await page.goto(`${address}/`)
    t.equal(await page.getByRole('link', { name: /^Say it/ }).count(), 0, 'what is said is not asked again')
  }
)

t.test('counts stand in for taps without script, and the page of others’ shifts is closed', async (t) => {
  const house = await webHouse(t)
  const { as, over, coming, bos, amara, address, clock } = house
  const browser = await openBrowser()
  const page = await house.pageOf(t, browser, amara, { viewport: DESKTOP, javaScriptEnabled: false })
  await page.goto(`${address}/shifts/${over.id}/served`)
  await page.getByRole('button', { name: 'Not sure', exact: true }).click()
  await page.getByText('Say all of them at once').click()
  await page.getByLabel('Yes').fill('12')
  await page.getByLabel('No', { exact: true }).fill('3')
  await page.getByRole('button', { name: 'Save the counts' }).click()
  t.match(await page.locator('main').innerText(), /The counts stand[\s\S]*Customers\s+16\s+Yes\s+12/)
  t.equal(await page.locator('.tap').count(), 0, 'nothing counts twice')
  t.match((await as(amara).get(`/api/shifts/${over.id}/cases`)).json(), { yes: 12, no: 3, isCounted: true })

  await page.goto(`${address}/shifts/${coming.id}/served`)
  t.match(await page.locator('main').innerText(), /has not begun/)
  const refused = await page.goto(`${address}/shifts/${bos.id}/served`)
  t.equal(refused?.status(), 403)
  clock.set('2027-04-02T09:00:00Z')
  const late = await house.pageOf(t, browser, amara, { viewport: PHONE })
  await late.goto(`${address}/shifts/${over.id}/served`)
  t.match(await late.locator('main').innerText(), /could be said until Monday,? 15\u00a0March[\s\S]*12/)
  t.equal(await late.getByRole('button', { name: 'Good' }).isDisabled(), true)
})

t.test('the page is accessible, fits, and has room for a thumb', async (t) => {
  const house = await webHouse(t)
  const { over, coming, amara, address } = house
  const paths = {
    served: `/shifts/${over.id}/served`,
    'served-before': `/shifts/${coming.id}/served`,
    'today-to-answer': '/'
  }
  await lookAt(t, await openBrowser(), { address, employee: amara, paths })
})
