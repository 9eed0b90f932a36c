import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import type { Locale } from '../words.ts'
import { lockPerson, updatePerson } from './queries/people.ts'

/** The actor reads pages and messages in this language from now on. */
export async function chooseLanguage(ctx: Context, locale: Locale): Promise<void> {
  const { employeeId } = ctx.actor
  await ctx.db.transaction(async (tx) => {
    const person = await lockPerson(tx, employeeId)
    if (!person || person.locale === locale) return
    await updatePerson(tx, employeeId, { locale })
    const change = { action: 'employee.changed', objectType: 'employee', objectId: employeeId }
    await recordAudit(tx, ctx, { ...change, before: { locale: person.locale }, after: { locale } })
  })
}
