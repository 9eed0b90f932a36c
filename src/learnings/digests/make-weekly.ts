import type { AnyContext } from '../../context.ts'
import type { DigestSpan } from '../../engine/insight/digest-spans.ts'
import { pickQuotes } from '../../engine/insight/pick-quotes.ts'
import { weeklyDigest } from '../../engine/insight/weekly-digest.ts'
import { readStandingThemes } from '../themes/read-standing-themes.ts'
import { readStandings } from '../themes/read-standings.ts'
import { listLeadsIn, listReports, listWordsIn } from './queries.ts'
import { storeDigests } from './store-digests.ts'

const QUOTES = 3
/** Quotes are picked among the newest so many. */
const NEWEST = 500

/**
 * The weekly digest of the leads of a zone: themes that are new, that grow and that are overdue, and three customers'
 * words, heard by their own teams where there are any. A week with nothing in it makes no digest.
 */
export async function makeWeekly(ctx: AnyContext, zone: string, span: DigestSpan): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const leads = await listLeadsIn(tx, zone)
    if (leads.length === 0) return
    const standing = await readStandingThemes(tx)
    const within = <Row extends { themeId: string }>(row: Row): Row => ({
      ...row,
      themeId: standing.get(row.themeId) ?? row.themeId
    })
    const themes = await readStandings(tx, span.until)
    const twoWeeks = { since: new Date(span.since.getTime() * 2 - span.until.getTime()), until: span.until }
    const digest = weeklyDigest(themes, (await listReports(tx, twoWeeks)).map(within), span)
    const words = (await listWordsIn(tx, span, NEWEST)).map(within)
    const digests = leads.map(({ id, teamIds }) => {
      const learningIds = pickQuotes(words, QUOTES, teamIds).map(({ learningId }) => learningId)
      const counts = { ...digest.counts, quotes: learningIds.length }
      return { employeeId: id, facts: { ...digest, learningIds }, counts }
    })
    const hasNews = ({ counts }: (typeof digests)[number]) => Object.values(counts).some((count) => count > 0)
    await storeDigests(tx, ctx, { kind: 'weekly', span, digests: digests.filter(hasNews) })
  })
}
