import { subDays } from 'date-fns'
import { eq, isNull } from 'drizzle-orm'
import t, { type Test } from 'tap'
import { employees } from '../../db/schema/employees.ts'
import { learnings } from '../../db/schema/learnings.ts'
import { themeHearings, themeLearnings, themes } from '../../db/schema/themes.ts'
import { testApp } from '../helpers/app.ts'
import { DESKTOP, mainText, openBrowser, openPage, shoot } from '../helpers/browser.ts'
import { insertSmallCompany } from '../helpers/people.ts'
import { insertAssignment, insertRotation, insertShift } from '../helpers/shifts.ts'
import { lookAt } from './look-at.ts'
import { signInAs } from './sign-in-as.ts'
import { inEveryWay } from './ways.ts'

const NOW = '2027-03-01T12:00:00Z'

/** The hub's code expires: heard 42 days ago and twice since, without a decision; invoices confuse since last week. */
async function company(t: Test) {
  const house = await testApp(t, { now: NOW, demo: true })
  const { db, as, clock } = house
  const people = await insertSmallCompany(db)
  const rotation = await insertRotation(db, 'Nordic mornings')
  const heard = async (who: { id: string }, daysAgo: number, words: object) => {
    const startsAt = subDays(clock.now(), daysAgo)
    const endsAt = new Date(startsAt.getTime() + 60_000)
    const shift = await insertShift(db, rotation, startsAt.toISOString(), endsAt.toISOString())
    await insertAssignment(db, shift, who)
    const row = { shiftId: shift.id, employeeId: who.id, submittedAt: endsAt }
    const what = { type: 'bug' as const, minutesLost: 40, timesThisShift: 3, triedTo: '', obstacle: '' }
    const [learning] = await db
      .insert(learnings)
      .values({ ...row, ...what, ...words })
      .returning()
    return learning!.id
  }
  const hub = { triedTo: 'Pair the hub', obstacle: 'The pairing code expires before it is typed' }
  const quote = { customerWords: 'I typed it four times and then I gave up' }
  const ids = [
    await heard(people.amara, 42, { ...hub, ...quote }),
    await heard(people.bo, 20, hub),
    await heard(people.eva, 3, hub)
  ]
  const host = as(people.hanna)
  const make = async (title: string, learningIds: string[]) => {
    const body = { title, ownerId: people.lars.id, summary: 'Heard on many shifts, by phone and by chat.' }
    const { id } = (await host.post('/api/themes', body)).json() as { id: string }
    for (const learningId of learningIds)
      await host.put(`/api/learnings/${learningId}/theme`, { themeId: id })
    return id
  }
  const hubTheme = await make('Pairing the hub fails because the code expires', ids)
  const invoice = await heard(people.amara, 6, { triedTo: 'Read the invoice', obstacle: 'Two numbers' })
  await make('Invoices show two numbers', [invoice])
  const lost = await heard(people.bo, 1, { triedTo: 'Pair the new hub', obstacle: 'Code expired again' })
  const address = await house.app.listen({ port: 0, host: '127.0.0.1' })
  const decide = async (id: string, decision: string, reason: string) => {
    const reply = await as(people.lars).post(`/api/themes/${id}/decisions`, { decision, reason })
    t.equal(reply.statusCode, 201, reply.body)
  }
  const hear = (themeId: string, leaders: { id: string }[], cause: 'lead' | 'leadership' | 'digest') =>
    db
      .insert(themeHearings)
      .values(leaders.map(({ id }) => ({ themeId, leaderId: id, cause, round: 0, putAt: clock.now() })))
  return { ...house, ...people, address, hubTheme, lost, heard, make, decide, hear }
}

inEveryWay('a leader cannot fail to see what has been said for forty days, and decides', async (t, way) => {
  const { address, eva } = await company(t)
  const browser = await openBrowser()
  const page = await openPage(t, browser, way)
  await signInAs(page, { address, employee: eva })
  await page.goto(`${address}/leadership`)
  t.match(await mainText(page), /1 theme waits[\s\S]*42 days\s+Pairing the hub fails/)
  const ages = page.getByRole('figure', { name: 'Longest without a decision' })
  await ages.getByText('As a table').click()
  t.match(await ages.getByRole('table').innerText(), /Pairing the hub fails[^\n]*42 days/)
  await page.getByRole('link', { name: /Read and decide/ }).click()
  const said = await mainText(page)
  t.match(said, /Without a decision for\s+42 days/)
  t.match(said, /2 h of customers’ and colleagues’ time so far/)
  t.match(said, /I typed it four times/)
  await page.getByText('Doing', { exact: true }).click()
  await page.locator('#reason').fill('The code will live for ten minutes')
  await page.getByRole('button', { name: 'Decide' }).click()
  await page.getByText('Everybody who reported it is told').waitFor()
  t.notMatch(await mainText(page), /Without a decision for/, 'the clock has stopped')
  await page.goto(`${address}/leadership`)
  t.match(await mainText(page), /Nothing waits/)
  await shoot(page, 'leadership-empty')
})

