import { eq } from 'drizzle-orm'
import type { Page } from 'playwright-core'
import t from 'tap'
import { apiKeys } from '../../db/schema/api-keys.ts'
import { companyDays } from '../../db/schema/company-days.ts'
import { deliveries } from '../../db/schema/deliveries.ts'
import { employees } from '../../db/schema/employees.ts'
import { notices } from '../../db/schema/notices.ts'
import { productAreas } from '../../db/schema/product-areas.ts'
import { DESKTOP, mainText, openBrowser, openPage, PHONE } from '../helpers/browser.ts'
import { LONG_NAME } from '../helpers/web-house.ts'
import { insertWebhookThings } from '../helpers/webhook-things.ts'
import { lookAt } from './look-at.ts'
import { seasonHouse } from './season-house.ts'
import { signInAs } from './sign-in-as.ts'
import { backToForm, inEveryWay } from './ways.ts'

const told = (page: Page) => page.getByRole('status').innerText()

t.test('an administrator says in words what weighs in plans, without script, and HR reads it', async (t) => {
  const { address, ada, helge, as } = await seasonHouse(t)
  const page = await openPage(t, await openBrowser(), { viewport: DESKTOP, javaScriptEnabled: false })
  await signInAs(page, { address, employee: ada })
  await page.goto(`${address}/settings`)
  await page.getByRole('link', { name: 'Planning' }).click()
  await page.getByRole('group', { name: 'Wishes are met' }).getByText('Most', { exact: true }).click()
  await page.getByLabel('Why').fill('People asked for it')
  await page.getByRole('button', { name: 'Save' }).click()
  t.match(await told(page), /Plans to come are weighed like this/)
  t.match((await as(ada).get('/api/planning-policy')).json(), { wishes: 'most', evenLoad: 'usual' })
  await signInAs(page, { address, employee: helge })
  await page.goto(`${address}/settings/planning`)
  t.match(await mainText(page), /Wishes are met: Most[\s\S]*People asked for it[\s\S]*Ada Admin/)
  t.equal(await page.getByRole('button', { name: 'Save' }).count(), 0)
})

inEveryWay('a key is made with its scopes, shown once, and revoked', async (t, way) => {
  const { address, ada, app } = await seasonHouse(t)
  const page = await openPage(t, await openBrowser(), way)
  await signInAs(page, { address, employee: ada })
  await page.goto(`${address}/settings/keys`)
  await page.getByLabel('What it is for').fill('Warehouse')
  await page.getByRole('button', { name: 'Make a key' }).click()
  await page.getByText('choose at least one scope').waitFor()
  await backToForm(page, way)
  await page.getByRole('group', { name: 'Seasons' }).getByText('read', { exact: true }).click()
  await page.getByRole('button', { name: 'Make a key' }).click()
  const token = await page.locator('.secret').innerText()
  const use = () => app.inject({ url: '/api/seasons', headers: { authorization: `Bearer ${token}` } })
  t.equal((await use()).statusCode, 200, 'the key works')
  await page.goto(`${address}/settings/keys`)
  t.notMatch(await page.content(), new RegExp(token), 'it is shown once')
  t.match(await mainText(page), /Warehouse[\s\S]*Seasons: read[\s\S]*until 21\u00a0March 2028/)
  await page.getByRole('button', { name: 'Revoke' }).click()
  await page.getByText('Revoked, at once').waitFor()
  t.equal((await use()).statusCode, 401)
})

