import { and, asc, eq, inArray, ne } from 'drizzle-orm'
import type { Db } from '../../../db/client.ts'
import { assignments } from '../../../db/schema/assignments.ts'
import { auditEntries } from '../../../db/schema/audit.ts'
import { proposalChanges } from '../../../db/schema/proposals.ts'
import { publicationChanges } from '../../../db/schema/publications.ts'
import type { Attempt } from './linearise.ts'
import { ACTIONS, type Operation } from './operations.ts'
import type { Outcome } from './verdict.ts'

type Entry = typeof auditEntries.$inferSelect
type Answered = { operation: Operation; answer: string }

/** What else a change may leave in the log beside its own entry. */
const BESIDE = new Set(['swap.closed', 'swap.accepted', 'employee.reactivated', 'employee.changed'])

/**
 * Joins answers with what was written at this moment: everybody asked one thing, so the actor of an entry tells whose it
 * is. Successes come in the order of the log.
 *
 * @throws Error when a success left more than one main entry, or a refusal any
 */
export async function attemptsOf(db: Db, now: Date, answered: readonly Answered[]): Promise<Attempt[]> {
  const entries = await db
    .select()
    .from(auditEntries)
    .where(and(eq(auditEntries.at, now), ne(auditEntries.action, 'request.refused')))
    .orderBy(asc(auditEntries.id))
  const mains = answered.map((one) => ({ ...one, entry: mainEntry(one, entries) }))
  const made = await seatsMade(db, mains)
  const byAge = mains.toSorted((a, b) => ((a.entry?.id ?? '') < (b.entry?.id ?? '') ? -1 : 1))
  return byAge.map(({ operation, answer, entry }) => ({
    operation,
    answer,
    outcome: entry ? { id: entry.objectId, ...made(entry.objectId) } : null
  }))
}

function mainEntry({ operation, answer }: Answered, all: readonly Entry[]): Entry | null {
  const own = all.filter(({ actorId }) => actorId === operation.actor)
  const action = ACTIONS[operation.kind]
  const mains = own.filter((entry) => entry.action === action)
  const others = own.filter((entry) => entry.action !== action && !BESIDE.has(entry.action))
  const requests = new Set(own.map(({ requestId }) => requestId))
  const isGood =
    answer === 'ok'
      ? mains.length <= 1 && (mains.length === 1 || own.length === 0) && others.length === 0
      : own.length === 0
  if (isGood && requests.size <= 1) return mains[0] ?? null
  const found = own.map((entry) => entry.action).join()
  throw new Error(`${JSON.stringify(operation)} was answered ${answer} and left in the log: ${found}`)
}

async function seatsMade(db: Db, mains: readonly { operation: Operation; entry: Entry | null }[]) {
  const idsOf = (kinds: readonly string[]) =>
    mains.flatMap(({ operation: { kind }, entry }) => (entry && kinds.includes(kind) ? entry.objectId : []))
  const seat = {
    id: assignments.id,
    shiftId: assignments.shiftId,
    who: assignments.employeeId,
    from: assignments.heldStartsAt,
    to: assignments.heldEndsAt
  }
  const swapped = await db
    .select({ of: proposalChanges.proposalId, effect: proposalChanges.effect, ...seat })
    .from(proposalChanges)
    .innerJoin(assignments, eq(assignments.id, proposalChanges.assignmentId))
    .where(inArray(proposalChanges.proposalId, idsOf(['claim', 'accept'])))
  const published = await db
    .select({ of: publicationChanges.publicationId, effect: publicationChanges.effect, ...seat })
    .from(publicationChanges)
    .innerJoin(assignments, eq(assignments.id, publicationChanges.assignmentId))
    .where(inArray(publicationChanges.publicationId, idsOf(['publish'])))
  const rows = [...swapped, ...published]
  return (id: string): Pick<Outcome, 'made' | 'taken'> => {
    const own = rows.filter(({ of }) => of === id)
    const given = own.filter(({ effect }) => effect === 'given')
    return {
      made: given.map(({ id, shiftId, who, from, to }) => ({ id, shiftId, who, from: +from, to: +to })),
      taken: own.filter(({ effect }) => effect === 'taken').map((row) => row.id)
    }
  }
}
