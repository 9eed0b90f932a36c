CREATE TABLE "audit_chain" (
	"seq" bigint PRIMARY KEY NOT NULL,
	"entry_id" uuid NOT NULL,
	"details_salt" text,
	"details_digest" text NOT NULL,
	"hash" text NOT NULL,
	"is_forgotten" boolean DEFAULT false NOT NULL,
	CONSTRAINT "audit_chain_one_seal_per_entry" UNIQUE("entry_id")
);
--> statement-breakpoint
CREATE TABLE "audit_unchained" (
	"entry_id" uuid PRIMARY KEY NOT NULL
);
--> statement-breakpoint
ALTER TABLE "audit_entries" ADD COLUMN "acted_as" text;--> statement-breakpoint
ALTER TABLE "audit_entries" ADD COLUMN "via" text;
--> statement-breakpoint
-- A part with its length in bytes, so that no two lists of parts read alike.
create function audit_part(part text) returns text language sql immutable parallel safe as $$
  select case when part is null then '-,' else octet_length(part) || ':' || part || ',' end
$$;
--> statement-breakpoint
create function audit_digest(written text) returns text language sql immutable parallel safe as $$
  select encode(sha256(convert_to(written, 'UTF8')), 'hex')
$$;
--> statement-breakpoint
-- Must hold the lock on the chain. Each statement of a volatile function sees what is committed by then.
create function seal_audit_entry(entry audit_entries) returns void language plpgsql as $$
declare
  salt text := encode(uuid_send(gen_random_uuid()), 'hex');
  details text := audit_digest(salt || audit_part(entry.before::text) || audit_part(entry.after::text));
  last_seq bigint;
  last_hash text;
begin
  select seq, hash into last_seq, last_hash from audit_chain order by seq desc limit 1;
  insert into audit_chain (seq, entry_id, details_salt, details_digest, hash) values (
    coalesce(last_seq, 0) + 1, entry.id, salt, details,
    audit_digest(audit_part(last_hash) || audit_part(entry.id::text)
      || audit_part((extract(epoch from entry.at) * 1000000)::bigint::text)
      || audit_part(entry.actor_id::text) || audit_part(entry.acted_as) || audit_part(entry.via)
      || audit_part(entry.action) || audit_part(entry.object_type) || audit_part(entry.object_id)
      || audit_part(entry.request_id) || audit_part(details)));
end
$$;
--> statement-breakpoint
do $$
declare
  entry audit_entries;
begin
  for entry in select * from audit_entries order by at, id loop
    perform seal_audit_entry(entry);
  end loop;
end
$$;
--> statement-breakpoint
-- Runs at commit, when every other lock is held already: transactions wait for each other here and nowhere after.
-- With the rights of its owner, for the application itself may not write into the chain.
create function chain_audit_entry() returns trigger language plpgsql
  security definer set search_path = public, pg_temp as $$
declare
  entry audit_entries;
begin
  if current_setting('transaction_isolation') <> 'read committed' then
    insert into audit_unchained values (new.id);
    return null;
  end if;
  perform pg_advisory_xact_lock(7299);
  for entry in
    with late as (delete from audit_unchained returning entry_id)
    select e.* from audit_entries e join late on late.entry_id = e.id order by e.at, e.id
  loop
    perform seal_audit_entry(entry);
  end loop;
  -- As it is now, not as it was written: the same transaction may have erased words of it.
  select * into entry from audit_entries where id = new.id;
  if found then
    perform seal_audit_entry(entry);
  end if;
  return null;
end
$$;
--> statement-breakpoint
create constraint trigger audit_entries_are_chained after insert on audit_entries
  deferrable initially deferred for each row execute function chain_audit_entry();
--> statement-breakpoint
create trigger audit_chain_is_append_only
  before update or delete or truncate on audit_chain
  for each statement execute function refuse_rewriting();
--> statement-breakpoint
create trigger audit_chain_keeps_its_hashes before update on audit_chain
  for each row execute function refuse_other_numbers('details_salt', 'is_forgotten');
--> statement-breakpoint
-- The narrow ways that law demands, and the only ones: each leaves the chain whole and shows where something is gone.
create function erase_audit_words(words text[]) returns bigint language sql
  security definer set search_path = public, pg_temp as $$
  select set_config('lyttepost.erasing', 'on', true);
  with touched as (
    update audit_entries set
      before = erase_words(before::text, words)::jsonb, after = erase_words(after::text, words)::jsonb
    where has_words(before::text, words) or has_words(after::text, words)
    returning id
  ), unsalted as (
    update audit_chain set details_salt = null where entry_id in (select id from touched) returning seq
  )
  select count(*) from unsalted
$$;
--> statement-breakpoint
create function erase_audit_details_of(employee uuid) returns bigint language sql
  security definer set search_path = public, pg_temp as $$
  select set_config('lyttepost.erasing', 'on', true);
  with touched as (
    update audit_entries set before = null, after = null
    where object_type = 'employee' and object_id = employee::text and action not like '%.viewed'
      and num_nonnulls(before, after) > 0
    returning id
  ), unsalted as (
    update audit_chain set details_salt = null where entry_id in (select id from touched) returning seq
  )
  select count(*) from unsalted
$$;
--> statement-breakpoint
create function forget_audit_entries(older_than timestamptz) returns bigint language sql
  security definer set search_path = public, pg_temp as $$
  select set_config('lyttepost.erasing', 'on', true);
  with gone as (
    delete from audit_entries where at < older_than returning id
  ), marked as (
    update audit_chain set details_salt = null, is_forgotten = true where entry_id in (select id from gone) returning seq
  )
  select count(*) from gone
$$;
