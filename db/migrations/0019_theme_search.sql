-- Search: what is written of learnings and themes as stems of three languages, and as text for trigrams. Indexes on
-- expressions and not columns, so that no second copy of anybody's words is kept.
create extension if not exists pg_trgm;
--> statement-breakpoint
-- Small letters, composed, whatever the collation of the database; all else a space.
create function search_text(variadic written text[]) returns text
language sql immutable parallel safe cost 1000
return regexp_replace(
  translate(lower(normalize(array_to_string(written, ' ')) collate "C"), 'ÅÄÆÖØÉÈÊÜ', 'åäæöøéèêü'),
  '[^a-z0-9åäæöøéèêü]+', ' ', 'g'
);
--> statement-breakpoint
-- The stems of a word in English, Norwegian and Swedish, each once and without accents; none where it is a stop word of
-- any of them, because texts are of mixed languages. Norwegian and Swedish spell the same sounds æ and ä, ø and ö.
create function search_stems(word text) returns text[]
language sql immutable parallel safe
return (
  select coalesce(array_agg(distinct translate(stem, 'åäæöøéèêü', 'aaaooeeeu')), '{}')
  from (
    select ts_lexize('english_stem', left(word, 60)) as english,
      ts_lexize('norwegian_stem', left(word, 60)) as norwegian,
      ts_lexize('swedish_stem', left(word, 60)) as swedish
  ) as stems
  cross join lateral unnest(english || norwegian || swedish) as stem
  where length(word) > 1 and english <> '{}' and norwegian <> '{}' and swedish <> '{}'
);
--> statement-breakpoint
create function search_vector(variadic written text[]) returns tsvector
language sql immutable parallel safe cost 1000
return (
  select array_to_tsvector(coalesce(array_agg(distinct stem), '{}'))
  from unnest(string_to_array(search_text(variadic written), ' ')) as word
  cross join lateral unnest(search_stems(word)) as stem
);
--> statement-breakpoint
-- Without fast update: a search asks for dozens of stems, and each would read the whole list of what is pending.
create index learnings_search on learnings
  using gin (search_vector(tried_to, obstacle, customer_words, action)) with (fastupdate = off);
--> statement-breakpoint
create index learnings_trigrams on learnings
  using gin (search_text(tried_to, obstacle, customer_words, action) gin_trgm_ops);
--> statement-breakpoint
create index themes_search on themes using gin (search_vector(title, summary)) with (fastupdate = off);
