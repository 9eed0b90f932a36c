-- Words to be erased may stand in a text or, escaped, in a JSON document.
create function has_words(body text, words text[]) returns boolean language sql immutable parallel safe as $$
  select exists (select from unnest(words) as word where strpos(body, word) > 0)
$$;
--> statement-breakpoint
create function erase_words(body text, words text[]) returns text language plpgsql immutable parallel safe as $$
declare
  word text;
begin
  foreach word in array words loop
    body := replace(body, word, '[erased]');
  end loop;
  return body;
end
$$;