t.test('what was heard is put into a theme, merged and taken apart, without script', async (t) => {
  const { address, db, hanna, amara, lars, lost } = await company(t)
  const browser = await openBrowser()
  const page = await openPage(t, browser, { viewport: DESKTOP, javaScriptEnabled: false })
  await signInAs(page, { address, employee: hanna })
  await page.goto(`${address}/learnings/heard`)
  await page.getByText('Put into a theme').first().click()
  const place = page.locator(`form[action="/learnings/heard/${lost}/theme"]`)
  await place.getByLabel('Theme').selectOption({ label: 'Pairing the hub fails because the code expires' })
  await place.getByRole('button', { name: 'Put' }).click()
  t.match(await page.getByRole('status').innerText(), /It is in the theme/)

  await page.goto(`${address}/learnings`)
  t.match(await mainText(page), /1 theme has waited for a decision for thirty days or more/)
  await page.getByRole('link', { name: 'Invoices show two numbers' }).click()
  await page.getByText('Gather').click()
  t.equal(await page.locator('#into:invalid').count(), 1, 'a theme is merged into none that nobody chose')
  await page
    .getByLabel('Merge into')
    .selectOption({ label: 'Pairing the hub fails because the code expires' })
  await page.getByRole('button', { name: 'Merge' }).click()
  t.match(await mainText(page), /Merged. It can be undone/)
  const merged = page.url().split('?')[0]!
  const before = await page.locator('section:has(#hearings)').innerText()
  t.equal(before.split('Lars Lead').length - 1, 1, 'whoever was told of both is named once')
  t.match(before, /This theme\s+owns it[\s\S]*Invoices show two numbers\s+owns it/, 'with both')
  await signInAs(page, { address, employee: lars })
  await page.goto(merged)
  const answer = page.locator('form', { has: page.getByLabel('Your answer') }).last()
  await answer.getByLabel('Your answer').fill('One number from May on')
  await answer.getByRole('button', { name: 'Answer' }).click()
  t.equal(
    page.url(),
    `${merged}?told=thanksAnswered`,
    'what was put before the merge is answered where it stands'
  )
  t.match(
    await page.locator('.told-of', { hasText: 'Invoices show two numbers' }).innerText(),
    /One number from May on$/
  )
  await signInAs(page, { address, employee: hanna })
  await page.goto(merged)
  await page.getByText('Gather').click()
  await page.getByRole('button', { name: 'Let it stand by itself again' }).click()
  t.match(await mainText(page), /The theme stands by itself again/)

  await page.goto(`${address}/learnings`)
  await page.getByRole('link', { name: 'Pairing the hub fails' }).first().click()
  await page.getByText('Gather').click()
  await page.getByRole('link', { name: 'Split it in two' }).click()
  t.equal(await page.getByRole('checkbox').count(), 4, 'all that was heard of it is there to choose from')
  const title = page.getByLabel('What it is about, in a line')
  await title.fill('Hubs are lost in the post')
  await page.getByRole('button', { name: 'Split it off' }).click()
  t.match(await mainText(page), /Tick what is about something else first/)
  t.equal(await title.inputValue(), 'Hubs are lost in the post', 'nothing that was written is lost')
  await page.locator(`input[value="${lost}"]`).check()
  await page.getByRole('button', { name: 'Split it off' }).click()
  t.match(await mainText(page), /^[\s\S]*Hubs are lost in the post[\s\S]*It has a theme of its own now/)
  const of = await db.select().from(themeLearnings).where(isNull(themeLearnings.leftAt))
  const own = of.filter(({ learningId }) => learningId === lost)
  t.equal(own.length, 1)
  t.equal(of.filter(({ themeId }) => themeId === own[0]!.themeId).length, 1, 'it is there alone')

  await signInAs(page, { address, employee: amara })
  await page.goto(`${address}/learnings`)
  await page.getByRole('link', { name: 'Invoices show two numbers' }).click()
  t.equal(await page.getByRole('button', { name: 'Decide' }).count(), 0, 'deciding is not hers')
})

