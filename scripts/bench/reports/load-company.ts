import type pg from 'pg'

/** How large the invented company is, and how long its history. */
export interface Size {
  people: number
  years: number
  /** Seats held over all years. */
  seats: number
  /** Left out: 60 a day in 20 rotations. */
  shiftsPerDay?: number
  rotations?: number
}

/** The first day of the history; it ends on the same day some years later. */
export const FROM_ON = '2024-01-01'

const WORTH_TELLING_S = 5

/**
 * Fills an empty, migrated database by set-based SQL, without constraints and triggers: a made-up company with its
 * history, the same each time. Dates are drawn by number theory rather than by chance.
 */
export async function loadCompany(
  client: pg.Client,
  { people, years, seats, shiftsPerDay = 60, rotations = 20 }: Size
): Promise<void> {
  const days = Math.round(years * 365.25)
  const perShift = Math.max(1, Math.round(seats / (days * shiftsPerDay)))
  const teams = Math.ceil(people / 25)
  // No report looks into what was said: indexing 400,000 texts takes longer than all else together.
  await client.query(`set session_replication_role = replica; set synchronous_commit = off; set statement_timeout = 0;
    set work_mem = '256MB'; set maintenance_work_mem = '512MB';
    alter table assignments drop constraint assignments_do_not_overlap;
    drop index learnings_search, learnings_trigrams`)
  const indexes = await dropIndexes(client)
  for (const statement of [
    ...directory(people, teams, days),
    ...planned({ days, perShift, people, shiftsPerDay, rotations }),
    ...lived(days),
    ...away(people, years),
    ...indexes,
    'select mark_all_days()',
    'analyze'
  ])
    await runAndTell(client, statement)
  await client.query('set session_replication_role = origin')
}

/** Drops what no constraint needs, and tells how to make it again: sorted once at the end it costs a fifth. */
async function dropIndexes(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string; made: string }>(
    `select i.indexname as name, i.indexdef as made from pg_indexes i
     where i.schemaname = 'public' and i.indexdef not like 'CREATE UNIQUE%'
       and not exists (select from pg_constraint c where c.conname = i.indexname)`
  )
  for (const { name } of rows) await client.query(`drop index "${name}"`)
  return rows.map(({ made }) => made)
}

/** A step that somebody waits for says so: what is slow to load is found by reading the output. */
export async function runAndTell(client: pg.Client, statement: string): Promise<void> {
  const begun = performance.now()
  await client.query(statement)
  const seconds = Math.round((performance.now() - begun) / 1000)
  if (seconds >= WORTH_TELLING_S)
    console.log(`  ${seconds} s: ${statement.replaceAll(/\s+/g, ' ').slice(0, 90)}`)
}

/** An id that a number gives. */
const id = (kind: string, number: string) => `md5('${kind}' || (${number}))::uuid`

