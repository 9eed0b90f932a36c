import { readFile } from 'node:fs/promises'
import t from 'tap'
import { identities } from '../../db/schema/identities.ts'
import { openBrowser, PHONE } from '../helpers/browser.ts'
import { webHouse } from '../helpers/web-house.ts'
import { lookAt } from './look-at.ts'

t.test('people end their other sessions, and an administrator ends anybody’s', async (t) => {
  const house = await webHouse(t)
  const { address, amara, ada, db, pageOf } = house
  const issuer = 'https://login.microsoftonline.com/8d3c/v2.0'
  await db.insert(identities).values({ employeeId: amara.id, issuer, subject: 'amara-1' })
  const browser = await openBrowser()
  const laptop = await pageOf(t, browser, amara, {})
  const phone = await pageOf(t, browser, amara, { viewport: PHONE, javaScriptEnabled: false })

  await phone.goto(`${address}/me/sessions`)
  t.equal(await phone.getByText('this one').count(), 1)
  await phone.getByRole('button', { name: 'Sign out everywhere else' }).click()
  t.match(await phone.locator('main').innerText(), /You are signed in only here now/)
  await laptop.goto(`${address}/swaps`)
  t.match(laptop.url(), /\/sign-in\?back=%2Fswaps$/)

  const office = await pageOf(t, browser, ada, { javaScriptEnabled: false })
  await office.goto(`${address}/people/${amara.id}`)
  await office.getByRole('button', { name: /^Unlink/ }).click()
  t.match(await office.locator('main').innerText(), /Unlinked\. The next sign-in/)
  t.strictSame(await db.select().from(identities), [])
  await office.getByRole('button', { name: 'Sign out everywhere' }).click()
  t.match(await office.locator('main').innerText(), /Signed out everywhere[\s\S]*Nowhere at present/)
  await phone.goto(`${address}/me/sessions`)
  t.match(phone.url(), /\/sign-in/)

  await db.insert(identities).values({ employeeId: amara.id, issuer, subject: 'amara-1' })
  await pageOf(t, browser, amara, {})
  const paths = { sessions: '/me/sessions', 'person-signed-in': `/people/${amara.id}` }
  await lookAt(t, browser, { address, employee: ada, paths })
})

t.test('somebody sees who looked at them, and takes a copy of all that is held about them', async (t) => {
  const { address, amara, bo, lars, pageOf } = await webHouse(t)
  const browser = await openBrowser()
  const lead = await pageOf(t, browser, lars, {})
  t.equal((await lead.request.get(`${address}/api/employees/${amara.id}/hours`)).status(), 200)
  const page = await pageOf(t, browser, amara, { javaScriptEnabled: false })
  await page.goto(`${address}/me/data`)
  t.match(await page.locator('main').innerText(), /Lars Lead\n.*Looked at your hours/)
  const link = page.getByRole('link', { name: 'Download (JSON)' })
  const [copy] = await Promise.all([page.waitForEvent('download'), link.click()])
  t.equal(copy.suggestedFilename(), 'lyttepost-about-me.json')
  t.match(JSON.parse(await readFile((await copy.path())!, 'utf8')), {
    employee: { id: amara.id },
    views: [{ viewer: { id: lars.id } }]
  })
  const other = await pageOf(t, browser, bo, { javaScriptEnabled: false })
  await other.goto(`${address}/me/data`)
  t.match(await other.locator('main').innerText(), /Nobody has looked at you by yourself/)
  await lookAt(t, browser, { address, employee: amara, paths: { 'held-about-me': '/me/data' } })
})
