import { addMinutes } from 'date-fns'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import t, { type Test } from 'tap'
import { quotas } from '../../db/schema/quotas.ts'
import { rotationSlots } from '../../db/schema/rotations.ts'
import { testApp } from '../helpers/app.ts'
import { openBrowser, openPage } from '../helpers/browser.ts'
import { insertEmployee, insertSmallCompany } from '../helpers/people.ts'
import { insertRotation } from '../helpers/shifts.ts'
import { byFinger, byKeyboard, byMouse, type Hands } from './hands.ts'
import { signInAs } from './sign-in-as.ts'

const NAMES = ['Ingrid Solberg', 'Jonas Vik', 'Karin Ek', 'Leila Haddad']

/** A company of thirteen with a rotation of mornings that nobody has planned yet. */
async function company(t: Test) {
  const house = await testApp(t, { now: '2027-03-01T08:00:00Z', demo: true })
  const { db } = house
  const people = await insertSmallCompany(db)
  await insertEmployee(db, 'Henrik Host', people.support, { isHost: true })
  for (const name of NAMES) await insertEmployee(db, name, people.product)
  await db.insert(quotas).values({ scope: 'organisation', minutes: 240, perWeeks: 4, fromOn: '2027-03-01' })
  const rotation = await insertRotation(db, 'Nordic mornings', { spacingDays: 7, leadTimeDays: 0 })
  const slots = [1, 3, 5].map((weekday) => ({
    rotationId: rotation.id,
    weekday,
    startsAt: '09:00',
    endsAt: '13:00'
  }))
  await db.insert(rotationSlots).values(slots)
  const address = await house.app.listen({ port: 0, host: '127.0.0.1' })
  return { ...house, ...people, rotation, address }
}
type House = Awaited<ReturnType<typeof company>>

interface Way {
  options: BrowserContextOptions
  hands: (page: Page) => Hands
}

/** People one after the other at one browser. */
function walker(t: Test, browser: Browser, { address }: House, { options, hands }: Way) {
  return async (employee: { id: string }, path: string): Promise<Hands> => {
    const page = await openPage(t, browser, { locale: 'en-GB', ...options })
    page.setDefaultTimeout(30_000)
    await signInAs(page, { address, employee })
    await page.goto(address + path)
    return hands(page)
  }
}

const button = ({ page }: Hands, name: string | RegExp) => page.getByRole('button', { name })
const link = ({ page }: Hands, name: string | RegExp) => page.getByRole('link', { name })
/** Waits until the page says so. */
const tells = ({ page }: Hands, words: RegExp | string) =>
  page.getByRole('status').filter({ hasText: words }).waitFor()
const heading = ({ page }: Hands, name: string) => page.getByRole('heading', { name }).waitFor()
const main = ({ page }: Hands) => page.locator('main').innerText()

interface Shift {
  assignmentId: string
  startsAt: string
  shift: { id: string; endsAt: string }
}
const shiftsOf = async ({ as }: House, who: { id: string }): Promise<Shift[]> =>
  (await as(who).get('/api/me/shifts')).json().items

type At = ReturnType<typeof walker>

async function planAndPublish({ ada, rotation }: House, at: At): Promise<void> {
  const hands = await at(ada, `/plan/${rotation.id}`)
  await hands.writeDay(hands.page.getByLabel('From').first(), '2027-03-08')
  await hands.writeDay(hands.page.getByLabel('Until'), '2027-04-05')
  await hands.press(button(hands, 'Make a draft'))
  await heading(hands, 'How fair it is')
  await hands.press(link(hands, /^Why these people/).first())
  await hands.press(button(hands, /Pin this seat/).first())
  await tells(hands, 'The seat is pinned')
  await hands.press(link(hands, 'The draft'))
  const pinned = hands.page.url()
  await hands.press(button(hands, 'Plan again with the pins'))
  // The draft of before has the same pin and the same headings: what is published is the new one.
  await hands.page.waitForURL((url) => url.href !== pinned)
  await hands.page.getByText('1 seat is pinned.').waitFor()
  await heading(hands, 'How fair it is')
  await hands.press(button(hands, 'Publish'))
  await tells(hands, 'Published')
  await hands.page.context().close()
}

/** Asked, accepted, undone while it may be. */
async function swap(t: Test, house: House, at: At, who: { id: string }): Promise<void> {
  const [{ shift }] = (await shiftsOf(house, who)) as [Shift]
  const hands = await at(who, `/shifts/${shift.id}`)
  await hands.press(link(hands, 'Find a taker'))
  await heading(hands, 'Find a taker')
  const takerId = await hands.page.locator('.pick input:checked').first().inputValue()
  await hands.press(button(hands, 'Ask them'))
  await tells(hands, 'The first who says yes')
  await hands.page.context().close()
  const theirs = await at({ id: takerId }, '/swaps')
  await theirs.press(button(theirs, /Accept/))
  await tells(theirs, 'changed hands')
  t.not((await shiftsOf(house, who))[0]?.shift.id, shift.id, 'it is somebody else’s')
  await theirs.press(button(theirs, /Undo/))
  await tells(theirs, 'Undone')
  t.equal((await shiftsOf(house, who))[0]?.shift.id, shift.id, 'and has it back')
  await theirs.page.context().close()
}

