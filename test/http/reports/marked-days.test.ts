import { type SQL, sql, TransactionRollbackError } from 'drizzle-orm'
import t from 'tap'
import { openDatabase, type Tx } from '../../../db/client.ts'
import { keepPersonDays } from '../../../src/reports/keep-person-days.ts'
import { fifteenPeople } from './reports-cast.ts'

/**
 * Each trigger that marks days, with what must make it mark: `happens` is done after the sums were kept, and the sums kept
 * again must be those of adding everything up anew. With the trigger off they must not be, or the case tells nothing.
 */
const CASES: { trigger: string; when: string; first?: SQL; happens: SQL }[] = [
  {
    trigger: 'ledger_entries_mark_days on ledger_entries',
    when: 'hours are written',
    happens: sql`insert into ledger_entries (id, employee_id, kind, minutes, on_day, purpose)
      select gen_random_uuid(), id, 'credited', 30, '2027-03-09', 'review' from ann`
  },
  {
    trigger: 'ledger_entries_mark_days on ledger_entries',
    when: 'a correction on another day says that nothing was worked on the shift',
    happens: sql`insert into ledger_entries (id, employee_id, kind, minutes, on_day, assignment_id, corrects_id, reason)
      select gen_random_uuid(), employee_id, 'worked', -240, '2027-03-15', assignment_id, id, 'Was not there' from ledger_entries`
  },
  {
    trigger: 'assignments_added_mark_days on assignments',
    when: 'a seat is given',
    happens: sql`insert into assignments (id, shift_id, employee_id, starts_at, ends_at)
      select gen_random_uuid(), shift.id, ann.id, shift.starts_at, shift.ends_at from shift, ann where on_day = '2027-03-03'`
  },
  {
    trigger: 'assignments_changed_mark_days on assignments',
    when: 'a seat is given up',
    happens: sql`update assignments set released_at = '2027-03-01T00:00Z' where id in (select id from free)`
  },
  {
    trigger: 'assignments_changed_mark_days on assignments',
    when: 'a seat is given back',
    first: sql`update assignments set released_at = '2027-03-01T00:00Z' where id in (select id from free)`,
    happens: sql`update assignments set released_at = null where id in (select id from free)`
  },
  {
    trigger: 'assignments_gone_mark_days on assignments',
    when: 'a seat is deleted',
    happens: sql`delete from assignments where id in (select id from free)`
  },
  {
    trigger: 'learnings_added_mark_days on learnings',
    when: 'a learning is handed in',
    happens: sql`insert into learnings (id, shift_id, employee_id, type, tried_to, obstacle)
      select gen_random_uuid(), shift_id, employee_id, 'bug', 'Pay', 'Error' from free`
  },
  {
    trigger: 'learnings_changed_mark_days on learnings',
    when: 'a learning is taken back',
    happens: sql`update learnings set withdrawn_at = '2027-04-01T00:00Z'`
  },
  {
    trigger: 'learnings_gone_mark_days on learnings',
    when: 'a learning is erased',
    happens: sql`delete from learnings`
  },
  {
    trigger: 'nothing_new_answers_added_mark_days on nothing_new_answers',
    when: 'somebody had nothing to tell',
    happens: sql`insert into nothing_new_answers (assignment_id) select id from free`
  },
  {
    trigger: 'nothing_new_answers_changed_mark_days on nothing_new_answers',
    when: 'that is said of another seat',
    happens: sql`update nothing_new_answers set answered_at = '2027-04-02T00:00Z'`
  },
  {
    trigger: 'nothing_new_answers_gone_mark_days on nothing_new_answers',
    when: 'that is taken back',
    happens: sql`delete from nothing_new_answers`
  },
  {
    trigger: 'no_shows_added_mark_days on no_shows',
    when: 'somebody did not come',
    happens: sql`insert into no_shows (id, assignment_id, raised_at, raised_by, recorded_at)
      select gen_random_uuid(), free.id, '2027-03-20', ann.id, '2027-03-22' from free, ann`
  },
  {
    trigger: 'no_shows_changed_mark_days on no_shows',
    when: 'that is recorded later',
    first: sql`update no_shows set recorded_at = null`,
    happens: sql`update no_shows set recorded_at = '2027-03-23'`
  },
  {
    trigger: 'no_shows_gone_mark_days on no_shows',
    when: 'that is erased',
    happens: sql`delete from no_shows`
  },
  {
    trigger: 'proposals_added_mark_days on proposals',
    when: 'a cover was carried out',
    happens: sql`insert into proposals (id, kind, proposer_id, give_assignment_id, expires_at, accepted_at, accepted_by_id, carried_out_at)
      select gen_random_uuid(), 'cover', employee_id, id, '2027-04-01', '2027-03-02', employee_id, '2027-03-02' from free`
  },
  {
    trigger: 'proposals_changed_mark_days on proposals',
    when: 'a cover is undone',
    happens: sql`update proposals set undone_at = '2027-03-06T00:00Z'`
  },
  {
    trigger: 'proposals_gone_mark_days on proposals',
    when: 'a cover is erased',
    first: sql`delete from proposal_asks`,
    happens: sql`delete from proposals`
  },
  {
    trigger: 'proposal_asks_added_mark_days on proposal_asks',
    when: 'somebody else is asked',
    happens: sql`insert into proposal_asks (id, proposal_id, employee_id) select gen_random_uuid(), proposals.id, bo.id from proposals, bo`
  },
  {
    trigger: 'proposal_asks_gone_mark_days on proposal_asks',
    when: 'somebody was not asked after all',
    happens: sql`delete from proposal_asks`
  },
  ...['on_day = on_day + 1', 'is_holiday = true'].map((change) => ({
    trigger: 'shifts_moved_mark_days on shifts',
    when: `a shift becomes another one: ${change}`,
    happens: sql`update shifts set ${sql.raw(change)} where id in (select shift_id from free)`
  })),
  {
    trigger: 'shifts_moved_mark_days on shifts',
    when: 'a shift of which only a learning is left ends later',
    first: sql`insert into learnings (id, shift_id, employee_id, type, tried_to, obstacle)
      select gen_random_uuid(), shift.id, bo.id, 'bug', 'Pay', 'Error' from shift, bo where on_day = '2027-03-03'`,
    happens: sql`update shifts set ends_at = ends_at + interval '5 hours' where on_day = '2027-03-03'`
  },
  {
    trigger: 'employees_with_another_clock_mark_days on employees',
    when: 'somebody moves to another clock',
    happens: sql`update employees set time_zone = 'America/New_York' where id in (select id from ann)`
  }
]

