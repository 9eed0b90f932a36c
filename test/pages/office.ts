import { addDays, addHours } from 'date-fns'
import { eq } from 'drizzle-orm'
import type pg from 'pg'
import type { Test } from 'tap'
import type { Db } from '../../db/client.ts'
import { apiKeys } from '../../db/schema/api-keys.ts'
import { companyDays } from '../../db/schema/company-days.ts'
import { controlMeasures } from '../../db/schema/control-measures.ts'
import { decayReviews } from '../../db/schema/decay-reviews.ts'
import { deliveries } from '../../db/schema/deliveries.ts'
import { employees } from '../../db/schema/employees.ts'
import { exemptions } from '../../db/schema/exemptions.ts'
import { fixItBlocks } from '../../db/schema/fix-it-blocks.ts'
import { leadersFirstPolicies } from '../../db/schema/leaders-first.ts'
import { learnings } from '../../db/schema/learnings.ts'
import { planningPolicies } from '../../db/schema/planning-policies.ts'
import { productAreas } from '../../db/schema/product-areas.ts'
import { guessedPains, seasonGuesses } from '../../db/schema/season-guesses.ts'
import { seasonGoals, seasons } from '../../db/schema/seasons.ts'
import { webhookDeliveries, webhooks } from '../../db/schema/webhooks.ts'
import { testApp } from '../helpers/app.ts'
import { asOwner } from '../helpers/database.ts'
import { insertEmployee } from '../helpers/people.ts'
import { insertAssignment, insertRotation, insertShift } from '../helpers/shifts.ts'
import { insertWorld, type World } from '../helpers/world.ts'
import { PAYLOADS } from '../web/payloads.ts'

/** A company with something on every page of the office, and a theme of it. */
export async function office(t: Test, parts: { demo?: boolean } = {}) {
  const house = await testApp(t, parts)
  const world = await insertWorld(house.db, house.clock.now())
  const made = await house.as(world.hanna).post('/api/themes', { title: 'The hub', ownerId: world.lars.id })
  return { ...house, world, themeId: made.json().id as string }
}

/** Pages with the person who looks at them. */
export function pagesOf(
  {
    rotation,
    draftId,
    draftShiftId,
    publicationId,
    bo,
    belongings,
    amara,
    lars,
    season,
    themes,
    hooks,
    swapIds
  }: World,
  themeId: string
) {
  const seat = belongings.get(amara.id)!.assignmentId
  return [
    ['ada', '/plan'],
    ['ada', `/plan/${rotation.id}`],
    ['ada', `/plan/${rotation.id}/edit`],
    ['ada', `/plan/drafts/${draftId}`],
    ['ada', `/plan/drafts/${draftId}/shifts/${draftShiftId}`],
    ['ada', `/plan/publications/${publicationId}`],
    ['lars', '/team'],
    ['lars', `/team/seats/${seat}`],
    ['lars', '/team/quotas'],
    ['lars', '/team/exemptions'],
    ['lars', '/learnings'],
    ['lars', '/learnings/heard'],
    ['lars', `/learnings/themes/${themeId}`],
    ['lars', `/learnings/themes/${themeId}/split`],
    ['lars', '/leadership'],
    ['helge', '/reports'],
    ['helge', '/people'],
    ['helge', `/people/${bo.id}`],
    ['helge', '/reports/people'],
    ['lars', '/reports/people?look=yes'],
    ['ada', '/start'],
    ['ada', '/settings/jobs'],
    ['lars', '/seasons'],
    ['ada', `/seasons/${season.seasonId}`],
    ['lars', `/seasons/${season.seasonId}/gap`],
    ['ada', `/seasons/${season.seasonId}/closing`],
    ['ada', `/seasons/${season.seasonId}/edit`],
    ['lars', `/seasons/${season.seasonId}/goals/${season.goalId}/evidence`],
    ['lars', '/leadership/first'],
    ['helge', '/leadership/decay'],
    ['ada', '/settings'],
    ['ada', '/settings/planning'],
    ['ada', '/settings/holidays'],
    ['ada', '/settings/areas'],
    ['ada', `/settings/areas/${themes.areaId}`],
    ['lars', `/seasons/attach?kind=theme&id=${themeId}`],
    ['ada', '/settings/rates'],
    ['ada', '/settings/retention'],
    ['ada', '/settings/messages'],
    ['ada', '/settings/webhooks'],
    ['ada', `/settings/webhooks/${hooks.webhookId}`],
    ['ada', '/settings/keys'],
    ['ada', '/settings/provisioning'],
    ['ada', '/settings/slack'],
    ['helge', `/learnings/brief?themeId=${themeId}`],
    ['helge', '/me/sessions'],
    ['lars', '/me/data'],
    ['helge', '/me/notices'],
    ['eva', `/swaps/${swapIds.get(lars.id)!}/counter`],
    ['lars', `/shifts/${belongings.get(lars.id)!.shiftId}/served`]
  ] as const
}

