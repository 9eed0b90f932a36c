import { asc, eq } from 'drizzle-orm'
import type { Queryable, Tx } from '../../../db/client.ts'
import { employees } from '../../../db/schema/employees.ts'
import { hourlyRates } from '../../../db/schema/hourly-rates.ts'

/** All rates ever entered, in the order in which they begin. */
export async function listHourlyRates(db: Queryable) {
  return db
    .select({
      id: hourlyRates.id,
      fromOn: hourlyRates.fromOn,
      centsPerHour: hourlyRates.centsPerHour,
      currency: hourlyRates.currency,
      enteredAt: hourlyRates.enteredAt,
      enteredBy: employees.name
    })
    .from(hourlyRates)
    .leftJoin(employees, eq(employees.id, hourlyRates.enteredBy))
    .orderBy(asc(hourlyRates.fromOn), asc(hourlyRates.enteredAt), asc(hourlyRates.id))
}

export async function insertHourlyRate(tx: Tx, row: typeof hourlyRates.$inferInsert): Promise<string> {
  const [inserted] = await tx.insert(hourlyRates).values(row).returning({ id: hourlyRates.id })
  return inserted!.id
}
