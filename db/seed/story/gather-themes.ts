import { addDays as addDaysTo, addHours } from 'date-fns'
import { addDays } from '../../../src/engine/time/add-days.ts'
import { localDateOf } from '../../../src/engine/time/local-date-of.ts'
import type { productAreas } from '../../schema/product-areas.ts'
import type { themeDecisions, themeLearnings, themeMerges, themes } from '../../schema/themes.ts'
import { groupBy } from '../group.ts'
import type { MakeId } from '../ids.ts'
import { AREAS } from '../learnings/areas.ts'
import { STORIES, type Story } from '../learnings/stories.ts'
import type { Company } from '../plan/company.ts'
import { areaOwner } from './product-areas.ts'
import type { Told } from './tell-learnings.ts'

type ThemeRow = typeof themes.$inferSelect
export type DecisionRow = typeof themeDecisions.$inferSelect

/** A theme of the seed with what happened to it. */
export interface Gathered {
  theme: ThemeRow
  told: Told[]
  memberships: (typeof themeLearnings.$inferSelect)[]
  decisions: DecisionRow[]
  merge: typeof themeMerges.$inferSelect | null
}

export interface Gathering {
  readonly company: Company
  readonly areas: (typeof productAreas.$inferSelect)[]
  readonly id: MakeId
}

/** Somebody notices that learnings say the same at the second one; at the latest so many days ago. */
const NOTICED_DAYS_AGO = 40

/** Gathers what recurs into themes; what was heard only once waits for one. */
export function gatherThemes(told: readonly Told[], gathering: Gathering): Gathered[] {
  const byTheme = groupBy(told, ({ key }) => key)
  return Object.entries(STORIES).flatMap(([key, story]) => {
    const of = (byTheme.get(key) ?? []).toSorted(
      (a, b) => a.row.submittedAt.getTime() - b.row.submittedAt.getTime()
    )
    if (of.length === 0) return []
    const apart = story.mergedTitle === undefined ? [] : of.filter(({ isTranslated }) => isTranslated)
    const main = gather(
      story,
      apart.length < of.length ? of.filter((one) => !apart.includes(one)) : of,
      gathering
    )
    if (apart.length === 0 || apart.length === of.length) return [main]
    const title = story.mergedTitle!
    return [main, mergedInto(main, gather({ ...story, title, decided: [] }, apart, gathering), gathering)]
  })
}

function gather(story: Story, told: Told[], { company, areas, id }: Gathering): Gathered {
  const { now } = company.calendar
  const noticedAt = addHours((told[1] ?? told[0]!).row.submittedAt, 20)
  const createdAt = earlier(noticedAt, addDaysTo(now, -NOTICED_DAYS_AGO))
  const owner = areaOwner(company, story.area)
  const theme: ThemeRow = {
    id: id(createdAt),
    title: story.title,
    summary: story.summary,
    areaId: areas.find(({ name }) => name === AREAS[story.area].name)!.id,
    ownerId: owner.id,
    answerByOn: addDays(localDateOf(createdAt, owner.timeZone), 14),
    splitFromId: null,
    createdAt,
    createdBy: company.cast.host.row.id
  }
  const memberships = told.map(({ row }) => {
    const joinedAt = earlier(now, later(createdAt, addHours(row.submittedAt, 3)))
    const joinedBy = theme.createdBy
    return {
      ...{ id: id(joinedAt), themeId: theme.id, learningId: row.id, joinedAt, joinedBy },
      leftAt: null,
      leftBy: null
    }
  })
  const decisions = (story.decided ?? []).flatMap(([days, decision, reason]) => {
    const decidedAt = addHours(addDaysTo(createdAt, days), 2)
    if (decidedAt >= now) return []
    return [{ id: id(decidedAt), themeId: theme.id, decision, reason, decidedAt, decidedBy: owner.id }]
  })
  return { theme, told, memberships, decisions, merge: null }
}

/** The host merges the two a week after the younger was made. */
function mergedInto(main: Gathered, apart: Gathered, { company, id }: Gathering): Gathered {
  const { now } = company.calendar
  const mergedAt = earlier(
    addHours(now, -5),
    addDaysTo(later(main.theme.createdAt, apart.theme.createdAt), 7)
  )
  const merge = {
    ...{ id: id(mergedAt), themeId: apart.theme.id, intoId: main.theme.id, mergedAt },
    ...{ mergedBy: company.cast.host.row.id, undoneAt: null, undoneBy: null }
  }
  return { ...apart, merge }
}

export const earlier = (a: Date, b: Date): Date => (a < b ? a : b)
export const later = (a: Date, b: Date): Date => (a > b ? a : b)
