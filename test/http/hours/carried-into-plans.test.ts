import t from 'tap'
import { quotas } from '../../../db/schema/quotas.ts'
import { readFacts } from '../../../src/rotations/read-facts.ts'
import { readRotation } from '../../../src/rotations/rotations.ts'
import { insertAssignment, insertShift } from '../../helpers/shifts.ts'
import { amaraWorkedAShift } from './hours-cast.ts'

t.test('a plan starts from what the closed books carried, not from what they forgave', async (t) => {
  const { db, as, amara, helge, rotation, clock } = await amaraWorkedAShift(t)
  await db.insert(quotas).values({ scope: 'organisation', minutes: 280, perWeeks: 4, fromOn: '2027-01-01' })
  const april = await insertShift(db, rotation, '2027-04-05T07:00:00Z', '2027-04-05T09:00:00Z')
  await insertAssignment(db, april, amara)
  clock.set('2027-04-20T08:00:00Z')
  const balance = async () => {
    const { facts } = await readFacts(
      db,
      await readRotation(db, rotation.id),
      { fromOn: '2027-05-03', toOn: '2027-05-31' },
      clock.now()
    )
    return facts.people.find(({ id }) => id === amara.id)!.balanceMinutes
  }
  t.equal(await balance(), 240 + 120 - 910, 'a quarter back, and what is promised but not confirmed')
  await as(helge).put('/api/hours/policy', { periodMonths: 3, capMinutes: 100 })
  await as(helge).post('/api/hours/closings', { onDay: '2027-01-01' })
  // The March shift nobody confirmed is closed with its quarter; 32 days are due since.
  t.equal(await balance(), -100 + 120 - 320)
})
