import type { Tx } from '../../db/client.ts'
import { FEWEST_PEOPLE, type GroupSize, leastOn, publishGroups } from '../engine/privacy/publish-groups.ts'
import type { Period } from '../lib/period.ts'
import { LEVELS } from '../words.ts'
import type { Grouping } from './queries/acts.ts'
import { type Moment, TRACK_ROWS } from './queries/day-facts.ts'
import { type Crossing, countCrossings, countInTracks, countStays, type Stay } from './queries/membership.ts'
import { KINDS, type Kind, type Reach, TENURE_YEARS } from './queries/spans.ts'
import type { NamedPeriod } from './split-period.ts'

/** A row of the report: a group by itself, or several together. */
export interface PublishedRow {
  name: string
  /** The team's id where the row is one team. */
  id: string | null
  keys: string[]
}

export interface Published {
  rows: PublishedRow[]
  grouping: Grouping
  /** Whether everybody together may be shown. */
  showsWhole: boolean
}

/** Made once: with thousands of teams, making it for each pair takes longer than the sums. */
const byName = new Intl.Collator('en')

export const SMALL_GROUPS = 'fewer than five'

interface Wanted {
  kind: Kind
  teamNames: ReadonlyMap<string, string>
  /** Leads see their own people, however few. */
  hidesSmall: boolean
}

/**
 * Decides which groups of a kind are rows by themselves, for everybody who may ask. Kinds are decided in the order of
 * `KINDS`, each so that it tells nothing more of fewer than five people beside those before it; so the same question has
 * the same rows whatever else was asked.
 */
export async function publishKind(
  tx: Tx,
  reach: Reach,
  { kind, teamNames, hidesSmall }: Wanted
): Promise<Published> {
  const kinds = KINDS.slice(0, KINDS.indexOf(kind) + 1)
  const stays = await countStays(tx, hidesSmall ? kinds : [kind])
  const sizes = sizesOf(stays, kind)
  const crossings = hidesSmall ? await countCrossings(tx, pairsOf(kinds), reach) : []
  const groups = hidesSmall ? publishAll(stays, crossings, kinds).get(kind)! : sizes.map(({ key }) => [key])
  const small = new Set(sizes.filter((size) => leastOn([size]) < FEWEST_PEOPLE).map(({ key }) => key))
  const rows = groups
    .map((keys) => rowFrom(keys, { kind, teamNames, isSmall: keys.some((key) => small.has(key)) }))
    .toSorted((a, b) => a.keys.length - b.keys.length || byName.compare(placeOf(kind, a), placeOf(kind, b)))
  const keys = rows.flatMap((row, at) => row.keys.map((key) => ({ key, row: at })))
  return { rows, grouping: { kind, keys }, showsWhole: !hidesSmall || isWholeShown(stays) }
}

const pairsOf = (kinds: readonly Kind[]) =>
  kinds.flatMap((kind, at) => kinds.slice(0, at).map((other) => [kind, other] as const))

/** Each kind beside those before it. */
function publishAll(stays: readonly Stay[], crossings: readonly Crossing[], kinds: readonly Kind[]) {
  const published = new Map<Kind, string[][]>()
  for (const kind of kinds) {
    const others = [...published].map(([other, groups]) => ({
      groups,
      cells: crossings.filter((cell) => cell.kind === kind && cell.other === other)
    }))
    published.set(kind, publishGroups(sizesOf(stays, kind), others))
  }
  return published
}

function sizesOf(stays: readonly Stay[], kind: Stay['kind']): GroupSize[] {
  const changes = new Map<string, [string, number][]>()
  for (const { key, fromOn, toOn, people } of stays.filter((stay) => stay.kind === kind)) {
    const of = changes.get(key) ?? []
    of.push([fromOn, people], [toOn, -people])
    changes.set(key, of)
  }
  return [...changes].map(([key, of]) => ({ key, changes: of })).toSorted((a, b) => (a.key < b.key ? -1 : 1))
}

const isWholeShown = (stays: readonly Stay[]) => leastOn(sizesOf(stays, 'all')) >= FEWEST_PEOPLE

