import t from 'tap'
import { shiftCards } from '../../db/schema/shift-cards.ts'
import { shiftHandovers } from '../../db/schema/shift-handovers.ts'
import { DESKTOP, openBrowser, PHONE } from '../helpers/browser.ts'
import { insertSeason } from '../helpers/seasons.ts'
import { webHouse } from '../helpers/web-house.ts'
import { lookAt } from './look-at.ts'

const CARD = {
  thingsToKnow: [
    'Version 4.2 is new',
    'Invoices are late until noon',
    'A hub that blinks orange has no network'
  ],
  quietJob: 'Mend one sentence of a help page.',
  openingCall: 'What have you heard so far?',
  question: null
}

t.test('a host writes the card by keyboard, and a guest reads it on the phone without script', async (t) => {
  const house = await webHouse(t)
  const { hanna, amara, coming, address, pageOf } = house
  await insertSeason(house.db, { fromOn: '2027-01-01', toOn: '2027-04-01' })
  const browser = await openBrowser()
  const page = await pageOf(t, browser, hanna, { viewport: DESKTOP })
  await page.goto(`${address}/shifts/${coming.id}`)
  await page.getByRole('link', { name: 'Card of the rotation' }).press('Enter')
  const write = async (words: string) => {
    await page.keyboard.press('Tab')
    await page.keyboard.type(words)
  }
  await page.getByRole('link', { name: 'Nordic office hours' }).focus()
  for (const words of [CARD.openingCall, ...CARD.thingsToKnow, CARD.quietJob, '']) await write(words)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.getByRole('status').waitFor()
  t.match(await house.db.select().from(shiftCards), [
    { ...CARD, shiftId: null, changedBy: hanna.id, revision: 1 }
  ])

  const phone = await pageOf(t, browser, amara, { viewport: PHONE, javaScriptEnabled: false })
  t.match(await phone.getByRole('region', { name: 'Before you begin' }).innerText(), /Version 4\.2 is new/)
  await phone.getByRole('link', { name: 'The whole card' }).click()
  const card = await phone.getByRole('region', { name: 'The card' }).innerText()
  t.match(card, /Hanna Host calls you before you begin/)
  t.match(card, /What have you heard so far\?/)
  t.match(card, /Mend one sentence/)
  t.match(card, /What did you hear today about “Pairing works at the first attempt”\?/)
  t.equal(await phone.getByRole('link', { name: 'Change the card' }).count(), 0, 'a guest only reads')
  const refused = await phone.goto(`${address}/shifts/${coming.id}/card`)
  t.equal(refused?.status(), 403)
})

t.test(
  'a note is left on the phone, changed and taken back, and the next shift reads it on its first page',
  async (t) => {
    const house = await webHouse(t)
    const { amara, hanna, over, address, clock, db, pageOf } = house
    const browser = await openBrowser()
    const page = await pageOf(t, browser, amara, { viewport: PHONE, javaScriptEnabled: false })
    await page.goto(`${address}/shifts/${over.id}`)
    t.equal(await page.locator('.hero h2').innerText(), 'You were on this shift')
    t.equal(
      await page.getByRole('link', { name: 'Open the queue' }).count(),
      0,
      'nobody waits there for them'
    )
    await page
      .getByLabel('What should those who come next know?')
      .fill('Pairing is slow, call +47 912 34 567')
    await page.getByRole('button', { name: 'Leave the note' }).click()
    t.match(await page.getByRole('status').innerText(), /masked/)
    await page.getByLabel('What should those who come next know?').fill('Pairing is well again')
    await page.getByRole('button', { name: 'Change the note' }).click()
    t.match(await db.select().from(shiftHandovers), [{ note: 'Pairing is well again', employeeId: amara.id }])

    const hers = await pageOf(t, browser, hanna, { viewport: PHONE })
    const before = await hers.getByRole('region', { name: 'Before you begin' }).innerText()
    t.match(before, /Pairing is well again/)
    t.match(before, /Amara Okafor/)
    await page.getByRole('button', { name: 'Take the note back' }).click()
    t.match(await page.getByRole('status').innerText(), /taken back/)
    t.strictSame(await db.select().from(shiftHandovers), [])
    clock.set('2027-03-03T09:00:00Z')
    await page.goto(`${address}/shifts/${over.id}`)
    t.equal(
      await page.getByLabel('What should those who come next know?').count(),
      0,
      'a day later it is too late'
    )
  }
)

t.test('the pages of a card are accessible, fit and can be hit, filled and empty', async (t) => {
  const { as, db, hanna, amara, over, coming, rotation, address } = await webHouse(t)
  const browser = await openBrowser()
  await as(hanna).send('PUT', `/api/rotations/${rotation.id}/card`, { payload: { ...CARD, revision: 0 } })
  const note = 'Two callers wait for word on replaced sensors. '.repeat(12)
  await db.insert(shiftHandovers).values({ shiftId: over.id, employeeId: amara.id, note })
  const paths = {
    'card-shift': `/shifts/${coming.id}`,
    'card-of-shift': `/shifts/${coming.id}/card`,
    'card-of-rotation': `/rotations/${rotation.id}/card`,
    'card-today': '/'
  }
  await lookAt(t, browser, { address, employee: hanna, paths })
})
