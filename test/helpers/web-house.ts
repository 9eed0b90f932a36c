import { addDays, addHours } from 'date-fns'
import { eq } from 'drizzle-orm'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import type { Test } from 'tap'
import { employees } from '../../db/schema/employees.ts'
import { quotas } from '../../db/schema/quotas.ts'
import { rotationSlots } from '../../db/schema/rotations.ts'
import { testApp } from './app.ts'
import { openPage } from './browser.ts'
import { insertSmallCompany } from './people.ts'
import { insertAssignment, insertRotation, insertShift } from './shifts.ts'

/** A Tuesday morning in Oslo. */
export const HOUSE_NOW = '2027-03-02T09:00:00Z'

/** Long, with quotes, brackets and a tag: whoever has such a name must fit on every page, and run nothing. */
export const LONG_NAME = 'Maximiliana-Alexandrina von Hohenlohe-Waldenburg-Schillingsfürst <b>"o\'Neill"</b>'

/**
 * The real server on a port: Amara in Oslo is on a shift that is over and on two to come, Bo sits in New York and has one,
 * and a seat is open. Somebody has a very long name.
 */
export async function webHouse(t: Test) {
  const house = await testApp(t, { now: HOUSE_NOW, demo: true })
  const { db } = house
  const people = await insertSmallCompany(db)
  const { amara, bo, hanna, eva } = people
  await db.update(employees).set({ timeZone: 'America/New_York' }).where(eq(employees.id, bo.id))
  await db.update(employees).set({ name: LONG_NAME }).where(eq(employees.id, eva.id))
  await db.insert(quotas).values({ scope: 'organisation', minutes: 240, perWeeks: 4, fromOn: '2024-01-01' })
  const rotation = await insertRotation(db, 'Nordic office hours', {
    queueUrl: 'https://queue.example/nordic'
  })
  const slots = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, startsAt: '13:00', endsAt: '17:00' }))
  await db.insert(rotationSlots).values(slots.map((slot) => ({ ...slot, rotationId: rotation.id })))
  const shiftIn = async (days: number, hour: number) => {
    const startsAt = addHours(addDays(new Date('2027-03-02T00:00:00Z'), days), hour)
    return insertShift(db, rotation, startsAt.toISOString(), addHours(startsAt, 4).toISOString())
  }
  const over = await shiftIn(-1, 8)
  const coming = await shiftIn(2, 12)
  const later = await shiftIn(20, 12)
  const bos = await shiftIn(48, 12)
  const open = await shiftIn(45, 12)
  for (const shift of [over, coming, later]) {
    await insertAssignment(db, shift, amara)
    await insertAssignment(db, shift, hanna)
  }
  await insertAssignment(db, bos, bo)
  await insertAssignment(db, bos, hanna)
  await insertAssignment(db, open, hanna)
  const address = await house.app.listen({ port: 0, host: '127.0.0.1' })

  /** A page of this size, with somebody signed in. */
  async function pageOf(
    t: Test,
    browser: Browser,
    who: { id: string },
    options: BrowserContextOptions
  ): Promise<Page> {
    const page = await openPage(t, browser, options)
    page.setDefaultTimeout(15_000)
    const payload = { employeeId: who.id }
    const reply = await house.app.inject({ method: 'POST', url: '/demo/sign-in', payload })
    await page.context().addCookies(reply.cookies.map(({ name, value }) => ({ name, value, url: address })))
    await page.goto(`${address}/`)
    return page
  }

  return { ...house, ...people, rotation, over, coming, later, bos, open, address, pageOf }
}
