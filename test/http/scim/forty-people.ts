import { asc, isNull } from 'drizzle-orm'
import type { Test } from 'tap'
import { assignments } from '../../../db/schema/assignments.ts'
import { employees } from '../../../db/schema/employees.ts'
import { type Employee, insertEmployee } from '../../helpers/people.ts'
import { insertAssignment, insertRotation, insertShift } from '../../helpers/shifts.ts'
import { provisionedCompany } from './scim-cast.ts'

/** Forty people, twelve of whom may go, each with a seat next Monday. */
export async function fortyPeople(t: Test, options: Parameters<typeof provisionedCompany>[1] = {}) {
  const house = await provisionedCompany(t, options)
  const { db, product, as, idp, ada } = house
  const extras: Employee[] = []
  for (let index = 0; index < 32; index += 1) {
    const email = `extra.${index}@fjordlys.example`
    extras.push(await insertEmployee(db, `Extra ${index}`, product, { email }))
  }
  const rotation = await insertRotation(db, 'Nordic mornings', { maxSeats: 40 })
  const shift = await insertShift(db, rotation, '2027-03-08T08:00:00Z', '2027-03-08T12:00:00Z')
  for (const person of extras) await insertAssignment(db, shift, person)
  const end = async (...indexes: number[]) => {
    for (const index of indexes) {
      const off = [{ op: 'Replace', path: 'active', value: 'False' }]
      const reply = await idp.patch(`/Users/${extras[index]!.id}`, off)
      t.match([reply.statusCode, reply.json().active], [200, false], `Extra ${index} is shown as ended`)
    }
  }
  const gone = async () =>
    (await db.select().from(employees).orderBy(asc(employees.id)))
      .filter(({ deactivatedAt }) => deactivatedAt !== null)
      .map(({ name }) => name)
  const held = async () =>
    (await as(ada).get('/api/provisioning')).json().held.map(({ name }: { name: string }) => name)
  const seated = async () =>
    (await db.select().from(assignments).where(isNull(assignments.releasedAt))).length
  const decide = (how: 'confirmation' | 'release', ...indexes: number[]) =>
    as(ada).post(`/api/provisioning/held/${how}`, { employeeIds: indexes.map((index) => extras[index]!.id) })
  return { ...house, extras, end, gone, held, seated, decide }
}
