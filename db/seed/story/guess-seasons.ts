import { addDays } from 'date-fns'
import { dayBounds } from '../../../src/engine/time/day-bounds.ts'
import type { productAreas } from '../../schema/product-areas.ts'
import type { guessedPains, seasonGuesses } from '../../schema/season-guesses.ts'
import { HOME_ZONE } from '../calendar.ts'
import type { MakeId } from '../ids.ts'
import type { Person } from '../people/person.ts'
import type { Company } from '../plan/company.ts'
import type { Random } from '../random.ts'
import type { DeclaredSeason } from './declare-seasons.ts'
import { PAINS } from './season-charters.ts'

interface Guessing {
  readonly company: Company
  readonly areas: readonly (typeof productAreas.$inferSelect)[]
  readonly random: Random
  readonly id: MakeId
}

/** Believed by leaders of a hundred customers: Bain found belief far ahead of what customers say (PRACTICE, section 1). */
const BELIEVED = { least: 76, most: 96 }

/**
 * What leaders guessed before each season. Of the next one some have not yet, those who try the demo among them.
 */
export function guessSeasons(declared: readonly DeclaredSeason[], guessing: Guessing) {
  const guesses: (typeof seasonGuesses.$inferSelect)[] = []
  const pains: (typeof guessedPains.$inferSelect)[] = []
  for (const season of declared) {
    for (const leader of leadersOf(season, guessing)) {
      const guess = guessOf(season, leader, guessing)
      if (!guess) continue
      guesses.push(guess)
      pains.push(...painsOf(guess.id, guessing))
    }
  }
  return { guesses, pains }
}

function leadersOf({ fromOn }: DeclaredSeason, { company: { people } }: Guessing): Person[] {
  return people.filter(
    ({ row }) => row.level !== 'staff' && row.joinedOn < fromOn && (!row.leavesOn || row.leavesOn >= fromOn)
  )
}

function guessOf(season: DeclaredSeason, { row }: Person, { company, random, id }: Guessing) {
  const { now } = company.calendar
  const { executive, lead } = company.cast
  const { least, most } = BELIEVED
  const servedWellPercent = random.between(least, most)
  const begins = dayBounds(season.fromOn, HOME_ZONE).startsAt
  const guessedAt = new Date(season.createdAt.getTime() + random.next() * 9 * 24 * 3_600_000)
  const isTrying = row.id === executive.row.id || row.id === lead.row.id
  const isStillOpen = now < addDays(begins, -1)
  if (guessedAt > now || guessedAt >= begins || (isStillOpen && isTrying)) return null
  return {
    ...{ id: id(guessedAt), seasonId: season.id, employeeId: row.id },
    ...{ servedWellPercent, guessedAt, changedAt: null }
  }
}

function painsOf(guessId: string, { areas, random }: Guessing) {
  const named = random.shuffled([
    ...areas.map(({ id: areaId }) => ({ areaId, words: null })),
    ...PAINS.map((words) => ({ areaId: null, words }))
  ])
  return named.slice(0, 3).map((pain, at) => ({ ...pain, guessId, place: at + 1 }))
}
