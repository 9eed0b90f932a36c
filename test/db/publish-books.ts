import { sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'

export interface Books {
  /** In the order of their writing, with what each gave and took and what its draft says, as `person start`. */
  publications: { id: string; given: string[]; taken: string[]; drafted: string[] }[]
  /** Seats in force. */
  seats: string[]
  notices: { publicationId: string; employeeId: string }[]
  audited: string[]
}

/** All that publications leave behind, as it stands in the database. */
export async function readBooks(db: Db): Promise<Books> {
  const seat = (alias: string) =>
    sql.raw(`${alias}.employee_id || ' ' || extract(epoch from ${alias}.starts_at)::bigint`)
  const { rows: publications } = await db.execute<Books['publications'][number]>(sql`
    select p.id,
      array(select ${seat('a')} from publication_changes c join assignments a on a.id = c.assignment_id
        where c.publication_id = p.id and c.effect = 'given' order by 1) as given,
      array(select ${seat('a')} from publication_changes c join assignments a on a.id = c.assignment_id
        where c.publication_id = p.id and c.effect = 'taken' order by 1) as taken,
      array(select d.employee_id || ' ' || extract(epoch from s.starts_at)::bigint
        from draft_assignments d join draft_shifts s on s.id = d.draft_shift_id
        where s.draft_id = p.draft_id order by 1) as drafted
    from publications p order by p.id`)
  const { rows: seats } = await db.execute<{ seat: string }>(sql`
    select ${seat('a')} as seat from assignments a where a.released_at is null order by 1`)
  const { rows: notices } = await db.execute<Books['notices'][number]>(sql`
    select facts ->> 'publicationId' as "publicationId", employee_id as "employeeId" from notices`)
  const { rows: audited } = await db.execute<{ id: string }>(sql`
    select object_id as id from audit_entries where action = 'rotation.published' order by 1`)
  return {
    publications,
    seats: seats.map((row) => row.seat),
    notices,
    audited: audited.map(({ id }) => id)
  }
}

/** What is half-done in the books; empty when every publication is whole or absent. */
export function tornPages({ publications, seats, notices, audited }: Books): string[] {
  const torn: string[] = []
  let held = new Set<string>()
  for (const { id, given, taken, drafted } of publications) {
    held = new Set([...held].filter((seat) => !taken.includes(seat)).concat(given))
    if (!same([...held], drafted)) torn.push(`publication ${id} did not leave the seats that its draft has`)
    const touched = [...new Set([...given, ...taken].map((seat) => seat.split(' ')[0]!))]
    const told = notices.filter((notice) => notice.publicationId === id).map(({ employeeId }) => employeeId)
    if (!same(touched, told)) torn.push(`publication ${id} touched ${touched.length} and told ${told.length}`)
  }
  if (!same([...held], seats)) torn.push('the seats in force are not those of the publications')
  const ids = publications.map(({ id }) => id)
  if (!same(ids, audited)) torn.push('the audit does not have each publication once')
  const known = notices.filter(({ publicationId }) => ids.includes(publicationId))
  if (known.length < notices.length) torn.push('there are notices of publications that are not there')
  return torn
}

const same = (a: string[], b: string[]) => [...a].sort().join() === [...b].sort().join()