function directory(people: number, teams: number, days: number): string[] {
  const person = id('person', 'n')
  return [
    `insert into teams (id, name, support_cap) select ${id('team', 'n')}, 'Team ' || n, 3 from generate_series(0, ${teams - 1}) n`,
    `insert into employees (id, name, email, title, level, team_id, time_zone, country, working_days, work_starts_at,
       work_ends_at, fte_percent, joined_on, leaves_on, created_at)
     select ${person}, 'Person ' || n, 'p' || n || '@fjordlys.example', 'Engineer',
       (case when n % 2500 = 0 then 'executive' when n % 25 = 0 then 'lead' else 'staff' end)::level,
       ${id('team', `n / 25`)},
       (array['Europe/Oslo', 'Europe/Stockholm', 'Europe/Berlin', 'America/New_York', 'Asia/Singapore'])[1 + (n / 100) % 5],
       (array['NO', 'SE', 'DE', 'US', 'SG'])[1 + (n / 100) % 5], '{1,2,3,4,5}', '08:00', '18:00',
       (array[100, 100, 100, 100, 80, 60, 100, 100, 50, 100])[1 + n % 10],
       date '${FROM_ON}' - 3650 + (n * 7919) % (3650 + ${days} / 2),
       case when n % 20 = 7 then date '${FROM_ON}' - 3650 + (n * 7919) % (3650 + ${days} / 2) + 500 + (n * 31) % 3000 end, '2015-01-01'
     from generate_series(0, ${people - 1}) n`,
    `insert into quotas (id, scope, team_id, employee_id, minutes, per_weeks, from_on, created_at)
     select gen_random_uuid(), 'organisation'::quota_scope, null::uuid, null::uuid, 240, 4, date '2015-01-01', timestamptz '2015-01-01'
     union all select gen_random_uuid(), 'team'::quota_scope, ${id('team', 'n * 97')}, null, 120, 4, date '2025-03-01', timestamptz '2015-01-01' from generate_series(0, ${Math.floor(teams / 100)}) n
     union all select gen_random_uuid(), 'person'::quota_scope, null, ${id('person', 'n * 491')}, 60, 4, date '2025-09-01', timestamptz '2015-01-01' from generate_series(0, ${Math.floor(people / 500)}) n`,
    `insert into past_rows (kind, row_id, until, facts)
     select 'employees', ${person}, timestamptz '${FROM_ON}' + make_interval(days => (n * 13) % ${days}), jsonb_build_object('team_id', ${id('team', `(n * 7) % ${teams}`)},
       'level', 'staff', 'country', 'NO', 'fte_percent', 100, 'joined_on', '2014-01-01', 'leaves_on', null, 'deactivated_at', null,
       'time_zone', 'Europe/Oslo', 'working_days', array[1,2,3,4,5], 'work_starts_at', '08:00:00', 'work_ends_at', '18:00:00')
     from generate_series(0, ${people - 1}, 4) n`
  ]
}

interface Planned {
  days: number
  perShift: number
  people: number
  shiftsPerDay: number
  rotations: number
}

function planned({ days, perShift, people, shiftsPerDay, rotations }: Planned): string[] {
  return [
    `insert into rotations (id, name, time_zone, min_seats, desired_seats, max_seats, hosts_required, valid_from, holiday_country, holiday_rule)
     select ${id('rotation', 'n')}, 'Rotation ' || n, 'Europe/Oslo', 1, ${perShift}, ${perShift}, 0, '2015-01-01', 'NO', 'skip' from generate_series(0, ${rotations - 1}) n`,
    `insert into shifts (id, rotation_id, on_day, starts_at, ends_at, min_seats, desired_seats, max_seats, hosts_required, is_holiday)
     select ${id('shift', `d * ${shiftsPerDay} + n`)}, ${id('rotation', `n % ${rotations}`)}, date '${FROM_ON}' + d,
       (date '${FROM_ON}' + d) + make_interval(hours => 6 + 4 * (n / ${rotations})), (date '${FROM_ON}' + d) + make_interval(hours => 10 + 4 * (n / ${rotations})),
       1, ${perShift}, ${perShift}, 0, d % 45 = 0
     from generate_series(0, ${days - 1}) d, generate_series(0, ${shiftsPerDay - 1}) n`,
    `insert into assignments (id, shift_id, employee_id, starts_at, ends_at, created_at, released_at)
     select ${id('seat', `s.n * ${perShift} + k`)}, s.id, ${id('person', `(((s.n * ${perShift} + k)::bigint * 7919) % ${people})`)}, s.starts_at, s.ends_at,
       s.starts_at - interval '30 days', case when (s.n + k) % 29 = 0 then s.starts_at - interval '3 days' end
     from (select *, row_number() over (order by starts_at, rotation_id) - 1 as n from shifts) s, generate_series(0, ${perShift - 1}) k`
  ]
}

