import type { Test } from 'tap'
import { productAreas } from '../../db/schema/product-areas.ts'
import { servedCounts } from '../../db/schema/served-cases.ts'
import { themes } from '../../db/schema/themes.ts'
import { testApp } from '../helpers/app.ts'
import { insertEmployee, insertSmallCompany } from '../helpers/people.ts'
import { insertAssignment, insertRotation, insertShift } from '../helpers/shifts.ts'

/** Ten days before the second quarter of 2027 begins. */
export const BEFORE = '2027-03-22T12:00:00Z'

/** A company of five leaders before a season, with a part of the product and a theme to attach. */
export async function seasonHouse(t: Test, now = BEFORE) {
  const house = await testApp(t, { now, demo: true })
  const { db, as } = house
  const people = await insertSmallCompany(db)
  const { lars, sofie, eva, amara, product } = people
  const lena = await insertEmployee(db, 'Lena Lead', product, { level: 'lead' })
  const lukas = await insertEmployee(db, 'Lukas Lead', product, { level: 'lead' })
  const leaders = [lars, sofie, eva, lena, lukas]
  const [area] = await db.insert(productAreas).values({ name: 'Pairing' }).returning()
  const [theme] = await db
    .insert(themes)
    .values({
      title: 'The pairing code expires',
      ownerId: lars.id,
      createdBy: amara.id,
      answerByOn: '2027-12-31'
    })
    .returning()
  const rotation = await insertRotation(db, 'Nordic mornings')

  /** A shift of Amara's in the season, with counts of its cases. */
  async function serve(onDay: string, counts: { yes: number; no: number; unsure: number }) {
    const shift = await insertShift(db, rotation, `${onDay}T08:00:00Z`, `${onDay}T12:00:00Z`)
    const seat = await insertAssignment(db, shift, amara)
    await db.insert(servedCounts).values({ assignmentId: seat.id, ...counts })
  }

  /** Each leader guesses the same of a season that has not begun. */
  async function guess(seasonId: string, percent: number) {
    const pains = [{ areaId: area!.id }]
    for (const leader of leaders)
      await as(leader).put(`/api/seasons/${seasonId}/guess`, { servedWellPercent: percent, pains })
  }

  const address = await house.app.listen({ port: 0, host: '127.0.0.1' })
  return {
    ...house,
    ...people,
    lena,
    lukas,
    leaders,
    area: area!,
    theme: theme!,
    rotation,
    serve,
    guess,
    address
  }
}
