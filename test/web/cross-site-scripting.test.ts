import { eq } from 'drizzle-orm'
import t from 'tap'
import { employees } from '../../db/schema/employees.ts'
import { notices } from '../../db/schema/notices.ts'
import { rotations } from '../../db/schema/rotations.ts'
import { shiftCards } from '../../db/schema/shift-cards.ts'
import { shiftHandovers } from '../../db/schema/shift-handovers.ts'
import { teams } from '../../db/schema/teams.ts'
import { DESKTOP, openBrowser, openPage } from '../helpers/browser.ts'
import { insertEmployee } from '../helpers/people.ts'
import { insertAssignment } from '../helpers/shifts.ts'
import { webHouse } from '../helpers/web-house.ts'
import { fillWithPayloads, office, pagesOf } from '../pages/office.ts'
import { PAYLOADS } from './payloads.ts'
import { signInAs } from './sign-in-as.ts'

t.test('forty payloads in every text that a page shows run nothing', async (t) => {
  t.equal(PAYLOADS.length, 40)
  const house = await webHouse(t)
  const { db, as, amara, bo, hanna, product, rotation, over, later, bos, coming, open } = house
  const seatOf = async (who: { id: string }, shiftId: string) => {
    const { items } = (await as(who).get('/api/me/shifts')).json()
    return items.find((own: { shift: { id: string } }) => own.shift.id === shiftId).assignmentId
  }
  const long = PAYLOADS.slice(0, 12).join(' ')
  const [give, take] = [await seatOf(bo, bos.id), await seatOf(amara, later.id)]
  await as(bo).post('/api/swaps', { giveAssignmentId: give, asks: [{ employeeId: amara.id }], message: long })
  await as(amara).post('/api/swaps', { giveAssignmentId: take, asks: [{ employeeId: bo.id }], message: long })
  for (const [at, payload] of PAYLOADS.entries()) {
    const guest = await insertEmployee(db, payload, product, {
      title: payload,
      email: `${at}@fjordlys.example`
    })
    await insertAssignment(db, coming, guest)
  }
  const short = PAYLOADS.slice(0, 4).join(' ')
  for (const person of [amara, bo, hanna]) {
    await db.update(employees).set({ name: short, title: short }).where(eq(employees.id, person.id))
  }
  await db.update(teams).set({ name: PAYLOADS[0] }).where(eq(teams.id, product.id))
  await db
    .update(rotations)
    .set({ name: short, queueUrl: 'javascript:x()' })
    .where(eq(rotations.id, rotation.id))
  await db
    .insert(notices)
    .values({ employeeId: amara.id, kind: 'hours-entered', facts: { reason: PAYLOADS.join(' ') } })

  const [first, second, third] = PAYLOADS
  await db.insert(shiftCards).values({
    ...{ rotationId: rotation.id, thingsToKnow: [first!, second!, third!], quietJob: long },
    ...{ openingCall: PAYLOADS.slice(12, 26).join(' '), question: PAYLOADS.slice(26).join(' ') }
  })
  await db.insert(shiftHandovers).values([
    { shiftId: over.id, employeeId: amara.id, note: PAYLOADS.slice(0, 20).join(' ') },
    { shiftId: coming.id, employeeId: amara.id, note: PAYLOADS.slice(20).join(' ') }
  ])

  const browser = await openBrowser()
  const page = await house.pageOf(t, browser, amara, { viewport: DESKTOP })
  let ran = 0
  await page.context().exposeFunction('x', () => {
    ran += 1
  })
  const paths = [
    ...['/', '/schedule?on=2027-03-02', '/schedule?view=month&on=2027-03-02', '/swaps', '/inbox', '/me/time'],
    ...['/me/shifts', '/me/shifts?view=month', '/sign-in', `/shifts/${coming.id}`, `/shifts/${open.id}`],
    `/shifts/${later.id}/takers?with=${bo.id}`
  ]
  for (const path of paths) {
    await page.goto(house.address + path)
    t.equal(await page.locator('main script, main iframe, main img, main [onerror]').count(), 0, path)
    t.equal(await page.locator('a[href^="javascript:"]').count(), 0, path)
  }
  t.equal(ran, 0)
  await page.evaluate('x()')
  t.equal(ran, 1, 'the alarm itself works')
})

/** What a page of ours has none of, so that it came from a text. */
const FOREIGN =
  'main :is(script, iframe, img, object, embed, video, audio, marquee, math, style, link, meta, template, [onload], [onerror], [onfocus], [onmouseover], [href^="javascript:"], [action^="javascript:"])'

t.test('forty payloads in every text of the office run nothing, the content policy aside', async (t) => {
  const house = await office(t, { demo: true })
  const { app, world } = house
  const themeId = await fillWithPayloads(t, house)
  const address = await app.listen({ port: 0, host: '127.0.0.1' })
  // The policy would stop what our pages let through.
  const page = await openPage(t, await openBrowser(), { viewport: DESKTOP, bypassCSP: true })
  let ran = 0
  await page.context().exposeFunction('x', () => {
    ran += 1
  })
  const pages = pagesOf(world, themeId)
  for (const who of new Set(pages.map(([who]) => who))) {
    await signInAs(page, { address, employee: world[who] })
    for (const [, path] of pages.filter(([other]) => other === who)) {
      const reply = await page.goto(address + path)
      t.equal(reply?.status(), 200, path)
      t.equal(await page.locator(FOREIGN).count(), 0, path)
      t.equal(ran, 0, `nothing has run on ${path}`)
    }
  }
  // An image has an x of its own, so what it would run fails loudly, which `openPage` hears.
  await page.evaluate('document.querySelector("main").innerHTML = "<details open ontoggle=x()>"')
  await page.waitForTimeout(300)
  t.equal(ran, 1, 'the alarm itself works')
})
