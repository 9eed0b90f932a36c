import { addDays, addHours } from 'date-fns'
import t, { type Test } from 'tap'
import { absences } from '../../db/schema/absences.ts'
import { exemptions } from '../../db/schema/exemptions.ts'
import { ledgerEntries } from '../../db/schema/ledger.ts'
import { proposals } from '../../db/schema/proposals.ts'
import { quotas } from '../../db/schema/quotas.ts'
import { rotationSlots } from '../../db/schema/rotations.ts'
import { testApp } from '../helpers/app.ts'
import { DESKTOP, mainText, openBrowser, openPage } from '../helpers/browser.ts'
import { insertEmployee, insertSmallCompany } from '../helpers/people.ts'
import { type Assignment, insertAssignment, insertRotation, insertShift } from '../helpers/shifts.ts'
import { lookAt } from './look-at.ts'
import { signInAs } from './sign-in-as.ts'
import { inEveryWay } from './ways.ts'

const NOW = '2027-03-01T08:00:00Z'
const NAMES = ['Ingrid Solberg', 'Jonas Vik', 'Karin Ek-Lindqvist von Something Long', 'Leila Haddad']

/** Lars leads Product: Amara has a shift on a day on which she is away, and two more people have one each. */
async function company(t: Test) {
  const house = await testApp(t, { now: NOW, demo: true })
  const { db } = house
  const people = await insertSmallCompany(db)
  for (const name of NAMES) await insertEmployee(db, name, people.product)
  await db.insert(quotas).values({ scope: 'organisation', minutes: 240, perWeeks: 4, fromOn: '2027-01-01' })
  const rotation = await insertRotation(db, 'Nordic mornings', { hostsRequired: 0 })
  let seat: Assignment | undefined
  const slot = { weekday: 3, startsAt: '09:00', endsAt: '13:00' }
  await db.insert(rotationSlots).values({ rotationId: rotation.id, ...slot })
  for (const [week, person] of [people.amara, people.bo, people.eva, people.amara].entries()) {
    const day = addDays(new Date('2027-03-03T08:00:00Z'), week * 7)
    const traits = [{ minSeats: 2 }, { desiredSeats: 3 }][week] ?? {}
    const shift = await insertShift(db, rotation, day.toISOString(), addHours(day, 4).toISOString(), traits)
    const assignment = await insertAssignment(db, shift, person)
    if (week === 0) seat = assignment
    if (week > 0) await insertAssignment(db, shift, people.hanna)
  }
  const [startsAt, endsAt] = ['2027-03-02T23:00:00Z', '2027-03-03T23:00:00Z'].map((at) => new Date(at!))
  await db
    .insert(absences)
    .values({ employeeId: people.amara.id, kind: 'sick', startsAt: startsAt!, endsAt: endsAt! })
  const asked = { fromOn: '2027-05-01', toOn: '2027-06-01', reason: 'workload' as const }
  await db.insert(exemptions).values({ ...asked, employeeId: people.bo.id, askedBy: people.bo.id })
  const worked = { kind: 'worked' as const, minutes: 300, onDay: '2027-02-03' }
  await db.insert(ledgerEntries).values({ ...worked, employeeId: people.bo.id })
  const address = await house.app.listen({ port: 0, host: '127.0.0.1' })
  return { ...house, ...people, address, seat: seat! }
}

