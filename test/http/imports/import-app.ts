import { sql } from 'drizzle-orm'
import type { Test } from 'tap'
import { testApp } from '../../helpers/app.ts'
import { insertSmallCompany } from '../../helpers/people.ts'

export const HEADER = 'name,email,team,time_zone,country,joined_on'

/** A line of the short header, full-time in Oslo; `more` is put after it. */
export const line = (name: string, team = 'Product', more = '') =>
  `${name},${name.toLowerCase().replaceAll(' ', '.')}@fjordlys.example,${team},Europe/Oslo,NO,2024-01-01${more}`

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

  /** Lets people be read but not written until all requests wait for that: a race that is always run. */
  async function atOnce<Reply>(requests: (() => Promise<Reply>)[]): Promise<Reply[]> {
    const gate = await app.pool.connect()
    try {
      await gate.query('begin')
      await gate.query('lock table employees in share mode')
      const replies = requests.map((request) => request())
      for (let waiting = 0; waiting < requests.length; ) {
        await new Promise((resolve) => setTimeout(resolve, 10))
        const { rowCount } = await gate.query(
          "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"
        )
        waiting = rowCount ?? 0
      }
      await gate.query('commit')
      return await Promise.all(replies)
    } finally {
      gate.release()
    }
  }

  /** Every row version of people, teams, leads and of what tells of changes. */
  async function versions() {
    const { rows } = await app.db.execute(sql`
      select 'employee' as what, id::text, xmin::text from employees
      union all select 'team', id::text, xmin::text from teams
      union all select 'lead', team_id || ' ' || employee_id, xmin::text from team_leads
      union all select 'audit', id::text, xmin::text from audit_entries
      union all select 'notice', id::text, xmin::text from notices
      order by 1, 2`)
    return rows
  }

  return {
    ...app,
    ...company,
    send,
    atOnce,
    versions,
    file: (...lines: string[]) => [HEADER, ...lines].join('\n')
  }
}
