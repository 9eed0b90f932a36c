import { sql } from 'drizzle-orm'
import t from 'tap'
import { themes } from '../../../scripts/bench/theme-search/corpus.ts'
import { loadCorpus } from '../../../scripts/bench/theme-search/load-corpus.ts'
import { measure, type Search } from '../../../scripts/bench/theme-search/measure.ts'
import { heldOutQuestions } from '../../../scripts/bench/theme-search/questions-held-out.ts'
import { knownQuestions } from '../../../scripts/bench/theme-search/questions-known.ts'
import { searchThemes } from '../../../src/learnings/search/search-themes.ts'
import { testDatabase } from '../../helpers/database.ts'
import { PAYLOADS } from '../../web/payloads.ts'

t.test(
  'of 50 paraphrased questions over 500 learnings in three languages 90% find their theme among the first three, and so do 50 that nothing was made for',
  async (t) => {
    const { db, pool } = await testDatabase(t)
    const keys = await loadCorpus(db)
    const learnings = await pool.query('select count(*)::int as count from learnings')
    t.ok(learnings.rows[0].count >= 500, 'the set is as large as promised')
    const merges = new Map<string, string>()
    const ours: Search = async ({ text }) =>
      (await searchThemes(db, { text, merges, limit: 5 })).map(({ themeId }) => themeId)
    for (const questions of [knownQuestions, heldOutQuestions]) {
      t.equal(questions.length, 50)
      const { three, missed } = await measure(questions, keys, ours)
      t.ok(three >= 45, `${three} of 50; missed ${missed.map(({ theme }) => theme).join(', ')}`)
    }
  }
)

t.test('every question asks for a theme that is there, in another wording than any learning', async (t) => {
  const keys = new Set(themes.map(({ key }) => key))
  const written = new Set(
    themes.flatMap(({ title, learnings }) => [title, ...learnings.flatMap((told) => Object.values(told))])
  )
  for (const { theme, text } of [...knownQuestions, ...heldOutQuestions]) {
    t.ok(keys.has(theme), theme)
    t.notOk(written.has(text), text)
  }
  for (const { key } of themes)
    t.ok(
      knownQuestions.some(({ theme }) => theme === key),
      key
    )
})

t.test('a long text is answered among a few themes that say it over and over', async (t) => {
  const { db, pool } = await testDatabase(t)
  await loadCorpus(db)
  const long = PAYLOADS.join(' ').repeat(5).slice(0, 4000)
  const few = sql`(select learning_id from theme_learnings order by learning_id limit 3)`
  await db.execute(sql`delete from theme_learnings where learning_id not in ${few}`)
  await db.execute(sql`delete from learnings where id not in (select learning_id from theme_learnings)`)
  await db.execute(sql`delete from themes where id not in (select theme_id from theme_learnings)`)
  await db.execute(sql`update themes set summary = ${long}`)
  await db.execute(
    sql`update learnings set tried_to = ${long}, obstacle = ${long}, customer_words = ${long}, action = ${long}`
  )
  await db.execute(sql`analyze learnings, themes`)
  const search = (text: string) => searchThemes(db, { text, merges: new Map(), limit: 5 })
  t.equal((await search(long)).length, 1)
  const { rows } = await pool.query("select search_text('Å x x, X y', 'x (y) å z y') as once")
  t.equal(rows[0].once, 'å x y z', 'each word once, in the order of the text')
  const strange = Array.from({ length: 40 }, (_, at) => `qq${at}`).join(' ')
  t.equal((await search('konstructor onmousover')).length, 1, 'misspelt words are found by trigrams')
  t.equal((await search(`konstructor onmousover ${strange}`)).length, 0, 'but not among forty others')
  const oldest = sql`(select id from learnings order by id limit 1)`
  await db.execute(sql`update learnings set obstacle = 'Varmtvannsberederen' where id = ${oldest}`)
  t.equal((await search('varmtvansberederen')).length, 1)
  await db.execute(sql`update learnings set action = repeat(${long}, 15) where id <> ${oldest}`)
  t.equal(
    (await search('varmtvansberederen')).length,
    0,
    'what is a little like a word is sought in so much text only'
  )
  t.equal((await search('varmtvannsberederen')).length, 1, 'a word that is written right in all of it')
})
