import type pg from 'pg'

/** The role as which every query of the application runs. It may read and write everything but the audit log. */
export const applicationRole = 'lyttepost_app'

/** Written by triggers and by three narrow functions alone. */
const SEALED = ['audit_chain', 'audit_unchained']

/**
 * Makes the role where there is none, and gives it what the application needs of the tables as they are now: of the audit log,
 * to read and to add. Runs after every migration, by whom the tables belong to; who may not make roles goes on without.
 */
export async function grantToApplication(client: pg.Client): Promise<void> {
  if (!(await mayTakeRole(client))) await makeRole(client)
  if (!(await mayTakeRole(client))) return
  await client.query(`
    grant usage on schema public, drizzle to ${applicationRole};
    grant select on all tables in schema drizzle to ${applicationRole};
    grant select, insert, update, delete on all tables in schema public to ${applicationRole};
    grant usage, select on all sequences in schema public to ${applicationRole}`)
  const { rows } = await client.query(`select to_regclass('audit_chain') is not null as present`)
  if (!rows[0].present) return
  await client.query(`
    revoke update, delete on audit_entries from ${applicationRole};
    revoke insert, update, delete on ${SEALED.join(', ')} from ${applicationRole}`)
}

/** Whether sessions of this user may take the role. */
export async function mayTakeRole(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query(
    `select exists (select from pg_roles where rolname = $1 and pg_has_role(current_user, oid, 'member')) as may`,
    [applicationRole]
  )
  return rows[0].may
}

/** Other databases of the same server may make it at the same moment; who may not make roles goes on without. */
async function makeRole(client: pg.Client): Promise<void> {
  await client.query(`
    do $$ begin
      if not exists (select from pg_roles where rolname = '${applicationRole}') then
        create role ${applicationRole} nologin;
      end if;
      grant ${applicationRole} to current_user;
    exception when insufficient_privilege or duplicate_object or unique_violation then null;
    end $$`)
}
