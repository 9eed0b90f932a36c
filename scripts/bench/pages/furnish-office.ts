import type pg from 'pg'
import { runAndTell } from '../reports/load-company.ts'

const ZERO = `'{"total":0,"min":0,"desired":0,"quota":0,"unpopular":0,"wish":0,"change":0}'::jsonb`
const REASON = `'{"owedMinutes":60,"unpopularPoints":0,"carriedUnpopular":0,"wishCost":0,"otherTakers":9,"nextBestExtraCost":4}'::jsonb`
const of = (kind: string, number: string) => `md5('${kind}' || (${number}))::uuid`

/**
 * What the pages of the office show: every quarter a season with goals, guesses and evidence; for the first rotation a draft of
 * the quarter to come and the publication of the one that runs; webhooks, keys, company days and customers' answers.
 */
export async function furnishOffice(client: pg.Client, now: Date): Promise<void> {
  const furnished = await client.query('select 1 from seasons limit 1')
  if (furnished.rows.length > 0) return
  const at = `timestamptz '${now.toISOString()}'`
  await client.query('set session_replication_role = replica; set statement_timeout = 0')
  for (const statement of [...seasons(at), ...plans(at), ...settings(at), 'analyze'])
    await runAndTell(client, statement)
  await client.query('set session_replication_role = origin')
}

/** Twenty quarters, of which the last one runs. */
function seasons(at: string): string[] {
  return [
    `insert into seasons (id, name, from_on, to_on)
     select ${of('season', 'n')}, 'Quarter ' || n, date '2024-01-01' + make_interval(months => 3 * n), date '2024-04-01' + make_interval(months => 3 * n)
     from generate_series(0, 19) n`,
    `insert into season_goals (id, season_id, place, goal, measure, strategy_line)
     select ${of('goal', 'n * 3 + p')}, ${of('season', 'n')}, p, 'Pairing works at the first attempt', 'Half as many learnings', 'Easy for everybody'
     from generate_series(0, 19) n, generate_series(1, 3) p`,
    `insert into goal_evidence (id, goal_id, theme_id, attached_by)
     select gen_random_uuid(), ${of('goal', '57 + 1 + n % 3')}, t.id, t.owner_id
     from (select *, row_number() over (order by id) as n from themes) t where n <= 30`,
    `insert into season_guesses (id, season_id, employee_id, served_well_percent, guessed_at)
     select gen_random_uuid(), s.id, e.id, 50 + abs(hashtext(e.id::text || s.id)) % 50, s.from_on - 3
     from seasons s, employees e where e.level in ('lead', 'executive') and e.leaves_on is null`,
    `insert into guessed_pains (guess_id, place, area_id)
     select id, p, ${of('area', '(abs(hashtext(id::text)) + p) % 10')} from season_guesses, generate_series(1, 3) p`,
    `insert into served_cases (id, assignment_id, served_well, answered_at)
     select gen_random_uuid(), id, (array['yes', 'yes', 'no', 'unsure'])[1 + abs(hashtext(id::text)) % 4]::served_answer, ends_at
     from assignments where released_at is null and ends_at < ${at} and hashtext(id::text) % 2 = 0`,
    `insert into csat_answers (id, reference, answered_on, score)
     select gen_random_uuid(), 'C' || n, date '2024-01-01' + n % 1780, 1 + n % 5 from generate_series(1, 20000) n`
  ]
}

function plans(at: string): string[] {
  const rotation = '(select id from rotations order by name limit 1)'
  const draft = (name: string, fromOn: string, toOn: string) =>
    `insert into drafts (id, rotation_id, from_on, to_on, seed, score, bound, facts_digest, created_at)
     values (${of('draft', `'${name}'`)}, ${rotation}, '${fromOn}', '${toOn}', 1, ${ZERO}, 0, 'none', ${at})`
  return [
    draft('coming', '2029-01-01', '2029-04-02'),
    draft('running', '2028-10-01', '2029-01-01'),
    `insert into draft_shifts (id, draft_id, on_day, starts_at, ends_at, min_seats, desired_seats, max_seats, hosts_required, is_holiday)
     select gen_random_uuid(), ${of('draft', `'coming'`)}, d::date, d + interval '8 hours', d + interval '12 hours', r.min_seats, r.desired_seats, r.max_seats, 0, false
     from rotations r, generate_series(timestamptz '2029-01-01', timestamptz '2029-03-30', '1 day') d
     where r.id = ${rotation} and extract(isodow from d) < 6`,
    `insert into draft_assignments (draft_shift_id, employee_id, reason)
     select s.id, e.id, ${REASON}
     from (select s.*, row_number() over (order by starts_at) as n from draft_shifts s) s
     join (select id, row_number() over (order by id) as k from employees where leaves_on is null) e
       on (e.k - 1) / s.max_seats = s.n - 1`,
    `insert into publications (id, rotation_id, draft_id, from_on, to_on, published_at)
     values (${of('publication', '1')}, ${rotation}, ${of('draft', `'running'`)}, '2028-10-01', '2029-01-01', timestamptz '2028-09-01')`,
    `insert into publication_changes (publication_id, assignment_id, effect)
     select ${of('publication', '1')}, a.id, 'given' from assignments a join shifts s on s.id = a.shift_id
     where s.rotation_id = ${rotation} and s.on_day between '2028-10-01' and '2028-12-31'`
  ]
}

function settings(at: string): string[] {
  const admin = `(select employee_id from grants where role = 'admin' limit 1)`
  return [
    `insert into webhooks (id, url, description, events, secret, created_by)
     values (${of('webhook', '1')}, 'https://hooks.example.com/', 'The data warehouse', '{hours.confirmed}', 'whsec_c2VjcmV0', ${admin})`,
    `insert into webhook_deliveries (id, webhook_id, event, payload, delivered_at, created_at)
     select gen_random_uuid(), ${of('webhook', '1')}, 'hours.confirmed', '{"type":"hours.confirmed"}', ${at} - make_interval(mins => n), ${at} - make_interval(mins => n)
     from generate_series(1, 20000) n`,
    `insert into api_keys (id, employee_id, name, scopes, token_hash, expires_at)
     select gen_random_uuid(), id, 'Export', '{me:read}', md5(id::text), ${at} + interval '30 days' from employees where hashtext(id::text) % 50 = 0`,
    `insert into company_days (id, on_day, name) select gen_random_uuid(), date '2024-05-17' + make_interval(years => n), 'Garden day' from generate_series(0, 5) n`
  ]
}
