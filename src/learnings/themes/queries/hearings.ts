import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import type { Queryable, Tx } from '../../../../db/client.ts'
import { employees } from '../../../../db/schema/employees.ts'
import { themeHearings } from '../../../../db/schema/themes.ts'

export type NewHearing = typeof themeHearings.$inferInsert

/** Puts themes before leaders, each once per cause and round; answers with those that are new. */
export async function insertHearings(tx: Tx, rows: NewHearing[]) {
  if (rows.length === 0) return []
  return tx.insert(themeHearings).values(rows).onConflictDoNothing().returning({
    themeId: themeHearings.themeId,
    leaderId: themeHearings.leaderId,
    cause: themeHearings.cause
  })
}

/** Who has had these themes put before them, when, why, and what they answered; oldest first. */
export async function listHearings(db: Queryable, themeIds: readonly string[]) {
  return db
    .select({
      id: themeHearings.id,
      themeId: themeHearings.themeId,
      leader: { id: employees.id, name: employees.name },
      cause: themeHearings.cause,
      round: themeHearings.round,
      putAt: themeHearings.putAt,
      answer: themeHearings.answer,
      answeredAt: themeHearings.answeredAt,
      decisionId: themeHearings.decisionId
    })
    .from(themeHearings)
    .innerJoin(employees, eq(employees.id, themeHearings.leaderId))
    .where(inArray(themeHearings.themeId, [...themeIds]))
    .orderBy(asc(themeHearings.putAt), asc(themeHearings.id))
}

/** One that this leader had put before them. */
export async function lockHearing(tx: Tx, of: { hearingId: string; themeId: string; leaderId: string }) {
  const [row] = await tx
    .select()
    .from(themeHearings)
    .where(
      and(
        eq(themeHearings.id, of.hearingId),
        eq(themeHearings.themeId, of.themeId),
        eq(themeHearings.leaderId, of.leaderId)
      )
    )
    .for('no key update')
  return row ?? null
}

export async function answerHearingRow(
  tx: Tx,
  hearingId: string,
  answer: { answer: string; answeredAt: Date }
): Promise<void> {
  await tx.update(themeHearings).set(answer).where(eq(themeHearings.id, hearingId))
}

/** What a leader decides answers everything of the theme that waited for them. */
export async function answerByDecision(
  tx: Tx,
  of: { themeId: string; leaderId: string },
  answer: { answer: string; answeredAt: Date; decisionId: string }
): Promise<void> {
  await tx
    .update(themeHearings)
    .set(answer)
    .where(
      and(
        eq(themeHearings.themeId, of.themeId),
        eq(themeHearings.leaderId, of.leaderId),
        isNull(themeHearings.answeredAt)
      )
    )
}
