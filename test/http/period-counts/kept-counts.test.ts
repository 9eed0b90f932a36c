import { type SQL, sql, TransactionRollbackError } from 'drizzle-orm'
import t from 'tap'
import type { Tx } from '../../../db/client.ts'
import { shiftMoods } from '../../../db/schema/shift-moods.ts'
import { countQuarters } from '../../../src/decay/count-quarters.ts'
import { readDecayWatch } from '../../../src/decay/read-decay-watch.ts'
import { countLeaders } from '../../../src/leadership/count-leaders.ts'
import { readLeadershipParticipation } from '../../../src/leadership/read-participation.ts'
import { keepPeriodCounts } from '../../../src/period-counts/keep-period-counts.ts'
import { readPeriodCounts } from '../../../src/period-counts/read-period-counts.ts'
import { countSeasons } from '../../../src/seasons/count-season.ts'
import { readClosing } from '../../../src/seasons/read-closing.ts'
import { readGap } from '../../../src/seasons/read-gap.ts'
import { insertAssignment, insertShift } from '../../helpers/shifts.ts'
import { type CountedWinter, countedWinter } from './counted-world.ts'

const OF_DAYS = 'stale_person_days_mark_counts on stale_person_days'

interface Case {
  trigger: string
  when: string
  first?: (of: CountedWinter) => SQL
  happens: (of: CountedWinter) => SQL
}

/** An absence of Bo's for long enough that nothing falls due in it. */
const LEAVE = sql`insert into absences (id, employee_id, starts_at, ends_at, kind)
  select gen_random_uuid(), id, '2027-02-01T00:00Z', '2027-02-22T00:00Z', 'leave' from employees where name = 'Bo Berg'`
const PERSON = sql`insert into employees (id, name, email, title, team_id, time_zone, country, working_days, work_starts_at, work_ends_at, joined_on)
  select gen_random_uuid(), 'Nina', 'nina@fjordlys.example', title, team_id, time_zone, country, working_days, work_starts_at, work_ends_at, joined_on
  from employees where name = 'Bo Berg'`
const EXEMPTION = ({ amara, lars }: CountedWinter) => sql`
  insert into exemptions (id, employee_id, from_on, to_on, reason, asked_by, granted_at)
  values (gen_random_uuid(), ${amara.id}, '2027-02-01', '2027-03-01', 'health', ${lars.id}, '2027-01-20')`