inEveryWay('a webhook is added, tested, given a new secret, switched off and removed', async (t, way) => {
  const { address, ada, as } = await seasonHouse(t)
  const page = await openPage(t, await openBrowser(), way)
  await signInAs(page, { address, employee: ada })
  await page.goto(`${address}/settings/webhooks`)
  await page.getByLabel('Address').fill('http://inside.example/')
  await page.getByLabel('What it is for').fill('Data warehouse')
  await page.getByText('A swap is accepted').click()
  await page.getByText('Hours are confirmed').click()
  await page.getByRole('button', { name: 'Add' }).click()
  await page.getByText('begins with https://').waitFor()
  await backToForm(page, way)
  await page.getByLabel('Address').fill('https://hooks.example.com/in')
  await page.getByRole('button', { name: 'Add' }).click()
  const first = await page.locator('.secret').innerText()
  t.match(first, /^whsec_/)
  const [webhook] = (await as(ada).get('/api/webhooks')).json().items
  t.strictSame(webhook.events.toSorted(), ['hours.confirmed', 'swap.accepted'])

  await page.goto(`${address}/settings/webhooks/${webhook.id}`)
  t.notMatch(await page.content(), new RegExp(first), 'a secret is shown once')
  await page.getByRole('button', { name: 'Send a test' }).click()
  await page.getByText('A test leaves within a minute').waitFor()
  t.match(await mainText(page), /ping[\s\S]*next try/)
  await page.getByRole('button', { name: 'Make a new secret' }).click()
  await page.getByText('The old secret signs as well until').waitFor()
  t.not(await page.locator('.secret').innerText(), first)
  await page.getByRole('button', { name: 'Switch off' }).click()
  await page.getByRole('button', { name: 'Switch on' }).waitFor()
  t.match(await mainText(page), /ping[\s\S]*the webhook was switched off/, 'why it did not arrive, in words')
  t.match((await as(ada).get('/api/webhooks')).json().items, [{ disabledBecause: 'by_hand' }])
  await page.getByRole('link', { name: 'Remove' }).click()
  await page.getByRole('button', { name: 'Remove it and its log' }).click()
  await page.getByText('No webhook yet').waitFor()
})

t.test(
  'days off, product areas, the hourly rate and how long data is kept are set, without script',
  async (t) => {
    const { address, ada, as } = await seasonHouse(t)
    const page = await openPage(t, await openBrowser(), { viewport: PHONE, javaScriptEnabled: false })
    await signInAs(page, { address, employee: ada })
    await page.goto(`${address}/settings/holidays`)
    await page.getByLabel('Name').fill('The day of the cabin')
    await page.getByLabel('Country').fill('no')
    await page.getByRole('button', { name: 'Add' }).click()
    t.match(await told(page), /Nobody has a published shift on it/)
    t.match(await mainText(page), /24\u00a0December[\s\S]*The day of the cabin\s+NO/)
    await page.getByRole('button', { name: 'Add' }).click()
    await page.goto(`${address}/settings/areas`)
    await page.locator('#name').fill('pairing')
    await page.getByRole('button', { name: 'Add' }).click()
    t.match(await mainText(page), /There is a product area of this name/)
    await page.goto(`${address}/settings/areas`)
    await page.locator('#name').fill('Bills')
    await page.locator('#owner').selectOption({ label: 'Lars Lead' })
    await page.getByRole('button', { name: 'Add' }).click()
    t.match(await mainText(page), /Bills\s+Themes go to Lars Lead/)
    await page.getByRole('link', { name: /^Change.*Bills/ }).click()
    await page.getByRole('button', { name: 'Archive' }).click()
    t.match(await mainText(page), /Pairing\s+Themes go to whoever[\s\S]*Bills\s+archived/)

    await page.goto(`${address}/settings/rates`)
    await page.getByLabel('Per hour').fill('650.50')
    await page.getByRole('button', { name: 'Save' }).click()
    t.match(await mainText(page), /650.5 NOK an hour/)
    await page.goto(`${address}/settings/retention`)
    await page.getByText('Change').first().click()
    await page.locator('#days-absence_kinds').fill('200')
    await page.getByRole('button', { name: 'Save' }).first().click()
    t.match(await mainText(page), /Kinds of absences\s+kept for 200 days\s+Ada Admin/)
    const { items } = (await as(ada).get('/api/retention')).json()
    t.match(items, [{ kind: 'absence_kinds', days: 200 }])
  }
)