t.test('a finding is met with what we already knew, on one printed page', async (t) => {
  const { address, helge, hubTheme } = await company(t)
  const browser = await openBrowser()
  const page = await openPage(t, browser, { viewport: DESKTOP })
  await signInAs(page, { address, employee: helge })
  await page.goto(`${address}/learnings/known`)
  await page.getByLabel('The finding').fill('Our audit found that pairing the hub fails: the code expires')
  await page.getByRole('button', { name: 'Search' }).click()
  await page.getByRole('heading', { name: /say(s)? the same/ }).waitFor()
  t.match(await mainText(page), /Pairing the hub fails[\s\S]*First heard 18\u00a0January 2027/)
  await shoot(page, 'known-found-desktop')
  await page.getByRole('button', { name: 'Make a brief' }).click()
  await page.getByRole('heading', { name: 'What we already knew' }).waitFor()
  t.match(await mainText(page), /First heard 18\u00a0January 2027. Since then 3 reports by 3 people/)
  t.match(await mainText(page), /No decision was taken/)
  t.match(page.url(), new RegExp(`themeId=${hubTheme}`))
  await page.emulateMedia({ media: 'print' })
  t.equal(await page.locator('nav:visible, button:visible, .top:visible, .back:visible').count(), 0)
  await shoot(page, 'brief-print')
})

t.test('a brief of five themes of which much was said is one sheet of paper', async (t) => {
  const { address, db, helge, eva, lars, heard, make, amara, bo, decide, hear } = await company(t)
  const leaders = [eva, lars, helge, amara, bo]
  const themeIds: string[] = []
  for (const what of [
    'Parcels go astray',
    'The code never comes',
    'Bills differ',
    'Hubs forget',
    'Prices lack'
  ]) {
    const words = (at: number) => ({
      triedTo: what,
      obstacle: 'It does not work',
      customerWords: `${what}, for the ${at}th time. I have called you about it before, and nobody could tell me why.`
    })
    const at = themeIds.length
    const ids = [await heard(amara, 60 + at, words(4)), await heard(bo, 50 + at, words(5))]
    const id = await make(`${what} in December, and nobody says so on the pages that people read`, ids)
    themeIds.push(id)
    for (const cause of ['lead', 'leadership', 'digest'] as const) await hear(id, leaders, cause)
    for (const decision of ['deciding', 'doing'])
      await decide(id, decision, `${decision}: we talk with a second carrier and look for a way to check it.`)
  }
  await db
    .update(themeHearings)
    .set({ answer: 'I take it to the board in June.', answeredAt: new Date(NOW) })
    .where(eq(themeHearings.leaderId, bo.id))
  const browser = await openBrowser()
  for (const locale of ['en', 'nb', 'sv'] as const) {
    await db.update(employees).set({ locale }).where(eq(employees.id, helge.id))
    const page = await openPage(t, browser, { viewport: DESKTOP })
    await signInAs(page, { address, employee: helge })
    await page.goto(`${address}/learnings/brief?${themeIds.map((id) => `themeId=${id}`).join('&')}`)
    const said = await mainText(page)
    t.equal(said.split('I take it to the board').length - 1, 5, 'what a leader said stands there once')
    t.equal(said.split('we talk with a second carrier').length - 1, 10, 'each decision once')
    t.match(said, /Helge HR, Amara Okafor\./, 'and who said nothing, once')
    await page.emulateMedia({ media: 'print' })
    await page.setViewportSize({ width: 673, height: 1000 })
    await shoot(page, `brief-five-${locale}`)
    const pdf = await page.pdf({ format: 'A4' })
    t.equal(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length, 1, `one page (${locale})`)
  }
})

t.test('the pages of learnings are accessible and fit, light and dark, phone and desktop', async (t) => {
  const { address, eva, hubTheme, db } = await company(t)
  t.equal((await db.select().from(themes)).length, 2)
  const browser = await openBrowser()
  const paths = {
    learnings: '/learnings',
    'learnings-heard': '/learnings/heard',
    'learnings-new': '/learnings/new',
    'learnings-known': '/learnings/known',
    theme: `/learnings/themes/${hubTheme}`,
    'theme-split': `/learnings/themes/${hubTheme}/split`,
    leadership: '/leadership',
    brief: `/learnings/brief?themeId=${hubTheme}`,
    'theme-as-of': `/learnings/themes/${hubTheme}?asOf=2027-03-01`,
    'leadership-as-of': '/leadership?asOf=2027-03-01'
  }
  await lookAt(t, browser, { address, employee: eva, paths })
})