/** What each trigger must mark, or happens to what is counted. */
const CASES: Case[] = [
  {
    trigger: OF_DAYS,
    when: 'hours are written',
    happens: ({ amara }) => sql`insert into ledger_entries (id, employee_id, kind, minutes, on_day, purpose)
      values (gen_random_uuid(), ${amara.id}, 'credited', 30, '2027-03-09', 'review')`
  },
  {
    trigger: OF_DAYS,
    when: 'a seat is given up late',
    happens: ({ seats }) =>
      sql`update assignments set released_at = starts_at - interval '1 day' where id = ${seats[6]!.id}`
  },
  {
    trigger: OF_DAYS,
    when: 'a seat is given',
    happens: ({ seats, lars }) => sql`insert into assignments (id, shift_id, employee_id, starts_at, ends_at)
      select gen_random_uuid(), id, ${lars.id}, starts_at, ends_at from shifts where id = ${seats[0]!.shiftId}`
  },
  {
    trigger: OF_DAYS,
    when: 'a learning is taken back',
    happens: () => sql`update learnings set withdrawn_at = '2027-03-01'`
  },
  {
    trigger: OF_DAYS,
    when: 'somebody had nothing to tell',
    happens: ({ seats }) => sql`insert into nothing_new_answers (assignment_id) values (${seats[4]!.id})`
  },
  {
    trigger: OF_DAYS,
    when: 'a shift moves to another quarter',
    happens: ({ seats }) => sql`update shifts set on_day = '2026-12-31' where id = ${seats[0]!.shiftId}`
  },
  {
    trigger: 'shift_moods_added_mark_counts on shift_moods',
    when: 'somebody says how it was',
    happens: ({ seats }) =>
      sql`insert into shift_moods (assignment_id, mood, answered_at) values (${seats[6]!.id}, 1, '2027-03-03')`
  },
  {
    trigger: 'shift_moods_changed_mark_counts on shift_moods',
    when: 'they think again',
    happens: () => sql`update shift_moods set mood = 2`
  },
  {
    trigger: 'shift_moods_gone_mark_counts on shift_moods',
    when: 'that is erased',
    happens: () => sql`delete from shift_moods`
  },
  {
    trigger: 'served_cases_added_mark_counts on served_cases',
    when: 'a case is tapped',
    happens: ({ seats }) => sql`insert into served_cases (id, assignment_id, served_well)
      values (gen_random_uuid(), ${seats[0]!.id}, 'no')`
  },
  {
    trigger: 'served_cases_changed_mark_counts on served_cases',
    when: 'a tap is mended',
    happens: () => sql`update served_cases set served_well = 'unsure'`
  },
  {
    trigger: 'served_cases_gone_mark_counts on served_cases',
    when: 'taps are erased',
    happens: () => sql`delete from served_cases`
  },
  {
    trigger: 'served_counts_added_mark_counts on served_counts',
    when: 'the cases of a seat are counted',
    happens: ({ seats }) => sql`insert into served_counts (assignment_id, yes, no, unsure)
      values (${seats[0]!.id}, 7, 1, 0)`
  },
  {
    trigger: 'served_counts_changed_mark_counts on served_counts',
    when: 'they are counted again',
    happens: () => sql`update served_counts set no = no + 1`
  },
  {
    trigger: 'served_counts_gone_mark_counts on served_counts',
    when: 'counts are erased',
    happens: () => sql`delete from served_counts`
  },
  {
    trigger: 'absences_added_mark_counts on absences',
    when: 'somebody is away for long',
    happens: () => LEAVE
  },
  {
    trigger: 'absences_added_mark_counts on absences',
    when: 'a day of the quarter before makes the days of this one a long absence',
    first: () => sql`insert into absences (id, employee_id, starts_at, ends_at, kind)
      select gen_random_uuid(), id, '2027-01-04T00:00Z', '2027-01-16T00:00Z', 'leave' from employees where name = 'Bo Berg'`,
    happens: () => sql`insert into absences (id, employee_id, starts_at, ends_at, kind)
      select gen_random_uuid(), id, '2026-12-30T00:00Z', '2027-01-01T00:00Z', 'leave' from employees where name = 'Bo Berg'`
  },
  {
    trigger: 'absences_gone_mark_counts on absences',
    when: 'they are not away after all',
    first: () => LEAVE,
    happens: () => sql`delete from absences`
  },
  {
    trigger: 'absences_were_mark_counts on absences',
    when: 'they are away in another year',
    first: () => LEAVE,
    happens: () =>
      sql`update absences set starts_at = starts_at + interval '2 years', ends_at = ends_at + interval '2 years'`
  },
  {
    trigger: 'absences_are_mark_counts on absences',
    when: 'they are away in this year after all',
    first: () => sql`insert into absences (id, employee_id, starts_at, ends_at, kind)
      select gen_random_uuid(), id, '2029-02-01T00:00Z', '2029-02-22T00:00Z', 'leave' from employees where name = 'Bo Berg'`,
    happens: () =>
      sql`update absences set starts_at = starts_at - interval '2 years', ends_at = ends_at - interval '2 years'`
  },
  {
    trigger: 'quotas_mark_counts on quotas',
    when: 'a quota is set',
    happens: () => sql`insert into quotas (id, scope, minutes, per_weeks, from_on)
      values (gen_random_uuid(), 'organisation', 480, 4, '2027-02-01')`
  },
  {
    trigger: 'quotas_mark_counts on quotas',
    when: 'a quota ends',
    happens: () => sql`update quotas set to_on = '2027-02-01'`
  },
  {
    trigger: 'quotas_mark_counts on quotas',
    when: 'a quota is gone',
    happens: () => sql`delete from quotas`
  },
  { trigger: 'exemptions_mark_counts on exemptions', when: 'somebody is exempt', happens: EXEMPTION },
  {
    trigger: 'exemptions_mark_counts on exemptions',
    when: 'that is withdrawn',
    first: EXEMPTION,
    happens: () => sql`update exemptions set withdrawn_at = '2027-02-02', withdrawn_by = employee_id`
  },
  { trigger: 'employees_mark_counts on employees', when: 'somebody joins', happens: () => PERSON },
  {
    trigger: 'employees_mark_counts on employees',
    when: 'somebody is deleted',
    first: () => PERSON,
    happens: () => sql`delete from employees where name = 'Nina'`
  },
  ...[
    `level = 'lead'`,
    'is_host = true',
    'fte_percent = 50',
    `joined_on = '2027-02-01'`,
    `leaves_on = '2027-02-01'`,
    `deactivated_at = '2027-02-01'`
  ].map((change) => ({
    trigger: 'employees_changed_mark_counts on employees',
    when: `somebody changes: ${change}`,
    happens: () => sql`update employees set ${sql.raw(change)} where name = 'Bo Berg'`
  })),
  {
    trigger: 'employees_changed_mark_counts on employees',
    when: 'somebody goes to a team of another quota',
    first: ({ support }) => sql`insert into quotas (id, scope, team_id, minutes, per_weeks, from_on)
      values (gen_random_uuid(), 'team', ${support.id}, 480, 4, '2026-01-01')`,
    happens: ({ support }) => sql`update employees set team_id = ${support.id} where name = 'Bo Berg'`
  },
  ...[`time_zone = 'Pacific/Kiritimati'`, 'working_days = array[1, 2, 3]'].map((change) => ({
    trigger: 'employees_changed_mark_counts on employees',
    when: `somebody who is away has other hours: ${change}`,
    // Two weeks by days off in between, and a minute too little of the first day by another clock.
    first: () => sql`insert into absences (id, employee_id, starts_at, ends_at, kind)
      select gen_random_uuid(), id, from_at, to_at, 'leave' from employees,
        (values (timestamptz '2027-02-01T07:00Z', timestamptz '2027-02-05T17:00Z'), ('2027-02-08T07:00Z', '2027-02-10T17:00Z'),
          ('2027-02-12T07:00Z', '2027-02-14T12:00Z')) as away (from_at, to_at) where name = 'Lars Lead'`,
    happens: () => sql`update employees set ${sql.raw(change)} where name = 'Lars Lead'`
  })),
  {
    trigger: 'theme_learnings_added_mark_counts on theme_learnings',
    when: 'a learning joins a theme',
    happens: ({ hub, seats }) => sql`insert into theme_learnings (id, theme_id, learning_id)
      select gen_random_uuid(), ${hub.id}, id from learnings where employee_id = ${seats[2]!.employeeId}`
  },
  {
    trigger: 'theme_learnings_changed_mark_counts on theme_learnings',
    when: 'learnings leave a theme',
    happens: () => sql`update theme_learnings set left_at = now() + interval '9 years'`
  },
  {
    trigger: 'theme_learnings_gone_mark_counts on theme_learnings',
    when: 'memberships are erased',
    happens: () => sql`delete from theme_learnings`
  },
  {
    trigger: 'theme_merges_mark_counts on theme_merges',
    when: 'a merge is undone',
    happens: ({ lars }) => sql`update theme_merges set undone_at = merged_at, undone_by = ${lars.id}`
  }
]