inEveryWay('a lead sees who is away, finds somebody for the seat, and decides', async (t, way) => {
  const { address, lars, bo, db } = await company(t)
  const browser = await openBrowser()
  const page = await openPage(t, browser, way)
  await signInAs(page, { address, employee: lars })
  await page.goto(`${address}/team`)
  const away = page.locator('section', { hasText: 'Away, with a shift in the way' })
  t.match(await away.innerText(), /Amara Okafor\s+Wed 3\u00a0Mar 09:00–13:00\u00a0· Nordic mornings/)
  const owing = page.locator('section', { hasText: 'Who owes what this quarter' })
  t.match(await owing.innerText(), /Bo Berg\s+-7\.9 h\s+5 of 12\.9 h done/)
  t.notMatch(await mainText(page), /sick/i, 'why she is away is not told')
  t.match(
    await mainText(page),
    /Too few people or hosts[\s\S]*(person|people) short[\s\S]*Enough, with room for more[\s\S]*1 seat open/
  )
  await page.getByText('Hours on other tracks').click()
  const credit = page.locator('form[action="/team/credits"]')
  t.notMatch(
    await credit.getByLabel('Who', { exact: true }).innerText(),
    'Lars Lead',
    'nobody credits themselves'
  )
  await credit.getByLabel('Who', { exact: true }).selectOption({ label: 'Bo Berg' })
  await credit.getByLabel('What it was').selectOption({ label: 'Help pages' })
  await credit.getByLabel('Hours').fill('1.5')
  await credit.getByLabel('What was done').fill('Five pages about pairing')
  await credit.getByRole('button', { name: 'Credit the hours' }).click()
  await page.getByText('The hours are credited').waitFor()
  t.match(
    await owing.innerText(),
    /Bo Berg\s+-6\.4 h\s+6\.5 of 12\.9 h done/,
    'hours count alike on every track'
  )
  await away.getByRole('link', { name: 'Find somebody' }).click()
  t.match(await mainText(page), /Somebody for Amara Okafor/)
  await page.getByRole('button', { name: 'Ask them' }).click()
  await page.getByText('They are asked').waitFor()
  t.match(await db.select().from(proposals), [{ kind: 'cover', createdBy: lars.id }])

  await page.getByRole('link', { name: 'Exemptions' }).click()
  t.match(await mainText(page), /Bo Berg\s+Sat 1\u00a0May – Mon 31\u00a0May 2027 · workload/)
  await page.getByText('Refuse', { exact: false }).first().click()
  await page.getByLabel('Why not').fill('We have four people in May')
  await page.locator('form').getByRole('button', { name: 'Refuse' }).click()
  await page.getByText('The person is told why').waitFor()
  t.match(await db.select().from(exemptions), [{ employeeId: bo.id, refusal: 'We have four people in May' }])
})

t.test('a quota shows what it changes before it is saved, without script too', async (t) => {
  const { address, lars, helge, product, db } = await company(t)
  const browser = await openBrowser()
  const page = await openPage(t, browser, { viewport: DESKTOP, javaScriptEnabled: false })
  await signInAs(page, { address, employee: lars })
  await page.goto(`${address}/team/quotas`)
  await page.getByLabel('Hours').fill('8')
  await page.getByRole('button', { name: 'See the effect' }).click()
  t.match(await mainText(page), /What it would change[\s\S]*Owe more\s+10/)
  t.equal((await db.select().from(quotas)).length, 1, 'nothing is saved yet')
  await page.getByRole('button', { name: 'Save the quota' }).click()
  t.match(await page.getByRole('status').innerText(), /everybody it reaches is told/)
  t.match(await db.select().from(quotas), [{}, { scope: 'team', teamId: product.id, minutes: 480 }])
  t.match(await mainText(page), /Product\s+8 h in 4 weeks, from 1\u00a0March 2027/)

  await signInAs(page, { address, employee: helge })
  await page.goto(`${address}/team/quotas`)
  await page.getByLabel('Whose').selectOption({ label: 'Eva Executive' })
  await page.getByLabel('Hours').fill('0')
  await page.getByRole('button', { name: 'See the effect' }).click()
  t.match(await mainText(page), /can be swapped, never waived/, 'a refusal says what to do')
})

t.test('the pages of a team are accessible and fit, light and dark, phone and desktop', async (t) => {
  const { address, lars, seat } = await company(t)
  const browser = await openBrowser()
  const paths = {
    team: '/team',
    'team-takers': `/team/seats/${seat.id}`,
    'team-quotas': '/team/quotas',
    'team-exemptions': '/team/exemptions'
  }
  await lookAt(t, browser, { address, employee: lars, paths })
})
