-- Each word of a text once, where it first stands: a text that says the same over and over took a tenth of a second to be
-- looked at for one word, and questions have hundreds. Stems and trigrams of a text are the same as before, so the indexes
-- hold what they should.
create or replace function search_text(variadic written text[]) returns text
language sql immutable parallel safe cost 1000
return (
  select coalesce(string_agg(word, ' ' order by place), '')
  from (
    select word, min(place) as place
    from unnest(string_to_array(
      regexp_replace(
        translate(lower(normalize(array_to_string(written, ' ')) collate "C"), 'ÅÄÆÖØÉÈÊÜ', 'åäæöøéèêü'),
        '[^a-z0-9åäæöøéèêü]+', ' ', 'g'
      ), ' '
    )) with ordinality as each (word, place)
    group by word
  ) as words
);
--> statement-breakpoint
-- Dear enough that of three texts, too, the one is found by the index: each other would be made stems of for every word.
create or replace function search_vector(variadic written text[]) returns tsvector
language sql immutable parallel safe cost 10000
return (
  select array_to_tsvector(coalesce(array_agg(distinct stem), '{}'))
  from unnest(string_to_array(search_text(variadic written), ' ')) as word
  cross join lateral unnest(search_stems(word)) as stem
);
