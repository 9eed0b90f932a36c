import { randomUUID } from 'node:crypto'
import { subDays } from 'date-fns'
import { type SQL, sql, TransactionRollbackError } from 'drizzle-orm'
import t, { type Test } from 'tap'
import { openDatabase, type Tx } from '../../../db/client.ts'
import { keepThemeSums } from '../../../src/learnings/themes/keep-theme-sums.ts'
import { countRecent, type Member } from '../../../src/learnings/themes/queries/facts.ts'
import { readGlances, readStandings } from '../../../src/learnings/themes/read-standings.ts'
import { listening } from './themes-cast.ts'

/** Two themes of several people, a third one merged into the second, an hourly rate that changed, and all sums kept. */
async function heard(t: Test) {
  const house = await listening(t)
  const { amara, bo, eva, lars, heardBy, theme, as, hanna, decide, connection, clock } = house
  const hub = await theme('The hub', [
    await heardBy(amara, 40),
    await heardBy(bo, 20, { minutesLost: 0 }),
    await heardBy(amara, 3)
  ])
  const bills = await theme('Bills', [await heardBy(eva, 60), await heardBy(bo, 10)])
  const codes = await theme('Codes', [await heardBy(bo, 50)])
  await theme('Nothing yet')
  const spare = await heardBy(eva, 5)
  t.equal((await as(hanna).put(`/api/themes/${codes}/merge`, { intoId: bills })).statusCode, 200)
  t.equal((await decide(lars, hub, 'doing')).statusCode, 201)
  const opened = openDatabase(connection)
  t.teardown(() => opened.close())
  await opened.db.execute(sql`insert into hourly_rates (id, from_on, cents_per_hour, currency)
    values (gen_random_uuid(), '2026-01-01', 50000, 'NOK'), (gen_random_uuid(), '2027-02-12', 90000, 'SEK')`)
  return { ...house, owner: opened.db, hub, bills, codes, spare, now: clock.now }
}

type Heard = Awaited<ReturnType<typeof heard>>

/** What each trigger must mark, or happens to what a sum is of. `trigger` null: the sum itself says that it does not hold. */
const CASES: { trigger: string | null; when: string; happens: (of: Heard) => SQL }[] = [
  {
    trigger: 'theme_learnings_added_mark_themes on theme_learnings',
    when: 'a learning joins a theme',
    happens: ({ hub, spare }) => sql`insert into theme_learnings (id, theme_id, learning_id)
      values (gen_random_uuid(), ${hub}, ${spare})`
  },
  {
    trigger: 'theme_learnings_changed_mark_themes on theme_learnings',
    when: 'learnings of a merged theme leave it',
    happens: ({ codes }) =>
      sql`update theme_learnings set left_at = now() + interval '9 years' where theme_id = ${codes}`
  },
  {
    trigger: 'theme_learnings_gone_mark_themes on theme_learnings',
    when: 'memberships are erased',
    happens: ({ hub }) => sql`delete from theme_learnings where theme_id = ${hub}`
  },
  {
    trigger: 'learnings_changed_mark_themes on learnings',
    when: 'more minutes were lost',
    happens: () => sql`update learnings set minutes_lost = minutes_lost + 7`
  },
  {
    trigger: 'shifts_moved_mark_themes on shifts',
    when: 'a shift moves',
    happens: () => sql`update shifts set on_day = on_day - 20`
  },
  {
    trigger: null,
    when: 'a merge is undone',
    happens: ({ hanna }) => sql`update theme_merges set undone_at = merged_at, undone_by = ${hanna.id}`
  },
  {
    trigger: null,
    when: 'a merge is made',
    happens: ({ hub, bills, hanna }) => sql`insert into theme_merges (id, theme_id, into_id, merged_by)
      values (gen_random_uuid(), ${hub}, ${bills}, ${hanna.id})`
  },
  {
    trigger: null,
    when: 'it was done before some of it was heard',
    happens: ({
      bills,
      lars,
      now
    }) => sql`insert into theme_decisions (id, theme_id, decision, reason, decided_at, decided_by)
      values (gen_random_uuid(), ${bills}, 'done', 'Fixed', ${now()}::timestamptz - interval '30 days', ${lars.id})`
  },
  {
    trigger: null,
    when: 'another rate is entered',
    happens: () => sql`insert into hourly_rates (id, from_on, cents_per_hour, currency)
      values (gen_random_uuid(), '2027-02-20', 10000, 'EUR')`
  }
]

