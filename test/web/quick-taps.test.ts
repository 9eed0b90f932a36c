import type { Page } from 'playwright-core'
import t from 'tap'
import { openBrowser, PHONE } from '../helpers/browser.ts'
import { webHouse } from '../helpers/web-house.ts'

function aGate(): [promise: Promise<void>, open: () => void] {
  let open = () => {}
  const gate = new Promise<void>((resolve) => {
    open = resolve
  })
  return [gate, open]
}

/** Holds the first form that is sent until it is let go, as a slow network does. */
async function holdFirstPost(page: Page) {
  const [gate, letGo] = aGate()
  const [held, arrived] = aGate()
  let isFirst = true
  await page.route('**/*', async (route) => {
    if (route.request().method() === 'POST' && isFirst) {
      isFirst = false
      arrived()
      await gate
    }
    await route.continue()
  })
  return { held, letGo }
}

async function atTheCounter(t: Parameters<typeof webHouse>[0]) {
  const house = await webHouse(t)
  const browser = await openBrowser()
  const page = await house.pageOf(t, browser, house.amara, {
    viewport: PHONE,
    hasTouch: true,
    isMobile: true
  })
  await page.goto(`${house.address}/shifts/${house.over.id}/served`)
  const said = async () => (await house.as(house.amara).get(`/api/shifts/${house.over.id}/cases`)).json()
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  return { ...house, page, said, button }
}

t.test(
  'every tap of a count is counted while the first is still on its way, and a face as well',
  async (t) => {
    const { page, said, button } = await atTheCounter(t)
    const { held, letGo } = await holdFirstPost(page)
    await button('Yes').tap()
    await held
    await button('Yes').tap()
    await button('No').tap()
    await button('Good').tap()
    await button('Good').tap({ force: true })
    letGo()
    await page.getByText('Thank you for saying so.').waitFor()
    t.match(await said(), { yes: 2, no: 1, mood: { mood: 4 } })
    t.match(await page.locator('main').innerText(), /Customers\s+3/, 'the last answer is the page')
  }
)

t.test('the buttons of the count stay under the thumb', async (t) => {
  const { page, button } = await atTheCounter(t)
  const before = await button('Yes').boundingBox()
  await button('Yes').tap()
  await page.getByText('Counted.').waitFor()
  t.strictSame(await button('Yes').boundingBox(), before)
})

t.test('what was pressed after something that is refused is not sent', async (t) => {
  const { page, said, button, as, amara, over } = await atTheCounter(t)
  const { held, letGo } = await holdFirstPost(page)
  await button('Yes').tap()
  await held
  await button('Good').tap()
  await as(amara).put(`/api/shifts/${over.id}/case-counts`, { yes: 5, no: 0, unsure: 0 })
  letGo()
  await page.locator('[data-refusal]').waitFor()
  t.match(await said(), { yes: 5, isCounted: true, mood: null })
  t.equal(await button('Good').getAttribute('aria-disabled'), null, 'and may be pressed again')
})
