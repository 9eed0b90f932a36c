import { addHours } from 'date-fns'
import { sql } from 'drizzle-orm'
import type { Test } from 'tap'
import { openDatabase } from '../../../db/client.ts'
import { learnings, nothingNewAnswers } from '../../../db/schema/learnings.ts'
import { ledgerEntries } from '../../../db/schema/ledger.ts'
import { quotas } from '../../../db/schema/quotas.ts'
import { seasons } from '../../../db/schema/seasons.ts'
import { servedCases, servedCounts } from '../../../db/schema/served-cases.ts'
import { shiftMoods } from '../../../db/schema/shift-moods.ts'
import { themeLearnings, themeMerges, themes } from '../../../db/schema/themes.ts'
import type { Context } from '../../../src/context.ts'
import { testApp } from '../../helpers/app.ts'
import { insertEmployee, insertSmallCompany } from '../../helpers/people.ts'
import { insertAssignment, insertRotation, insertShift } from '../../helpers/shifts.ts'

/** What a learning says, apart from who heard it and where. */
const HEARD = { type: 'bug' as const, triedTo: 'Pair', obstacle: 'Codes', timesThisShift: 3, minutesLost: 5 }
const ACTOR = { sessionId: null, roles: new Set<never>(), timeZone: 'UTC', locale: 'en' } as const

/**
 * A winter of seven guests, of which everything is counted somewhere: seats, hours, moods, cases, learnings of two themes, one
 * of them within the other, a season of the same days; it is 5 April 2027.
 */
export async function countedWinter(t: Test) {
  const app = await testApp(t, { now: '2027-04-05T08:00:00Z' })
  const company = await insertSmallCompany(app.db)
  const { db } = app
  const { product, lars } = company
  const guests = [company.amara, company.bo]
  for (const name of ['Cleo', 'Dag', 'Elin', 'Finn', 'Gro'])
    guests.push(await insertEmployee(db, name, product))
  await db.insert(quotas).values({ scope: 'organisation', minutes: 240, perWeeks: 4, fromOn: '2026-01-01' })
  const [season] = await db
    .insert(seasons)
    .values({ name: 'Winter', fromOn: '2027-01-01', toOn: '2027-04-01', createdBy: lars.id })
    .returning()
  const theme = { summary: '', ownerId: lars.id, createdBy: lars.id, answerByOn: '2027-05-01' }
  const [hub, codes] = await db
    .insert(themes)
    .values(['Hub', 'Codes'].map((title) => ({ ...theme, title })))
    .returning()
  await db.insert(themeMerges).values({ themeId: codes!.id, intoId: hub!.id, mergedBy: lars.id })

  const rotation = await insertRotation(db, 'Nordic')
  const days = ['01-05', '01-12', '01-19', '02-02', '02-09', '02-16', '03-02']
  const seats = []
  for (const [at, day] of days.entries()) {
    const startsAt = new Date(`2027-${day}T08:00:00Z`)
    const endsAt = addHours(startsAt, 4)
    const shift = await insertShift(db, rotation, startsAt.toISOString(), endsAt.toISOString())
    const seat = await insertAssignment(db, shift, guests[at]!)
    await db.insert(ledgerEntries).values({
      ...{ employeeId: seat.employeeId, kind: 'worked', minutes: 240, onDay: `2027-${day}` },
      assignmentId: seat.id
    })
    seats.push({ ...seat, endsAt, onDay: `2027-${day}` })
  }
  const host = await insertShift(db, rotation, '2027-03-09T08:00:00Z', '2027-03-09T12:00:00Z')
  await insertAssignment(db, host, company.hanna)
  for (const { id: assignmentId, endsAt } of seats.slice(0, 6))
    await db.insert(shiftMoods).values({ assignmentId, mood: 4, answeredAt: endsAt })
  for (const [at, { shiftId, employeeId, endsAt: submittedAt }] of seats.slice(0, 3).entries()) {
    const [told] = await db
      .insert(learnings)
      .values({ ...HEARD, shiftId, employeeId, submittedAt })
      .returning()
    const themeId = at === 0 ? hub!.id : codes!.id
    if (at < 2) await db.insert(themeLearnings).values({ themeId, learningId: told!.id })
  }
  await db.insert(nothingNewAnswers).values({ assignmentId: seats[3]!.id, answeredAt: seats[3]!.endsAt })
  for (const servedWell of ['yes', 'yes', 'no'] as const)
    await db.insert(servedCases).values({ assignmentId: seats[4]!.id, servedWell })
  await db.insert(servedCounts).values({ assignmentId: seats[5]!.id, yes: 5, no: 2, unsure: 1 })
  const opened = openDatabase(app.connection)
  t.teardown(() => opened.close())
  const { amara } = company
  const actor = { ...ACTOR, employeeId: amara.id, name: amara.name, teamId: amara.teamId, leads: [] }
  const ctxOf = (of: unknown, now = app.clock.now): Context => ({
    ...{ db: of as Context['db'], now, actor, requestId: null }
  })
  const owner = opened.db
  await owner.execute(sql`delete from stale_period_counts`)
  return {
    ...app,
    ...company,
    guests,
    seats,
    season: season!,
    hub: hub!,
    codes: codes!,
    rotation,
    owner,
    ctxOf
  }
}

export type CountedWinter = Awaited<ReturnType<typeof countedWinter>>
