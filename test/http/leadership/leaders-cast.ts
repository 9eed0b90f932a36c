import type { Test } from 'tap'
import { draftAssignments, draftShifts, drafts } from '../../../db/schema/drafts.ts'
import { instantOf } from '../../../src/engine/time/instant-of.ts'
import { aRotation, MARCH } from '../rotations/a-company.ts'

const ZERO_SCORE = { total: 0, min: 0, desired: 0, quota: 0, unpopular: 0, wish: 0, change: 0 }
const REASON = {
  owedMinutes: 240,
  unpopularPoints: 0,
  carriedUnpopular: 0,
  wishCost: 0,
  otherTakers: 1,
  nextBestExtraCost: null
}

/** A draft of four weeks, made by hand: in its first everybody but Eva, an executive, gets their one shift. */
export async function withoutEva(t: Test) {
  const app = await aRotation(t)
  const { db, hanna, henrik, sofie, amara, bo, lars, helge, ada, rotation } = app
  const [draft] = await db
    .insert(drafts)
    .values({ ...MARCH, rotationId: rotation.id, seed: 1, score: ZERO_SCORE, bound: 0, factsDigest: 'none' })
    .returning()
  const seats = [
    [hanna, amara],
    [henrik, bo],
    [sofie, lars],
    [henrik, helge],
    [hanna, ada]
  ]
  const shiftIds: string[] = []
  for (const [at, people] of seats.entries()) {
    const onDay = `2027-03-${String(8 + at).padStart(2, '0')}`
    const [shift] = await db
      .insert(draftShifts)
      .values({
        ...{ draftId: draft!.id, onDay, isHoliday: false },
        startsAt: instantOf(onDay, '09:00', 'Europe/Oslo'),
        endsAt: instantOf(onDay, '13:00', 'Europe/Oslo'),
        ...{ minSeats: 1, desiredSeats: 2, maxSeats: 3, hostsRequired: 1 }
      })
      .returning()
    shiftIds.push(shift!.id)
    const rows = people.map(({ id }) => ({ draftShiftId: shift!.id, employeeId: id, reason: REASON }))
    await db.insert(draftAssignments).values(rows)
  }
  const publish = (more: object = {}) =>
    app.hr.post(`/api/rotations/${rotation.id}/publications`, { draftId: draft!.id, ...more })
  const missing = async () => (await app.hr.get(`/api/drafts/${draft!.id}/leaders-first`)).json().leaders
  /** Gives Eva a seat in the draft as well. */
  const planEva = async () => {
    const seat = { draftShiftId: shiftIds[4]!, employeeId: app.eva.id, reason: REASON }
    await db.insert(draftAssignments).values(seat)
  }
  return { ...app, draft: draft!, publish, missing, planEva }
}
