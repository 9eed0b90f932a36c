import type { Page } from 'playwright-core'
import t, { type Test } from 'tap'
import { notices } from '../../db/schema/notices.ts'
import {
  accessibilityFaults,
  DESKTOP,
  openBrowser,
  overflowOf,
  PHONE,
  shoot,
  smallTargets
} from '../helpers/browser.ts'
import { LONG_NAME, webHouse } from '../helpers/web-house.ts'
import { brokenWords, smallLinks } from './look-at.ts'

type House = Awaited<ReturnType<typeof webHouse>>

/** Every page of an employee, with what it is called in the pictures. */
const pagesOf = ({ coming, later, open, over, bo }: House): [string, string][] => [
  ['today', '/'],
  ['schedule-week', '/schedule?on=2027-03-02'],
  ['schedule-month', '/schedule?view=month&on=2027-03-02'],
  ['schedule-empty', '/schedule?on=2031-03-02'],
  ['shift-mine', `/shifts/${coming.id}`],
  ['shift-open', `/shifts/${open.id}`],
  ['shift-over', `/shifts/${over.id}`],
  ['takers', `/shifts/${later.id}/takers`],
  ['takers-swap', `/shifts/${later.id}/takers?with=${bo.id}`],
  ['swaps', '/swaps'],
  ['my-shifts', '/me/shifts'],
  ['my-shifts-month', '/me/shifts?view=month'],
  ['my-time', '/me/time'],
  ['inbox', '/inbox']
]

/** Amara is asked for two things, has offered one, and has had 40 notices. */
async function insertLife({ db, as, amara, bo, eva, bos, later }: House): Promise<void> {
  const mine = (await as(amara).get('/api/me/shifts')).json().items
  const theirs = (await as(bo).get('/api/me/shifts')).json().items
  const seatOn = (items: { assignmentId: string; shift: { id: string } }[], shiftId: string) =>
    items.find(({ shift }) => shift.id === shiftId)?.assignmentId
  await as(bo).post('/api/swaps', {
    giveAssignmentId: seatOn(theirs, bos.id),
    asks: [{ employeeId: amara.id }],
    message: 'My daughter starts school that day. <script>alert(1)</script>'
  })
  await as(amara).post('/api/swaps', {
    giveAssignmentId: seatOn(mine, later.id),
    asks: [{ employeeId: bo.id }, { employeeId: eva.id }]
  })
  await db.insert(notices).values(
    Array.from({ length: 40 }, (_, at) => ({
      employeeId: amara.id,
      kind: 'hours-entered',
      facts: { onDay: '2027-02-01', minutes: 240 },
      createdAt: new Date(Date.parse('2027-03-01T09:00:00Z') - at * 3_600_000)
    }))
  )
}

async function check(t: Test, page: Page, name: string, look: string): Promise<void> {
  t.strictSame(await accessibilityFaults(page), [], `${name} is accessible, ${look}`)
  t.ok((await overflowOf(page)) <= 0, `${name} fits, ${look}`)
  t.strictSame(await brokenWords(page), [], `${name} keeps words whole, ${look}`)
  if (look.startsWith('phone')) {
    const small = [...(await smallTargets(page)), ...(await smallLinks(page))]
    t.strictSame(small, [], `${name} can be hit with a finger`)
  }
  await shoot(page, `${name}-${look}`)
}

/** Names beside each other in a week of which only the beginning is seen. */
const cutNames = (page: Page): Promise<string[]> =>
  page.evaluate(`[...document.querySelectorAll('.week .event-name')]
    .filter((name) => name.scrollWidth > name.clientWidth || name.scrollHeight > name.clientHeight + 2)
    .map((name) => name.textContent)`)

t.test('every page of an employee is accessible and fits, light and dark, phone and desktop', async (t) => {
  const house = await webHouse(t)
  await insertLife(house)
  const browser = await openBrowser()
  const looks = [
    { look: 'phone-dark', viewport: PHONE, colorScheme: 'dark', timezoneId: 'Asia/Tokyo' },
    { look: 'desktop-light', viewport: DESKTOP, colorScheme: 'light', timezoneId: 'America/Denver' }
  ] as const
  for (const { look, ...options } of looks) {
    const page = await house.pageOf(t, browser, house.amara, options)
    for (const [name, path] of pagesOf(house)) {
      await page.goto(house.address + path)
      await check(t, page, name, look)
    }
    await page.context().close()
  }
})

t.test('states with nothing, of somebody with a very long name, in the other languages', async (t) => {
  const { address, eva, helge, db: _, ...house } = await webHouse(t)
  const browser = await openBrowser()
  const page = await house.pageOf(t, browser, eva, { viewport: PHONE, colorScheme: 'light' })
  await page.getByRole('button', { name: 'More' }).click()
  t.match(await page.locator('.account-name').innerText(), LONG_NAME, 'letter by letter, as text')
  t.strictSame(await smallTargets(page), [])
  await shoot(page, 'more-open-phone-light')
  await page.getByRole('button', { name: 'Norsk' }).click()
  await page.locator('html[lang=nb]').waitFor({ state: 'attached' })
  for (const [name, path] of [
    ['today', '/'],
    ['swaps', '/swaps'],
    ['my-shifts', '/me/shifts'],
    ['my-time', '/me/time'],
    ['inbox', '/inbox']
  ] as const) {
    await page.goto(address + path)
    await check(t, page, `${name}-empty`, 'phone-light')
  }
  await page.context().close()
  const other = await house.pageOf(t, browser, helge, {
    viewport: DESKTOP,
    colorScheme: 'dark',
    locale: 'sv'
  })
  await other.getByRole('button', { name: 'Svenska' }).click()
  await other.locator('html[lang=sv]').waitFor({ state: 'attached' })
  await other.goto(`${address}/schedule?on=2027-03-02`)
  t.match(await other.locator('main').innerText(), /Vecka 9 · mån 1\u00a0mars – sön 7\u00a0mars/)
  await check(t, other, 'schedule-week-sv', 'desktop-dark')
  const cut = await cutNames(other)
  t.notOk(
    cut.includes('Hanna Host') || cut.includes('Amara Okafor'),
    `names of two words are read whole: ${cut}`
  )
})
