import type { Queryable } from '../../db/client.ts'
import { employees, grants, teamLeads } from '../../db/schema/employees.ts'
import { teams } from '../../db/schema/teams.ts'
import type { GrantedRole } from '../../src/words.ts'

export type Employee = typeof employees.$inferSelect
export type Team = typeof teams.$inferSelect

export async function insertTeam(db: Queryable, name: string, supportCap = 2): Promise<Team> {
  const [team] = await db.insert(teams).values({ name, supportCap }).returning()
  return team!
}

type Traits = Partial<typeof employees.$inferInsert> & { leads?: Team[]; grants?: GrantedRole[] }

/** A full-time, ready person in Oslo working 08-18 Monday to Friday, unless `traits` say otherwise. */
export async function insertEmployee(
  db: Queryable,
  name: string,
  team: Team,
  { leads = [], grants: granted = [], ...traits }: Traits = {}
): Promise<Employee> {
  const [employee] = await db
    .insert(employees)
    .values({
      name,
      email: `${name.toLowerCase().replaceAll(/[^a-z]+/g, '.')}@fjordlys.example`,
      title: 'Engineer',
      teamId: team.id,
      timeZone: 'Europe/Oslo',
      country: 'NO',
      workingDays: [1, 2, 3, 4, 5],
      workStartsAt: '08:00',
      workEndsAt: '18:00',
      joinedOn: '2024-01-01',
      ...traits
    })
    .returning()
  const employeeId = employee!.id
  for (const led of leads) await db.insert(teamLeads).values({ teamId: led.id, employeeId })
  for (const role of granted) await db.insert(grants).values({ employeeId, role })
  return employee!
}

/** A small company with one person of each role; enough for most tests. */
export async function insertSmallCompany(db: Queryable) {
  const support = await insertTeam(db, 'Support', 3)
  const product = await insertTeam(db, 'Product')
  const hanna = await insertEmployee(db, 'Hanna Host', support, { isHost: true })
  const lars = await insertEmployee(db, 'Lars Lead', product, { level: 'lead', leads: [product] })
  const sofie = await insertEmployee(db, 'Sofie Support', support, {
    level: 'lead',
    leads: [support],
    isHost: true
  })
  const amara = await insertEmployee(db, 'Amara Okafor', product)
  const bo = await insertEmployee(db, 'Bo Berg', product)
  const helge = await insertEmployee(db, 'Helge HR', product, { grants: ['hr'] })
  const ada = await insertEmployee(db, 'Ada Admin', product, { grants: ['admin'] })
  const eva = await insertEmployee(db, 'Eva Executive', product, { level: 'executive' })
  return { support, product, hanna, lars, sofie, amara, bo, helge, ada, eva }
}
