import { addHours, subHours } from 'date-fns'
import t, { type Test } from 'tap'
import { learnings } from '../../db/schema/learnings.ts'
import { ledgerEntries } from '../../db/schema/ledger.ts'
import { themeLearnings } from '../../db/schema/themes.ts'
import { testApp } from '../helpers/app.ts'
import {
  accessibilityFaults,
  DESKTOP,
  openBrowser,
  openPage,
  overflowOf,
  PHONE,
  shoot,
  smallTargets
} from '../helpers/browser.ts'
import { insertSmallCompany } from '../helpers/people.ts'
import { insertAssignment, insertRotation, insertShift } from '../helpers/shifts.ts'
import { inEveryWay } from './ways.ts'

const NOW = '2027-03-02T13:00:00Z'
const REASON = {
  owedMinutes: 240,
  unpopularPoints: 0,
  carriedUnpopular: 2,
  wishCost: 0,
  otherTakers: 3,
  nextBestExtraCost: 12.5
}

/** The real server on a port, with Amara just off a shift and another one coming. */
async function fjordlys(t: Test) {
  const house = await testApp(t, { now: NOW, demo: true })
  const { db } = house
  const people = await insertSmallCompany(db)
  const rotation = await insertRotation(db, 'Nordic office hours', {
    queueUrl: 'https://queue.example/nordic'
  })
  const at = (hours: number) => addHours(new Date(NOW), hours).toISOString()
  const over = await insertShift(db, rotation, subHours(new Date(NOW), 5).toISOString(), at(-1))
  const coming = await insertShift(db, rotation, at(67), at(71))
  for (const shift of [over, coming]) {
    await insertAssignment(db, shift, people.amara, { reason: REASON })
    await insertAssignment(db, shift, people.hanna)
  }
  const address = await house.app.listen({ port: 0, host: '127.0.0.1' })
  return { ...house, ...people, address }
}

async function signIn(page: Awaited<ReturnType<typeof openPage>>, address: string, name: string) {
  await page.goto(`${address}/sign-in`)
  const everybody = page.locator('details.card')
  await everybody.locator('summary').click()
  await everybody.locator('li', { hasText: name }).getByRole('button').click()
  await page.waitForURL(`${address}/`)
}

t.test('a newcomer signs in and sees within one screen when, with whom and why', async (t) => {
  const { address } = await fjordlys(t)
  const browser = await openBrowser()
  const page = await openPage(t, browser, { viewport: PHONE, timezoneId: 'Pacific/Auckland' })
  await signIn(page, address, 'Amara Okafor')
  const hero = page.locator('.hero')
  t.match(
    await hero.innerText(),
    /Friday 5\u00a0March/,
    'the day by the clock of the person, not of browser or server'
  )
  t.match(await hero.innerText(), /09:00–13:00/)
  t.match(await hero.innerText(), /Starts in 3 days/)
  t.match(await hero.innerText(), /Your buddy is Hanna Host/)
  const queue = hero.getByRole('link', { name: 'Open the queue' })
  t.equal(await queue.getAttribute('href'), 'https://queue.example/nordic')
  t.ok(await hero.getByRole('link', { name: 'Find a taker' }).isVisible())
  t.match(
    await page.locator('section:has(#now)').innerText(),
    /Nordic office hours\s+Nobody right now\.\s+Next: Fri 5\u00a0Mar, 09:00–13:00[\s\S]*Hanna Host · host[\s\S]*Amara Okafor/i
  )
  const box = await hero.boundingBox()
  t.ok(box && box.y + box.height < PHONE.height, 'without scrolling')
  await hero.getByText('Why me?').click()
  t.match(await hero.innerText(), /You owed 4 h in this period/)
  t.match(await hero.innerText(), /3 others could have taken it/)
  await shoot(page, 'today-phone')
})

t.test('one tap confirms the hours; other time wants a reason', async (t) => {
  const { address, db } = await fjordlys(t)
  const browser = await openBrowser()
  const page = await openPage(t, browser, { viewport: PHONE, javaScriptEnabled: false })
  await signIn(page, address, 'Hanna Host')
  await page.getByRole('button', { name: 'Confirm 4 h' }).click()
  t.match(await page.getByRole('status').innerText(), /confirmed/)
  t.match(await db.select().from(ledgerEntries), [{ minutes: 240, kind: 'worked' }])
  t.equal(await page.getByRole('button', { name: /Confirm/ }).count(), 0)

  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await signIn(page, address, 'Amara Okafor')
  await page.getByText('Other time').click()
  await page.getByLabel('Minutes', { exact: true }).fill('200')
  await page.getByLabel('Reason').fill('Doctor at three')
  await page.getByRole('button', { name: 'Save hours' }).click()
  const entries = await db.select().from(ledgerEntries)
  t.match(entries.at(-1), { minutes: 200, reason: 'Doctor at three' })
})

