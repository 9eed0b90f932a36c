import { addDays } from 'date-fns'
import { applicationRole } from '../../db/application-role.ts'
import { type Connection, type Db, openDatabase } from '../../db/client.ts'
import { migrate } from '../../db/migrate.ts'
import { apiKeys } from '../../db/schema/api-keys.ts'
import { employees } from '../../db/schema/employees.ts'
import { seedCompany } from '../../db/seed/seed-company.ts'
import { buildApp } from '../../src/app.ts'
import { hashOfSecret } from '../../src/lib/secret-token.ts'
import { newKeyToken } from '../../src/sign-in/keys/key-token.ts'
import { SCOPES } from '../../src/sign-in/keys/scopes.ts'
import { openSession } from '../../src/sign-in/sessions.ts'
import type { SigningKey } from '../../src/sign-in/signing-key.ts'

/** Somebody in whose name a script asks. */
export interface Caller {
  id: string
  name: string
  token: string
}

/** A company in an empty database, and a key for everybody who is in it today. */
export async function foundCompany(
  connection: Connection,
  people: number
): Promise<{ callers: Caller[]; hr: Caller }> {
  await migrate(connection)
  const { db, close } = openDatabase(connection, { role: applicationRole })
  try {
    const { signIn: cast } = await seedCompany(db, { people, now: new Date() })
    const callers = await giveKeys(db)
    return { callers, hr: callers.find(({ id }) => id === cast.hr.id)! }
  } finally {
    await close()
  }
}

/** Past the API, which makes keys for the person who asks alone. */
export async function giveKeys(db: Db): Promise<Caller[]> {
  const now = new Date()
  const people = await db.select().from(employees)
  const present = people.filter(({ deactivatedAt }) => deactivatedAt === null)
  const callers = present.map(({ id, name }) => ({ id, name, token: newKeyToken() }))
  await db.insert(apiKeys).values(
    callers.map(({ id, token }) => ({
      ...{ employeeId: id, name: 'Faults', scopes: [...SCOPES], createdAt: now },
      ...{ tokenHash: hashOfSecret(token), expiresAt: addDays(now, 2) }
    }))
  )
  return callers
}

/** Signs somebody in, as pages want it: no key opens those. @returns what an `Authorization` header bears */
export async function signIn(connection: Connection, signingKey: SigningKey, who: Caller): Promise<string> {
  const { db, close } = openDatabase(connection, { role: applicationRole })
  const now = () => new Date()
  const app = await buildApp({ db, now, signingKey, publicUrl: 'http://localhost' })
  try {
    const ctx = { db, now, actor: null, requestId: null }
    return (await db.transaction((tx) => openSession(app, tx, ctx, who.id))).accessToken
  } finally {
    await app.close()
    await close()
  }
}
