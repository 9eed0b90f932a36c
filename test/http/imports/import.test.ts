import { eq, sql } from 'drizzle-orm'
import t from 'tap'
import { auditEntries } from '../../../db/schema/audit.ts'
import { employees, teamLeads } from '../../../db/schema/employees.ts'
import { teams } from '../../../db/schema/teams.ts'
import { atOnce } from '../directory/at-once.ts'
import { countStatements, HEADER, importApp, line } from './import-app.ts'

t.test('a file adds people and teams, and says how many', async (t) => {
  const { send, helge, db, file } = await importApp(t)
  const people = Array.from({ length: 11 }, (_, index) => line(`New ${index}`, 'Design'))
  const reply = await send(helge, file(...people, line('Amara Okafor'), line('Solo', 'Legal')))
  t.equal(reply.statusCode, 200, reply.body)
  t.match(reply.json(), { added: 12, changed: 0, unchanged: 1, deactivated: 0, teamsAdded: 2, dryRun: false })
  const [added] = await db.select().from(employees).where(eq(employees.name, 'New 3'))
  t.match(added, {
    email: 'new.3@fjordlys.example',
    title: '',
    level: 'staff',
    managerId: null,
    workingDays: [1, 2, 3, 4, 5],
    workStartsAt: '08:00',
    workEndsAt: '17:00',
    ftePercent: 100,
    leavesOn: null,
    isHost: false,
    readiness: 'ready',
    locale: 'en',
    deactivatedAt: null
  })
  const made = await db.select().from(teams).where(eq(teams.id, added!.teamId))
  t.match(made, [{ name: 'Design', supportCap: 2 }], 'a fifth of eleven people')
  t.match(await db.select().from(teams).where(eq(teams.name, 'Legal')), [{ supportCap: 1 }], 'one at least')
})

t.test('a second import of the same file touches no row', async (t) => {
  const { send, helge, versions, file } = await importApp(t)
  const csv = `${HEADER},manager_email,leads,working_days,work_end,leaves_on,host
${line('Bo Berg', 'PRODUCT', ',lars.lead@fjordlys.example,Design|product,1 2 3,24:00,2029-01-01,yes')}
${line('Dag Design', 'Design', ',BO.BERG@fjordlys.example,,,,,')}`
  t.match((await send(helge, csv)).json(), { added: 1, changed: 1, teamsAdded: 1 })
  const before = await versions()
  const again = await send(helge, csv)
  t.match(again.json(), { added: 0, changed: 0, unchanged: 2, reactivated: 0, deactivated: 0, teamsAdded: 0 })
  t.strictSame(await versions(), before)
  t.match((await send(helge, file(line('Bo Berg').replace('bo.berg', 'BO.Berg')))).json(), { unchanged: 1 })
  t.strictSame(await versions(), before, 'an address in other letters is no change')
})

t.test('columns that the file does not have keep what is stored; empty cells set the default', async (t) => {
  const { send, helge, amara, lars, db, file } = await importApp(t)
  await db.update(employees).set({ ftePercent: 60, managerId: lars.id, isHost: true, title: 'Chef' })
  t.match((await send(helge, file(line('Amara Okafor')))).json(), { unchanged: 1 })
  const read = async () => (await db.select().from(employees).where(eq(employees.id, amara.id)))[0]
  t.match(await read(), { ftePercent: 60, managerId: lars.id, isHost: true, title: 'Chef' })
  await send(helge, `${HEADER},fte_percent,manager_email,host\n${line('Amara Okafor', 'Product', ',,,')}`)
  t.match(await read(), { ftePercent: 100, managerId: null, isHost: false, title: 'Chef' })
})

