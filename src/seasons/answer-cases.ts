import type { Tx } from '../../db/client.ts'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import type { ServedCounts } from '../engine/insight/share-served.ts'
import type { ServedAnswer } from '../words.ts'
import { CaseNotFound, CasesCounted, TooManyCases } from './errors.ts'
import { lockSeatToAnswer } from './lock-seat.ts'
import { deleteCase, findCaseOf, findCounts, insertCase, listCases, upsertCounts } from './queries/served.ts'
import { type MyCases, readCasesOfSeat } from './read-my-cases.ts'

/** As many as a count may say (`served_counts_are_of_one_shift`): more are no shift of one person. */
const MOST_CASES = 500

/**
 * One tap: this customer was well served, was not, or nobody is sure. By the people of a shift, from its start until 14
 * days after its end. Each case is told by the one person who closed it.
 *
 * @throws {ShiftNotFound} {@link NotOnThisShift} {@link ShiftNotStarted} {@link AnswerWindowClosed}
 * @throws {CasesCounted} when the person has said all cases at once {@link TooManyCases}
 */
export async function answerCase(
  ctx: Context,
  shiftId: string,
  servedWell: ServedAnswer
): Promise<MyCases & { caseId: string }> {
  return ctx.db.transaction(async (tx) => {
    const { seatId } = await lockSeatToAnswer(tx, ctx, shiftId, 'during')
    if (await findCounts(tx, seatId)) throw new CasesCounted()
    if ((await listCases(tx, seatId)).length >= MOST_CASES) throw new TooManyCases({ most: MOST_CASES })
    const caseId = await insertCase(tx, { assignmentId: seatId, servedWell, answeredAt: ctx.now() })
    await audit(tx, ctx, 'case.answered', seatId, { caseId, servedWell })
    return { caseId, ...(await readCasesOfSeat(tx, seatId)) }
  })
}

/**
 * Takes back a case that was tapped by mistake, as long as cases of its shift can be answered.
 *
 * @throws {CaseNotFound} {@link AnswerWindowClosed}
 */
export async function takeBackCase(ctx: Context, caseId: string): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const found = await findCaseOf(tx, caseId, ctx.actor.employeeId)
    if (!found) throw new CaseNotFound({ caseId })
    const { seatId } = await lockSeatToAnswer(tx, ctx, found.shiftId, 'during')
    if (!(await deleteCase(tx, caseId))) throw new CaseNotFound({ caseId })
    await audit(tx, ctx, 'case.taken-back', seatId, { caseId, servedWell: found.servedWell })
  })
}

/**
 * Says all cases of one's seat at once. What was tapped before is part of the counts and no longer counted by itself;
 * said again, the new counts stand.
 *
 * @throws {ShiftNotFound} {@link NotOnThisShift} {@link ShiftNotStarted} {@link AnswerWindowClosed}
 */
export async function countCases(ctx: Context, shiftId: string, counts: ServedCounts): Promise<MyCases> {
  return ctx.db.transaction(async (tx) => {
    const { seatId } = await lockSeatToAnswer(tx, ctx, shiftId, 'during')
    const { yes, no, unsure } = counts
    await upsertCounts(tx, { assignmentId: seatId, yes, no, unsure, countedAt: ctx.now() })
    await audit(tx, ctx, 'cases.counted', seatId, { yes, no, unsure })
    return readCasesOfSeat(tx, seatId)
  })
}

async function audit(tx: Tx, ctx: Context, action: string, seatId: string, after: object): Promise<void> {
  await recordAudit(tx, ctx, { action, objectType: 'assignment', objectId: seatId, after })
}