inEveryWay('a learning is handed in, and its personal data is masked', async (t, way) => {
  const { address, db } = await fjordlys(t)
  const browser = await openBrowser()
  const page = await openPage(t, browser, way)
  await signIn(page, address, 'Amara Okafor')
  await page.getByText('Hand in a learning').click()
  await page.getByText('Hard to use').click()
  await page.getByLabel('What did the customer try to do?').fill('Change the night tariff')
  await page.getByLabel('What stood in the way?').fill('The switch is on a page nobody finds')
  await page.getByLabel(/own words/).fill('Call me on +47 912 34 567')
  await shoot(page, 'hand-in-phone')
  t.strictSame(await smallTargets(page), [])
  await page.getByRole('button', { name: 'Hand in', exact: true }).click()
  t.match(await page.getByRole('status').innerText(), /masked/)
  const [learning] = await db.select().from(learnings)
  t.match(learning, { type: 'hard_to_use', triedTo: 'Change the night tariff' })
  t.notMatch(learning?.customerWords, '912')
})

t.test(
  'a theme that says the same is suggested while typing, and one tap puts the learning into it',
  async (t) => {
    const { address, db, as, lars, hanna } = await fjordlys(t)
    const theme = { title: 'Pairing the hub fails because the code expires', ownerId: lars.id }
    const { id: themeId } = (await as(hanna).post('/api/themes', theme)).json()
    const page = await openPage(t, await openBrowser(), { viewport: PHONE })
    await signIn(page, address, 'Amara Okafor')
    await page.getByText('Hand in a learning').click()
    await page.getByText('Hard to use').click()
    await page.getByLabel('What did the customer try to do?').pressSequentially('Pairing the hub, the code')
    const same = page.getByRole('group', { name: 'Does one of these say the same?' })
    await same.getByText(theme.title).click()
    t.strictSame(await accessibilityFaults(page), [])
    await page.getByLabel('What stood in the way?').pressSequentially('It had expired')
    await page.waitForResponse((reply) => reply.url().endsWith('/learnings/suggestions'))
    t.equal(
      await same.getByRole('radio', { name: theme.title }).isChecked(),
      true,
      'the choice outlives typing'
    )
    await shoot(page, 'hand-in-suggested')
    await page.getByRole('button', { name: 'Hand in', exact: true }).click()
    await page.getByRole('status').waitFor()
    t.match(await db.select().from(themeLearnings), [{ themeId }])
  }
)

t.test('what cannot be is told in a sentence on a page, with a way back', async (t) => {
  const { address, app, hanna, tokenOf } = await fjordlys(t)
  t.ok(await tokenOf(hanna))
  const browser = await openBrowser()
  const context = await browser.newContext({ viewport: PHONE })
  const page = await context.newPage()
  await signIn(page, address, 'Bo Berg')
  await page.goto(`${address}/no-such-page`)
  t.match(await page.locator('main').innerText(), /There is nothing here/)
  t.equal((await app.inject({ url: '/no-such-page' })).json().code, 'NOT_FOUND', 'programs get a problem')
  await page.getByRole('link', { name: 'Back to today' }).click()
  t.match(await page.locator('main').innerText(), /No shift is planned for you/)
  await shoot(page, 'today-nothing-planned')
})

t.test('every page is accessible and fits, light and dark, phone and desktop', async (t) => {
  const { address } = await fjordlys(t)
  const browser = await openBrowser()
  for (const [size, viewport] of Object.entries({ phone: PHONE, desktop: DESKTOP })) {
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await openPage(t, browser, { viewport, colorScheme })
      const check = async (name: string) => {
        t.strictSame(await accessibilityFaults(page), [], `${name} ${size} ${colorScheme}`)
        t.ok((await overflowOf(page)) <= 0, `${name} does not overflow on ${size}`)
        t.strictSame(await smallTargets(page), [], `${name}: everything can be hit with a finger`)
        await shoot(page, `${name}-${size}-${colorScheme}`)
      }
      await page.goto(`${address}/sign-in`)
      await check('sign-in')
      await signIn(page, address, 'Amara Okafor')
      await check('today')
      await page.context().close()
    }
  }
})
