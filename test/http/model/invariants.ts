import type pg from 'pg'

/** What must hold whatever people did, each as a query for that which breaks it. */
const BREAKING: Record<string, string> = {
  'somebody is in two places at once': `
    select a.id from assignments a join assignments b on a.employee_id = b.employee_id and a.id < b.id
    where a.released_at is null and b.released_at is null
      and a.held_starts_at < b.held_ends_at and b.held_starts_at < a.held_ends_at`,
  'somebody rests less than eleven hours': `
    select a.id from assignments a join assignments b on a.employee_id = b.employee_id and a.id <> b.id
    where a.released_at is null and b.released_at is null and a.shift_id <> b.shift_id
      and b.held_starts_at >= a.held_ends_at and b.held_starts_at < a.held_ends_at + interval '11 hours'`,
  'a shift has more people than seats': `
    select s.id from shifts s join assignments a on a.shift_id = s.id and a.released_at is null
    group by s.id having count(*) > s.max_seats`,
  'somebody in training has a seat': `
    select a.id from assignments a join employees e on e.id = a.employee_id
    where a.released_at is null and e.readiness = 'in_training'`,
  'somebody deactivated has a seat to come': `
    select a.id from assignments a join employees e on e.id = a.employee_id
    where a.released_at is null and e.deactivated_at is not null and a.held_starts_at > $1`,
  'an open proposal gives a seat that was released': `
    select p.id from proposals p join assignments a on a.id = p.give_assignment_id
    where p.carried_out_at is null and p.withdrawn_at is null and p.closed_at is null and p.expires_at > $1
      and a.released_at is not null
      and exists (select from proposal_asks k
        where k.proposal_id = p.id and k.declined_at is null and k.closed_at is null)`,
  'an open proposal asks for a seat that was released': `
    select p.id from proposals p join proposal_asks k on k.proposal_id = p.id
      join assignments a on a.id = k.take_assignment_id
    where p.carried_out_at is null and p.withdrawn_at is null and p.closed_at is null and p.expires_at > $1
      and k.declined_at is null and k.closed_at is null and a.released_at is not null`,
  'an open proposal is of somebody deactivated, or asks them': `
    select p.id from proposals p join proposal_asks k on k.proposal_id = p.id
      join employees e on e.id in (p.proposer_id, k.employee_id)
    where p.carried_out_at is null and p.withdrawn_at is null and p.closed_at is null and p.expires_at > $1
      and k.declined_at is null and k.closed_at is null and e.deactivated_at is not null`,
  'a seat changed hands without a record of it': `
    select c.proposal_id from proposal_changes c join proposals p on p.id = c.proposal_id
    where p.carried_out_at is null`,
  'a person is away twice at once': `
    select a.id from absences a join absences b on a.employee_id = b.employee_id and a.id < b.id
    where a.starts_at < b.ends_at and b.starts_at < a.ends_at`
}

/** The names of invariants that are broken, with how often. */
export async function brokenInvariants(pool: pg.Pool, now: Date): Promise<string[]> {
  const broken: string[] = []
  for (const [name, query] of Object.entries(BREAKING)) {
    const { rowCount } = await pool.query(query, query.includes('$1') ? [now] : [])
    if (rowCount) broken.push(`${name}: ${rowCount}`)
  }
  return broken
}
