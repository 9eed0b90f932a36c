import { sql } from 'drizzle-orm'
import type { Db } from '../../../db/client.ts'
import { loadCorpus } from './load-corpus.ts'

/** Five times the corpus is so many learnings and more; the others are deleted. */
const COPIES = 5
const LEARNINGS = 2_000
/** Characters of each of the four texts. */
const LENGTH = 1_000

/**
 * Writes 2,000 learnings of 4,000 characters into an empty database, each of words that are drawn from those of the corpus,
 * and one in eight with a number, so that few are the same.
 *
 * @returns what was written, in words
 */
export async function loadLongTexts(db: Db): Promise<string> {
  await loadCorpus(db, COPIES)
  await db.transaction(async (tx) => {
    await tx.execute(sql`set local statement_timeout = 0`)
    await tx.execute(sql`select setseed(0.5)`)
    const surplus = sql`select id from learnings order by id offset ${LEARNINGS}::int`
    await tx.execute(sql`delete from theme_learnings where learning_id in (${surplus})`)
    await tx.execute(sql`delete from learnings where id in (${surplus})`)
    await tx.execute(sql`create temporary table corpus_words on commit drop as
      select row_number() over () as place, word from (
        select distinct unnest(string_to_array(search_text(tried_to, obstacle, customer_words, action), ' ')) as word
        from learnings order by word
      ) as words`)
    await tx.execute(sql`create index on corpus_words (place)`)
    await tx.execute(sql`
      with picks as materialized (
        select learning, field, at, (random() * (select count(*) from corpus_words))::int as place, random() as chance
        from (select row_number() over (order by id) as learning from learnings) as each_learning,
          generate_series(1, 4) as field, generate_series(1, 250) as at
      ), written as materialized (
        select learning, field,
          left(string_agg(case when chance < 0.125 then word || at::text || learning::text else word end, ' ' order by at), ${LENGTH}::int) as words
        from picks join corpus_words using (place) group by learning, field
      ), texts as (
        select learning, max(words) filter (where field = 1) as one, max(words) filter (where field = 2) as two,
          max(words) filter (where field = 3) as three, max(words) filter (where field = 4) as four
        from written group by learning
      ), numbered as (select id, row_number() over (order by id) as learning from learnings)
      update learnings set tried_to = one, obstacle = two, customer_words = three, action = four
      from texts join numbered using (learning) where learnings.id = numbered.id`)
    await tx.execute(sql`analyze`)
  })
  return `${LEARNINGS} learnings of ${4 * LENGTH} characters`
}
