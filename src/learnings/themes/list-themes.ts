import type { AnyContext } from '../../context.ts'
import { CursorNotReadable, type PageOf, pageOf, readCursor } from '../../lib/paging.ts'
import { momentOf } from '../../reports/question.ts'
import type { ThemeState } from '../../words.ts'
import {
  readGlances,
  readStandings,
  readStandingsAsOf,
  type Theme,
  type ThemeAtAGlance
} from './read-standings.ts'

/** Each gives the number by which themes are sorted, the smallest first. */
const KEYS = {
  /** Longest without a decision first, decided ones last. */
  waiting: ({ waitingSince }: ThemeAtAGlance) => waitingSince?.getTime() ?? Number.MAX_SAFE_INTEGER,
  oldest: ({ firstHeardAt }: ThemeAtAGlance) => firstHeardAt.getTime(),
  newest: ({ firstHeardAt }: ThemeAtAGlance) => -firstHeardAt.getTime(),
  reporters: ({ clock }: ThemeAtAGlance) => -clock.reporters,
  minutes: ({ clock }: ThemeAtAGlance) => -clock.minutes,
  answerBy: ({ answerByOn }: ThemeAtAGlance) => Date.parse(answerByOn)
} as const

export const THEME_SORTS = Object.keys(KEYS) as (keyof typeof KEYS)[]

export interface ThemesFilter {
  /** Any of these. */
  state?: ThemeState[]
  areaId?: string
  ownerId?: string
  /** First heard at least so many days ago. */
  minDays?: number
  /** Whether a decision is waited for. */
  isWaiting?: boolean
  isOverdue?: boolean
  /** As it was known then: a day (until its end, by the clock of who asks) or an instant. Left out: now. */
  asOf?: string
}

export interface ThemesQuestion extends ThemesFilter {
  sort?: keyof typeof KEYS
  cursor?: string
  limit?: number
}

/** Themes that stand by themselves, as asked for. The number of queries is constant. @throws {AsOfNotValid} */
export async function listThemesOf(
  ctx: AnyContext,
  { sort = 'waiting', cursor, limit = 50, ...filter }: ThemesQuestion
): Promise<PageOf<Theme>> {
  return pageOfThemes(sortThemes(await findThemes(ctx, filter), sort), { sort, cursor, limit })
}

/** Those of sorted themes that come after the cursor. */
export function pageOfThemes<Listed extends ThemeAtAGlance>(
  sorted: readonly Listed[],
  { sort, cursor, limit }: { sort: keyof typeof KEYS; cursor: string | undefined; limit: number }
): PageOf<Listed> {
  const after = positionIn(cursor)
  const keyOf = KEYS[sort]
  const rest = after
    ? sorted.filter(
        (theme) => keyOf(theme) > after.key || (keyOf(theme) === after.key && theme.id > after.id)
      )
    : sorted
  return pageOf(rest.slice(0, limit + 1), limit, (theme) => ({ key: String(keyOf(theme)), id: theme.id }))
}

/** All of them, in order of id. @throws {AsOfNotValid} */
export async function findThemes(ctx: AnyContext, filter: ThemesFilter): Promise<Theme[]> {
  const moment = momentWanted(ctx, filter)
  const themes = await (moment ? readStandingsAsOf(ctx.db, moment) : readStandings(ctx.db, ctx.now()))
  return themes.filter(wantedBy(filter))
}

/** The same without what was heard of them lately. @throws {AsOfNotValid} */
export async function findGlances(ctx: AnyContext, filter: ThemesFilter): Promise<ThemeAtAGlance[]> {
  const moment = momentWanted(ctx, filter)
  const themes = await (moment ? readStandingsAsOf(ctx.db, moment) : readGlances(ctx.db, ctx.now()))
  return themes.filter(wantedBy(filter))
}

const momentWanted = (ctx: AnyContext, { asOf }: ThemesFilter) =>
  momentOf(asOf, { now: ctx.now(), timeZone: ctx.actor?.timeZone ?? 'UTC' })

function wantedBy(filter: ThemesFilter): (theme: ThemeAtAGlance) => boolean {
  const { state, areaId, ownerId, minDays = 0, isWaiting, isOverdue } = filter
  return (theme) =>
    (state === undefined || state.length === 0 || state.includes(theme.state)) &&
    (areaId === undefined || theme.area?.id === areaId.toLowerCase()) &&
    (ownerId === undefined || theme.owner.id === ownerId.toLowerCase()) &&
    theme.clock.daysSinceFirstHeard >= minDays &&
    (isWaiting === undefined || isWaiting === (theme.waitingSince !== null)) &&
    (isOverdue === undefined || isOverdue === theme.isOverdue)
}

export function sortThemes<Listed extends ThemeAtAGlance>(
  themes: readonly Listed[],
  sort: keyof typeof KEYS
): Listed[] {
  const keyOf = KEYS[sort]
  return themes.toSorted((a, b) => keyOf(a) - keyOf(b) || (a.id < b.id ? -1 : 1))
}

function positionIn(cursor: string | undefined): { key: number; id: string } | null {
  const position = readCursor(cursor)
  if (!position) return null
  const key = Number(position.key)
  if (!Number.isFinite(key)) throw new CursorNotReadable()
  return { key, id: position.id }
}