async function fallIll(t: Test, house: House, at: At, who: { id: string }): Promise<void> {
  const [{ startsAt, shift }] = (await shiftsOf(house, who)) as [Shift]
  house.clock.set(addMinutes(new Date(startsAt), -60).toISOString())
  const hands = await at(who, '/me/time')
  await hands.press(button(hands, 'Open my seats of today'))
  await tells(hands, 'Get well soon')
  t.notOk((await shiftsOf(house, who)).some((own) => own.shift.id === shift.id))
  await hands.page.goto(`${house.address}/shifts/${shift.id}`)
  t.match(await main(hands), /open seat/)
  await hands.page.context().close()
}

async function workAndTell(house: House, at: At, who: { id: string }, own: Shift): Promise<void> {
  house.clock.set(addMinutes(new Date(own.shift.endsAt), 15).toISOString())
  const hands = await at(who, '/')
  await hands.press(button(hands, /Confirm 4 h/).last())
  await tells(hands, 'confirmed')
  const form = hands.page.locator(`form[action="/shifts/${own.shift.id}/learnings"]`)
  await hands.press(hands.page.getByText('Hand in a learning').last())
  await hands.choose(form.getByRole('radio', { name: 'Hard to use' }))
  await hands.write(form.getByLabel('What did the customer try to do?'), 'Change the night tariff')
  await hands.write(form.getByLabel('What stood in the way?'), 'The switch is on a page nobody finds')
  await hands.press(form.getByRole('button', { name: 'Hand in', exact: true }))
  await tells(hands, 'handed in')
  await hands.page.goto(`${house.address}/shifts/${own.shift.id}`)
  await hands.write(hands.page.getByLabel('What should those who come next know?'), 'Tariffs come up a lot')
  await hands.press(button(hands, 'Leave the note'))
  await tells(hands, 'next shift')
  await hands.page.context().close()
}

async function decide(t: Test, { hanna, address }: House, at: At, reporter: { id: string }): Promise<void> {
  const hands = await at(hanna, '/learnings/new')
  await hands.write(hands.page.getByLabel('What it is about, in a line'), 'Nobody finds the tariff switch')
  await hands.press(button(hands, 'Make the theme'))
  await tells(hands, 'The theme is made')
  const theme = new URL(hands.page.url()).pathname
  await hands.page.goto(`${address}/learnings/heard`)
  await hands.press(hands.page.locator('summary', { hasText: 'Put into a theme' }))
  await hands.press(hands.page.getByRole('button', { name: 'Put', exact: true }))
  await tells(hands, 'in the theme')
  await hands.page.goto(address + theme)
  await hands.choose(hands.page.getByRole('radio', { name: 'Doing' }))
  await hands.write(hands.page.locator('#reason'), 'It moves to the first page in April')
  await hands.press(button(hands, 'Decide'))
  await tells(hands, 'Everybody who reported it is told')
  await hands.page.context().close()
  const theirs = await at(reporter, '/inbox')
  t.match(await main(theirs), /It moves to the first page in April/)
  await theirs.page.context().close()
}

async function report(t: Test, { helge }: House, at: At): Promise<void> {
  const hands = await at(helge, '/reports')
  await hands.press(button(hands, 'Show'))
  await heading(hands, 'Participation')
  t.match(await main(hands), /Hours done\s+4\s/)
  t.match(await main(hands), /Learnings\s+1\s/)
  await hands.page.context().close()
}

/** The month: every step is done on the pages; only who got which shift is looked up. */
async function walkMonth(t: Test, browser: Browser, way: Way): Promise<void> {
  const house = await company(t)
  const at = walker(t, browser, house, way)
  await planAndPublish(house, at)
  const { amara, bo, lars } = house
  const held = await Promise.all(
    [amara, bo, lars].map(async (who) => ({ who, shifts: await shiftsOf(house, who) }))
  )
  const inOrder = held
    .filter(({ shifts }) => shifts.length > 0)
    .sort((a, b) => a.shifts[0]!.startsAt.localeCompare(b.shifts[0]!.startsAt))
  const [first, last] = [inOrder[0], inOrder.at(-1)]
  if (!first || !last || first === last) throw new Error('two of the three have a shift')
  await swap(t, house, at, last.who)
  await fallIll(t, house, at, first.who)
  await workAndTell(house, at, last.who, last.shifts.at(-1)!)
  await decide(t, house, at, last.who)
  await report(t, house, at)
}

t.test(
  'a whole month by keyboard alone, New York before an Oslo company',
  { timeout: 240_000 },
  async (t) => {
    const options = { viewport: { width: 1280, height: 900 }, timezoneId: 'America/New_York' }
    await walkMonth(t, await openBrowser(), { options, hands: byKeyboard })
  }
)

t.test('a whole month with a finger on a phone, in Tokyo', { timeout: 240_000 }, async (t) => {
  const options = {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
    timezoneId: 'Asia/Tokyo'
  }
  await walkMonth(t, await openBrowser(), { options, hands: byFinger })
})

t.test('a whole month with a mouse and without script, in Denver', { timeout: 240_000 }, async (t) => {
  const options = {
    viewport: { width: 1280, height: 900 },
    timezoneId: 'America/Denver',
    javaScriptEnabled: false
  }
  await walkMonth(t, await openBrowser(), { options, hands: byMouse })
})
