import type { Tx } from '../../../db/client.ts'
import type { AnyContext } from '../../context.ts'
import type { DigestSpan } from '../../engine/insight/digest-spans.ts'
import { queueNotices } from '../../notices/queue-notices.ts'
import type { DigestKind } from '../../words.ts'
import type { DigestFacts } from './facts.ts'
import { insertDigests } from './queries.ts'

const KINDS = {
  weekly: 'learnings-weekly',
  monthly: 'learnings-monthly',
  reporter: 'reported-themes-moved'
} as const

export interface Digest<Kind extends DigestKind> {
  employeeId: string
  facts: DigestFacts[Kind]
  /** What the notice says of it. */
  counts: Record<string, number>
}

/**
 * Writes digests down and tells their readers. Of two replicas, or a job that runs again, the second finds the rows of
 * the first and tells nobody.
 */
export async function storeDigests<Kind extends DigestKind>(
  tx: Tx,
  ctx: AnyContext,
  { kind, span, digests }: { kind: Kind; span: DigestSpan; digests: Digest<Kind>[] }
): Promise<void> {
  const rows = digests.map(({ employeeId, facts }) => ({
    ...{ employeeId, kind, ...span, madeAt: ctx.now() },
    facts: Object.fromEntries(Object.entries(facts))
  }))
  const made = new Map((await insertDigests(tx, rows)).map(({ id, employeeId }) => [employeeId, id]))
  const owed = digests.flatMap(({ employeeId, counts }) => {
    const digestId = made.get(employeeId)
    if (!digestId) return []
    return { employeeId, kind: KINDS[kind], facts: { digestId, dueOn: span.dueOn, ...counts } }
  })
  await queueNotices(tx, owed, ctx.now())
}
