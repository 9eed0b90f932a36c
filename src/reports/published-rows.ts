import type { DaySpan } from '../engine/ledger/due-counter.ts'
import { joinMonths } from '../engine/privacy/join-months.ts'
import { FEWEST_PEOPLE, type GroupSize, leastOn, publishGroups } from '../engine/privacy/publish-groups.ts'
import { publishOverlapping } from '../engine/privacy/publish-overlapping.ts'
import type { Period } from '../lib/period.ts'
import { LEVELS } from '../words.ts'
import { crossingsBetween, staysIn } from './crossings.ts'
import { numbered } from './dues.ts'
import { breath } from './lines.ts'
import { overlapsBeside, overlapsOf, tracksOfPeople } from './overlaps.ts'
import type { Crowd } from './queries/crowd.ts'
import { TRACK_ROWS } from './queries/day-facts.ts'
import { KINDS, type Kind } from './queries/spans.ts'
import { sizesIn, sizesOf } from './sizes.ts'
import type { NamedPeriod } from './split-period.ts'
import type { Grouping, TrackRows } from './sum-activity.ts'
import { tenureName } from './tenure.ts'
import { type ShownOfMonth, tieMonths } from './tie-months.ts'
import type { TrackNotes } from './track-notes.ts'
import { monthsOf } from './whole-months.ts'

/** A row of the report: a group by itself, or several together. */
export interface PublishedRow {
  name: string
  /** The team's id where the row is one team. */
  id: string | null
  keys: string[]
  /** What a page makes the name from in its reader's language: names of teams and sites, else the keys; none where `name` holds. */
  parts?: string[]
}

export interface Published<Rows extends Grouping | TrackRows = Grouping | TrackRows> {
  rows: PublishedRow[]
  grouping: Rows
  /** Whether everybody together may be shown. */
  showsWhole: boolean
}

/** Made once: with thousands of teams, making it for each pair takes longer than the sums. */
const byName = new Intl.Collator('en')

export const SMALL_GROUPS = 'fewer than five'

interface Wanted {
  kind: Kind
  period: Period
  teamNames: ReadonlyMap<string, string>
  /** Leads see their own people, however few. */
  hidesSmall: boolean
}

/**
 * Decides which groups of a kind are rows by themselves, for everybody who may ask. It is decided of each calendar month that
 * the period has a day of, for the month whole, and what stands together in one stands together in the report; so the crowd
 * is where it was on all days of these months. Kinds are decided in the order of `KINDS`, each so that it tells nothing more
 * of fewer than five people beside those before it; so the same question has the same rows whatever else was asked.
 */
export async function publishKind(
  crowd: Crowd,
  { kind, period, teamNames, hidesSmall }: Wanted
): Promise<Published<Grouping>> {
  const shown = hidesSmall ? (await publishAll(crowd, kindsUpTo(kind), period)).get(kind)! : null
  const sizes = shown?.sizes ?? sizesOf(crowd, kind)
  const showsWhole = !hidesSmall || isWholeShown(crowd, period)
  const all = shown?.groups ?? sizes.map(({ key }) => [key])
  const days = numbered(period)
  const isThere = new Set(sizes.filter((size) => leastOn([size], days) > 0).map(({ key }) => key))
  const groups = showsWhole ? all.filter((keys) => keys.some((key) => isThere.has(key))) : []
  const small = new Set(sizes.filter((size) => leastOn([size]) < FEWEST_PEOPLE).map(({ key }) => key))
  const rows = groups
    .map((keys) => rowFrom(keys, { kind, teamNames, isSmall: keys.some((key) => small.has(key)) }))
    .toSorted((a, b) => a.keys.length - b.keys.length || byName.compare(placeOf(kind, a), placeOf(kind, b)))
  const keys = rows.flatMap((row, at) => row.keys.map((key) => ({ key, row: at })))
  return { rows, grouping: { kind, keys }, showsWhole }
}

/** The kinds that are decided before a kind, and itself. */
export const kindsUpTo = (kind: Kind): readonly Kind[] => KINDS.slice(0, KINDS.indexOf(kind) + 1)

/** What is shown of a kind: of each month, and of all that were asked for. */
interface Shown {
  sizes: GroupSize[]
  byMonth: string[][][]
  groups: string[][]
}

/** Each kind beside those before it, month by month. What the database sends meanwhile comes in between kinds. */
async function publishAll(crowd: Crowd, kinds: readonly Kind[], period: Period): Promise<Map<Kind, Shown>> {
  const months = monthsOf(period)
  const published = new Map<Kind, Shown>()
  const places = crowd.groups[kinds[0]!]!.of.length
  const stays = kinds.length === 1 ? [] : staysIn(crowd, months, places)
  for (const kind of kinds) {
    await breath()
    const sizes = sizesOf(crowd, kind)
    const earlier = [...published].map(([other, { byMonth }]) => ({
      byMonth,
      crossingsOf: crossingsBetween(crowd, [kind, other])
    }))
    const ofMonths = sizesIn(sizes, months)
    const shown = ofMonths.map((sizes, at): ShownOfMonth => {
      const month = stays[at]!
      const others = earlier.flatMap(({ byMonth, crossingsOf }) =>
        crossingsOf(month).map((cells) => ({ groups: byMonth[at]!, cells }))
      )
      const before = [...published].map(([other, { byMonth }]) => [other, byMonth[at]!] as const)
      return { month, groups: publishGroups(sizes, others), before }
    })
    const byMonth = tieMonths(crowd, kind, shown)
    published.set(kind, {
      sizes,
      byMonth: byMonth.map((groups, at) => groups ?? [ofMonths[at]!.map(({ key }) => key)]),
      groups: joinMonths(
        sizes.map(({ key }) => key),
        byMonth
      )
    })
  }
  return published
}

