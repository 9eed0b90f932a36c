import { eq, sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { openFromConfig } from '../../db/open.ts'
import { absences } from '../../db/schema/absences.ts'
import { drafts } from '../../db/schema/drafts.ts'
import { quotas } from '../../db/schema/quotas.ts'
import type { AnyContext } from '../../src/context.ts'
import { createDraft } from '../../src/rotations/create-draft.ts'
import { publishDraft } from '../../src/rotations/publish-draft.ts'
import { createRotation } from '../../src/rotations/rotations.ts'
import { insertEmployee, insertTeam } from '../helpers/people.ts'
import { readBooks } from './publish-books.ts'

/**
 * The app as its parent kills it: waits for a folder, opens the database there, reports what the books say, and then
 * publishes one draft after the other. Each differs from the one before in about half of its guests.
 */
process.once('message', ({ dataDir }: { dataDir: string }) => void live(dataDir))

async function live(dataDir: string): Promise<void> {
  const { db } = await openFromConfig({ dataDir, log: () => {}, max: 2 })
  const ctx: AnyContext = { db, now: () => new Date('2027-03-01T08:00:00Z'), actor: null, requestId: null }
  const templates = await templatesOf(db)
  const { rotationId, ids } = templates.length === 2 ? bothOf(templates) : await found(ctx)
  process.send?.({ kind: 'books', books: await readBooks(db) })
  for (;;) {
    const draftId = await nextDraft(db, ids)
    process.send?.({ kind: 'publishing' })
    const startedAt = performance.now()
    await publishDraft(ctx, { rotationId, draftId })
    process.send?.({ kind: 'published', millis: performance.now() - startedAt })
  }
}

/** The two plans that all others are copies of: seeds 1 and 2, older than any copy. */
async function templatesOf(db: Db) {
  return db.select().from(drafts).where(eq(drafts.factsDigest, 'template')).orderBy(drafts.seed)
}

function bothOf(rows: { id: string; rotationId: string }[]) {
  return { rotationId: rows[0]!.rotationId, ids: rows.map(({ id }) => id) }
}

/** Founds a company of 2 hosts and 12 guests, and plans four weeks with one half of the guests away, then the other. */
async function found(ctx: AnyContext) {
  const support = await insertTeam(ctx.db, 'Support')
  const product = await insertTeam(ctx.db, 'Product', 4)
  for (const name of ['Hanna Host', 'Henrik Host'])
    await insertEmployee(ctx.db, name, support, { isHost: true })
  const guests: string[] = []
  for (const letter of 'ABCDEFGHIJKL')
    guests.push((await insertEmployee(ctx.db, `Guest ${letter}`, product)).id)
  await ctx.db
    .insert(quotas)
    .values({ scope: 'organisation', minutes: 960, perWeeks: 4, fromOn: '2027-03-08' })
  const rotation = await createRotation(ctx, {
    name: 'Nordic',
    timeZone: 'Europe/Oslo',
    slots: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, startsAt: '09:00', endsAt: '13:00' })),
    seats: { min: 1, desired: 3, max: 4 },
    hostsRequired: 1,
    eligibleTeamIds: null,
    eligibleLevels: null,
    validFrom: '2027-01-01',
    validTo: null,
    holidayCountry: 'NO',
    holidayRule: 'skip',
    leadTimeDays: 0,
    spacingDays: 7,
    swapsNeedApproval: false,
    undoMinutes: 30,
    preparationMinutes: 0,
    countsFixIt: false,
    fixItMinutes: 120,
    queueUrl: null,
    slackChannelId: null,
    slackLocale: 'en'
  })
  const half = guests.length / 2
  const ids = [
    await planWithout(ctx, rotation.id, guests.slice(half), 1),
    await planWithout(ctx, rotation.id, guests.slice(0, half), 2)
  ]
  return { rotationId: rotation.id, ids }
}

async function planWithout(
  ctx: AnyContext,
  rotationId: string,
  away: string[],
  seed: number
): Promise<string> {
  const span = { startsAt: new Date('2027-03-01T00:00Z'), endsAt: new Date('2027-05-01T00:00Z') }
  await ctx.db
    .insert(absences)
    .values(away.map((employeeId) => ({ employeeId, kind: 'leave' as const, ...span })))
  const draftId = await createDraft(ctx, rotationId, { fromOn: '2027-03-08', toOn: '2027-04-05', seed })
  await ctx.db.delete(absences)
  await ctx.db.update(drafts).set({ factsDigest: 'template' }).where(eq(drafts.id, draftId))
  return draftId
}

/** A copy of the plan that is not published now. */
async function nextDraft(db: Db, ids: string[]): Promise<string> {
  const { rows: last } = await db.execute<{ seed: number }>(sql`
    select d.seed from publications p join drafts d on d.id = p.draft_id order by p.id desc limit 1`)
  const template = ids[last[0]?.seed === 1 ? 1 : 0]!
  return db.transaction(async (tx) => {
    const { rows } = await tx.execute<{ id: string }>(sql`
      insert into drafts (id, rotation_id, from_on, to_on, seed, score, bound, facts_digest)
      select gen_random_uuid(), rotation_id, from_on, to_on, seed, score, bound, 'copy' from drafts where id = ${template}
      returning id`)
    const draftId = rows[0]!.id
    await tx.execute(sql`
      insert into draft_shifts (id, draft_id, on_day, starts_at, ends_at, min_seats, desired_seats, max_seats,
        hosts_required, is_holiday)
      select gen_random_uuid(), ${draftId}, on_day, starts_at, ends_at, min_seats, desired_seats, max_seats,
        hosts_required, is_holiday from draft_shifts where draft_id = ${template}`)
    await tx.execute(sql`
      insert into draft_assignments (draft_shift_id, employee_id, reason)
      select copy.id, a.employee_id, a.reason from draft_assignments a
      join draft_shifts s on s.id = a.draft_shift_id and s.draft_id = ${template}
      join draft_shifts copy on copy.draft_id = ${draftId} and copy.starts_at = s.starts_at`)
    return draftId
  })
}