t.test('managers may stand below those who report to them, through any number of levels', async (t) => {
  const { send, helge, db } = await importApp(t)
  // More than are inserted by one statement, within which the order does not matter.
  const chain = Array.from({ length: 1100 }, (_, index) => {
    const manager = index < 1099 ? `p${index + 1}@fjordlys.example` : 'lars.lead@fjordlys.example'
    return line(`P${index}`, 'Product', `,${manager}`)
  })
  const reply = await send(helge, `${HEADER},manager_email\n${chain.join('\n')}`)
  t.match(reply.json(), { added: 1100 })
  const { rows } = await db.execute(sql`
    with recursive up as (
      select id, manager_id, 1 as steps from employees where name = 'P0'
      union all select e.id, e.manager_id, steps + 1 from employees e join up on e.id = up.manager_id
    ) select max(steps)::int as steps from up`)
  t.match(rows, [{ steps: 1101 }])
})

t.test('teams led are those of the file: added and removed', async (t) => {
  const { send, helge, lars, product, support, db } = await importApp(t)
  const csv = `${HEADER},leads\n${line('Lars Lead', 'Product', ',Support')}`
  t.match((await send(helge, csv)).json(), { changed: 1 })
  t.match(await db.select().from(teamLeads).where(eq(teamLeads.employeeId, lars.id)), [
    { teamId: support.id }
  ])
  t.match(await db.select().from(teamLeads).where(eq(teamLeads.teamId, product.id)), [])
})

t.test('later imports leave the cap of a team alone', async (t) => {
  const { send, helge, support, db, file } = await importApp(t)
  await send(helge, file(line('One', 'Support'), line('Two', 'support')))
  t.match(await db.select().from(teams).where(eq(teams.id, support.id)), [{ name: 'Support', supportCap: 3 }])
})

t.test(
  'one bad line and nothing is written; all bad lines are told at once, over file and company',
  async (t) => {
    const { send, helge, versions } = await importApp(t)
    const before = await versions()
    const csv = `${HEADER},manager_email,leads
${line('Fine', 'Product', ',,')}
${line('Bo Berg', 'Product', ',stranger@fjordlys.example,Nowhere').replace('2024-01-01', '2024-02-31')}
${line('Lost', 'Product', ',nobody@fjordlys.example,Nowhere')}
${line('Eva Executive', 'Product', ',eva.executive@fjordlys.example,')}`
    const reply = await send(helge, csv)
    t.equal(reply.headers['content-type'], 'application/problem+json; charset=utf-8')
    t.match(reply.json(), { status: 422, code: 'IMPORT_NOT_VALID', details: { total: 4 } })
    t.strictSame(
      reply
        .json()
        .details.lines.map((wrong: { line: number; field: string; value: string }) => [
          wrong.line,
          wrong.field,
          wrong.value
        ]),
      [
        [3, 'joined_on', '2024-02-31'],
        [4, 'manager_email', 'nobody@fjordlys.example'],
        [4, 'leads', 'Nowhere'],
        [5, 'manager_email', 'eva.executive@fjordlys.example']
      ]
    )
    t.strictSame(await versions(), before)
  }
)

t.test('of thousands of complaints the first 500 are shown, with the total', async (t) => {
  const { send, helge, file } = await importApp(t)
  const reply = await send(helge, file(...Array.from({ length: 700 }, () => 'x,y,,,,')))
  t.equal(reply.json().details.total, 700 * 5)
  t.equal(reply.json().details.lines.length, 500)
})

t.test('a dry run says the same by the same rules and writes nothing', async (t) => {
  const { send, helge, versions, file } = await importApp(t)
  const csv = file(
    line('New Person', 'Design'),
    line('Bo Berg', 'Support'),
    line('Helge HR'),
    line('Ada Admin')
  )
  const before = await versions()
  const query = '?deactivateMissing=true&force=true'
  const dry = (await send(helge, csv, `${query}&dryRun=true`)).json()
  t.match(dry, { added: 1, changed: 1, unchanged: 2, deactivated: 5, teamsAdded: 1, dryRun: true })
  t.strictSame(await versions(), before)
  t.match((await send(helge, 'name', '?dryRun=true')).json(), { code: 'IMPORT_NOT_VALID' })
  t.match((await send(helge, csv, query)).json(), { ...dry, dryRun: false })
})

