import { eq } from 'drizzle-orm'
import type { Db } from '../../../db/client.ts'
import { absences } from '../../../db/schema/absences.ts'
import { assignments } from '../../../db/schema/assignments.ts'
import { companyDays } from '../../../db/schema/company-days.ts'
import { exemptions } from '../../../db/schema/exemptions.ts'
import { fixItBlocks } from '../../../db/schema/fix-it-blocks.ts'
import { learnings } from '../../../db/schema/learnings.ts'
import { ledgerEntries } from '../../../db/schema/ledger.ts'
import { quotas } from '../../../db/schema/quotas.ts'
import { rotationSlots } from '../../../db/schema/rotations.ts'
import { unavailableHours } from '../../../db/schema/unavailable-hours.ts'
import { wishes } from '../../../db/schema/wishes.ts'
import { addDays } from '../../../src/engine/time/add-days.ts'
import { weekdayOf } from '../../../src/engine/time/weekday-of.ts'
import { type Employee, insertEmployee, insertTeam } from '../../helpers/people.ts'
import { insertRotation, insertShift, type Rotation, type Shift } from '../../helpers/shifts.ts'
import { chanceOf } from '../model/choose.ts'

const FIRST_DAY = '2027-01-18'
const LAST_DAY = '2027-04-20'
const HOUR = 3_600_000

/** Who is like nobody else, and who is: chance decides, the same each time. */
function chooser(seed: number) {
  const chance = chanceOf(seed)
  const oneOf = <Thing>(...things: Thing[]): Thing => things[Math.floor(chance() * things.length)]!
  return { chance, oneOf, happens: (share: number) => chance() < share }
}

type Chooser = ReturnType<typeof chooser>

/**
 * Some forty people of all kinds with two rotations over three months: hosts, newcomers, leavers, three zones, odd weeks,
 * seats and parts of seats, absences, blocks, hours, wishes, quotas, exemptions and hours in the ledger.
 */
export async function randomCompany(db: Db, seed: number) {
  const choose = chooser(seed)
  const { oneOf } = choose
  const teams = [
    await insertTeam(db, 'North', 2),
    await insertTeam(db, 'South', 3),
    await insertTeam(db, 'West', 9)
  ]
  const people: Employee[] = []
  for (let n = 0; n < 40; n += 1)
    people.push(
      await insertEmployee(
        db,
        `Person ${'abcdefghij'[n % 10]}${'klmn'[Math.floor(n / 10)]}`,
        oneOf(...teams),
        traitsOf(choose)
      )
    )
  const wide = { spacingDays: 4, maxSeats: 6, minSeats: 2, desiredSeats: 3 }
  const rotations = [
    await insertRotation(db, 'Everybody', {
      ...wide,
      holidayRule: oneOf('skip' as const, 'unpopular' as const)
    }),
    await insertRotation(db, 'Some', {
      ...wide,
      timeZone: 'America/New_York',
      hostsRequired: 0,
      spacingDays: 9,
      eligibleTeamIds: [teams[0]!.id, teams[1]!.id],
      eligibleLevels: ['staff', 'lead']
    })
  ]
  for (const { id: rotationId } of rotations)
    for (const weekday of [1, 2, 4, 6])
      await db.insert(rotationSlots).values({ rotationId, weekday, startsAt: '09:00', endsAt: '13:00' })
  const shifts: Shift[] = []
  for (const rotation of rotations) shifts.push(...(await shiftsOf(db, rotation)))
  await seat(db, choose, people, shifts)
  await db.insert(quotas).values([
    { scope: 'organisation', minutes: oneOf(3000, 6000), perWeeks: 4, fromOn: '2026-01-01' },
    { scope: 'team', teamId: teams[1]!.id, minutes: 300, perWeeks: 4, fromOn: '2026-01-01' }
  ])
  await db.insert(companyDays).values({ onDay: '2027-03-09', name: 'Garden day' })
  for (const person of people) await live(db, choose, person, people[0]!)
  return { people }
}

function traitsOf({ oneOf, happens }: Chooser): Partial<Employee> {
  const at = new Date('2027-02-20T00:00:00Z')
  return {
    isHost: happens(0.5),
    readiness: oneOf('ready', 'ready', 'ready', 'ready', 'shadowing', 'in_training'),
    level: oneOf('staff', 'staff', 'lead', 'executive'),
    ...oneOf(
      { timeZone: 'Europe/Oslo', country: 'NO' },
      { timeZone: 'Europe/Oslo', country: 'NO' },
      { timeZone: 'Pacific/Auckland', country: 'NZ' },
      { timeZone: 'America/Los_Angeles', country: 'US', region: 'CA' }
    ),
    ...oneOf(
      {},
      { workStartsAt: '00:00', workEndsAt: '24:00', workingDays: [1, 2, 3, 4, 5, 6, 7] },
      { workStartsAt: '00:00', workEndsAt: '24:00', workingDays: [1, 2, 3, 4, 5, 6, 7] },
      { workEndsAt: '12:00' }
    ),
    ...oneOf<Partial<Employee>>(
      {},
      {},
      {},
      { joinedOn: oneOf('2027-03-01', '2027-03-10') },
      { leavesOn: oneOf('2027-03-08', '2027-03-20') }
    ),
    ...oneOf<Partial<Employee>>({}, {}, {}, {}, {}, {}, { deactivatedAt: at }, { suspendedAt: at })
  }
}

