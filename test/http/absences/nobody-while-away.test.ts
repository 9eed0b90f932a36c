import fc from 'fast-check'
import t from 'tap'
import { quotas } from '../../../db/schema/quotas.ts'
import { testApp } from '../../helpers/app.ts'
import { type Employee, insertEmployee, insertTeam } from '../../helpers/people.ts'

const ZONES = [
  'Europe/Oslo',
  'Australia/Lord_Howe',
  'America/Sao_Paulo',
  'America/New_York',
  'Pacific/Chatham'
]
const ALWAYS = { workingDays: [1, 2, 3, 4, 5, 6, 7], workStartsAt: '00:00', workEndsAt: '24:00' }
/** The clocks of Oslo change on 28 March 2027, those of New York on 14 March, of Lord Howe and Chatham on 4 April. */
const PERIOD = { fromOn: '2027-03-10', toOn: '2027-04-07' }
const SLOTS = [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) => [
  { weekday, startsAt: '04:00', endsAt: '12:00' },
  { weekday, startsAt: '20:00', endsAt: '04:00' }
])

const two = (part: number) => String(part).padStart(2, '0')
const clock = fc.integer({ min: 0, max: 23 }).map((hour) => `${two(hour)}:00`)
const weekday = fc.integer({ min: 1, max: 7 })
const day = fc
  .integer({ min: 0, max: 27 })
  .map((n) => new Date(Date.UTC(2027, 2, 10 + n)).toISOString().slice(0, 10))
const part = fc.constantFrom('day', 'morning', 'afternoon', 'evening', 'night')
const availability = fc.record({
  hours: fc.array(fc.record({ weekday, startsAt: clock, endsAt: clock }), { maxLength: 2 }),
  wishes: fc.array(
    fc.oneof(
      fc.record({ weekday, part, level: fc.constant('cannot'), reason: fc.constant('care') }),
      fc.record({ onDay: day, part, level: fc.constant('cannot'), reason: fc.constant('other') })
    ),
    { maxLength: 3 }
  ),
  absences: fc.array(fc.record({ fromOn: day, half: fc.constantFrom('none', 'morning', 'afternoon') }), {
    maxLength: 4
  })
})
type Availability = typeof availability extends fc.Arbitrary<infer Value> ? Value : never

/** What the wall clock of a zone shows, by the runtime's own calendar and not by ours. */
function wallClock(at: number, zone: string) {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit'
  }).formatToParts(at)
  const of = (type: string) => parts.find((part) => part.type === type)!.value
  const onDay = `${of('year')}-${of('month')}-${of('day')}`
  return { onDay, weekday: new Date(onDay).getUTCDay() || 7, time: `${of('hour')}:${of('minute')}` }
}

const dayBefore = (onDay: string) => new Date(Date.parse(onDay) - 86_400_000).toISOString().slice(0, 10)

function partAt({ onDay, weekday, time }: ReturnType<typeof wallClock>) {
  if (time < '06:00')
    return { onDay: dayBefore(onDay), weekday: weekday === 1 ? 7 : weekday - 1, part: 'night' }
  const part =
    time < '12:00' ? 'morning' : time < '17:00' ? 'afternoon' : time < '22:00' ? 'evening' : 'night'
  return { onDay, weekday, part }
}

/** Whether somebody has said that they cannot be on a shift at this minute. */
function isAwayAt(at: number, zone: string, said: Availability): boolean {
  const now = wallClock(at, zone)
  const yesterday = now.weekday === 1 ? 7 : now.weekday - 1
  const inHours = said.hours.some(({ weekday, startsAt, endsAt }) => {
    if (endsAt > startsAt) return weekday === now.weekday && startsAt <= now.time && now.time < endsAt
    return (weekday === now.weekday && now.time >= startsAt) || (weekday === yesterday && now.time < endsAt)
  })
  const { onDay, weekday, part } = partAt(now)
  const inWish = said.wishes.some(
    (wish) =>
      (wish.part === 'day' || wish.part === part) &&
      ('onDay' in wish ? wish.onDay === onDay : wish.weekday === weekday)
  )
  const inAbsence = said.absences.some(
    ({ fromOn, half }) =>
      fromOn === now.onDay && (half === 'none' || (half === 'morning') === now.time < '12:00')
  )
  return inHours || inWish || inAbsence
}

