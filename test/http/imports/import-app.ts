import { sql } from 'drizzle-orm'
import type pg from 'pg'
import type { Test } from 'tap'
import { testApp } from '../../helpers/app.ts'
import { insertSmallCompany } from '../../helpers/people.ts'

export const HEADER = 'name,email,team,time_zone,country,joined_on'

/** A line of the short header, full-time in Oslo; `more` is put after it. */
export const line = (name: string, team = 'Product', more = '') =>
  `${name},${name.toLowerCase().replaceAll(' ', '.')}@fjordlys.example,${team},Europe/Oslo,NO,2024-01-01${more}`

/** How many statements all connections have sent since. */
export function countStatements(pool: pg.Pool): () => number {
  let count = 0
  const watched = new WeakSet<pg.PoolClient>()
  pool.on('acquire', (client) => {
    if (watched.has(client)) return
    watched.add(client)
    const query = client.query.bind(client) as (...args: unknown[]) => unknown
    Object.assign(client, {
      query: (...args: unknown[]) => {
        count += 1
        return query(...args)
      }
    })
  })
  return () => count
}

/** The small company and a way to import a file into it. */
export async function importApp(t: Test) {
  const app = await testApp(t)
  const company = await insertSmallCompany(app.db)

  async function send(who: { id: string } | null, file: string | Buffer, query = '') {
    return app.app.inject({
      method: 'POST',
      url: `/api/imports${query}`,
      headers: {
        'content-type': 'text/csv',
        ...(who && { authorization: `Bearer ${await app.tokenOf(who)}` })
      },
      payload: file
    })
  }

  /** Every row version of people, teams, leads and of what tells of changes. */
  async function versions() {
    const { rows } = await app.db.execute(sql`
      select 'employee' as what, id::text, xmin::text from employees
      union all select 'team', id::text, xmin::text from teams
      union all select 'lead', team_id || ' ' || employee_id, xmin::text from team_leads
      union all select 'audit', id::text, xmin::text from audit_entries where action <> 'request.refused'
      union all select 'notice', id::text, xmin::text from notices
      order by 1, 2`)
    return rows
  }

  return {
    ...app,
    ...company,
    send,
    versions,
    file: (...lines: string[]) => [HEADER, ...lines].join('\n')
  }
}
