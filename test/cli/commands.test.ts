import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import t, { type Test } from 'tap'
import { draftAssignments } from '../../db/schema/drafts.ts'
import { employees } from '../../db/schema/employees.ts'
import { urlOf } from '../../scripts/url-of.ts'
import { type Arguments, UsageError } from '../../src/cli/command.ts'
import { COMMANDS } from '../../src/cli/commands.ts'
import { readConfig } from '../../src/config.ts'
import { createRotation } from '../../src/rotations/rotations.ts'
import { testDatabase } from '../helpers/database.ts'
import { temporaryFolder } from '../helpers/temporary-folder.ts'

/** The commands as a shell would call them, on a database of the test's own. */
async function shell(t: Test, now = '2027-02-01T08:00:00Z') {
  const { db, connection } = await testDatabase(t)
  const config = readConfig({ DATABASE_URL: urlOf(connection) })
  const clock = () => new Date(now)
  async function lyttepost(name: string, positionals: string[], values: Arguments['values'] = {}) {
    const out: string[] = []
    const world = { config, now: clock, out: (line: string) => void out.push(line), err: () => {} }
    await COMMANDS[name]!.run(world, { positionals, values })
    return out.join('\n')
  }
  return { db, lyttepost, system: { db, now: clock, actor: null, requestId: null } }
}

function fileOf(t: Test, text: string): string {
  const path = join(temporaryFolder(t), 'employees.csv')
  writeFileSync(path, text)
  return path
}

const HEADER = 'name;email;team;time_zone;country;joined_on;host'
const PEOPLE = Array.from(
  { length: 12 },
  (_, i) =>
    `Person ${i};p${i}@fjordlys.example;Team ${i % 2};Europe/Oslo;NO;2024-01-01;${i < 3 ? 'yes' : 'no'}`
)
const GOOD = [HEADER, ...PEOPLE].join('\r\n')

t.test('the README by command line: import, grant, sign-in link, plan, publish, report', async (t) => {
  const { lyttepost, system, db } = await shell(t)
  const file = fileOf(t, GOOD)
  t.match(await lyttepost('import', [file], { 'dry-run': true }), /Dry run, nothing was written: 12 added/)
  t.match(await lyttepost('import', [file]), /^12 added, 0 changed, 0 unchanged/)
  t.match(await lyttepost('import', [file]), /^0 added, 0 changed, 12 unchanged/)
  t.match(await lyttepost('grant', ['P5@fjordlys.example', 'admin']), /is admin now/)
  t.match(
    await lyttepost('sign-in-link', ['p5@fjordlys.example']),
    /^http:\/\/localhost:3000\/sign-in\/link\/\S{43}$/
  )

  await createRotation(system, {
    name: 'Nordic',
    timeZone: 'Europe/Oslo',
    slots: [{ weekday: 2, startsAt: '09:00', endsAt: '13:00' }],
    seats: { min: 1, desired: 2, max: 3 },
    hostsRequired: 1,
    eligibleTeamIds: null,
    eligibleLevels: null,
    validFrom: '2027-01-01',
    validTo: null,
    holidayCountry: 'NO',
    holidayRule: 'skip',
    leadTimeDays: 14,
    spacingDays: 14,
    swapsNeedApproval: false,
    undoMinutes: 30,
    preparationMinutes: 0,
    countsFixIt: false,
    fixItMinutes: 120,
    queueUrl: null,
    slackChannelId: null,
    slackLocale: 'en'
  })
  const draft = await lyttepost('plan', ['nordic', '2027-03-01', '2027-04-01'], { seed: '3' })
  const publication = await lyttepost('publish', [draft])
  t.match(publication, /^[0-9a-f-]{36}$/)
  t.equal(await lyttepost('publish', [draft]), publication, 'twice is once')
  const repair = await lyttepost('plan', ['nordic', '2027-03-01', '2027-04-01'], { repair: true })
  t.match(repair, /^[0-9a-f-]{36}$/)
  const [chief] = await db
    .update(employees)
    .set({ level: 'executive' })
    .where(eq(employees.email, 'p11@fjordlys.example'))
    .returning()
  await db.delete(draftAssignments).where(eq(draftAssignments.employeeId, chief!.id))
  await t.rejects(lyttepost('publish', [repair]), { code: 'LEADERS_NOT_PLANNED' })
  const although = await lyttepost('publish', [repair], { 'override-leaders': 'the fair in May' })
  t.match(although, /^[0-9a-f-]{36}$/)
  const csv = (await lyttepost('report', ['2027-02-01', '2027-03-01'], { by: 'team' })).split('\n')
  t.match(csv[0], /group,people,dueMinutes/)
  t.match(csv[1], /^Team 0,6,1440,/)
})