t.test(
  'an import and each change of a person are in the audit log, without names and addresses',
  async (t) => {
    const { send, helge, bo, product, support, db, file } = await importApp(t)
    await send(
      helge,
      file(line('New Person', 'Design'), line('Bo Berg', 'Support').replace('Bo Berg', 'Bo Bergan'))
    )
    const entries = await db.select().from(auditEntries).orderBy(auditEntries.action)
    t.match(entries, [
      {
        action: 'employee.added',
        objectType: 'employee',
        after: { timeZone: 'Europe/Oslo', ftePercent: 100 }
      },
      {
        action: 'employee.changed',
        objectId: bo.id,
        actorId: helge.id,
        before: { name: '(not kept)', teamId: product.id },
        after: { name: '(not kept)', teamId: support.id }
      },
      { action: 'employees.imported', after: { added: 1, changed: 1, teamsAdded: 1 } },
      { action: 'team.added', after: { name: 'Design', supportCap: 1 } }
    ])
    t.equal(entries.length, 4)
    t.notMatch(JSON.stringify(entries), /Bergan|New Person|@fjordlys/)
  }
)

t.test('only HR and administrators import, and only CSV', async (t) => {
  const { send, as, app, tokenOf, helge, ada, lars, bo, file } = await importApp(t)
  const csv = file(line('Bo Berg'))
  t.equal((await send(null, csv)).statusCode, 401)
  t.equal((await send(bo, csv)).statusCode, 403)
  t.equal((await send(lars, csv)).statusCode, 403)
  t.equal((await send(ada, csv)).statusCode, 200)
  t.match((await as(helge).post('/api/imports', { rows: [] })).json(), { status: 415 })
  const authorization = `Bearer ${await tokenOf(helge)}`
  const bare = await app.inject({ method: 'POST', url: '/api/imports', headers: { authorization } })
  t.match(bare.json(), { status: 422, code: 'IMPORT_NOT_VALID', details: { lines: [{ field: 'file' }] } })
  t.match((await send(helge, csv, '?dryRun=perhaps')).json(), { status: 400 })
})

t.test('two imports at once are one after the other', async (t) => {
  const { send, pool, helge, ada, db, file } = await importApp(t)
  const csv = file(...Array.from({ length: 50 }, (_, index) => line(`New ${index}`, 'Design')))
  const replies = await atOnce(pool, [() => send(helge, csv), () => send(ada, csv)])
  t.strictSame(
    replies.map(({ statusCode }) => statusCode),
    [200, 200]
  )
  t.strictSame(replies.map((reply) => reply.json().added).sort(), [0, 50])
  t.equal((await db.select().from(employees)).length, 58)
})

t.test(
  '10,000 people are imported by a few dozen statements, in a few seconds on a quiet machine',
  async (t) => {
    const { send, pool, helge, db } = await importApp(t)
    const lines = Array.from({ length: 10_000 }, (_, index) => {
      const manager = index % 10 === 0 ? '' : `person.${index - (index % 10)}@fjordlys.example`
      return line(`Person ${index}`, `Team ${index % 200}`, `,${manager},Engineer ${index % 7}`)
    })
    const csv = [`${HEADER},manager_email,title`, ...lines].join('\n')
    const statements = countStatements(pool)
    const started = performance.now()
    t.match((await send(helge, csv)).json(), { added: 10_000, teamsAdded: 200 })
    t.comment(`${(performance.now() - started).toFixed(0)} ms`)
    t.ok(statements() < 50, `${statements()} statements`)
    t.match((await send(helge, csv.replaceAll('Engineer 3', 'Engineer 8'))).json(), {
      changed: 1429,
      unchanged: 8571
    })
    t.ok(statements() < 80, `${statements()} statements`)
    t.match(await db.select().from(teams).where(eq(teams.name, 'Team 7')), [{ supportCap: 10 }])
  }
)
