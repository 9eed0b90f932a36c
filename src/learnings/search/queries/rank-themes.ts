import { sql } from 'drizzle-orm'
import type { Queryable } from '../../../../db/client.ts'

/** One thing looked for: words of a group mean about the same, and a theme is given the best of them. */
export interface Term {
  group: number
  word: string
  weight: number
}

export interface RankedTheme {
  themeId: string
  /** Comparable within one search only. */
  score: number
  /** How many of the groups it says something of. */
  groups: number
  /** How many groups there were without those of stop words only. */
  asked: number
}

export interface Search {
  terms: Term[]
  /** Merged themes with the one within which they stand. */
  merges: ReadonlyMap<string, string>
  limit: number
  /** Without trigrams. */
  isExact: boolean
}

/** Okapi BM25 with its usual constants; little is made of a theme's size, because big themes are big for a reason. */
const SATURATION = 1.5
const SIZE = 0.3
/** A title counts as so many learnings. */
const TITLE = 2
/** What a word that looks alike is worth beside the word itself. */
const ALIKE = 0.5
/** So many words without any hit, the longest first, are looked for by words that look alike. */
const MOST_ALIKE = 3
/** Share of their trigrams that such words have in common: more than this. */
const LIKENESS = 0.5
/**
 * Looked for among the words of all titles and of the beginnings of summaries, and of the latest learnings: so many of them, and no
 * more than so many characters in all, which is what takes time.
 */
const BEGINNING = 200
const LATEST = 500
const VOLUME = 100_000

/**
 * Ranks themes by how much their learnings, titles and summaries say of what the terms say: a rare word more than a
 * common one (BM25, counted in learnings per theme). For words that are found nowhere those stand in that look alike among
 * what was heard lately. Texts are not themselves looked through for what is a little like a word: of long ones most are,
 * and telling how much takes milliseconds of each.
 */
export async function rankThemes(
  db: Queryable,
  { terms, merges, limit, isExact }: Search
): Promise<RankedTheme[]> {
  const { rows } = await db.execute<RankedTheme & Record<string, unknown>>(sql`
    with asked as materialized (
      select * from unnest(
        ${sql.param(terms.map(({ group }) => group))}::int[],
        ${sql.param(terms.map(({ word }) => word))}::text[],
        ${sql.param(terms.map(({ weight }) => weight))}::float8[]
      ) as asked (place, word, weight)
    ), terms as materialized (
      select place, stem, max(weight) as weight
      from asked cross join lateral unnest(search_stems(word)) as stem group by place, stem
    ), merged as (
      select * from unnest(
        ${sql.param([...merges.keys()])}::uuid[], ${sql.param([...merges.values()])}::uuid[]
      ) as merged (theme_id, into_id)
    ), standing as materialized (
      select themes.id as part_id, coalesce(merged.into_id, themes.id) as theme_id
      from themes left join merged on merged.theme_id = themes.id
    ), members as materialized (
      select theme_learnings.learning_id, standing.theme_id
      from theme_learnings join standing on standing.part_id = theme_learnings.theme_id
      where theme_learnings.left_at is null
    ), sizes as materialized (
      select standing.theme_id, count(members.learning_id) as learnings
      from (select distinct theme_id from standing) as standing left join members using (theme_id)
      group by standing.theme_id
    ), found as materialized (
      select stems.stem, members.theme_id, 1 as times
      from (select distinct stem from terms) as stems
      cross join lateral (
        select id from learnings
        where search_vector(tried_to, obstacle, customer_words, action) @@ stems.stem::tsquery
      ) as hit
      join members on members.learning_id = hit.id
      union all
      select stems.stem, standing.theme_id, ${TITLE}::int
      from (select distinct stem from terms) as stems
      cross join lateral (
        select id from themes where search_vector(title, summary) @@ stems.stem::tsquery
      ) as hit
      join standing on standing.part_id = hit.id
    ), lost as materialized (
      select place, word, weight from asked
      where weight = 1 and length(word) > 3 and search_stems(word) <> '{}'
        and place not in (select place from terms join found using (stem))
      order by length(word) desc, place limit ${isExact ? 0 : MOST_ALIKE}::int
    ), latest as (
      select written, sum(length(written)) over (order by id desc) as volume
      from (
        select id, concat_ws(' ', tried_to, obstacle, customer_words, action) as written from learnings
        where exists (select from lost) and id in (select learning_id from members)
        order by id desc limit ${LATEST}::int
      ) as learning
    ), texts as (
      select search_text(title, left(summary, ${BEGINNING}::int)) as words from themes where exists (select from lost)
      union all
      select search_text(written) from latest where volume <= ${VOLUME}::int
    ), known as materialized (
      select distinct word from texts cross join lateral unnest(string_to_array(words, ' ')) as word where length(word) > 3
    ), standing_in as materialized (
      select distinct lost.place, lost.word, stem
      from lost join known on similarity(known.word, lost.word) > ${LIKENESS}::float8
      cross join lateral unnest(search_stems(known.word)) as stem
    ), alike as (
      select place, ${ALIKE}::float8 as weight, '~' || word as stem, theme_id
      from (
        select distinct standing_in.place, standing_in.word, members.learning_id, members.theme_id
        from standing_in
        cross join lateral (
          select id from learnings
          where search_vector(tried_to, obstacle, customer_words, action) @@ standing_in.stem::tsquery
        ) as hit
        join members on members.learning_id = hit.id
      ) as each_once
    ), total as (
      select count(*)::float8 as themes, greatest(avg(learnings), 1)::float8 as learnings from sizes
    ), hits as (
      select place, weight, stem, theme_id, times from found join terms using (stem)
      union all
      select place, weight, stem, theme_id, 1 from alike
    ), counted as (
      select place, stem, theme_id, max(weight) as weight, sum(times) as times
      from hits group by place, stem, theme_id
    ), spread as (
      select stem, ln(1 + (total.themes - count(*) + 0.5) / (count(*) + 0.5)) as rarity
      from (select distinct stem, theme_id from counted) as each_once cross join total
      group by stem, total.themes
    ), worth as (
      select counted.place, counted.theme_id, max(
        counted.weight * spread.rarity * counted.times * ${1 + SATURATION}::float8
          / (counted.times + ${SATURATION}::float8 * (${1 - SIZE}::float8 + ${SIZE}::float8 * sizes.learnings / total.learnings))
      ) as worth
      from counted join spread using (stem) join sizes using (theme_id) cross join total
      group by counted.place, counted.theme_id
    )
    select theme_id as "themeId", sum(worth)::float8 as score, count(*)::int as groups,
      (select count(distinct place) from terms)::int as asked
    from worth group by theme_id order by score desc, theme_id limit ${limit}`)
  return rows
}
