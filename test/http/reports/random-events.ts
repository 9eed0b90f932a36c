import { sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import type { Db, Tx } from '../../../db/client.ts'
import { recordAudit } from '../../../src/audit/record-audit.ts'
import type { Employee, Team } from '../../helpers/people.ts'
import type { Rotation } from '../../helpers/shifts.ts'

interface World {
  db: Db
  clock: { now: () => Date }
  people: Employee[]
  teams: Team[]
  rotation: Rotation
}

/** Numbers that follow from a seed alone. */
export function drawsFrom(seed: number) {
  let state = seed * 2_654_435_761 + 1
  const below = (most: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * most)
  }
  return { below, oneOf: <Item>(items: readonly Item[]) => items[below(items.length)]! }
}

/** Things that happen in a company and that a report counts by, each in a transaction with its audit entry. */
export function randomEvents({ db, clock, people, teams, rotation }: World, seed: number) {
  const { below, oneOf } = drawsFrom(seed)
  const now = () => sql`${clock.now().toISOString()}::timestamptz`
  const day = (around = 40) =>
    new Date(clock.now().getTime() + (below(2 * around) - around) * 86_400_000).toISOString().slice(0, 10)
  const who = () => oneOf(people).id
  const events: ((tx: Tx) => Promise<unknown>)[] = [
    (tx) => tx.execute(sql`update employees set team_id = ${oneOf(teams).id} where id = ${who()}`),
    (tx) => tx.execute(sql`update employees set team_id = ${oneOf(teams).id} where id = ${who()}`),
    (tx) =>
      tx.execute(sql`update employees set level = ${oneOf(['staff', 'lead'])}::level where id = ${who()}`),
    (tx) => tx.execute(sql`update employees set country = ${oneOf(['NO', 'SE'])} where id = ${who()}`),
    (tx) => tx.execute(sql`update employees set fte_percent = ${oneOf([50, 80, 100])} where id = ${who()}`),
    (tx) =>
      tx.execute(
        sql`update employees set leaves_on = ${oneOf([null, '2027-06-30'])}::date where id = ${who()}`
      ),
    (tx) =>
      tx.execute(
        sql`update employees set joined_on = ${oneOf(['2024-01-01', '2027-02-10'])}::date where id = ${who()}`
      ),
    (tx) =>
      tx.execute(
        sql`update employees set deactivated_at = ${oneOf([null, now()])} where id = ${oneOf(people.slice(1, 5)).id}`
      ),
    (tx) =>
      tx.execute(
        sql`update employees set work_starts_at = ${oneOf(['08:00', '17:30'])}::time where id = ${who()}`
      ),
    (tx) => away(tx, 16),
    (tx) => away(tx, 5),
    (tx) =>
      tx.execute(
        sql`delete from absences where id in (select id from absences order by id limit 1 offset ${below(4)})`
      ),
    (tx) =>
      tx.execute(sql`insert into quotas (id, scope, team_id, minutes, per_weeks, from_on, created_at)
        values (${v7()}, 'team', ${oneOf(teams).id}, ${60 * (1 + below(5))}, 4, ${day()}::date, ${now()}) on conflict do nothing`),
    (tx) =>
      tx.execute(sql`insert into quotas (id, scope, employee_id, minutes, per_weeks, from_on, created_at)
        values (${v7()}, 'person', ${who()}, ${60 * below(5)}, 4, ${day()}::date, ${now()}) on conflict do nothing`),
    (tx) =>
      tx.execute(sql`update quotas set to_on = from_on + ${1 + below(40)}::int
        where id in (select id from quotas where scope <> 'organisation' order by id limit 1 offset ${below(3)})`),
    exempt,
    (tx) =>
      tx.execute(sql`update exemptions set withdrawn_at = ${now()} where id in
        (select id from exemptions where withdrawn_at is null order by id limit 1)`),
    (tx) =>
      tx.execute(
        sql`update exemptions set to_on = from_on + 1 where id in (select id from exemptions order by id limit 1 offset 1)`
      ),
    work,
    work,
    work,
    (tx) =>
      tx.execute(sql`insert into ledger_entries (id, employee_id, kind, minutes, on_day, purpose, entered_at)
        values (${v7()}, ${who()}, 'credited', ${15 + below(60)}, ${day(20)}::date, ${oneOf(['review', 'fix_it'])}::credit_purpose, ${now()})`),
    correct,
    (tx) =>
      tx.execute(
        sql`update assignments set released_at = ${now()} where id in (${seat(sql`released_at is null`)})`
      ),
    (tx) =>
      tx.execute(
        sql`update assignments set released_at = null where id in (${seat(sql`released_at is not null`)})`
      ),
    (tx) =>
      tx.execute(sql`insert into learnings (id, shift_id, employee_id, type, tried_to, obstacle, submitted_at)
        select ${v7()}, shift_id, employee_id, 'bug', 'Pay', 'Error', ${now()} from assignments where id in (${seat(sql`true`)})`),
    (tx) =>
      tx.execute(sql`update learnings set withdrawn_at = ${now()} where id in
        (select id from learnings where withdrawn_at is null order by id limit 1)`),
    (tx) =>
      tx.execute(sql`insert into no_shows (id, assignment_id, raised_at, raised_by, recorded_at)
        select ${v7()}, id, ${now()}, employee_id, ${now()} from assignments where id in (${seat(sql`true`)}) on conflict do nothing`),
    swap,
    (tx) =>
      tx.execute(
        sql`update proposals set undone_at = ${now()} where undone_at is null and id in (select id from proposals order by id limit 1)`
      )
  ]

  const seat = (where: ReturnType<typeof sql>) =>
    sql`select id from assignments where ${where} order by id limit 1 offset ${below(4)}`

  async function away(tx: Tx, days: number) {
    const from = day()
    await tx.execute(sql`insert into absences (id, employee_id, starts_at, ends_at, kind, created_at)
      values (${v7()}, ${who()}, ${from}::date, ${from}::date + ${days}::int, 'leave', ${now()})`)
  }
  async function exempt(tx: Tx) {
    const [id, from] = [who(), day()]
    await tx.execute(sql`insert into exemptions (id, employee_id, from_on, to_on, reason, asked_at, asked_by, granted_at)
      select ${v7()}, ${id}, ${from}::date, ${from}::date + 30, 'caring', ${now()}, ${id}, ${now()}
      where not exists (select from exemptions where employee_id = ${id})`)
  }
  async function work(tx: Tx) {
    const [shift, assignment, id] = [v7(), v7(), who()]
    const start = new Date(clock.now().getTime() - (1 + below(30)) * 86_400_000 - below(86_400) * 1000)
    const starts = sql`${start.toISOString()}::timestamptz`
    await tx.execute(sql`insert into shifts (id, rotation_id, on_day, starts_at, ends_at, min_seats, desired_seats, max_seats, hosts_required)
      values (${shift}, ${rotation.id}, ${start.toISOString().slice(0, 10)}, ${starts}, ${starts} + interval '1 minute', 1, 1, 1, 0) on conflict do nothing`)
    await tx.execute(sql`insert into assignments (id, shift_id, employee_id, starts_at, ends_at, created_at)
      select ${assignment}, ${shift}, ${id}, ${starts}, ${starts} + interval '1 minute', ${now()} where exists (select from shifts where id = ${shift})`)
    await tx.execute(sql`insert into ledger_entries (id, employee_id, kind, minutes, on_day, assignment_id, entered_at)
      select ${v7()}, ${id}, 'worked', ${oneOf([0, 60, 240])}, ${start.toISOString().slice(0, 10)}::date, id, ${now()}
      from assignments where id = ${assignment} and ${below(4) > 0}`)
  }
  async function correct(tx: Tx) {
    await tx.execute(sql`insert into ledger_entries (id, employee_id, kind, minutes, on_day, assignment_id, corrects_id, reason, entered_at)
      select ${v7()}, employee_id, kind, -minutes, on_day, assignment_id, id, 'Was not there', ${now()} from ledger_entries
      where corrects_id is null and kind = 'worked' order by id limit 1 offset ${below(6)} on conflict do nothing`)
  }
  async function swap(tx: Tx) {
    await tx.execute(sql`insert into proposals (id, kind, proposer_id, give_assignment_id, expires_at, created_at, accepted_at, accepted_by_id, carried_out_at)
      select ${v7()}, 'cover', employee_id, id, ${now()}, ${now()}, ${now()}, employee_id, ${now()} from assignments where id in (${seat(sql`true`)})`)
  }

  /** One thing happens. */
  return async () => {
    const event = oneOf(events)
    await db.transaction(async (tx) => {
      await event(tx)
      const ctx = { db, now: clock.now, actor: null, requestId: null }
      await recordAudit(tx, ctx, { action: 'test.happened', objectType: 'test', objectId: 'x' })
    })
  }
}