/** Four a week, by the clock of the rotation's zone as near as a day's offset. */
async function shiftsOf(db: Db, rotation: Rotation): Promise<Shift[]> {
  const hour = rotation.timeZone === 'Europe/Oslo' ? 8 : 14
  const shifts: Shift[] = []
  for (let day = FIRST_DAY; day < LAST_DAY; day = addDays(day, 1)) {
    if (![1, 2, 4, 6].includes(weekdayOf(day))) continue
    // The clocks go forward in March: the pattern's hours are one earlier by UTC then.
    const summer = day >= (rotation.timeZone === 'Europe/Oslo' ? '2027-03-28' : '2027-03-14') ? 1 : 0
    const at = (hours: number) => `${day}T${String(hours - summer).padStart(2, '0')}:00:00Z`
    shifts.push(await insertShift(db, rotation, at(hour), at(hour + 4)))
  }
  return shifts
}

/** A few on each shift, some for a part of it, some have given it up again; nobody in two places at once. */
async function seat(
  db: Db,
  { chance, happens }: Chooser,
  people: readonly Employee[],
  shifts: readonly Shift[]
) {
  const rows: (typeof assignments.$inferInsert)[] = []
  for (const { id: shiftId, startsAt, endsAt } of shifts) {
    const sitting = people.filter(() => chance() < 4 / people.length)
    for (const { id: employeeId } of sitting.slice(0, 5)) {
      const isElsewhere = rows.some(
        (row) => row.employeeId === employeeId && row.startsAt < endsAt && startsAt < row.endsAt
      )
      if (isElsewhere) continue
      const part = happens(0.15) && { partStartsAt: startsAt, partEndsAt: new Date(+startsAt + 2 * HOUR) }
      const released = happens(0.1) && { releasedAt: startsAt }
      rows.push({ shiftId, employeeId, startsAt, endsAt, ...part, ...released })
    }
  }
  const seats = await db.insert(assignments).values(rows).returning()
  for (const { id: assignmentId, employeeId, releasedAt, startsAt } of seats) {
    if (releasedAt || startsAt > new Date('2027-03-01') || happens(0.3)) continue
    const onDay = startsAt.toISOString().slice(0, 10)
    const entry = { employeeId, assignmentId, onDay, enteredBy: employeeId }
    await db.insert(ledgerEntries).values({ ...entry, kind: 'worked', minutes: 210 })
  }
}

/** What somebody's own life keeps them from. */
async function live(
  db: Db,
  { oneOf, happens, chance }: Chooser,
  { id: employeeId }: Employee,
  other: Employee
) {
  const days = () => new Date(Date.parse('2027-02-22T06:00Z') + Math.floor(chance() * 35) * 24 * HOUR)
  if (happens(0.5)) {
    const startsAt = days()
    const endsAt = new Date(+startsAt + oneOf(5, 30, 24 * 9) * HOUR)
    await db.insert(absences).values({ employeeId, kind: 'leave', startsAt, endsAt })
  }
  if (happens(0.15))
    await db.insert(exemptions).values({
      ...{ employeeId, fromOn: '2027-02-15', toOn: oneOf('2027-03-09', '2027-04-01') },
      ...{ reason: 'parental' as const, askedBy: other.id, grantedAt: new Date('2027-02-01T00:00Z') }
    })
  if (happens(0.25))
    await db.insert(unavailableHours).values({
      employeeId,
      weekday: oneOf(1, 2, 4),
      startsAt: oneOf('08:00', '22:00'),
      endsAt: oneOf('09:30', '06:00')
    })
  if (happens(0.5))
    await db.insert(wishes).values({
      ...{ employeeId, weekday: oneOf(1, 2, 4, 6), part: oneOf('day' as const, 'morning' as const) },
      level: oneOf('love' as const, 'love' as const, 'rather_not' as const, 'ask_nicely' as const)
    })
  if (happens(0.3)) await fix(db, employeeId, days())
}

/** A block after any of their seats, kept free at some time. */
async function fix(db: Db, employeeId: string, startsAt: Date) {
  const [seat] = await db.select().from(assignments).where(eq(assignments.employeeId, employeeId)).limit(1)
  if (!seat) return
  const [learning] = await db
    .insert(learnings)
    .values({ shiftId: seat.shiftId, employeeId, type: 'bug', triedTo: 'Pair a hub', obstacle: 'It blinks' })
    .returning()
  await db.insert(fixItBlocks).values({
    ...{ assignmentId: seat.id, employeeId, learningId: learning!.id, kind: 'repair' as const },
    ...{ startsAt, endsAt: new Date(+startsAt + 4 * HOUR) }
  })
}
