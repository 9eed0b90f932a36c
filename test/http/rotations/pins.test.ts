import t from 'tap'
import { absences } from '../../../db/schema/absences.ts'
import { auditEntries } from '../../../db/schema/audit.ts'
import { aRotation, type DraftBody, MARCH } from './a-company.ts'

interface Seat {
  draftShiftId: string
  startsAt: string
  employeeId: string
  name: string
  isHost: boolean
  isPinned: boolean
}
const seatsOf = ({ shifts }: DraftBody): Seat[] =>
  shifts.flatMap(({ assignments, startsAt, ...shift }) =>
    assignments.map((seat) => ({
      ...(seat as unknown as Seat),
      startsAt,
      draftShiftId: (shift as unknown as { id: string }).id
    }))
  )
const places = (seats: Seat[]) => seats.map(({ employeeId, startsAt }) => `${employeeId} ${startsAt}`).sort()

/** A draft of March, planned with seed 1, and what can be done to its pins. */
async function aDraft(t: Parameters<typeof aRotation>[0]) {
  const house = await aRotation(t)
  const draft: DraftBody = (await house.draft()).json()
  const url = ({ draftShiftId, employeeId }: Seat, draftId = draft.id) =>
    `/api/drafts/${draftId}/shifts/${draftShiftId}/pins/${employeeId}`
  const pin = (seat: Seat) => house.hr.put(url(seat))
  const release = (seat: Seat) => house.hr.delete(url(seat))
  const reread = async (id = draft.id): Promise<DraftBody> => (await house.hr.get(`/api/drafts/${id}`)).json()
  const replan = (seed: number, period = MARCH) => house.draft({ ...period, seed, pinsOf: draft.id })
  return { ...house, made: draft, seats: seatsOf(draft), url, pin, release, reread, replan }
}

t.test(
  'whatever the seed, a draft planned with pins keeps every pinned seat, and has it pinned',
  async (t) => {
    const { draft, seats, pin, reread, replan } = await aDraft(t)
    const others = new Set<string>()
    for (const seed of [2, 3, 4, 5]) {
      for (const seat of places(seatsOf((await draft({ ...MARCH, seed })).json())))
        others.add(`${seed} ${seat}`)
    }
    const isInAll = (seat: Seat) =>
      [2, 3, 4, 5].every((seed) => others.has(`${seed} ${seat.employeeId} ${seat.startsAt}`))
    const loose = seats.filter((seat) => !isInAll(seat))
    const pinned = loose.filter((_, at) => at % 4 === 0)
    t.ok(pinned.length >= 3, 'seats that plans without pins do not all have')
    for (const seat of pinned) t.equal((await pin(seat)).statusCode, 204)
    t.strictSame(places(seatsOf(await reread()).filter(({ isPinned }) => isPinned)), places(pinned))
    for (const seed of [2, 3, 4, 5]) {
      const again: DraftBody = (await replan(seed)).json()
      const kept = seatsOf(again).filter(({ isPinned }) => isPinned)
      t.strictSame(places(kept), places(pinned), `seed ${seed}`)
      for (const { assignments } of again.shifts)
        t.ok(
          assignments.length === 0 || assignments.some(({ isHost }) => isHost),
          'and every shift has a host'
        )
    }
  }
)

t.test('a pin let go is no longer kept; pinning twice and letting go twice is once', async (t) => {
  const { db, seats, pin, release, reread, replan } = await aDraft(t)
  const [seat] = seats
  t.equal((await pin(seat!)).statusCode, 204)
  t.equal((await pin(seat!)).statusCode, 204)
  t.equal((await release(seat!)).statusCode, 204)
  t.equal((await release(seat!)).statusCode, 204)
  const audited = (await db.select().from(auditEntries)).filter(({ action }) => /pin/.test(action))
  t.match(audited, [{ action: 'draft.seat-pinned' }, { action: 'draft.pin-released' }])
  t.strictSame(
    seatsOf(await reread()).filter(({ isPinned }) => isPinned),
    []
  )
  t.strictSame(
    seatsOf((await replan(2)).json()).filter(({ isPinned }) => isPinned),
    []
  )
})

t.test(
  'a pinned seat that breaks a rule by now is refused by name, and planned again once it is let go',
  async (t) => {
    const { db, draft, seats, pin, release, replan } = await aDraft(t)
    const seat = seats.find(({ isHost }) => !isHost)!
    const other = seats.find((one) => one.employeeId !== seat.employeeId)!
    await pin(seat)
    await pin(other)
    const startsAt = new Date(seat.startsAt)
    const away = { startsAt, endsAt: new Date(+startsAt + 3_600_000) }
    await db.insert(absences).values({ employeeId: seat.employeeId, kind: 'leave', ...away })
    const refused = await replan(2)
    t.match(refused.json(), {
      status: 409,
      code: 'PINS_NOT_POSSIBLE',
      details: [{ rule: 'not-fitting', employeeName: seat.name, sentence: /can no longer work/ }]
    })
    await release(seat)
    t.strictSame(
      places(seatsOf((await replan(2)).json()).filter(({ isPinned }) => isPinned)),
      places([other])
    )
    t.equal((await draft({ ...MARCH, pinsOf: other.employeeId })).statusCode, 404, 'there is no such draft')
  }
)

t.test(
  'pins are of a draft that is neither thrown away nor published, and of seats that it has',
  async (t) => {
    const { hr, made, seats, pin, publish, url, draft } = await aDraft(t)
    const [seat] = seats
    const nobody = seats.find(({ draftShiftId }) => draftShiftId !== seat!.draftShiftId)!
    const missing = { ...nobody, employeeId: made.id }
    t.match((await pin(missing)).json(), { status: 404, code: 'DRAFT_SEAT_NOT_FOUND' })
    const second: DraftBody = (await draft()).json()
    t.match(
      (await hr.put(url(seat!, second.id))).json(),
      { code: 'DRAFT_SEAT_NOT_FOUND' },
      'a shift of another draft'
    )
    t.equal((await hr.delete(`/api/drafts/${second.id}`)).statusCode, 204)
    t.match((await hr.put(url(seatsOf(second)[0]!, second.id))).json(), { code: 'DRAFT_DISCARDED' })
    t.equal((await publish(made.id)).statusCode, 201)
    t.match((await pin(seat!)).json(), { status: 409, code: 'DRAFT_PUBLISHED' })
  }
)

t.test('planning in repair keeps pins as well', async (t) => {
  const { draft, made, publish, url, hr, seats } = await aDraft(t)
  const fresh: DraftBody = (await draft({ ...MARCH, seed: 9 })).json()
  await publish(made.id)
  const moved = seatsOf(fresh).find((seat) => !places(seats).includes(places([seat])[0]!))
  if (!moved) throw new Error('another seed plans another way')
  await hr.put(url(moved, fresh.id))
  const repaired: DraftBody = (await draft({ ...MARCH, mode: 'repair', pinsOf: fresh.id })).json()
  t.strictSame(places(seatsOf(repaired).filter(({ isPinned }) => isPinned)), places([moved]))
})