function rowFrom(
  keys: string[],
  { kind, teamNames, isSmall }: { kind: Kind; teamNames: ReadonlyMap<string, string>; isSmall: boolean }
): PublishedRow {
  const [only] = keys
  if (keys.length === 1) {
    return { name: nameOf(kind, only!, teamNames), id: kind === 'team' ? only! : null, keys }
  }
  const names = keys.map((key) => nameOf(kind, key, teamNames)).toSorted((a, b) => byName.compare(a, b))
  const joined =
    names.length > 4 ? `${names.slice(0, 3).join(' + ')} + ${names.length - 3} more` : names.join(' + ')
  return { name: isSmall ? SMALL_GROUPS : joined, id: null, keys }
}

function nameOf(kind: Kind, key: string, teamNames: ReadonlyMap<string, string>): string {
  if (kind === 'team') return teamNames.get(key) ?? key
  return kind === 'tenure' ? tenureName(Number(key)) : key
}

function tenureName(since: number): string {
  const before = TENURE_YEARS[TENURE_YEARS.indexOf(since as (typeof TENURE_YEARS)[number]) + 1]
  if (since === 0) return 'under 1 year'
  return before === undefined ? `${since} years or more` : `${since} to ${before} years`
}

/** Teams and sites by name, levels as in the company, tenure by years; what is several groups comes last. */
function placeOf(kind: Kind, { name, keys }: PublishedRow): string {
  if (kind === 'level') return String(LEVELS.indexOf(keys[0] as (typeof LEVELS)[number]))
  return kind === 'tenure' ? keys[0]!.padStart(3, '0') : name
}

/** Pieces of time as rows, those left out on whose days fewer than five people were employed. */
export async function publishPieces(
  tx: Tx,
  { pieces, hidesSmall }: { pieces: NamedPeriod[]; hidesSmall: boolean }
): Promise<Published> {
  const [all] = hidesSmall ? sizesOf(await countStays(tx, []), 'all') : []
  const isShown = ({ fromOn, toOn }: Period) =>
    !hidesSmall || (all && leastOn([all], { fromOn, toOn }) >= FEWEST_PEOPLE)
  const shown = pieces.filter(isShown)
  const rows = shown.map(({ name }) => ({ name, id: null, keys: [] }))
  const showsWhole = !hidesSmall || (all !== undefined && leastOn([all]) >= FEWEST_PEOPLE)
  return { rows, grouping: { kind: 'period', pieces: shown }, showsWhole }
}

/**
 * Tracks as rows, where people are those with hours in it: tracks of fewer than five are put together, and those whose
 * difference to a group of another kind is.
 */
export async function publishTracks(
  tx: Tx,
  reach: Reach,
  { moment, hidesSmall }: { moment: Moment; hidesSmall: boolean }
): Promise<Published> {
  if (!hidesSmall)
    return tracksFrom(
      TRACK_ROWS.map((track) => [track]),
      new Set(),
      true
    )
  const stays = await countStays(tx, KINDS)
  const others = publishAll(stays, await countCrossings(tx, pairsOf(KINDS), reach), KINDS)
  const counts = await countInTracks(tx, reach, moment)
  const sizes = counts
    .filter(({ kind }) => kind === null)
    .map(({ track, people }) => ({ key: track, changes: [[reach.fromOn, people] as const] }))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
  const beside = KINDS.map((kind) => ({
    groups: others.get(kind)!,
    cells: counts
      .filter((cell) => cell.kind === kind)
      .map(({ track, key, people }) => ({ a: track, b: key!, people }))
  }))
  const small = sizes.filter((size) => leastOn([size]) < FEWEST_PEOPLE).map(({ key }) => key)
  return tracksFrom(publishGroups(sizes, beside), new Set<string>(small), isWholeShown(stays))
}

/** Row 0 to 3 in the order of the tracks; -2 for a track that has no row. */
function tracksFrom(groups: string[][], small: ReadonlySet<string>, showsWhole: boolean): Published {
  const rows = groups
    .map((keys) => {
      const name = keys.some((key) => small.has(key)) ? SMALL_GROUPS : keys.join(' + ')
      return { name, id: null, keys }
    })
    .toSorted((a, b) => trackPlace(a) - trackPlace(b))
  const rowOfTrack = TRACK_ROWS.map((track) => {
    const at = rows.findIndex(({ keys }) => keys.includes(track))
    return at === -1 ? NO_ROW : at
  })
  return { rows, grouping: { kind: 'track', rowOfTrack }, showsWhole }
}

const NO_ROW = -2

const trackPlace = ({ keys }: PublishedRow) =>
  Math.min(...keys.map((key) => TRACK_ROWS.indexOf(key as (typeof TRACK_ROWS)[number])))
