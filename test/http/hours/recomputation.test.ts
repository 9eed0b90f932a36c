import { addDays, addHours } from 'date-fns'
import fc from 'fast-check'
import t, { type Test } from 'tap'
import type { Db } from '../../../db/client.ts'
import { closedBalances, closings } from '../../../db/schema/closings.ts'
import { ledgerEntries } from '../../../db/schema/ledger.ts'
import { quotas } from '../../../db/schema/quotas.ts'
import { addDays as addLocalDays } from '../../../src/engine/time/add-days.ts'
import { closeDuePeriods } from '../../../src/hours/close-period.ts'
import { readBalances } from '../../../src/hours/read-balances.ts'
import { readOwedByPeriod } from '../../../src/quotas/read-due.ts'
import { testApp } from '../../helpers/app.ts'
import { insertSmallCompany } from '../../helpers/people.ts'
import { insertAssignment, insertRotation, insertShift } from '../../helpers/shifts.ts'

/** What may happen to the books; numbers are read as far as they mean something at the time. */
type Step =
  | { what: 'confirm' | 'correct' | 'credit'; who: number; nth: number; minutes: number }
  | { what: 'exempt' | 'quota'; who: number; nth: number; minutes: number }
  | { what: 'close' | 'wait'; who: number; nth: number; minutes: number }

const KINDS = [
  'confirm',
  'confirm',
  'correct',
  'correct',
  'credit',
  'exempt',
  'quota',
  'close',
  'wait',
  'wait'
] as const
const STEPS = fc.array(
  fc.record({
    what: fc.constantFrom(...KINDS),
    who: fc.nat(2),
    nth: fc.nat(30),
    minutes: fc.integer({ min: 1, max: 700 })
  }) as fc.Arbitrary<Step>,
  { minLength: 25, maxLength: 25 }
)

/** Three people with a shift every second week of 2027's first three quarters, and ten minutes due a day. */
async function aYearOfBooks(t: Test) {
  const app = await testApp(t, { now: '2027-01-04T08:00:00Z' })
  const company = await insertSmallCompany(app.db)
  const people = [company.amara, company.bo, company.ada]
  const rotation = await insertRotation(app.db, 'Nordic', { preparationMinutes: 15 })
  const seats: { id: string; who: number; endsAt: Date }[] = []
  for (let week = 0; week < 20; week += 1) {
    for (const [who, person] of people.entries()) {
      const startsAt = addHours(addDays(new Date('2027-01-05T08:00:00Z'), week * 14), who * 4)
      const shift = await insertShift(
        app.db,
        rotation,
        startsAt.toISOString(),
        addHours(startsAt, 4).toISOString()
      )
      const { id } = await insertAssignment(app.db, shift, person)
      seats.push({ id, who, endsAt: shift.endsAt })
    }
  }
  await app.db
    .insert(quotas)
    .values({ scope: 'organisation', minutes: 280, perWeeks: 4, fromOn: '2026-12-01' })
  return { ...app, ...company, people, seats }
}

type Books = Awaited<ReturnType<typeof aYearOfBooks>>

const dayOf = (at: Date) => at.toISOString().slice(0, 10)

/** One step over HTTP; what the rules refuse is refused. True when something was done. */
async function take(books: Books, { what, who, nth, minutes }: Step): Promise<boolean> {
  const { as, clock, people, seats, lars, helge, db } = books
  const person = people[who]!
  const today = dayOf(clock.now())
  const done = (reply: { statusCode: number; body: string }) => {
    if (reply.statusCode >= 500) throw new Error(reply.body)
    return reply.statusCode < 300
  }
  if (what === 'wait') {
    clock.set(addDays(clock.now(), 10 + (minutes % 30)).toISOString())
    return true
  }
  if (what === 'confirm') {
    const over = seats.filter((seat) => seat.who === who && seat.endsAt <= clock.now())
    const seat = over[nth % Math.max(1, over.length)]
    const body = minutes < 350 ? {} : { minutes: minutes - 350, reason: 'As it was' }
    return seat ? done(await as(lars).post(`/api/assignments/${seat.id}/hours`, body)) : false
  }
  if (what === 'correct') {
    const entries = (await db.select().from(ledgerEntries)).filter(
      ({ employeeId }) => employeeId === person.id
    )
    const entry = entries[nth % Math.max(1, entries.length)]
    const body = { minutes, reason: 'It was otherwise' }
    return entry ? done(await as(lars).post(`/api/hours/${entry.id}/correction`, body)) : false
  }
  if (what === 'credit') {
    const onDay = addLocalDays(today, -(nth * 7))
    return done(
      await as(lars).post(`/api/employees/${person.id}/credits`, { minutes, onDay, reason: 'A page' })
    )
  }
  if (what === 'quota') {
    const fromOn = addLocalDays(today, (nth - 20) * 6)
    const quota = { scope: 'person', employeeId: person.id, hours: minutes % 20, weeks: 4, fromOn }
    return done(await as(helge).post('/api/quotas', quota))
  }
  if (what === 'exempt') {
    const days = { fromOn: addLocalDays(today, nth), toOn: addLocalDays(today, nth + 1 + (minutes % 60)) }
    const asked = await as(person).post('/api/exemptions', { ...days, reason: 'role' })
    if (!done(asked)) return false
    for (const by of [lars, helge]) done(await as(by).post(`/api/exemptions/${asked.json().id}/approval`))
    return true
  }
  const last = (await db.select().from(closings))
    .map(({ toOn }) => toOn)
    .toSorted()
    .at(-1)
  return done(await as(helge).post('/api/hours/closings', { onDay: last ?? '2027-01-01' }))
}

