import { isNull } from 'drizzle-orm'
import t from 'tap'
import { assignments } from '../../db/schema/assignments.ts'
import { DESKTOP, openBrowser, PHONE } from '../helpers/browser.ts'
import { webHouse } from '../helpers/web-house.ts'
import { lookAt } from './look-at.ts'

type House = Awaited<ReturnType<typeof webHouse>>

/** Who sits where in force, as `employee from to`. */
async function seatsOn({ db }: House, shiftId: string) {
  const rows = await db.select().from(assignments).where(isNull(assignments.releasedAt))
  return rows
    .filter((seat) => seat.shiftId === shiftId)
    .map(
      ({ employeeId, heldStartsAt, heldEndsAt }) =>
        `${employeeId} ${heldStartsAt.toISOString()} ${heldEndsAt.toISOString()}`
    )
}

t.test(
  'the second half of a shift is asked for by keyboard and taken over, the first half stays',
  async (t) => {
    const house = await webHouse(t)
    const { address, amara, bo, later, pageOf } = house
    const browser = await openBrowser()
    const page = await pageOf(t, browser, amara, { viewport: DESKTOP })
    await page.goto(`${address}/shifts/${later.id}/takers`)
    for (const box of await page.locator('.pick input:checked').all()) await box.press('Space')
    await page.getByRole('checkbox', { name: /Bo Berg/ }).press('Space')
    await page.getByLabel('How much of it?').focus()
    await page.keyboard.type('16:00')
    t.equal(
      await page.getByLabel('How much of it?').inputValue(),
      '2027-03-22T15:00:00.000Z/2027-03-22T16:00:00.000Z'
    )
    await page.getByRole('button', { name: 'Ask them' }).press('Enter')
    await page.getByRole('status').waitFor()
    const theirs = await pageOf(t, browser, bo, { viewport: PHONE, javaScriptEnabled: false })
    await theirs.goto(`${address}/swaps`)
    t.match(await theirs.locator('.swap').first().innerText(), /Only 11:00–12:00/, 'by the clock of New York')
    await theirs.getByRole('button', { name: /Accept/ }).click()
    await theirs.waitForURL(/told=accepted/)
    const seats = await seatsOn(house, later.id)
    t.ok(seats.includes(`${amara.id} 2027-03-22T12:00:00.000Z 2027-03-22T15:00:00.000Z`), seats.join())
    t.ok(seats.includes(`${bo.id} 2027-03-22T15:00:00.000Z 2027-03-22T16:00:00.000Z`), seats.join())
  }
)

t.test('who is asked proposes something else without script, and it is accepted in one tap', async (t) => {
  const house = await webHouse(t)
  const { address, as, amara, bo, later, bos, pageOf } = house
  const { items } = (await as(amara).get('/api/me/shifts')).json()
  const give = items.find(({ shift }: { shift: { id: string } }) => shift.id === later.id)
  await as(amara).post('/api/swaps', { giveAssignmentId: give.assignmentId, asks: [{ employeeId: bo.id }] })
  const browser = await openBrowser()
  const theirs = await pageOf(t, browser, bo, { viewport: PHONE, javaScriptEnabled: false })
  await theirs.goto(`${address}/swaps`)
  await theirs.getByRole('link', { name: /Propose something else/ }).click()
  await theirs.getByRole('button', { name: 'Propose this' }).click()
  t.match(
    await theirs.locator('main').innerText(),
    /cannot|accept it instead/i,
    'the same is no other proposal'
  )
  await theirs.goBack()
  await theirs.getByRole('radio', { name: /Monday 19\s+April/ }).check()
  await theirs.getByLabel('A word to them').fill('I am away in April')
  await theirs.getByRole('button', { name: 'Propose this' }).click()
  await theirs.waitForURL(/told=countered/)

  const mine = await pageOf(t, browser, amara, { viewport: PHONE })
  await mine.goto(`${address}/swaps`)
  const asked = mine.locator('.swap').first()
  t.match(await asked.innerText(), /Bo Berg asks you to swap/)
  t.match(await asked.innerText(), /This answers an earlier proposal/)
  t.match(await asked.innerText(), /I am away in April/)
  await mine.getByRole('button', { name: /Accept/ }).click()
  await mine.getByText('Done: the seats have changed hands.').waitFor()
  t.ok((await seatsOn(house, bos.id)).some((seat) => seat.startsWith(amara.id)))
  t.ok((await seatsOn(house, later.id)).some((seat) => seat.startsWith(bo.id)))
  const late = await theirs.goto(`${address}/swaps/${give.assignmentId}/counter`)
  t.equal(late?.status(), 404)
})

t.test('the page of a counter-proposal and the parts are accessible, fit and can be hit', async (t) => {
  const house = await webHouse(t)
  const { address, as, amara, bo, later } = house
  const { items } = (await as(amara).get('/api/me/shifts')).json()
  const give = items.find(({ shift }: { shift: { id: string } }) => shift.id === later.id)
  const asking = { giveAssignmentId: give.assignmentId, asks: [{ employeeId: bo.id }], message: 'Please' }
  const { id } = (await as(amara).post('/api/swaps', asking)).json()
  const browser = await openBrowser()
  await lookAt(t, browser, { address, employee: bo, paths: { counter: `/swaps/${id}/counter` } })
})
