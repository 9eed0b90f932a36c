import { eq } from 'drizzle-orm'
import t from 'tap'
import { decayReviews } from '../../db/schema/decay-reviews.ts'
import { employees } from '../../db/schema/employees.ts'
import { DESKTOP, openBrowser, openPage } from '../helpers/browser.ts'
import { lookAt } from './look-at.ts'
import { seasonHouse } from './season-house.ts'
import { signInAs } from './sign-in-as.ts'
import { inEveryWay } from './ways.ts'

const SIGNS = [
  { sign: 'took-part', figure: 'tookPartShare', before: 0.8, now: 0.6 },
  { sign: 'not-told', figure: 'notToldShare', before: 0.1, now: 0.3 },
  { sign: 'mood', figure: 'mood', before: 4.1, now: 3.5 }
] as const

t.test('leaders first is turned off with a reason that everybody reads, without script', async (t) => {
  const { address, helge, amara } = await seasonHouse(t)
  const page = await openPage(t, await openBrowser(), { viewport: DESKTOP, javaScriptEnabled: false })
  await signInAs(page, { address, employee: helge })
  await page.goto(`${address}/leadership/first`)
  await page.getByText('Turn it off').first().click()
  await page.getByLabel('Why').fill('The board meets all of April')
  await page.getByRole('button', { name: 'Turn it off' }).click()
  await page.getByText('The rule is changed').waitFor()

  await signInAs(page, { address, employee: amara })
  await page.goto(`${address}/leadership`)
  await page.getByRole('link', { name: 'Leaders first' }).click()
  const said = await page.locator('main').innerText()
  t.match(said, /The rule is off[\s\S]*The board meets all of April[\s\S]*Helge HR/)
  t.match(said, /1\u00a0January 2027 to 31\u00a0March 2027/)
  t.equal(await page.getByText('Turn it on').count(), 0, 'the rule is not hers to change')
  await page.getByRole('link', { name: 'The quarter before' }).click()
  t.match(await page.locator('main').innerText(), /1\u00a0October 2026 to 31\u00a0December 2026/)
})

inEveryWay('who is named for a review hands it over, and the other decides it', async (t, way) => {
  const { address, db, helge, eva, amara } = await seasonHouse(t)
  await db.insert(decayReviews).values({ quarterFromOn: '2026-10-01', signs: [...SIGNS], ownerId: helge.id })
  const page = await openPage(t, await openBrowser(), way)
  await signInAs(page, { address, employee: helge })
  await page.goto(`${address}/leadership/decay`)
  t.match(
    await page.locator('main').innerText(),
    /2026 Q4: 3 figures worsened[\s\S]*from 80% to 60%[\s\S]*Helge HR is asked/
  )
  await page.getByText('Hand it over').first().click()
  await page.getByLabel('To', { exact: true }).selectOption({ label: 'Eva Executive' })
  await page.getByRole('button', { name: 'Hand it over' }).click()
  await page.getByText('Eva Executive is asked').waitFor()

  await signInAs(page, { address, employee: eva })
  await page.reload()
  await page.getByText('Change', { exact: true }).click()
  await page.getByLabel('Why').fill('Shorter shifts from May on')
  await page.getByRole('button', { name: 'Decide' }).click()
  await page.getByText('Decided, and on record.').waitFor()
  await signInAs(page, { address, employee: amara })
  await page.reload()
  const said = await page.locator('main').innerText()
  t.match(said, /Changed[\s\S]*Shorter shifts from May on[\s\S]*Eva Executive/)
  t.equal(await page.getByRole('button', { name: 'Decide' }).count(), 0)
})

t.test('the pages of leadership are accessible and fit, asked and empty', async (t) => {
  const { address, db, eva } = await seasonHouse(t)
  const browser = await openBrowser()
  await lookAt(t, browser, { address, employee: eva, paths: { 'decay-empty': '/leadership/decay' } })
  await db.insert(decayReviews).values({ quarterFromOn: '2026-10-01', signs: [...SIGNS], ownerId: eva.id })
  // The longest words are not English.
  await db.update(employees).set({ locale: 'nb' }).where(eq(employees.id, eva.id))
  const paths = { 'leaders-first': '/leadership/first', decay: '/leadership/decay' }
  await lookAt(t, browser, { address, employee: eva, paths })
})