inEveryWay('a message that failed for good is found by its state and sent again', async (t, way) => {
  const { address, db, clock, ada, bo } = await seasonHouse(t)
  const [notice] = await db
    .insert(notices)
    .values({ employeeId: bo.id, kind: 'swap-undone', facts: {} })
    .returning()
  const id = '01a00000-0000-7000-8000-000000000001'
  await db.insert(deliveries).values({
    ...{ id, messageOf: id, messageId: `<${id}@localhost>`, nextAt: clock.now(), noticeId: notice!.id },
    ...{
      employeeId: bo.id,
      channel: 'email',
      attempts: 10,
      failedAt: clock.now(),
      lastError: '550 no such box'
    }
  })
  const page = await openPage(t, await openBrowser(), way)
  await signInAs(page, { address, employee: ada })
  await page.goto(`${address}/settings/messages`)
  t.match(await mainText(page), /No mail goes out[\s\S]*SMTP_URL/)
  await page.getByRole('link', { name: 'Failed' }).click()
  t.match(await mainText(page), /Bo Berg[\s\S]*10 attempts[\s\S]*550 no such box/)
  await page.getByRole('button', { name: 'Send again' }).click()
  await page.getByText('It is sent again within a minute').waitFor()
  t.match(await mainText(page), /Bo Berg[\s\S]*Tried again/)
})

t.test(
  'the pages of settings are accessible and fit, empty and with two hundred of everything',
  async (t) => {
    const { address, db, clock, ada, bo } = await seasonHouse(t)
    const browser = await openBrowser()
    await lookAt(t, browser, {
      ...{ address, employee: ada },
      paths: { 'webhooks-empty': '/settings/webhooks', 'holidays-empty': '/settings/holidays' }
    })
    // The longest words are not English.
    await db.update(employees).set({ locale: 'sv' }).where(eq(employees.id, ada.id))
    const { webhookId } = await insertWebhookThings(db, ada.id)
    const at = (index: number) => new Date(clock.now().getTime() - index * 60_000)
    await db.insert(companyDays).values(
      Array.from({ length: 200 }, (_, index) => ({
        onDay: new Date(Date.UTC(2027, 0, 1 + index)).toISOString().slice(0, 10),
        name: LONG_NAME.slice(0, 100)
      }))
    )
    await db.insert(apiKeys).values(
      Array.from({ length: 200 }, (_, index) => ({
        ...{ employeeId: bo.id, name: LONG_NAME, scopes: ['me:read'], tokenHash: `hash-${index}` },
        expiresAt: new Date('2027-12-01T00:00:00Z')
      }))
    )
    const told = Array.from({ length: 60 }, () => ({ employeeId: bo.id, kind: 'swap-undone', facts: {} }))
    const written = await db.insert(notices).values(told).returning()
    await db.insert(deliveries).values(
      written.map(({ id: noticeId }, index) => {
        const id = `01a00000-0000-7000-8000-${String(index).padStart(12, '0')}`
        const row = {
          id,
          messageOf: id,
          messageId: `<${id}@localhost>`,
          nextAt: at(index),
          createdAt: at(index)
        }
        return { ...row, noticeId, employeeId: bo.id, channel: 'email' as const, lastError: 'x'.repeat(300) }
      })
    )
    const [area] = await db
      .insert(productAreas)
      .values({ name: LONG_NAME.slice(0, 80) })
      .returning()
    const paths = {
      settings: '/settings',
      'settings-planning': '/settings/planning',
      'settings-holidays': '/settings/holidays',
      'settings-areas': '/settings/areas',
      'settings-area': `/settings/areas/${area!.id}`,
      'settings-rates': '/settings/rates',
      'settings-retention': '/settings/retention',
      'settings-messages': '/settings/messages',
      'settings-webhook': `/settings/webhooks/${webhookId}`,
      'settings-keys': '/settings/keys',
      'settings-jobs': '/settings/jobs'
    }
    await lookAt(t, browser, { address, employee: ada, paths })
  }
)