/** Every text of seasons, leadership and settings. */
async function insertTexts(
  db: Db,
  { season: { seasonId, goalId, reviewId }, ada, lars, hooks: { webhookId } }: World,
  { short, long }: { short: string; long: string }
): Promise<void> {
  await db
    .update(seasons)
    .set({ name: short.slice(0, 100) })
    .where(eq(seasons.id, seasonId))
  await db
    .update(seasonGoals)
    .set({ goal: long, measure: long, strategyLine: long })
    .where(eq(seasonGoals.id, goalId))
  const decided = { decision: 'keep' as const, decidedAt: new Date(), decidedBy: ada.id }
  await db
    .update(decayReviews)
    .set({ reason: long, ...decided })
    .where(eq(decayReviews.id, reviewId))
  const [guess] = await db
    .insert(seasonGuesses)
    .values({ seasonId, employeeId: lars.id, servedWellPercent: 80 })
    .returning()
  await db.insert(guessedPains).values({ guessId: guess!.id, place: 1, words: short })
  await db.insert(leadersFirstPolicies).values({ isOn: false, reason: long, setBy: ada.id })
  const usual = { evenLoad: 'usual', evenUnpopular: 'usual', wishes: 'usual', promises: 'more' } as const
  await db.insert(planningPolicies).values({ ...usual, reason: long, setBy: ada.id })
  await db.insert(productAreas).values({ name: short, ownerId: lars.id })
  await db.insert(companyDays).values({ onDay: '2027-05-17', name: short })
  await db.update(webhooks).set({ description: short, url: long }).where(eq(webhooks.id, webhookId))
  await db.update(webhookDeliveries).set({ failure: long }).where(eq(webhookDeliveries.webhookId, webhookId))
  await db.update(deliveries).set({ lastError: long })
  await db.insert(controlMeasures).values({
    ...{ purpose: long, legalBasis: long, consulted: long, recordedBy: lars.id },
    ...{ consultedOn: '2027-01-01', fromOn: '2027-01-01', toOn: '2027-12-31' }
  })
  await db.update(apiKeys).set({ name: short })
  await db.update(fixItBlocks).set({ outcome: long, doneAt: new Date() })
}

/** Texts that people do not write: words of ours, what machines go by, and what is only ever compared. */
const OF_MACHINES =
  /(time_zone|country|region|_hash|_digest|_salt|hash|kind|via|action|object_\w+|acted_as|request_id|signature|secret|previous_secret|currency|email|user_name|external_id|issuer|subject|message_id|receipt|event|channel_id|slack_\w+|ts|says|key|body|asked|job|notice_group|provider_sid|facts_digest|manager_ref|id|name_key|stage|scopes|digest)$/

/**
 * Writes into every text column of the database, of rows that are there, as far as it may hold such a thing. Returns the
 * columns that took it.
 */
async function writeEverywhere(owner: pg.Client, payload: string): Promise<Set<string>> {
  const { rows } = await owner.query<{ table: string; column: string }>(`
    select c.table_name as table, c.column_name as column from information_schema.columns c
    join information_schema.tables using (table_schema, table_name)
    where table_schema = 'public' and table_type = 'BASE TABLE' and data_type = 'text' and is_generated = 'NEVER'
      and table_name !~ '^(audit|erasures|past_rows|idempotency)'`)
  const taken = new Set<string>()
  for (const { table, column } of rows.filter((row) => !OF_MACHINES.test(row.column))) {
    const place = owner.escapeIdentifier(table)
    const written = async (text: string) => {
      const change = owner.query(`update ${place} set ${owner.escapeIdentifier(column)} = ${text}`, [payload])
      // What a constraint holds to a form of its own takes no such text.
      return ((await change.catch(() => null))?.rowCount ?? 0) > 0
    }
    if ((await written('$1')) || (await written('left($1, 80) || ctid::text')))
      taken.add(`${table}.${column}`)
  }
  return taken
}

/** Writes the payloads wherever a text can stand, and says of which theme. Lars and Ada read the other two languages. */
export async function fillWithPayloads(
  t: Test,
  { db, as, world, clock, connection }: Awaited<ReturnType<typeof office>>
): Promise<string> {
  const long = PAYLOADS.join(' ')
  const short = PAYLOADS.slice(0, 3).join(' ')
  const theme = { title: short, summary: long, ownerId: world.lars.id }
  const themeId = (await as(world.hanna).post('/api/themes', theme)).json().id as string
  const rotation = await insertRotation(db, short, { hostsRequired: 0, queueUrl: 'javascript:x()' })
  await as(world.lars).post(`/api/themes/${themeId}/decisions`, { decision: 'deciding', reason: long })
  for (const [at, payload] of PAYLOADS.entries()) {
    const email = `payload-${at}@fjordlys.example`
    const guest = await insertEmployee(db, payload, world.product, { email, title: payload })
    const startsAt = addHours(addDays(clock.now(), -at - 1), 2)
    const shift = await insertShift(db, rotation, startsAt.toISOString(), addHours(startsAt, 1).toISOString())
    await insertAssignment(db, shift, guest)
    const words = { type: 'bug' as const, triedTo: payload, obstacle: payload, customerWords: payload }
    const [heard] = await db
      .insert(learnings)
      .values({ shiftId: shift.id, employeeId: guest.id, ...words })
      .returning()
    if (at < 10) await as(world.hanna).put(`/api/learnings/${heard!.id}/theme`, { themeId })
    const days = { fromOn: '2027-08-01', toOn: '2027-09-01', reason: 'other' as const, note: payload }
    await db.insert(exemptions).values({ ...days, employeeId: guest.id, askedBy: guest.id })
  }
  await insertTexts(db, world, { short, long })
  const taken = await writeEverywhere(await asOwner(t, connection), long)
  t.ok(taken.size >= 35, [...taken].toSorted().join(', '))
  // Every page is written in the other two languages as well.
  await db.update(employees).set({ locale: 'nb' }).where(eq(employees.id, world.lars.id))
  await db.update(employees).set({ locale: 'sv' }).where(eq(employees.id, world.ada.id))
  return themeId
}