function lived(days: number): string[] {
  const over = `timestamptz '${FROM_ON}' + make_interval(days => ${days})`
  return [
    `insert into ledger_entries (id, employee_id, kind, minutes, on_day, assignment_id, entered_at)
     select gen_random_uuid(), a.employee_id, 'worked', case when s.n % 97 = 0 then 0 else 240 - (s.n % 5) * 15 end, s.on_day, a.id, a.ends_at + interval '1 day'
     from (select *, row_number() over (order by starts_at, rotation_id) as n from shifts) s join assignments a on a.shift_id = s.id
     where a.released_at is null and s.n % 23 <> 0`,
    `insert into ledger_entries (id, employee_id, kind, minutes, on_day, assignment_id, corrects_id, reason, entered_at)
     select gen_random_uuid(), employee_id, 'worked', -15, on_day, assignment_id, id, 'Left early', entered_at + interval '2 days'
     from ledger_entries where minutes = 225 and hashtext(id::text) % 10 = 0`,
    `insert into ledger_entries (id, employee_id, kind, minutes, on_day, purpose, reason, entered_at)
     select gen_random_uuid(), employee_id, 'credited', 30, on_day, (array['review', 'help_pages', 'call_backs', 'preparation'])[1 + abs(hashtext(id::text)) % 4]::credit_purpose, 'Pages', entered_at
     from ledger_entries where kind = 'worked' and hashtext(id::text) % 9 = 0`,
    `insert into learnings (id, shift_id, employee_id, type, tried_to, obstacle, submitted_at)
     select gen_random_uuid(), shift_id, employee_id, 'bug', 'Pair the hub', 'The code expired', ends_at
     from assignments where released_at is null and ends_at < ${over} and hashtext(id::text) % 3 = 0`,
    `insert into nothing_new_answers (assignment_id, answered_at)
     select id, ends_at from assignments where released_at is null and hashtext(id::text) % 5 = 1`,
    `insert into proposals (id, kind, proposer_id, give_assignment_id, expires_at, created_at, accepted_at, accepted_by_id, carried_out_at)
     select gen_random_uuid(), 'swap'::proposal_kind, employee_id, id, starts_at, starts_at - interval '9 days', starts_at - interval '8 days', employee_id, starts_at - interval '8 days'
     from assignments where released_at is not null`,
    `insert into proposal_asks (id, proposal_id, employee_id) select gen_random_uuid(), id, proposer_id from proposals`,
    `insert into no_shows (id, assignment_id, raised_at, raised_by, recorded_at)
     select gen_random_uuid(), id, ends_at, employee_id, ends_at + interval '2 days' from assignments where released_at is null and hashtext(id::text) % 400 = 0`
  ]
}

/** Five absences a year: three weeks in July, a week, and three short ones. */
function away(people: number, years: number): string[] {
  return [
    `insert into absences (id, employee_id, starts_at, ends_at, kind, source, created_at)
     select gen_random_uuid(), ${id('person', 'n')}, starts, starts + make_interval(days => long), 'leave', 'import', '2015-01-01'
     from generate_series(0, ${people - 1}) n, generate_series(0, ${years - 1}) y,
       lateral (values (182 + 7 * (n % 4), 21), (42 + 7 * (n % 20), 7), ((n * 11) % 330, 2), ((n * 17) % 340, 1), ((n * 29) % 320, 3)) as drawn (day, long),
       lateral (select timestamptz '${FROM_ON}' + make_interval(years => y, days => day) as starts) as at`,
    `insert into exemptions (id, employee_id, from_on, to_on, reason, asked_at, asked_by, granted_at)
     select gen_random_uuid(), ${id('person', 'n')}, date '${FROM_ON}' + (n * 7) % 700, date '${FROM_ON}' + (n * 7) % 700 + 90, 'caring', '2015-01-01', ${id('person', 'n')}, '2015-01-02'
     from generate_series(0, ${people - 1}, 50) n`,
    `insert into stale_absences select distinct employee_id from absences`
  ]
}
