import { openDatabase } from '../db/client.ts'
import { buildApp } from '../src/app.ts'
import { newSigningKey } from '../src/sign-in/signing-key.ts'

/** The OpenAPI document as the API serves it. Needs no database: the pool is never used. */
export async function openapiText(): Promise<string> {
  const { db, close } = openDatabase({ url: 'postgres://nobody@localhost/none' })
  const app = await buildApp({
    db,
    now: () => new Date(0),
    signingKey: newSigningKey(),
    publicUrl: 'http://localhost:3000'
  })
  const text = `${JSON.stringify(app.swagger(), null, 2)}\n`
  await app.close()
  await close()
  return text
}