t.test(
  'sums of themes are those of their learnings, whatever happens, and no trigger is there for nothing',
  async (t) => {
    const house = await heard(t)
    const { owner, now } = house
    const keep = (tx: Tx) =>
      keepThemeSums({ db: tx as unknown as typeof owner, now, actor: null, requestId: null })
    const ruined = (tx: Tx) =>
      tx.execute(sql`update theme_sums set learnings = learnings + 1000 where learnings > 0`)

    /** Whether themes read with kept sums are those read from their learnings, after all of it was undone. */
    async function holds({ trigger, happens, when }: (typeof CASES)[number], isOff: boolean) {
      let isSame = false
      const done = owner.transaction(async (tx) => {
        await keep(tx)
        const before = await readStandings(tx, now())
        if (isOff) {
          const [name, table] = trigger!.split(' on ')
          await tx.execute(sql`set constraints all immediate`)
          await tx.execute(sql.raw(`alter table ${table} disable trigger ${name}`))
        }
        await tx.execute(happens(house))
        const marked = JSON.stringify(await readStandings(tx, now()))
        await keep(tx)
        const kept = JSON.stringify(await readStandings(tx, now()))
        await tx.execute(sql`delete from theme_sums`)
        const anew = await readStandings(tx, now())
        t.notSame(anew, before, `it counts when ${when}`)
        isSame = marked === JSON.stringify(anew) && kept === JSON.stringify(anew)
        tx.rollback()
      })
      await done.catch((error) => t.type(error, TransactionRollbackError, `${when}: ${error.cause ?? error}`))
      return isSame
    }

    for (const each of CASES) {
      t.ok(await holds(each, false), `they follow when ${each.when}`)
      if (each.trigger) t.notOk(await holds(each, true), `and only by ${each.trigger}`)
    }

    const { rows } = await owner.execute<{ name: string }>(sql`
    select tgname || ' on ' || tgrelid::regclass as name from pg_trigger where tgname like '%mark_themes' order by 1`)
    t.strictSame(
      rows.map(({ name }) => name),
      CASES.flatMap(({ trigger }) => trigger ?? []).toSorted(),
      'every trigger has its case'
    )

    await owner.transaction(keep)
    const [whole, { rows: sums }] = [
      await readStandings(owner, now()),
      await owner.execute(sql`select from theme_sums`)
    ]
    t.equal(sums.length, 3, 'one of each theme that stands, also if nothing was heard of it')
    t.strictSame(
      await readStandings(owner, now(), house.bills),
      whole.filter(({ id }) => id === house.bills)
    )
    await owner.transaction(ruined)
    const heardOf = (themes: typeof whole) =>
      themes.map(({ clock }) => clock.learnings).toSorted((a, b) => a - b)
    t.strictSame(heardOf(await readStandings(owner, now())), [0, 1003, 1003], 'the board reads the sums')
    await owner.execute(sql`insert into stale_theme_sums (theme_id) values (${house.codes})`)
    t.strictSame(heardOf(await readStandings(owner, now())), [0, 3, 1003], 'but not those of a marked theme')
    await owner.transaction(keep)
    t.strictSame(heardOf(await readStandings(owner, now())), [0, 3, 1003], 'and only those are added up anew')
  }
)

t.test(
  'what was heard lately is the same among few themes and among many, and a board leaves it out',
  async (t) => {
    const { db, hub, bills, codes, now } = await heard(t)
    const few: Member[] = [
      { themeId: hub, standingId: hub },
      { themeId: bills, standingId: bills },
      { themeId: codes, standingId: bills }
    ]
    const strangers = Array.from({ length: 60 }, (_, at) => ({
      themeId: randomUUID(),
      standingId: few[at % 3]!.themeId
    }))
    for (const days of [1, 4, 28, 90]) {
      const since = subDays(now(), days)
      const among = async (members: Member[]) =>
        (await countRecent(db, members, since)).toSorted((a, b) => (a.standingId < b.standingId ? -1 : 1))
      t.strictSame(await among([...few, ...strangers]), await among(few), `${days} days`)
    }
    const [lately] = await countRecent(db, few.slice(0, 1), subDays(now(), 28))
    t.strictSame(lately, { standingId: hub, reporters: 2, minutes: lately?.minutes })
    const standings = await readStandings(db, now())
    t.equal(standings.length, 3)
    t.strictSame(
      await readGlances(db, now()),
      standings.map(({ recent: _, ...glance }) => glance)
    )
  }
)
