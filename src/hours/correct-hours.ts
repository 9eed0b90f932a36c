import { constraintOf, type Tx } from '../../db/client.ts'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { bookEntries } from './book-entries.ts'
import { checkMayEnter } from './check-may-enter.ts'
import {
  CreditToOneself,
  EntryNotCorrectable,
  EntryNotFound,
  HoursCorrectedMeanwhile,
  HoursUnchanged
} from './errors.ts'
import { type ChainLink, listChain, lockPeople } from './queries/ledger.ts'
import { type Entry, readEntries } from './read-entries.ts'
import { isSelf, maySeeHours } from './standing.ts'
import { tellOfHours } from './tell-of-hours.ts'

export interface Correction {
  /** What the entry should have said, not the difference. */
  minutes: number
  reason: string
}

/**
 * Corrects hours: the difference is appended, so that the old value stays beside who changed it and why. Any entry
 * of a chain of corrections stands for the chain. Hours worked are corrected by those who may enter them, credited
 * hours by a lead of the team or HR.
 *
 * @throws {EntryNotFound} {@link HoursNotYours} {@link ShiftNotOver} {@link HoursWindowClosed}
 *   {@link CreditToOneself} {@link EntryNotCorrectable} {@link HoursUnchanged} {@link HoursCorrectedMeanwhile}
 */
export async function correctHours(ctx: Context, entryId: string, correction: Correction): Promise<Entry> {
  return ctx.db.transaction(async (tx) => {
    // Read before the lock on purpose: what the actor corrects is what stood there when they asked.
    const chain = await readChain(tx, ctx, entryId)
    await lockPeople(tx, [chain.employeeId, ctx.actor.employeeId])
    checkMayCorrect(ctx, chain)
    if (chain.minutesNow === correction.minutes) throw new HoursUnchanged({ minutes: correction.minutes })

    const correctionId = await appendDifference(tx, ctx, chain, correction)
    const { employeeId, onDay, assignmentId, minutesNow: before } = chain
    await tellOfHours(tx, ctx, employeeId, 'hours-corrected', { onDay, assignmentId, before, ...correction })
    await recordAudit(tx, ctx, {
      action: 'hours.corrected',
      objectType: 'ledger-entry',
      objectId: correctionId,
      before: { entryId: chain.latestId, minutes: before },
      after: { employeeId, ...correction }
    })
    const [entry] = await readEntries(tx, [correctionId])
    return entry!
  })
}

interface Chain extends ChainLink {
  latestId: string
  minutesNow: number
}

async function readChain(tx: Tx, { actor }: Context, entryId: string): Promise<Chain> {
  const links = await listChain(tx, entryId)
  const [first] = links
  if (!first || !maySeeHours(actor, first)) throw new EntryNotFound({ entryId })
  const minutesNow = links.reduce((sum, link) => sum + link.minutes, 0)
  return { ...first, latestId: links.at(-1)!.entryId, minutesNow }
}

function checkMayCorrect(ctx: Context, chain: Chain): void {
  const { kind, shiftEndsAt } = chain
  if (kind === 'credited' && isSelf(ctx.actor, chain)) throw new CreditToOneself()
  if (kind === 'worked' && shiftEndsAt) checkMayEnter(ctx, { ...chain, endsAt: shiftEndsAt })
  if (kind !== 'worked' && kind !== 'credited') throw new EntryNotCorrectable()
}

async function appendDifference(tx: Tx, ctx: Context, chain: Chain, { minutes, reason }: Correction) {
  const { employeeId, kind, onDay, assignmentId } = chain
  const entry = {
    ...{ employeeId, kind, onDay, assignmentId, reason },
    minutes: minutes - chain.minutesNow,
    correctsId: chain.latestId,
    enteredAt: ctx.now(),
    enteredBy: ctx.actor.employeeId
  }
  const [id] = await bookEntries(tx, ctx, [entry]).catch((error: unknown) => {
    if (constraintOf(error) !== 'ledger_entries_correct_once') throw error
    throw new HoursCorrectedMeanwhile()
  })
  return id!
}
