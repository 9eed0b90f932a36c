import type { Queryable, Tx } from '../../db/client.ts'
import { recordAudit } from '../audit/record-audit.ts'
import type { AnyContext } from '../context.ts'
import { booksPeriodOf } from '../engine/ledger/books-period-of.ts'
import { CORRECTION_DAYS } from '../engine/ledger/may-correct-hours.ts'
import { addDays } from '../engine/time/add-days.ts'
import type { LocalDate } from '../engine/time/local.ts'
import { localDateOf } from '../engine/time/local-date-of.ts'
import { checkPeriod } from '../lib/period.ts'
import { type Carried, carryBalances } from './carry-balances.ts'
import { BooksNotInOrder, PeriodNotOver } from './errors.ts'
import { readPolicy } from './policy.ts'
import {
  type Closing,
  firstQuotaOn,
  insertClosing,
  listClosings,
  lockBooks,
  lockEverybody
} from './queries/closings.ts'
import { tellOfClosing } from './tell-of-closing.ts'

/** The westernmost clock: a day is over everywhere when it is over there. */
const LAST_ZONE = 'Etc/GMT+12'

/**
 * Closes the period of the books that holds a day: each balance leaves it and enters the next, cut to the policy's cap,
 * and each person is told. Closing it again changes nothing, or what was corrected since. Periods are closed in order.
 *
 * @throws {PeriodNotOver} {@link BooksNotInOrder} {@link PeriodNotValid}
 */
export async function closePeriod(ctx: AnyContext, onDay: LocalDate) {
  return ctx.db.transaction(async (tx) => {
    await lockBooks(tx)
    await lockEverybody(tx)
    const known = await listClosings(tx)
    const closing = known.find(({ fromOn, toOn }) => fromOn <= onDay && onDay < toOn)
    const closed = closing ?? (await openNext(tx, ctx, known, onDay))
    const carried = await carryOnward(tx, ctx, closed)
    await tellOfClosing(tx, ctx, carried)
    const { id, fromOn, toOn, capMinutes } = closed
    const people = new Set(carried.map(({ employeeId }) => employeeId)).size
    if (!closing || people > 0) {
      await recordAudit(tx, ctx, {
        ...{ action: 'period.closed', objectType: 'closing', objectId: id },
        after: { fromOn, toOn, capMinutes, people }
      })
    }
    return { id, fromOn, toOn, capMinutes, isNew: !closing, changed: people }
  })
}

async function openNext(tx: Tx, ctx: AnyContext, known: Closing[], onDay: LocalDate): Promise<Closing> {
  const { periodMonths, capMinutes } = await readPolicy(tx)
  checkPeriod({ fromOn: onDay, toOn: addDays(onDay, 1) })
  const period = periodAfter(known.at(-1), booksPeriodOf(onDay, periodMonths))
  if (localDateOf(ctx.now(), LAST_ZONE) < period.toOn) throw new PeriodNotOver(period)
  const row = { ...period, capMinutes, closedAt: ctx.now(), closedBy: ctx.actor?.employeeId ?? null }
  const id = await insertClosing(tx, row)
  return { id, ...row, closedById: row.closedBy, closedByName: ctx.actor?.name ?? null }
}

/** A period goes on where the one before ended, also where the policy's months have changed meanwhile. */
function periodAfter(last: Closing | undefined, { fromOn, toOn }: { fromOn: string; toOn: string }) {
  if (!last) return { fromOn, toOn }
  if (fromOn > last.toOn || toOn <= last.toOn) throw new BooksNotInOrder({ nextFromOn: last.toOn })
  return { fromOn: last.toOn, toOn }
}

/** A later period that is closed already began with what this one gives. */
async function carryOnward(tx: Tx, ctx: AnyContext, first: Closing): Promise<Carried[]> {
  const carried = await carryBalances(tx, ctx, first)
  for (const later of await listClosings(tx, { endingAfter: first.toOn })) {
    carried.push(...(await carryBalances(tx, ctx, later)))
  }
  return carried
}

/** Closed periods looked at again each day; older corrections are brought in line when HR closes again. */
const PERIODS_KEPT = 4

/**
 * Closes every period whose time for corrections is over, and brings the latest closed ones in line with what has
 * changed since. The books begin with the period before the first run.
 */
export async function closeDuePeriods(ctx: AnyContext): Promise<void> {
  for (const { fromOn } of (await listClosings(ctx.db)).slice(-PERIODS_KEPT)) await closePeriod(ctx, fromOn)
  for (let due = await nextDue(ctx.db, ctx); due !== null; due = await nextDue(ctx.db, ctx)) {
    await closePeriod(ctx, due)
  }
}

/** The first day of the next period to be closed by itself; null when its time has not come. */
async function nextDue(db: Queryable, ctx: AnyContext): Promise<LocalDate | null> {
  const { periodMonths } = await readPolicy(db)
  const today = localDateOf(ctx.now(), LAST_ZONE)
  const last = (await listClosings(db)).at(-1)
  const fromOn = last?.toOn ?? (await firstPeriodOn(db, today, periodMonths))
  if (fromOn === null) return null
  const { toOn } = booksPeriodOf(fromOn, periodMonths)
  return addDays(toOn, CORRECTION_DAYS) < today ? fromOn : null
}

async function firstPeriodOn(db: Queryable, today: LocalDate, months: number): Promise<LocalDate | null> {
  const begun = await firstQuotaOn(db)
  const before = booksPeriodOf(addDays(booksPeriodOf(today, months).fromOn, -1), months)
  return begun !== null && begun < before.toOn ? before.fromOn : null
}
