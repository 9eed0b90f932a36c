import type { Tx } from '../../../db/client.ts'
import { recordAudits } from '../../audit/record-audit.ts'
import type { AnyContext } from '../../context.ts'
import { sortThemes } from './list-themes.ts'
import { insertHearings } from './queries/hearings.ts'
import { lockThemes } from './queries/themes.ts'
import { readStandings } from './read-standings.ts'

interface Wanted {
  leaderIds: readonly string[]
  /** How many themes at most. */
  most: number
  /** Themes made later are left out, and waiting is counted until then. */
  at: Date
}

/**
 * Puts the themes that have waited longest for a decision before these leaders, as the monthly digest does, and writes
 * down that they were.
 *
 * @returns them, longest waiting first, and how many wait in all
 */
export async function putOldestBefore(tx: Tx, ctx: AnyContext, { leaderIds, most, at }: Wanted) {
  const waiting = async () => {
    const themes = await readStandings(tx, at)
    const undecided = themes.filter(({ waitingSince, createdAt }) => waitingSince !== null && createdAt < at)
    return sortThemes(undecided, 'waiting')
  }
  await lockThemes(
    tx,
    (await waiting()).slice(0, most).map(({ id }) => id)
  )
  // Somebody may have decided before the lock.
  const all = await waiting()
  const oldest = all.slice(0, most)
  const hearings = oldest.flatMap(({ id: themeId, round }) =>
    leaderIds.map((leaderId) => ({ themeId, leaderId, cause: 'digest' as const, round, putAt: ctx.now() }))
  )
  const put = await insertHearings(tx, hearings)
  await recordAudits(
    tx,
    ctx,
    put.map(({ themeId, leaderId, cause }) => ({
      ...{ action: 'theme.put-before-leader', objectType: 'theme', objectId: themeId },
      after: { leaderId, cause }
    }))
  )
  return { oldest, waiting: all.length }
}
