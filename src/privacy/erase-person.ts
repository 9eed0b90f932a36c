import type { Tx } from '../../db/client.ts'
import { recordAudit } from '../audit/record-audit.ts'
import type { AnyContext } from '../context.ts'
import { EmployeeNotFound, EmployeeStillActive, ErasedBefore } from './errors.ts'
import {
  buryPerson,
  eraseOwn,
  insertErasure,
  lockPerson,
  openNarrowWay,
  replaceEverywhere
} from './queries/erasing.ts'
import { ERASED } from './tables.ts'

/** Shorter texts say nothing of a person, and would be found in everybody's. */
const TELLING_LENGTH = 12

/** Where what somebody wrote is kept a second time: others' own texts may say the same and stay. */
const COPIES: ReadonlySet<string> = new Set([
  'audit_entries',
  'notices',
  'deliveries',
  'webhook_deliveries',
  'learning_digests',
  'idempotency_keys',
  'themes',
  'seasons',
  'job_runs'
])

/**
 * Erases a person who is no longer here: their texts, name and address go from every table, also from the audit log, from
 * notices to others and from answers that are kept. A tombstone stays, on which their hours, shifts and absences
 * hang without a word, so that no sum of any report changes.
 *
 * @throws {EmployeeNotFound} {@link EmployeeStillActive} {@link ErasedBefore}
 */
export async function erasePerson(ctx: AnyContext, employeeId: string, reason: string) {
  return ctx.db.transaction((tx) => eraseWithin(tx, ctx, employeeId.toLowerCase(), reason))
}

/** The same inside of an open transaction. */
export async function eraseWithin(tx: Tx, ctx: AnyContext, employeeId: string, reason: string) {
  const person = await lockPerson(tx, employeeId)
  if (!person) throw new EmployeeNotFound({ employeeId })
  if (person.erasedAt) throw new ErasedBefore()
  if (!person.deactivatedAt) throw new EmployeeStillActive()
  await openNarrowWay(tx)
  const identity = [person.name, person.email, person.email.toLowerCase()]
  const texts = await eraseOwn(tx, person.id)
  await buryPerson(tx, person.id)
  await replaceEverywhere(tx, identity)
  await replaceEverywhere(
    tx,
    texts.filter((text) => text.trim().length >= TELLING_LENGTH && text !== ERASED),
    COPIES
  )
  const told = identity.reduce((text, word) => text.replaceAll(word, ERASED), reason)
  const erasedAt = ctx.now()
  await insertErasure(tx, {
    ...{ employeeId: person.id, erasedAt, reason: told },
    erasedBy: ctx.actor?.employeeId ?? null
  })
  await recordAudit(tx, ctx, {
    ...{ action: 'employee.erased', objectType: 'employee', objectId: person.id, after: { reason: told } }
  })
  return { employeeId: person.id, erasedAt, reason: told }
}
