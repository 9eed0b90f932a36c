import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { localDateOf } from '../engine/time/local-date-of.ts'
import { queueNotices } from '../notices/queue-notices.ts'
import { checkMayDeclare } from './check-may-declare.ts'
import { composeClosing } from './compose-closing.ts'
import { countSeasons } from './count-season.ts'
import { SeasonClosed, SeasonNotFound, SeasonNotOver } from './errors.ts'
import { listGuesses } from './queries/guesses.ts'
import { lockSeason, updateSeason } from './queries/seasons.ts'
import { type Closing, readClosingWithin } from './read-closing.ts'

/** The westernmost clock: a day is over everywhere when it is over there. */
const LAST_ZONE = 'Etc/GMT+12'

/** Notices per statement: PostgreSQL takes 65,535 parameters. */
const BATCH = 1000

/**
 * Closes a season whose days are over: its page is written from data and is the same ever after. Who made a guess is
 * told, to see how it went.
 *
 * @throws {SeasonNotFound} {@link SeasonNotYours} {@link SeasonClosed} {@link SeasonNotOver}
 */
export async function closeSeason(ctx: Context, seasonId: string): Promise<Closing> {
  return ctx.db.transaction(
    async (tx) => {
      await checkMayDeclare(tx, ctx.actor)
      const season = await lockSeason(tx, seasonId)
      if (!season) throw new SeasonNotFound({ seasonId })
      if (season.closedAt) throw new SeasonClosed({ closedAt: season.closedAt })
      if (localDateOf(ctx.now(), LAST_ZONE) < season.toOn) throw new SeasonNotOver({ toOn: season.toOn })
      // What is written for good is counted anew, whatever is kept.
      const [sums] = await countSeasons(tx, [{ fromOn: season.fromOn, toOn: season.toOn }], ctx.now())
      const closing = await composeClosing(tx, season, sums!)
      const closed = { closedAt: ctx.now(), closedBy: ctx.actor.employeeId, closing }
      await updateSeason(tx, seasonId, closed)
      const guesses = await listGuesses(tx, seasonId)
      const facts = { seasonId, seasonName: season.name, todo: 'read-closing' }
      for (let from = 0; from < guesses.length; from += BATCH)
        await queueNotices(
          tx,
          guesses
            .slice(from, from + BATCH)
            .map(({ employeeId }) => ({ employeeId, kind: 'season-closed', facts })),
          ctx.now()
        )
      await recordAudit(tx, ctx, { action: 'season.closed', objectType: 'season', objectId: seasonId })
      return readClosingWithin(tx, ctx, seasonId)
    },
    // One moment for all figures of the page; whoever changed the season meanwhile makes us try again.
    { isolationLevel: 'repeatable read' }
  )
}