t.test(
  'kept counts are those of the facts, whatever happens, and no trigger is there for nothing',
  async (t) => {
    const world = await countedWinter(t)
    const { owner, ctxOf, season, clock } = world
    const keep = (tx: Tx) => keepPeriodCounts(ctxOf(tx))
    const winter = { periods: [{ fromOn: season.fromOn, toOn: season.toOn }], now: clock.now() }
    const read = async (tx: Tx) => ({
      quarter: await readPeriodCounts(tx, { kind: 'decay', count: countQuarters }, winter),
      season: await readPeriodCounts(tx, { kind: 'closing', count: countSeasons }, winter),
      leaders: await readPeriodCounts(tx, { kind: 'leaders', count: countLeaders }, winter)
    })
    const undone = async (
      of: { transaction: Tx['transaction'] },
      work: (tx: Tx) => Promise<void>,
      when: string
    ) => {
      const done = of.transaction(async (tx) => {
        await work(tx)
        tx.rollback()
      })
      await done.catch((error) => t.type(error, TransactionRollbackError, `${when}: ${error.cause ?? error}`))
    }

    await owner.transaction(keep)
    for (const { trigger, when, first, happens } of CASES) {
      await undone(
        owner,
        async (tx) => {
          if (first) await tx.execute(first(world))
          await tx.execute(sql`set constraints all immediate`)
          await keep(tx)
          const before = await read(tx)
          let unmarked: unknown
          const without = async (inner: Tx) => {
            const [name, table] = trigger.split(' on ')
            await inner.execute(sql.raw(`alter table ${table} disable trigger ${name}`))
            await inner.execute(happens(world))
            unmarked = await read(inner)
          }
          await undone(tx, without, when)
          await tx.execute(happens(world))
          const marked = await read(tx)
          await keep(tx)
          const kept = await read(tx)
          await tx.execute(sql`delete from period_counts`)
          const anew = await read(tx)
          t.strictNotSame(anew, before, `it counts when ${when}`)
          t.strictSame(marked, anew, `the page follows when ${when}`)
          t.strictSame(kept, anew, `and so does what is kept when ${when}`)
          t.strictNotSame(unmarked, anew, `and only by ${trigger}`)
        },
        when
      )
    }

    const { rows } = await owner.execute<{ name: string }>(sql`
    select tgname || ' on ' || tgrelid::regclass as name from pg_trigger where tgname like '%mark_counts' order by 1`)
    t.strictSame(
      rows.map(({ name }) => name),
      [...new Set(CASES.map(({ trigger }) => trigger))].toSorted(),
      'every trigger has its case'
    )
  }
)

