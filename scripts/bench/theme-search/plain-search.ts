import type pg from 'pg'
import type { Question } from './question.ts'

const CONFIGURATIONS = { en: 'english', nb: 'norwegian', sv: 'swedish' } as const

/**
 * What PostgreSQL gives without further thought, as the limit from below: all that is written of a theme as one text,
 * any word of the question, the configuration of the question's language, `ts_rank`.
 */
export async function plainSearch(pool: pg.Pool, { lang, text }: Question): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(
    `with asked as (
       select to_tsquery('simple', string_agg(quote_literal(lexeme), ' | ')) as query
       from unnest(to_tsvector($1::regconfig, $2))
     ), written as (
       select t.id, to_tsvector($1::regconfig, t.title || ' ' ||
         coalesce(string_agg(concat_ws(' ', l.tried_to, l.obstacle, l.customer_words, l.action), ' '), '')) as vector
       from themes t
       left join theme_learnings tl on tl.theme_id = t.id and tl.left_at is null
       left join learnings l on l.id = tl.learning_id
       group by t.id
     )
     select id from written cross join asked where vector @@ query
     order by ts_rank(vector, query) desc, id limit 5`,
    [CONFIGURATIONS[lang], text]
  )
  return rows.map(({ id }) => id)
}