t.test('a file with mistakes is refused line by line, and nothing is imported', async (t) => {
  const { lyttepost } = await shell(t)
  const bad = [HEADER, 'Bo;bo@;Team 0;Europe/Olso;NO;2024-02-30;no', PEOPLE[0]].join('\n')
  const refusal = lyttepost('import', [fileOf(t, bad)])
  await t.rejects(refusal, {
    name: 'CommandFailed',
    message: /line 2, time_zone: "Europe\/Olso"[\s\S]*Nothing was imported; 3 cells/
  })
  t.match(await lyttepost('import', [fileOf(t, GOOD)]), /^12 added/, 'all twelve are still new')
})

t.test('an export of a help desk is told line by line; a dry run writes nothing', async (t) => {
  const { lyttepost } = await shell(t, '2027-03-01T08:00:00Z')
  await lyttepost('import', [fileOf(t, GOOD)])
  const file = fileOf(
    t,
    'Besvarad;Redaktör e-post\n2027-02-26 09:00;p1@fjordlys.example\n;p1@fjordlys.example\n'
  )
  const told = await lyttepost('import-activity', [file], { from: 'kundo', 'dry-run': true })
  t.match(told, /^line 2, no-shift: The person holds no shift/)
  t.match(told, /line 3, not-readable: at: Write an instant/)
  t.match(told, /Dry run, nothing was written: 0 added, .* 2 refused, .*hours proposed for 0 shifts$/)
  t.match(await lyttepost('import-activity', [], { columns: true }), /person +e-mail address of the employee/)
  await t.rejects(
    lyttepost('import-activity', [file], { from: 'freshdesk' }),
    /--from must be one of zendesk/
  )
  const noTime = fileOf(t, 'a;b\n1;2\n')
  await t.rejects(lyttepost('import-activity', [noTime], { from: 'kundo' }), {
    name: 'CommandFailed',
    message: /No column tells person/
  })
  await t.rejects(lyttepost('import-activity', [file], { from: 'kundo', zone: 'Mars' }), {
    name: 'UsageError',
    message: /no such time zone/
  })
})

t.test('wrong words are answered with what is missing', async (t) => {
  const { lyttepost } = await shell(t)
  await t.rejects(lyttepost('import', []), new UsageError('FILE.csv is missing'))
  await t.rejects(lyttepost('import', ['/no/such.csv']), /cannot be read/)
  await t.rejects(lyttepost('grant', ['p@x.no', 'king']), /"king" is not a role/)
  await t.rejects(lyttepost('plan', ['Nordic', '2027-02-30', '2027-04-01']), /FROM must be a day/)
  await t.rejects(lyttepost('plan', ['Nordic', '2027-02-20', '2027-04-01']), { code: 'ROTATION_NOT_FOUND' })
  await t.rejects(lyttepost('publish', ['x']), /DRAFT must be the id/)
  const draft = '00000000-0000-7000-8000-000000000000'
  await t.rejects(lyttepost('publish', [draft], { 'override-leaders': ' ' }), /needs the reason/)
  await t.rejects(
    lyttepost('report', ['2027-02-01', '2027-03-01'], { by: 'shoe-size' }),
    /--by must be one of/
  )
  await t.rejects(lyttepost('sign-in-link', ['nobody@x.no']), { code: 'EMPLOYEE_NOT_FOUND' })
})