t.test('what is kept is read, until it is marked or a shift begins, ends or a Monday comes', async (t) => {
  const world = await countedWinter(t)
  const { owner, ctxOf, season, clock, rotation, guests, db } = world
  const keep = () => keepPeriodCounts(ctxOf(owner))
  const quarters = async () => (await readDecayWatch(ctxOf(owner), 1)).quarters.map(({ counts }) => counts)
  const watch = async () => (await quarters()).map(({ held, seats }) => ({ held, seats }))
  const closing = async () => (await readClosing(ctxOf(owner), season.id)).did.map(({ value }) => value)
  await keep()
  const [before, did] = [await watch(), await closing()]
  const served = async () => (await readGap(ctxOf(owner), season.id)).shifts.yes
  const worked = async () => (await readLeadershipParticipation(ctxOf(owner), season)).everybody?.doneMinutes
  const done = await worked()
  t.equal(await served(), 7)
  await owner.execute(sql`update period_counts set counts = counts || '{"held": 999, "shifts": 999}'
    || '{"served": {"yes": 999, "no": 2, "unsure": 0}, "everybody": {"doneMinutes": 999}}'`)
  t.equal(await served(), 999, 'the gap reads the sums')
  t.equal(await worked(), 999, 'and so do leaders first')
  t.strictSame(
    await watch(),
    before.map((counts) => ({ ...counts, held: 999 })),
    'the watch reads the sums'
  )
  t.equal((await closing())[0], 999, 'and so does the closing page')
  await owner.execute(
    sql`insert into stale_period_counts (from_on, to_on) values ('2027-03-31', '2027-04-01')`
  )
  t.strictSame(await watch(), [before[0], { ...before[1], held: 999 }], 'but not those of marked days')
  t.strictSame(await closing(), did)
  t.strictSame([await served(), await worked()], [7, done])
  await keep()
  t.strictSame(await watch(), [before[0], { ...before[1], held: 999 }], 'and only those are counted anew')
  await owner.execute(sql`insert into stale_period_counts default values`)
  await keep()
  t.strictSame(await watch(), before)
  const { rows: marks } = await owner.execute(sql`select from stale_period_counts`)
  t.equal(marks.length, 0)

  const shift = await insertShift(db, rotation, '2027-04-05T09:00:00Z', '2027-04-05T13:00:00Z')
  for (const guest of guests.slice(0, 5)) {
    const { id: assignmentId } = await insertAssignment(db, shift, guest)
    await db.insert(shiftMoods).values({ assignmentId, mood: 2, answeredAt: new Date('2027-04-05T14:00Z') })
  }
  await keep()
  const seen = []
  for (const at of ['05T08:59', '05T09:00', '05T13:00', '07T12:59', '07T13:00', '12T00:00']) {
    clock.set(`2027-04-${at}:00Z`)
    const [, running] = await quarters()
    const { held, tookPart, notTold, moodPeople } = running!
    seen.push([at, held, tookPart, notTold, moodPeople])
    await keep()
  }
  t.strictSame(seen, [
    ['05T08:59', 0, 0, 0, 0],
    ['05T09:00', 5, 0, 0, 0],
    ['05T13:00', 5, 5, 0, 0],
    ['07T12:59', 5, 5, 0, 0],
    ['07T13:00', 5, 5, 5, 0],
    ['12T00:00', 5, 5, 5, 5]
  ])
  clock.set('2027-04-05T08:30:00Z')
  t.equal((await watch())[1]!.held, 0, 'what was counted later does not hold before')
})
