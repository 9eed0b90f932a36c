import type { Tx } from '../../../db/client.ts'
import { recordAudit } from '../../audit/record-audit.ts'
import type { Context } from '../../context.ts'
import { addDays } from '../../engine/time/add-days.ts'
import { isLocalDate } from '../../engine/time/is-local-date.ts'
import { localDateOf } from '../../engine/time/local-date-of.ts'
import { AreaNotOffered } from '../errors.ts'
import { AnswerByNotValid, OwnerNotValid } from './errors.ts'
import { maskWords } from './mask-words.ts'
import { placeWithin } from './place-learning.ts'
import { insertHearings } from './queries/hearings.ts'
import { lockActive } from './queries/people.ts'
import { findOfferedArea, insertTheme, type ThemeRow } from './queries/themes.ts'
import { tellOfTheme } from './tell-of-theme.ts'

/** Reporters are owed an answer within so many days, unless another day is named: when the owner's lead would hear of it. */
const ANSWER_DAYS = 14

export interface NewTheme {
  title: string
  summary?: string
  areaId?: string
  /** Left out: who owns the area's themes, else the actor. */
  ownerId?: string
  /** Left out: in 14 days. */
  answerByOn?: string
}

/**
 * Makes a theme, empty or from a learning. Its owner has it put before them.
 *
 * @returns the theme's id
 * @throws {AreaNotOffered} {@link OwnerNotValid} {@link AnswerByNotValid} and what {@link placeWithin} refuses
 */
export async function createTheme(
  ctx: Context,
  { learningId, ...wanted }: NewTheme & { learningId?: string }
): Promise<string> {
  return ctx.db.transaction(async (tx) => {
    const theme = await beginTheme(tx, ctx, wanted)
    if (learningId !== undefined) await placeWithin(tx, ctx, learningId, theme.id)
    return theme.id
  })
}

/** Makes the theme and puts it before its owner, inside a transaction. */
export async function beginTheme(
  tx: Tx,
  ctx: Context,
  { areaId, ownerId, answerByOn, title, summary, ...more }: NewTheme & { splitFromId?: string }
): Promise<ThemeRow> {
  const area = areaId === undefined ? null : await findOfferedArea(tx, areaId)
  if (areaId !== undefined && !area) throw new AreaNotOffered({ areaId })
  const wantedOwner = ownerId ?? area?.ownerId ?? ctx.actor.employeeId
  const owner = await lockActive(tx, wantedOwner)
  if (!owner) throw new OwnerNotValid({ ownerId: wantedOwner })
  const today = localDateOf(ctx.now(), owner.timeZone)
  if (answerByOn !== undefined) checkAnswerBy(answerByOn, today)
  const theme = await insertTheme(tx, {
    ...more,
    ...maskWords({ title, summary: summary ?? '' }),
    areaId: area?.id ?? null,
    ownerId: owner.id,
    answerByOn: answerByOn ?? addDays(today, ANSWER_DAYS),
    createdAt: ctx.now(),
    createdBy: ctx.actor.employeeId
  })
  await announce(tx, ctx, theme)
  return theme
}

/** A day from today until a year from now. @throws {AnswerByNotValid} */
export function checkAnswerBy(answerByOn: string, today: string): void {
  if (!isLocalDate(answerByOn) || answerByOn < today || answerByOn > addDays(today, 366))
    throw new AnswerByNotValid({ answerByOn })
}

async function announce(tx: Tx, ctx: Context, theme: ThemeRow): Promise<void> {
  const { id, title, areaId, ownerId, answerByOn, splitFromId } = theme
  await insertHearings(tx, [{ themeId: id, leaderId: ownerId, cause: 'owner', round: 0, putAt: ctx.now() }])
  await tellOfTheme(tx, ctx, {
    theme: { id, title },
    kind: 'theme-yours',
    to: [ownerId],
    more: { answerByOn }
  })
  await recordAudit(tx, ctx, {
    ...{ action: 'theme.created', objectType: 'theme', objectId: id },
    after: { areaId, ownerId, answerByOn, splitFromId }
  })
}
