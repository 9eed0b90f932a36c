import type { Queryable } from '../../db/client.ts'
import { productAreas } from '../../db/schema/product-areas.ts'
import { themeHearings, themeLearnings, themes } from '../../db/schema/themes.ts'

/** Themes of a world: one for each person, with their learning in it and put before them, and a spare one. */
export async function insertThemeThings(
  db: Queryable,
  belongings: ReadonlyMap<string, { learningId: string }>,
  makerId: string
) {
  const made = { answerByOn: '2027-12-31', createdBy: makerId }
  const things = new Map<string, { themeId: string; hearingId: string }>()
  for (const [ownerId, { learningId }] of belongings) {
    const [theme] = await db
      .insert(themes)
      .values({ title: 'Codes expire', ownerId, ...made })
      .returning()
    const themeId = theme!.id
    await db.insert(themeLearnings).values({ themeId, learningId })
    const put = { themeId, leaderId: ownerId, cause: 'owner' as const, round: 0 }
    const [hearing] = await db.insert(themeHearings).values(put).returning()
    things.set(ownerId, { themeId, hearingId: hearing!.id })
  }
  const [spare] = await db
    .insert(themes)
    .values({ title: 'Spare', ownerId: makerId, ...made })
    .returning()
  const [area] = await db.insert(productAreas).values({ name: 'Spare' }).returning()
  return { things, spareId: spare!.id, areaId: area!.id }
}
