import type pg from 'pg'
import type { Cast } from './furnish.ts'

export interface Page {
  path: string
  who: keyof Cast
}

/** Every page that is read, with who opens it, about things that the loaded company has. */
export async function pagesOf(client: pg.Client, now: Date, { employee }: Cast): Promise<Page[]> {
  const one = async (sql: string, ...values: unknown[]) =>
    (await client.query<{ id: string }>(sql, values)).rows[0]?.id ?? 'none'
  const mine = await one(
    'select shift_id as id from assignments where employee_id = $1 and released_at is null and starts_at > $2 order by starts_at limit 1',
    employee,
    now
  )
  const over = await one('select id from shifts where ends_at < $1 order by starts_at desc limit 1', now)
  const theme = await one('select id from themes order by id limit 1')
  const rotation = await one('select id from rotations order by name limit 1')
  const as = (who: Page['who'], ...paths: string[]) => paths.map((path) => ({ path, who }))
  return [
    ...as('employee', '/', '/schedule', '/schedule?view=month', `/schedule?rotation=${rotation}`),
    ...as('employee', `/shifts/${mine}`, `/shifts/${over}`, `/shifts/${mine}/takers`, '/swaps'),
    ...as('employee', '/me/shifts', '/me/shifts?view=month', '/me/time', '/inbox'),
    ...as(
      'employee',
      '/learnings',
      '/learnings/heard',
      `/learnings/themes/${theme}`,
      '/learnings/known',
      '/leadership'
    ),
    ...as('lead', '/', '/team', '/team/quotas', '/team/exemptions', '/swaps', '/reports'),
    ...as(
      'admin',
      '/',
      '/plan',
      '/plan/new',
      `/plan/${rotation}`,
      `/plan/${rotation}/edit`,
      `/rotations/${rotation}/card`
    ),
    ...as('admin', '/people', `/people/${employee}`, '/people/import', '/reports', '/settings/jobs', '/start')
  ]
}