/** A day of everything: a seat with hours and learnings, a seat on which a cover was asked, and an empty shift. */
async function lived(t: Parameters<typeof fifteenPeople>[0]) {
  const world = await fifteenPeople(t)
  const { db, people, work, connection } = world
  const [ann, bo] = people.Product!
  const told = await work(ann!, '2027-03-01')
  await told.hear()
  await told.nothingNew()
  const free = await work(ann!, '2027-03-02', null)
  const empty = await work(bo!, '2027-03-03', null)
  await db.execute(sql`delete from assignments where id = ${empty.seat.id}`)
  await db.execute(sql`
    with p as (insert into proposals (id, kind, proposer_id, give_assignment_id, expires_at, created_at, accepted_at, accepted_by_id, carried_out_at)
      values (gen_random_uuid(), 'cover', ${ann!.id}, ${told.seat.id}, '2027-03-01', '2027-02-20', '2027-02-21', ${ann!.id}, '2027-02-21') returning id)
    insert into proposal_asks (id, proposal_id, employee_id) select gen_random_uuid(), id, ${ann!.id} from p`)
  await db.execute(sql`insert into no_shows (id, assignment_id, raised_at, raised_by, recorded_at)
    values (gen_random_uuid(), ${told.seat.id}, '2027-03-01', ${ann!.id}, '2027-03-03')`)
  const owner = openDatabase(connection, { max: 1 })
  t.teardown(() => owner.close())
  await owner.db.execute(
    sql`create temporary view ann as select * from employees where id = ${sql.raw(`'${ann!.id}'`)}`
  )
  await owner.db.execute(
    sql`create temporary view bo as select * from employees where id = ${sql.raw(`'${bo!.id}'`)}`
  )
  await owner.db.execute(
    sql`create temporary view free as select * from assignments where id = ${sql.raw(`'${free.seat.id}'`)}`
  )
  await owner.db.execute(sql`create temporary view shift as select * from shifts`)
  return { ...world, owner: owner.db }
}

const sumsOf = async (tx: Tx) =>
  (await tx.execute(sql`select * from person_days order by employee_id, on_day`)).rows

t.test('whatever happens marks the day it happens to, and no trigger is there for nothing', async (t) => {
  const { owner, clock } = await lived(t)
  const keep = (tx: Tx) =>
    keepPersonDays({ db: tx as unknown as typeof owner, now: clock.now, actor: null, requestId: null })

  /** Whether sums that were kept are those of adding everything up anew, after all of it was undone. */
  async function holds({ first, happens, trigger }: (typeof CASES)[number], isOff: boolean) {
    let isSame = false
    const done = owner.transaction(async (tx) => {
      if (first) await tx.execute(first)
      await keep(tx)
      const before = await sumsOf(tx)
      await tx.execute(sql`set constraints all immediate`)
      const [name, table] = trigger.split(' on ')
      if (isOff) await tx.execute(sql.raw(`alter table ${table} disable trigger ${name}`))
      await tx.execute(happens)
      await keep(tx)
      const kept = await sumsOf(tx)
      await tx.execute(sql`delete from person_days`)
      await tx.execute(sql`select mark_all_days()`)
      await keep(tx)
      const anew = await sumsOf(tx)
      t.notSame(anew, before, `it counts that ${trigger}`)
      isSame = JSON.stringify(kept) === JSON.stringify(anew)
      tx.rollback()
    })
    await done.catch((error) => t.type(error, TransactionRollbackError, `${trigger}: ${error.cause}`))
    return isSame
  }

  for (const each of CASES) {
    t.ok(await holds(each, false), `the sums follow when ${each.when}`)
    t.notOk(await holds(each, true), `and only by ${each.trigger}`)
  }

  const { rows } = await owner.execute<{ name: string }>(sql`
    select tgname || ' on ' || tgrelid::regclass as name from pg_trigger where tgname like '%mark_days' order by 1`)
  t.strictSame(
    rows.map(({ name }) => name),
    [...new Set(CASES.map(({ trigger }) => trigger))].toSorted(),
    'every trigger has its case'
  )
})
