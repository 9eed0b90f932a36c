import { sql } from 'drizzle-orm'
import type { Db } from './client.ts'

/** Milliseconds a database may take to answer `select 1` and still count as ready. */
const PATIENCE_MS = 2_000

/** Whether the database answers at all, soon. Never throws. */
export async function isDatabaseReady(db: Db): Promise<boolean> {
  const asked = db.execute(sql`select 1`).then(
    () => true,
    () => false
  )
  const patience = new Promise<boolean>((resolve) => {
    setTimeout(() => resolve(false), PATIENCE_MS).unref()
  })
  return Promise.race([asked, patience])
}
