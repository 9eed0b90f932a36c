import { subDays } from 'date-fns'
import type { Queryable } from '../../db/client.ts'
import { learningDigests } from '../../db/schema/learning-digests.ts'

/** A reporter's digest without a word in it. */
export async function insertDigest(db: Queryable, employeeId: string, until: Date): Promise<string> {
  const [digest] = await db
    .insert(learningDigests)
    .values({
      ...{ employeeId, kind: 'reporter', dueOn: '2027-01-04', since: subDays(until, 7), until },
      facts: { moves: [] }
    })
    .returning({ id: learningDigests.id })
  return digest!.id
}
