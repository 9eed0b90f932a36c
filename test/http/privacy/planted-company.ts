import { sql } from 'drizzle-orm'
import type { Test } from 'tap'
import { v7 } from 'uuid'
import type { Db } from '../../../db/client.ts'
import { proposals } from '../../../db/schema/proposals.ts'
import { fifteenPeople } from '../reports/reports-cast.ts'

export const PLANTED = {
  name: 'Plantine Påskelilje',
  email: 'Plantine.P@fjordlys.example',
  phone: '+47 912 34 567',
  learning: 'The hub in the nursery of the Olsens goes blue',
  note: 'Knee operation at the Diakonhjemmet'
}
/** Everything in the database as text: each row of each table, as a dump has them. */
export async function dump(pool: { query: (text: string) => Promise<{ rows: Record<string, string>[] }> }) {
  const { rows: tables } = await pool.query(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`
  )
  const texts: string[] = []
  for (const { name } of tables) {
    const { rows } = await pool.query(
      `select row_to_json(held)::text as line, held::text as plain from ${name} as held`
    )
    texts.push(...rows.map(({ line, plain }) => `${name}: ${line} ${plain}`))
  }
  return { texts, tables: tables.length }
}

/**
 * What she heard stands a second time in others' rows: a theme, a closed season, an answer kept, a failed delivery, a digest. For
 * the season she guessed what would hurt, in words of her own.
 */
async function copyLearning(
  db: Db,
  { lead, plantine, at }: { lead: { id: string }; plantine: { id: string }; at: string }
) {
  const told = JSON.stringify({ text: PLANTED.learning })
  const [themeId, seasonId, noticeId, deliveryId, digestId] = Array.from({ length: 5 }, () => v7())
  await db.execute(sql`insert into themes (id, title, summary, owner_id, answer_by_on, created_by) values
    (${themeId}, 'Hubs', ${PLANTED.learning}, ${lead.id}, '2027-02-01', ${lead.id})`)
  await db.execute(sql`insert into seasons (id, name, from_on, to_on, closed_at, closing) values
    (${seasonId}, 'Long ago', '2020-01-01', '2020-04-01', ${at}::timestamptz, ${told}::jsonb)`)
  await db.execute(sql`with guess as (
      insert into season_guesses (id, season_id, employee_id, served_well_percent) values (${v7()}, ${seasonId}, ${plantine.id}, 80) returning id)
    insert into guessed_pains (guess_id, place, words) select id, 1, ${PLANTED.note} from guess`)
  await db.execute(sql`insert into idempotency_keys (actor_id, key, request_hash, status, body) values
    (${lead.id}, 'kept', 'x', 200, ${told})`)
  await db.execute(sql`with notice as (
      insert into notices (id, employee_id, kind, facts) values (${noticeId}, ${lead.id}, 'test', '{}') returning id)
    insert into deliveries (id, notice_id, employee_id, channel, message_id, next_at, last_error)
    select ${deliveryId}, id, ${lead.id}, 'email', '<1@fjordlys.example>', ${at}::timestamptz, ${`554 refused: ${PLANTED.learning}`} from notice`)
  await db.execute(sql`insert into learning_digests (id, employee_id, kind, due_on, since, until, facts) values
    (${digestId}, ${lead.id}, 'weekly', '2027-01-11', ${at}::timestamptz, ${at}::timestamptz, ${told}::jsonb)`)
}

/** Plantine leaves her words wherever the product takes words, and others write of her. */
export async function plantedCompany(t: Test) {
  const world = await fifteenPeople(t)
  const { db, as, people, helge, work, clock } = world
  const plantine = people.Product![1]!
  const lead = people.Product![0]!
  await db.execute(
    sql`update employees set name = ${PLANTED.name}, email = ${PLANTED.email} where id = ${plantine.id}`
  )
  const key = { 'idempotency-key': 'plant-1' }
  clock.set('2027-01-11T14:30:00Z')
  const { shift, seat } = await work(plantine, '2027-01-11', null)
  const learning = {
    ...{
      type: 'bug',
      triedTo: PLANTED.learning,
      obstacle: `It said call ${PLANTED.phone}, so I rang the customer`,
      timesThisShift: 1
    },
    ...{
      minutesLost: 5,
      customerWords: `“${PLANTED.phone} is my own line”`,
      action: `${PLANTED.name} rang back`
    }
  }
  const handedIn = await as(plantine).send('POST', `/api/shifts/${shift.id}/learnings`, {
    payload: learning,
    headers: key
  })
  const confirmed = await as(plantine).post(`/api/assignments/${seat.id}/hours`, {
    minutes: 200,
    reason: `Called ${PLANTED.phone} and left early`
  })
  const exemption = await as(plantine).post('/api/exemptions', {
    fromOn: '2027-02-01',
    toOn: '2027-03-01',
    reason: 'health',
    note: PLANTED.note
  })
  await db.insert(proposals).values({
    ...{
      kind: 'cover',
      proposerId: plantine.id,
      giveAssignmentId: seat.id,
      message: `My ${PLANTED.note}, sorry`
    },
    expiresAt: clock.now()
  })
  await as(helge).patch(`/api/employees/${plantine.id}`, { title: `${PLANTED.name}, Engineer` })
  await as(plantine).post('/api/me/absences', {
    startsAt: '2027-05-01T00:00:00Z',
    endsAt: '2027-05-20T00:00:00Z',
    kind: 'sick'
  })
  for (const name of ['One key', 'Another key'])
    await as(plantine).post('/api/me/api-keys', {
      ...{ name, scopes: ['me:read'], expiresAt: '2027-03-01T00:00:00Z' }
    })
  await db.execute(sql`insert into notices (id, employee_id, kind, facts) values
    (${v7()}, ${lead.id}, 'test', ${JSON.stringify({ by: { id: plantine.id, name: PLANTED.name }, text: PLANTED.learning })}::jsonb),
    (${v7()}, ${plantine.id}, 'test', ${JSON.stringify({ note: PLANTED.note })}::jsonb)`)
  await db.execute(sql`insert into audit_entries (id, action, object_type, object_id, after) values
    (${v7()}, 'exemption.asked', 'exemption', 'x', ${JSON.stringify({ note: PLANTED.note, reason: `Called ${PLANTED.phone} and left early` })}::jsonb)`)
  await db.execute(sql`
    with hook as (insert into webhooks (id, url, description, events, secret, created_by)
      values (${v7()}, 'https://hooks.example', '', '{}', 'x', ${helge.id}) returning id)
    insert into webhook_deliveries (id, webhook_id, event, payload) select ${v7()}, id, 'learning.submitted',
      ${JSON.stringify({ by: PLANTED.name, text: PLANTED.learning })}::jsonb from hook`)
  await db.execute(sql`insert into job_runs (job, planned_at, failure) values
    ('deliver-notices', ${clock.now().toISOString()}::timestamptz, ${`No mailbox ${PLANTED.email}: ${PLANTED.learning}`})`)
  await db.execute(sql`insert into past_rows (kind, row_id, until, facts) values
    ('another', ${plantine.id}, ${clock.now().toISOString()}::timestamptz, ${JSON.stringify({ name: PLANTED.name })}::jsonb)`)
  await copyLearning(db, { lead, plantine, at: clock.now().toISOString() })
  return { ...world, plantine, lead, shift, seat, replies: { handedIn, confirmed, exemption } }
}