t.test(
  'nobody is drafted for a minute in which they said they cannot, over the clock changes of five zones',
  async (t) => {
    const { db, as, ...app } = await testApp(t, { now: '2027-03-01T08:00:00Z' })
    const team = await insertTeam(db, 'Everywhere', 50)
    const helge = await insertEmployee(db, 'Helge HR', team, { grants: ['hr'], readiness: 'in_training' })
    await db
      .insert(quotas)
      .values({ scope: 'organisation', minutes: 2400, perWeeks: 4, fromOn: '2027-01-01' })
    const said = new Map<string, { zone: string; said: Availability }>()
    const samples = fc.sample(availability, { numRuns: 15, seed: 7 })
    for (const [index, sample] of samples.entries()) {
      const timeZone = ZONES[index % ZONES.length]!
      const who = await insertEmployee(db, `Person ${two(index)}`, team, {
        ...ALWAYS,
        email: `person${index}@fjordlys.example`,
        timeZone,
        isHost: true
      })
      said.set(who.id, { zone: timeZone, said: await say(who, sample) })
    }
    async function say(who: Employee, sample: Availability): Promise<Availability> {
      const hours = await as(who).put('/api/me/unavailable-hours', { hours: sample.hours })
      const wishes = await as(who).put('/api/me/wishes', { wishes: sample.wishes })
      const noted: Availability['absences'] = []
      for (const { fromOn, half } of sample.absences) {
        const body = {
          fromOn,
          kind: 'leave',
          ...(half === 'morning' && { lastPart: 'morning' }),
          ...(half === 'afternoon' && { fromPart: 'afternoon' })
        }
        if ((await as(who).post('/api/me/absences', body)).statusCode === 201) noted.push({ fromOn, half })
      }
      return {
        hours: hours.statusCode === 200 ? sample.hours : [],
        wishes: wishes.statusCode === 200 ? sample.wishes : [],
        absences: noted
      }
    }

    const rotation = await as(helge).post('/api/rotations', {
      name: 'Day and night',
      timeZone: 'Europe/Oslo',
      slots: SLOTS,
      seats: { min: 1, desired: 2, max: 3 },
      hostsRequired: 1,
      validFrom: '2027-01-01',
      holidayCountry: 'NO',
      holidayRule: 'unpopular'
    })
    const draft = await as(helge).post(`/api/rotations/${rotation.json().id}/drafts`, PERIOD)
    t.equal(draft.statusCode, 201, draft.body)
    const { shifts } = (await as(helge).get(`/api/drafts/${draft.json().id}`)).json() as {
      shifts: { startsAt: string; endsAt: string; assignments: { employeeId: string }[] }[]
    }
    const seats = shifts.flatMap((shift) =>
      shift.assignments.map(({ employeeId }) => ({ employeeId, ...shift }))
    )
    t.ok(seats.length > 40, `${seats.length} seats`)
    const wrong = seats.filter(({ employeeId, startsAt, endsAt }) => {
      const { zone, said: own } = said.get(employeeId)!
      for (let at = Date.parse(startsAt); at < Date.parse(endsAt); at += 30 * 60_000) {
        if (isAwayAt(at, zone, own)) return true
      }
      return false
    })
    t.strictSame(wrong, [])
    const free = shifts.flatMap((shift) => [...said.values()].map((who) => ({ ...shift, ...who })))
    const kept = free.filter(({ startsAt, zone, said: own }) => isAwayAt(Date.parse(startsAt), zone, own))
    t.ok(kept.length > 100, `${kept.length} times somebody could not`)
    t.ok(app.clock.now())
  }
)
