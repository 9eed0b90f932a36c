-- outside a transaction
drop index concurrently if exists "absences_by_end";--> statement-breakpoint
create index concurrently if not exists "absences_by_end" on "absences" using btree ("ends_at","starts_at");--> statement-breakpoint
drop index concurrently if exists "assignments_by_held_end";--> statement-breakpoint
create index concurrently if not exists "assignments_by_held_end" on "assignments" using btree ("held_ends_at","held_starts_at") where released_at is null;--> statement-breakpoint
drop index concurrently if exists "notices_unread";--> statement-breakpoint
create index concurrently if not exists "notices_unread" on "notices" using btree ("employee_id") where read_at is null;
