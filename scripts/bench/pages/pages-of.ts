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
  const served = await one(
    'select shift_id as id from assignments where employee_id = $1 and released_at is null and ends_at < $2 order by starts_at desc limit 1',
    employee,
    now
  )
  const theme = await one('select id from themes order by id limit 1')
  const rotation = await one('select id from rotations order by name limit 1')
  const draft = await one('select id from drafts order by from_on desc limit 1')
  const publication = await one('select id from publications limit 1')
  const season = await one('select id from seasons where from_on <= $1 order by from_on desc limit 1', now)
  const finished = await one('select id from seasons where to_on <= $1 order by from_on desc limit 1', now)
  const goal = await one('select id from season_goals where season_id = $1 and place = 1', season)
  const area = await one('select id from product_areas order by id limit 1')
  const webhook = await one('select id from webhooks limit 1')
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
      '/leadership',
      '/learnings/new'
    ),
    ...as(
      'employee',
      `/shifts/${served}/served`,
      '/seasons',
      `/seasons/${season}`,
      `/seasons/${season}/gap`,
      '/me/sessions',
      '/me/data',
      '/me/notices'
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
    ...as('lead', `/seasons/attach?kind=theme&id=${theme}`, '/leadership/first'),
    ...as('lead', `/seasons/${season}/goals/${goal}/evidence`, `/learnings/brief?themeId=${theme}`),
    ...as('admin', `/plan/drafts/${draft}`),
    ...as('admin', `/plan/publications/${publication}`, '/leadership/decay', '/reports/people'),
    ...as('admin', `/seasons/${season}`, `/seasons/${season}/edit`, `/seasons/${finished}/closing`),
    ...as('admin', '/settings', '/settings/planning', '/settings/holidays', '/settings/areas'),
    ...as('admin', `/settings/areas/${area}`, '/settings/rates', '/settings/retention', '/settings/messages'),
    ...as('admin', '/settings/webhooks', `/settings/webhooks/${webhook}`, '/settings/keys'),
    ...as('admin', '/settings/provisioning', '/settings/slack'),
    ...as('admin', '/people', `/people/${employee}`, '/people/import', '/reports', '/settings/jobs', '/start')
  ]
}