const isWholeShown = (crowd: Crowd, period: Period) =>
  leastOn(sizesOf(crowd, null), numbered(period)) >= FEWEST_PEOPLE

function rowFrom(
  keys: string[],
  { kind, teamNames, isSmall }: { kind: Kind; teamNames: ReadonlyMap<string, string>; isSmall: boolean }
): PublishedRow {
  const [only] = keys
  if (keys.length === 1) {
    const name = nameOf(kind, only!, teamNames)
    return kind === 'team' ? { name, id: only!, keys } : { name, id: null, keys, parts: keys }
  }
  const names = keys.map((key) => nameOf(kind, key, teamNames)).toSorted((a, b) => byName.compare(a, b))
  const joined =
    names.length > 4 ? `${names.slice(0, 3).join(' + ')} + ${names.length - 3} more` : names.join(' + ')
  const parts = kind === 'team' || kind === 'site' ? names : keys
  return isSmall ? { name: SMALL_GROUPS, id: null, keys } : { name: joined, id: null, keys, parts }
}

function nameOf(kind: Kind, key: string, teamNames: ReadonlyMap<string, string>): string {
  if (kind === 'team') return teamNames.get(key) ?? key
  return kind === 'tenure' ? tenureName(key) : key
}

/** Teams and sites by name, levels as in the company, tenure by years; what is several groups comes last. */
function placeOf(kind: Kind, { name, keys }: PublishedRow): string {
  if (kind === 'level') return String(LEVELS.indexOf(keys[0] as (typeof LEVELS)[number]))
  return kind === 'tenure' ? keys[0]!.padStart(3, '0') : name
}

/** Pieces of time as rows, those left out on whose days fewer than five people were employed. */
export function publishPieces(
  crowd: Crowd,
  { pieces, hidesSmall }: { pieces: NamedPeriod[]; hidesSmall: boolean }
): Published<Grouping> {
  const all = sizesOf(crowd, null)
  const isEnough = (days?: DaySpan) => !hidesSmall || leastOn(all, days) >= FEWEST_PEOPLE
  const shown = pieces.filter((piece) => isEnough(numbered(piece)))
  const rows = shown.map(({ name }) => ({ name, id: null, keys: [] }))
  return { rows, grouping: { kind: 'period', pieces: shown }, showsWhole: isEnough() }
}

/**
 * Tracks as rows, decided month by month as other groups are, where people are those with hours in it; and a row is of five
 * on the days asked for, too.
 */
export async function publishTracks(
  crowd: Crowd,
  notes: TrackNotes,
  { period, hidesSmall }: { period: Period; hidesSmall: boolean }
): Promise<Published<TrackRows>> {
  if (!hidesSmall) {
    const each = TRACK_ROWS.map((track) => [track])
    return tracksFrom(each, true)
  }
  const others = await publishAll(crowd, KINDS, period)
  const months = monthsOf(period).map((month, at) => {
    const ofSpan = notes.byMonth[at]!
    const kinds = KINDS.map((kind) => ({ kind, shown: others.get(kind)!.byMonth[at]! }))
    const beside = overlapsBeside(crowd, { ofSpan, month, kinds, otherwise: TRACK_ROWS[0] })
    return publishOverlapping(overlapsOf(tracksOfPeople(crowd, ofSpan)), beside)
  })
  const asked = overlapsOf(notes.asked)
  const enough = publishOverlapping(asked, [])
  const keys = TRACK_ROWS.filter((track) => asked.some((overlap) => overlap.keys.includes(track)))
  return tracksFrom(enough ? joinMonths(keys, [...months, enough]) : [], isWholeShown(crowd, period))
}

/** Row 0 to 3 in the order of the tracks; -2 for a track that has no row. */
function tracksFrom(groups: string[][], showsWhole: boolean): Published<TrackRows> {
  const rows = groups
    .map((group) => {
      const keys = TRACK_ROWS.filter((track) => group.includes(track))
      return { name: keys.join(' + '), id: null, keys, parts: keys }
    })
    .toSorted((a, b) => trackPlace(a) - trackPlace(b))
  const rowOfTrack = TRACK_ROWS.map((track) => {
    const at = rows.findIndex(({ keys }) => keys.includes(track))
    return at === -1 ? NO_ROW : at
  })
  return { rows, grouping: { kind: 'track', rowOfTrack }, showsWhole }
}

const NO_ROW = -2

const trackPlace = ({ keys }: { keys: readonly string[] }) =>
  Math.min(...keys.map((key) => TRACK_ROWS.indexOf(key as (typeof TRACK_ROWS)[number])))
