import type pg from 'pg'
import { runAndTell } from '../reports/load-company.ts'

/** Who looks at the pages, by id. */
export interface Cast {
  employee: string
  lead: string
  admin: string
}

const of = (kind: string, number: string) => `md5('${kind}' || (${number}))::uuid`

/**
 * What pages show and reports do not count: hosts, leads, roles, a pattern for every rotation, cards and notes, notices, and
 * themes of the learnings; nobody has confirmed a shift that is still to come. Made by set-based SQL, the same each time.
 */
export async function furnish(client: pg.Client, now: Date, themes: number): Promise<Cast> {
  const furnished = await client.query('select 1 from product_areas limit 1')
  if (furnished.rows.length > 0) return castOf(client)
  const at = `timestamptz '${now.toISOString()}'`
  await client.query('set session_replication_role = replica; set statement_timeout = 0')
  for (const statement of [...people(), ...plans(at), ...words(at, themes), 'analyze'])
    await runAndTell(client, statement)
  await client.query('set session_replication_role = origin')
  return castOf(client)
}

function people(): string[] {
  return [
    `update employees set is_host = true where hashtext(id::text) % 10 = 0`,
    `insert into team_leads (team_id, employee_id)
     select distinct on (team_id) team_id, id from employees where leaves_on is null order by team_id, name`,
    `insert into grants (employee_id, role) select id, 'admin' from employees where leaves_on is null order by name desc limit 1`,
    `insert into grants (employee_id, role) select employee_id, 'hr' from grants`
  ]
}

function plans(at: string): string[] {
  return [
    `delete from ledger_entries l using assignments a where a.id = l.assignment_id and a.ends_at > ${at}`,
    `delete from learnings l using shifts s where s.id = l.shift_id and s.ends_at > ${at}`,
    `insert into rotation_slots (id, rotation_id, weekday, starts_at, ends_at)
     select gen_random_uuid(), r.id, d, make_time(7 + 4 * n, 0, 0), make_time(11 + 4 * n, 0, 0)
     from rotations r, generate_series(1, 7) d, generate_series(0, 2) n`,
    `insert into shift_cards (id, rotation_id, things_to_know, quiet_job, opening_call)
     select gen_random_uuid(), id, '["Version 4.2 is new", "Invoices are late", "Hubs blink orange"]', 'Mend a page', 'What have you heard?' from rotations`,
    `insert into shift_handovers (id, shift_id, employee_id, note, written_at)
     select gen_random_uuid(), a.shift_id, a.employee_id, 'Two callers wait for word on sensors', a.ends_at
     from assignments a where a.released_at is null and a.ends_at < ${at} and a.ends_at > ${at} - interval '1 year' and hashtext(a.id::text) % 3 = 0`,
    `insert into proposals (id, kind, proposer_id, give_assignment_id, expires_at, created_at)
     select gen_random_uuid(), 'cover'::proposal_kind, employee_id, id, starts_at, ${at} - interval '1 day'
     from assignments where released_at is null and starts_at > ${at} + interval '3 days' and hashtext(id::text) % 25 = 0`,
    `insert into proposal_asks (id, proposal_id, employee_id)
     select gen_random_uuid(), p.id, e.id
     from (select id, row_number() over (order by id) * 7919 as n from proposals where accepted_at is null) p
     join (select id, row_number() over (order by id) - 1 as k, count(*) over () as many from employees where leaves_on is null) e
       on e.k = p.n % e.many`
  ]
}

function words(at: string, themes: number): string[] {
  return [
    `insert into notices (id, employee_id, kind, facts, created_at, read_at)
     select gen_random_uuid(), a.employee_id, 'shift-tomorrow',
       jsonb_build_object('shiftId', a.shift_id, 'assignmentId', a.id, 'rotationId', s.rotation_id, 'rotationName', 'Rotation', 'startsAt', a.starts_at, 'endsAt', a.ends_at),
       a.starts_at - interval '1 day', case when hashtext(a.id::text) % 20 <> 0 then a.starts_at end
     from assignments a join shifts s on s.id = a.shift_id where a.released_at is null and a.starts_at < ${at} + interval '1 day'`,
    `insert into product_areas (id, name, owner_id)
     select ${of('area', 'n')}, 'Area ' || n, (select employee_id from team_leads order by 1 offset n limit 1) from generate_series(0, 9) n`,
    `insert into themes (id, title, summary, area_id, owner_id, answer_by_on, created_at, created_by)
     select ${of('theme', 'n')}, 'Pairing the hub fails at step ' || n, 'Callers do not get past it', ${of('area', 'n % 10')}, l.employee_id,
       (${at})::date + (n % 60) - 40, ${at} - make_interval(days => n % 1500), l.employee_id
     from generate_series(0, ${themes - 1}) n, lateral (select employee_id from team_leads order by employee_id offset n % 20 limit 1) l`,
    `insert into theme_learnings (id, theme_id, learning_id, joined_at)
     select gen_random_uuid(), ${of('theme', `abs(hashtext(id::text)) % ${themes}`)}, id, submitted_at from learnings where hashtext(id::text) % 8 <> 0`
  ]
}

async function castOf(client: pg.Client): Promise<Cast> {
  const one = async (sql: string) => (await client.query<{ id: string }>(sql)).rows[0]!.id
  return {
    admin: await one(`select employee_id as id from grants where role = 'admin'`),
    lead: await one(`select employee_id as id from team_leads order by 1 limit 1`),
    employee: await one(
      `select id from employees e where not is_host and leaves_on is null and level = 'staff'
       and exists (select from assignments a where a.employee_id = e.id and a.released_at is null and a.starts_at > '2028-11-16') order by id limit 1`
    )
  }
}
