import { eq } from 'drizzle-orm'
import t, { type Test } from 'tap'
import { employees } from '../../db/schema/employees.ts'
import { jobRuns } from '../../db/schema/job-runs.ts'
import { testApp } from '../helpers/app.ts'
import { DESKTOP, mainText, openBrowser, openPage, PHONE, shoot } from '../helpers/browser.ts'
import { insertEmployee, insertSmallCompany, insertTeam } from '../helpers/people.ts'
import { lookAt } from './look-at.ts'
import { signInAs } from './sign-in-as.ts'

const NOW = '2027-03-01T08:00:00Z'
const HEADER = 'name,email,team,time_zone,country,joined_on'
const line = (name: string, joinedOn = '2026-01-05') =>
  `${name},${name.split(' ')[0]!.toLowerCase()}@fjord.example,Product,Europe/Oslo,NO,${joinedOn}`
const CSV = [HEADER, line('Ingrid Solberg'), line('Jonas Vik'), line('Kari Moe'), line('Leif Dahl')].join(
  '\n'
)

async function server(t: Test) {
  const house = await testApp(t, { now: NOW, demo: true })
  const address = await house.app.listen({ port: 0, host: '127.0.0.1' })
  return { ...house, address }
}

t.test('an empty installation leads an administrator from a file to a published rotation', async (t) => {
  const { address, db } = await server(t)
  const office = await insertTeam(db, 'Office')
  const ada = await insertEmployee(db, 'Ada Admin', office, { grants: ['admin'] })
  const browser = await openBrowser()
  const page = await openPage(t, browser, { viewport: DESKTOP })
  const step = (name: string) =>
    page.getByRole('link', { name: new RegExp(`Do this now ?: ${name}`) }).click()
  await signInAs(page, { address, employee: ada })
  await page.goto(`${address}/`)
  await page.getByRole('link', { name: 'Begin' }).click()
  await shoot(page, 'start-empty-desktop')

  await step('Bring in your people')
  const file = (text: string) => ({ name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
  await page.getByLabel('CSV file').setInputFiles(file(`${CSV}\n${line('Mona Lie', '2026-13-45')}`))
  const chosen = () => page.locator('.file-words').innerText()
  t.match(
    await chosen(),
    /Choose a file\s+people\.csv/,
    'in the words of the page, whatever the browser speaks'
  )
  await page.getByRole('button', { name: 'See what would happen' }).click()
  await page.getByRole('heading', { name: '1 place cannot be taken as it is' }).waitFor()
  t.match(await chosen(), /No file chosen/, 'also after the page was replaced')
  t.match(await mainText(page), /Line 6[\s\S]*joined_on[\s\S]*2026-13-45/)
  await shoot(page, 'people-import-wrong-desktop')
  await page.getByLabel('CSV file').setInputFiles(file(CSV))
  await page.getByRole('button', { name: 'See what would happen' }).click()
  await page.getByRole('button', { name: 'Import now' }).waitFor()
  t.match(await mainText(page), /Added\s+4[\s\S]*New teams\s+1/)
  t.equal((await db.select().from(employees)).length, 1, 'nothing is written yet')
  await shoot(page, 'people-import-desktop')
  await page.getByRole('button', { name: 'Import now' }).click()
  await page.getByText('Imported.').waitFor()
  await page.getByRole('link', { name: 'On to the next step' }).click()
  await step('Name the hosts')

  await page.getByRole('link', { name: 'Ingrid Solberg' }).click()
  await page.getByLabel('Hosts shifts').check()
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Saved.').waitFor()
  await page.goto(`${address}/start`)
  t.match(await mainText(page), /5 people are here[\s\S]*Hosts: Ingrid Solberg/)
  await step('Say what people owe')
  await page.getByLabel('Whose').selectOption({ label: 'Everybody' })
  await page.getByRole('button', { name: 'See the effect' }).click()
  await page.getByRole('button', { name: 'Save the quota' }).click()
  await page.getByText('everybody it reaches is told').waitFor()

  await page.goto(`${address}/start`)
  await step('Write the rotation')
  await page.getByLabel('Name', { exact: true }).fill('Mornings')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('The rotation is saved').waitFor()
  await page.getByLabel('Until').fill('2027-04-12')
  t.match(await mainText(page), /Monday,? 12 April 2027/, 'a day is said in words beside its field')
  await page.getByRole('button', { name: 'Make a draft' }).click()
  await page.getByRole('button', { name: 'Publish' }).click({ timeout: 60_000 })
  await page.getByRole('heading', { name: 'What was published' }).waitFor()
  await page.goto(`${address}/start`)
  t.match(await mainText(page), /Published. Welcome/)
  await shoot(page, 'start-done-desktop')
})

t.test('one person is found, made an administrator, and let go, without script', async (t) => {
  const { address, db } = await server(t)
  const { ada, bo } = await insertSmallCompany(db)
  const browser = await openBrowser()
  const page = await openPage(t, browser, { viewport: PHONE, javaScriptEnabled: false })
  const email = 'bo.berg.of.the.longest.house@fjordlys.example'
  await db.update(employees).set({ email }).where(eq(employees.id, bo.id))
  await signInAs(page, { address, employee: ada })
  await page.goto(`${address}/people`)
  await page.getByLabel('Name or title').fill('berg')
  await page.getByRole('button', { name: 'Find' }).click()
  await page.getByRole('link', { name: 'Bo Berg' }).click()
  const named = await page.getByText('E-mail', { exact: true }).boundingBox()
  t.ok(named && named.width > named.height, `no word breaks beside a long address: ${JSON.stringify(named)}`)
  await page.getByRole('button', { name: /Give ?: Administrator/ }).click()
  t.match(await mainText(page), /The role is changed/)
  await page.getByRole('button', { name: 'Make a link' }).click()
  t.match(await mainText(page), /\/sign-in\/link\/\S{20,}/)
  await page.goto(`${address}/people/${bo.id}`)
  await page.getByRole('link', { name: 'Deactivate' }).click()
  await page.getByRole('button', { name: 'Deactivate' }).click()
  t.match(await mainText(page), /Deactivated. The coming seats are open/)
  await page.goto(`${address}/people?q=berg&gone=yes`)
  t.match(await mainText(page), /Bo Berg[\s\S]*left/)

  await page.goto(`${address}/settings/jobs`)
  await page.getByRole('heading', { name: 'Telling people' }).click()
  await page.getByRole('button', { name: /^Run now ?: Remind people of their shifts/ }).click()
  t.match(await mainText(page), /It begins within a minute/)
})

t.test(
  'jobs are folded by what they do, and those that need a look are open, in words of the reader',
  async (t) => {
    const { address, db } = await server(t)
    const { ada } = await insertSmallCompany(db)
    const at = new Date()
    const run = {
      plannedAt: at,
      startedAt: at,
      finishedAt: at,
      attempts: 5,
      failure: 'The other side is away'
    }
    await db.insert(jobRuns).values({ ...run, job: 'deliver-webhooks' })
    await db.update(employees).set({ locale: 'nb' }).where(eq(employees.id, ada.id))
    const page = await openPage(t, await openBrowser(), { viewport: PHONE })
    await signInAs(page, { address, employee: ada })
    await page.goto(`${address}/settings/jobs`)
    const shown = await mainText(page)
    t.match(
      shown,
      /Slack, webhooks og kalendere[\s\S]*1 av 4 bør ses på[\s\S]*Lever webhooks[\s\S]*mislyktes/
    )
    t.match(shown, /Si fra til folk\s+8 jobber, alle i orden/)
    t.notMatch(shown, 'Minn folk på vaktene', 'folded')
    await page.getByRole('heading', { name: 'Si fra til folk' }).click()
    t.match(await mainText(page), 'Minn folk på vaktene')
  }
)

t.test('lists of two hundred people and long names are accessible and fit', async (t) => {
  const { address, db } = await server(t)
  const { ada, helge, bo, product } = await insertSmallCompany(db)
  const rows = Array.from({ length: 200 }, (_, at) => ({
    ...bo,
    id: undefined,
    name: `Person Number ${at} with a Name of Many, Many Words`,
    email: `p${at}@fjordlys.example`,
    teamId: product.id
  }))
  await db.insert(employees).values(rows as (typeof employees.$inferInsert)[])
  const browser = await openBrowser()
  const paths = {
    people: '/people',
    person: `/people/${bo.id}`,
    'people-import': '/people/import',
    start: '/start',
    jobs: '/settings/jobs'
  }
  const failed = (job: string) => {
    const at = new Date(NOW)
    return {
      job,
      plannedAt: at,
      startedAt: at,
      finishedAt: at,
      attempts: 5,
      failure: 'The other side is away'
    }
  }
  await db.insert(jobRuns).values([failed('deliver-webhooks'), failed('tell-who-is-on')])
  await lookAt(t, browser, { address, employee: ada, paths })
  const reports = {
    reports: '/reports',
    'reports-months': '/reports?by=period&fromOn=2026-10-01&toOn=2027-04-01'
  }
  await lookAt(t, browser, { address, employee: helge, paths: reports })
})