/** The books recomputed from the bare entries, beside the code that keeps them: what does not agree. */
async function disagreements(db: Db, today: string): Promise<string[]> {
  const entries = await db.select().from(ledgerEntries)
  const stored = await db.select().from(closedBalances)
  const sum = (rows: typeof entries) => rows.reduce((total, { minutes }) => total + minutes, 0)
  const wrong: string[] = []
  for (const { id, fromOn, toOn, capMinutes } of await db.select().from(closings)) {
    const [owed] = await readOwedByPeriod(db, { periods: [{ fromOn, toOn }] })
    const within = entries.filter(({ onDay }) => fromOn <= onDay && onDay < toOn)
    for (const [employeeId, { dueMinutes, waivedMinutes }] of owed!) {
      const own = within.filter((entry) => entry.employeeId === employeeId && entry.closingId !== id)
      const of = (kind: string) => sum(own.filter((entry) => entry.kind === kind))
      const lines = entries.filter((entry) => entry.employeeId === employeeId && entry.closingId === id)
      const balance = sum(own) + waivedMinutes - dueMinutes
      const expected = {
        ...{ dueMinutes, waivedMinutes: waivedMinutes + of('waived') },
        ...{ workedMinutes: of('worked'), creditedMinutes: of('credited'), broughtMinutes: of('carried') },
        ...{ balanceMinutes: balance, takenMinutes: Math.max(-capMinutes, Math.min(capMinutes, balance)) }
      }
      const row = stored.find((each) => each.closingId === id && each.employeeId === employeeId)
      const nothing = Object.values(expected).every((minutes) => minutes === 0)
      if (!row && nothing) continue
      for (const [name, minutes] of Object.entries(expected)) {
        const found = row?.[name as keyof typeof expected]
        if (found !== minutes) wrong.push(`${fromOn} ${employeeId} ${name}: ${found}, not ${minutes}`)
      }
      const out = sum(lines.filter(({ onDay }) => onDay < toOn))
      const into = sum(lines.filter(({ onDay }) => onDay >= toOn))
      if (out !== -balance || into !== expected.takenMinutes)
        wrong.push(`${fromOn} ${employeeId} lines ${out} ${into}`)
    }
  }
  return [...wrong, ...(await openDisagreements(db, entries, today))]
}

/** Any span of days adds up, whatever was closed in it. */
async function openDisagreements(db: Db, entries: (typeof ledgerEntries.$inferSelect)[], today: string) {
  const wrong: string[] = []
  for (const fromOn of ['2027-01-01', '2027-02-15', '2027-04-01']) {
    const period = { fromOn, toOn: addLocalDays(today < fromOn ? fromOn : today, 1) }
    const [owed] = await readOwedByPeriod(db, { periods: [period] })
    for (const [employeeId, { balanceMinutes }] of await readBalances(db, period)) {
      const own = entries.filter((entry) => entry.employeeId === employeeId)
      const within = own.filter(({ onDay }) => period.fromOn <= onDay && onDay < period.toOn)
      const { dueMinutes, waivedMinutes } = owed!.get(employeeId)!
      const expected = within.reduce((sum, { minutes }) => sum + minutes, waivedMinutes - dueMinutes)
      if (balanceMinutes !== expected)
        wrong.push(`${fromOn} ${employeeId}: ${balanceMinutes}, not ${expected}`)
    }
  }
  return wrong
}

t.test(
  'whatever happens, the stored balances are those that the entries give',
  { timeout: 300_000 },
  async (t) => {
    for (const [i, steps] of fc.sample(STEPS, { numRuns: 6, seed: 2027 }).entries()) {
      await t.test(`year ${i + 1}`, async (t) => {
        const books = await aYearOfBooks(t)
        const { db, clock } = books
        const system = { db, now: clock.now, actor: null, requestId: null }
        const happened: string[] = []
        let seen = new Map<string, number>()
        for (const step of steps) {
          if (!(await take(books, step))) continue
          happened.push(step.what)
          // Quotas and exemptions change what was due; the daily run brings closed periods in line with that.
          if (['quota', 'exempt', 'wait'].includes(step.what)) await closeDuePeriods(system)
          const wrong = await disagreements(db, dayOf(clock.now()))
          if (wrong.length > 0) t.strictSame(wrong, [], happened.join(' '))
          const rows = new Map(
            (await db.select().from(ledgerEntries)).map(({ id, minutes }) => [id, minutes])
          )
          for (const [id, minutes] of seen) if (rows.get(id) !== minutes) t.fail(`entry ${id} was rewritten`)
          seen = rows
        }
        t.ok(happened.length > 10, happened.join(' '))
        t.ok(seen.size > 5, `${seen.size} entries, ${(await db.select().from(closings)).length} closings`)
      })
    }
  }
)
