import { inArray } from 'drizzle-orm'
import t from 'tap'
import { employees } from '../../db/schema/employees.ts'
import { scimLeavers, scimPeople } from '../../db/schema/scim.ts'
import { scimGroups } from '../../db/schema/scim-groups.ts'
import { openBrowser, openPage, PHONE } from '../helpers/browser.ts'
import { provisionedCompany } from '../http/scim/scim-cast.ts'
import { lookAt } from './look-at.ts'
import { signInAs } from './sign-in-as.ts'

t.test(
  'an administrator makes a token, says what a group means, and decides about who is held',
  async (t) => {
    const house = await provisionedCompany(t, { demo: true })
    const { db, ada, amara, bo, product, app } = house
    const heldAt = new Date('2027-03-01T07:00:00Z')
    for (const { id: employeeId } of [amara, bo])
      await db.insert(scimLeavers).values({ employeeId, at: heldAt, heldAt })
    await db
      .update(employees)
      .set({ suspendedAt: heldAt })
      .where(inArray(employees.id, [amara.id, bo.id]))
    await db
      .insert(scimGroups)
      .values([{ displayName: 'Customer support' }, { displayName: 'People & culture' }])
    const assumed = { country: 'NO', timeZone: 'Europe/Oslo', joinedOn: '2024-01-01', teamId: product.id }
    const said = { employeeId: house.eva.id, userName: house.eva.email, resource: {}, assumed }
    await db.insert(scimPeople).values(said)
    const address = await app.listen({ port: 0, host: '127.0.0.1' })
    const browser = await openBrowser()
    await lookAt(t, browser, { address, employee: ada, paths: { provisioning: '/settings/provisioning' } })

    const page = await openPage(t, browser, { viewport: PHONE })
    await signInAs(page, { address, employee: ada })
    await page.goto(`${address}/settings/provisioning`)
    await page.getByLabel('Name', { exact: true }).fill('Okta')
    await page.getByLabel('Until').fill('2027-12-31')
    await page.getByRole('button', { name: 'Make a token' }).click()
    t.match(await page.locator('code.secret').innerText(), /^lyttescim_[\w-]{43}$/)
    await page.goto(`${address}/settings/provisioning`)
    t.equal(await page.locator('code.secret').count(), 0, 'it is shown once')

    const group = page.locator('form', { hasText: 'Customer support' })
    await group.getByLabel('Role').selectOption('host')
    await group.getByRole('button').click()
    await page.getByText('Saved.').waitFor()
    await page.getByRole('button', { name: 'Has not left : Amara Okafor' }).click()
    await page.getByText('They get in again').waitFor()
    await page.getByRole('button', { name: 'All have left' }).click()
    await page.getByText('They have left').waitFor()
    t.equal(await page.getByRole('heading', { name: /held/ }).count(), 0)
    await page.getByRole('button', { name: /It is right/ }).click()
    await page.getByText('Saved.').waitFor()
    t.equal(await page.getByRole('heading', { name: 'Assumed, not said' }).count(), 0)
    const people = await db.select().from(employees)
    t.match(
      people.find(({ id }) => id === amara.id),
      { suspendedAt: null, deactivatedAt: null }
    )
    t.match(
      people.find(({ id }) => id === bo.id),
      { suspendedAt: null, deactivatedAt: house.clock.now() }
    )
  }
)
