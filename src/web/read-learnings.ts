import type { Context } from '../context.ts'
import { listEmployees } from '../directory/people.ts'
import { readLeadershipParticipation } from '../leadership/read-participation.ts'
import { listProductAreas } from '../learnings/areas/areas.ts'
import { listLearnings } from '../learnings/list-learnings.ts'
import { listLeadershipGlances } from '../learnings/themes/list-leadership-themes.ts'
import { findGlances, pageOfThemes, sortThemes } from '../learnings/themes/list-themes.ts'
import { readTheme } from '../learnings/themes/read-theme.ts'
import { readThemeNames } from '../learnings/themes/read-theme-names.ts'
import type { ThemeState } from '../words.ts'
import type { BoardView } from './pages/learnings/board-page.tsx'
import type { HeardView } from './pages/learnings/heard-page.tsx'
import type { LeadershipView } from './pages/learnings/leadership-page.tsx'
import type { ThemeView } from './pages/learnings/theme-view.ts'

/** Offered in lists to choose from. */
const MOST_PEOPLE = 200
const MOST_LEARNINGS = 30
/** Themes of one state on a page. */
const MOST_OF_STATE = 60
/** Themes on a page of the leadership page, behind the first ten. */
const MOST_WAITING = 100

/** All themes, longest without a decision first, of one area or all; of one state by the page, where that is asked for. */
export async function readBoard(
  ctx: Context,
  { areaId, state, cursor }: { areaId: string; state: ThemeState | null; cursor: string | undefined }
): Promise<BoardView> {
  const [found, areas] = await Promise.all([
    findGlances(ctx, areaId === '' ? {} : { areaId }),
    listProductAreas(ctx)
  ])
  const themes = sortThemes(found, 'waiting')
  const ofState = state && themes.filter((theme) => theme.state === state)
  const page = ofState && pageOfThemes(ofState, { sort: 'waiting', cursor, limit: MOST_OF_STATE })
  const only = page && {
    state: state!,
    count: ofState!.length,
    themes: page.items,
    next: page.nextCursor,
    isFirst: cursor === undefined
  }
  return { themes, areas, areaId, only }
}

/** One theme, and what it can be merged with or handed over to by those who may; as of a day, unless it is empty. */
export async function readThemePage(ctx: Context, themeId: string, asOf: string): Promise<ThemeView> {
  const theme = await readTheme(ctx, themeId, asOf === '' ? {} : { asOf })
  const [others, people] = await Promise.all([
    theme.may.mayCurate ? readThemeNames(ctx) : [],
    theme.may.mayNameOwner ? listEmployees(ctx, { limit: MOST_PEOPLE }) : { items: [] }
  ])
  return {
    theme,
    others: others.filter(({ id }) => id !== theme.id),
    people: people.items,
    me: ctx.actor.employeeId,
    asOf
  }
}

/** All that was handed in, newest first. */
export async function readHeard(ctx: Context, cursor: string | undefined): Promise<HeardView> {
  const page = cursor === undefined ? {} : { cursor }
  const [{ items, nextCursor }, themes] = await Promise.all([
    listLearnings(ctx, { ...page, limit: MOST_LEARNINGS }),
    readThemeNames(ctx)
  ])
  const { roles, employeeId } = ctx.actor
  return {
    learnings: items,
    themes,
    next: nextCursor,
    isFirst: cursor === undefined,
    me: employeeId,
    mayGather: (['host', 'lead', 'hr', 'admin'] as const).some((role) => roles.has(role))
  }
}

/** What has waited for thirty days, by the page, and whether leaders listen themselves; as of a day only the former. */
export async function readLeadership(
  ctx: Context,
  { asOf, cursor }: { asOf: string; cursor: string | undefined }
): Promise<LeadershipView> {
  const isPast = asOf !== ''
  const [{ first, all }, participation] = await Promise.all([
    listLeadershipGlances(ctx, isPast ? { asOf } : {}),
    isPast ? null : readLeadershipParticipation(ctx)
  ])
  const rest = pageOfThemes(all.slice(first.length), { sort: 'waiting', cursor, limit: MOST_WAITING })
  return {
    ...{ first, all, participation, asOf },
    rest: rest.items,
    next: rest.nextCursor,
    isFirst: cursor === undefined
  }
}
