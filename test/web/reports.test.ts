import t, { type Test } from 'tap'
import { ledgerEntries } from '../../db/schema/ledger.ts'
import { quotas } from '../../db/schema/quotas.ts'
import { DESKTOP, mainText, openBrowser, openPage, PHONE, shoot } from '../helpers/browser.ts'
import { insertEmployee } from '../helpers/people.ts'
import { insertAssignment, insertRotation, insertShift } from '../helpers/shifts.ts'
import { LONG_NAME } from '../helpers/web-house.ts'
import { lookAt } from './look-at.ts'
import { seasonHouse } from './season-house.ts'
import { signInAs } from './sign-in-as.ts'

/** Of eleven people six worked in January 2027 and two of them in February too; four hours are due in four weeks. */
async function worked(t: Test) {
  const house = await seasonHouse(t)
  const { db, product, amara, bo, eva, ada, helge, lena } = house
  const long = await insertEmployee(db, LONG_NAME, product)
  await db.insert(quotas).values({ scope: 'organisation', minutes: 240, perWeeks: 4, fromOn: '2027-01-04' })
  const rotation = await insertRotation(db, 'Mornings')
  for (const [at, onDay] of ['2027-01-12', '2027-02-09'].entries()) {
    const shift = await insertShift(db, rotation, `${onDay}T08:00:00Z`, `${onDay}T12:00:00Z`)
    for (const who of [amara, bo, eva, ada, helge, lena]) {
      if (at === 1 && who !== amara && who !== bo) continue
      const seat = await insertAssignment(db, shift, who)
      const row = { employeeId: who.id, kind: 'worked' as const, minutes: 240, onDay }
      await db.insert(ledgerEntries).values({ ...row, assignmentId: seat.id })
    }
  }
  return { ...house, long }
}

t.test(
  'HR sees how participation and balance went, how evenly it is shared, and has it as a file',
  async (t) => {
    const { address, helge } = await worked(t)
    const page = await openPage(t, await openBrowser(), { viewport: DESKTOP, acceptDownloads: true })
    await signInAs(page, { address, employee: helge })
    await page.goto(`${address}/reports`)
    t.match(await mainText(page), /How evenly it is shared[\s\S]*Unevenness/)
    await page.getByRole('link', { name: 'Over time' }).click()
    t.equal(
      await page.getByLabel('From', { exact: true }).inputValue(),
      '2026-04-01',
      'a year up to the end of the quarter'
    )
    const figures = page.locator('figure')
    t.match(await figures.locator('figcaption').allInnerTexts(), [
      'Hours due and done',
      'Share of people who took part',
      'Hours more (or less) than what was due',
      /Hours done per person/
    ])
    await figures.nth(1).getByText('As a table').click()
    const shares = await figures.nth(1).locator('tbody tr').allInnerTexts()
    t.match(
      shares.filter((row) => row.startsWith('2027-0')),
      [/^2027-01\s+55%$/, /^2027-02\s+18%$/, /^2027-03\s+0%$/]
    )
    await page.getByLabel('Each', { exact: true }).selectOption('quarter')
    await page.getByRole('button', { name: 'Show' }).click()
    await page.getByRole('rowheader', { name: '2027-Q1' }).first().waitFor()
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Spreadsheet' }).click()
    ])
    t.match(file.suggestedFilename(), /\.xlsx$/)
    await page.emulateMedia({ media: 'print' })
    t.equal(await page.locator('nav:visible, form:visible, .button:visible').count(), 0)
    await shoot(page, 'reports-print')
  }
)

t.test(
  'HR sees single people once a purpose is recorded, without script, and they see who looked',
  async (t) => {
    const { address, helge, amara, as } = await worked(t)
    const page = await openPage(t, await openBrowser(), { viewport: PHONE, javaScriptEnabled: false })
    await signInAs(page, { address, employee: helge })
    await page.goto(`${address}/reports/people`)
    t.match(await mainText(page), /No purpose is recorded/)
    t.equal(await page.getByRole('button', { name: 'Show the people' }).count(), 0)
    await page.getByText('Record a purpose').click()
    await page.getByLabel('Purpose').fill('Evenings fall on few')
    await page.getByLabel('Legal ground').fill('Agreement of 2026')
    await page.getByLabel('Who spoke').fill('The works council')
    await page.getByLabel('Discussed on').fill('2027-03-01')
    await page.locator('#holds-to').fill('2027-12-31')
    await page.getByRole('button', { name: 'Record', exact: true }).click()
    t.match(await mainText(page), /Recorded. Choose it[\s\S]*Evenings fall on few[\s\S]*The works council/)
    t.strictSame((await as(amara).get('/api/me/views')).json().items, [], 'nobody was looked at yet')
    await page.locator('#from').fill('2027-01-01')
    await page.getByRole('button', { name: 'Show the people' }).click()
    const said = await mainText(page)
    t.match(said, /Shown for: Evenings fall on few/)
    const row = page.getByRole('row', { name: /^Amara Okafor/ })
    t.match(await row.innerText(), /Product\s+12.4\s+8\s+-4.4/)
    t.match((await as(amara).get('/api/me/views')).json().items, [
      { viewer: { name: 'Helge HR' }, purpose: 'Evenings fall on few' }
    ])
    await page.getByRole('button', { name: /End it now/ }).click()
    t.match(await mainText(page), /from now on nobody is shown/)
    t.equal(await page.getByRole('button', { name: 'Show the people' }).count(), 0)
  }
)

t.test('the pages of reports are accessible and fit, with a long name and over time', async (t) => {
  const { address, lars } = await worked(t)
  const paths = {
    reports: '/reports?fromOn=2027-01-01&toOn=2027-04-01',
    'reports-time': '/reports?by=period&per=month&fromOn=2026-04-01&toOn=2027-04-01',
    'reports-people': '/reports/people?look=yes&fromOn=2027-01-01&toOn=2027-04-01',
    'reports-empty': '/reports?fromOn=2001-01-01&toOn=2001-04-01'
  }
  await lookAt(t, await openBrowser(), { address, employee: lars, paths })
})
