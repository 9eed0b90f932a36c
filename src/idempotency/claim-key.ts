import { subHours } from 'date-fns'
import { type Db, sqlStateOf, type Tx } from '../../db/client.ts'
import { deferred } from '../lib/deferred.ts'
import { KeyOfAnotherRequest, KeyUnderWay } from './errors.ts'
import { KEY_HOURS } from './forget-old-keys.ts'
import { type Answer, allowIdling, claimRow, findAnswer, type KeyClaim, storeAnswer } from './queries.ts'

/** The key is this request's until one of the two is called; a process that dies lets go of it by dying. */
export interface HeldKey {
  /** Effects written in this transaction are kept together with the answer, or not at all. */
  tx: Tx
  /** Keeps the answer and the effects. */
  keep: (answer: Answer) => Promise<void>
  /** Undoes the effects, and the key is free. */
  letGo: () => Promise<void>
}

export interface ClaimOptions {
  now: Date
  /** How long to wait for the same request under way elsewhere; the client's own patience is often 30 seconds. */
  waitMs?: number
  /** For work that takes long outside of this transaction. */
  idleMs?: number
}

const WAIT_MS = 20_000
const LOCK_NOT_AVAILABLE = '55P03'
const IN_FAILED_TRANSACTION = '25P02'

class LetGo extends Error {}

/**
 * Claims an idempotency key, or finds what was answered under it. The claim is a row of an open transaction in which the
 * request does its work: whoever sends the same key waits for the end of that transaction, and a crash undoes
 * the claim together with whatever the request had written.
 *
 * @throws {KeyOfAnotherRequest} {@link KeyUnderWay}
 */
export async function claimKey(
  db: Db,
  claim: KeyClaim,
  { now, waitMs = WAIT_MS, idleMs }: ClaimOptions
): Promise<{ kept: Answer } | { held: HeldKey }> {
  const opened = deferred<{ kept: Answer } | { held: HeldKey }>()
  const ended = deferred<Answer>()
  const done = db.transaction(async (tx) => {
    const isOurs = await claimRow(
      tx,
      { ...claim, createdAt: now },
      { before: subHours(now, KEY_HOURS), waitMs }
    )
    if (!isOurs) return opened.resolve({ kept: await keptAnswer(tx, claim) })
    if (idleMs !== undefined) await allowIdling(tx, idleMs)
    opened.resolve({ held: { tx, keep, letGo } })
    await storeAnswer(tx, claim, await ended.promise)
  })
  done.catch((error: unknown) => opened.reject(refusalOf(error)))
  const keep = (answer: Answer) => {
    ended.resolve(answer)
    return done.catch(forgiven)
  }
  const letGo = () => {
    ended.reject(new LetGo())
    return done.catch(forgiven)
  }
  return opened.promise
}

async function keptAnswer(tx: Tx, claim: KeyClaim): Promise<Answer> {
  const found = await findAnswer(tx, claim)
  if (!found) throw new KeyUnderWay()
  const { requestHash, ...answer } = found
  if (requestHash !== claim.requestHash) throw new KeyOfAnotherRequest()
  return answer
}

const refusalOf = (error: unknown) => (sqlStateOf(error) === LOCK_NOT_AVAILABLE ? new KeyUnderWay() : error)

/**
 * A statement refused outside of any savepoint, such as a text with a zero byte, leaves nothing to keep: its answer
 * would be the same another time.
 */
function forgiven(error: unknown): void {
  if (error instanceof LetGo || sqlStateOf(error) === IN_FAILED_TRANSACTION) return
  throw error
}
