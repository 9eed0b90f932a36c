import type { Test } from 'tap'
import { applicationRole } from '../../../db/application-role.ts'
import { openDatabase } from '../../../db/client.ts'
import { type Beat, keepPulse } from '../../../db/pulse.ts'
import { openFaultyWay } from '../../../scripts/faults/proxy.ts'
import { testAppOn } from '../../helpers/app.ts'
import { testDatabase } from '../../helpers/database.ts'
import { insertSmallCompany } from '../../helpers/people.ts'
import { listener } from '../../helpers/told.ts'

/** Soon, as nobody is to wait for a test. */
const QUICK: Beat = { look: 20, patience: 150, answer: 600, grace: 100 }
/** Asks soon and judges late: the machine may be busy. */
export const CALM: Beat = { ...QUICK, answer: 20_000 }

/** The app on a way to its database that can be broken, and somebody signed in. */
export async function houseOn(t: Test, { beat = QUICK, max = 4, connectWithin = 5_000, demo = false } = {}) {
  const { db: near, connection } = await testDatabase(t)
  const people = await insertSmallCompany(near)
  const way = await openFaultyWay(connection)
  const { db, pool, close } = openDatabase(way.connection, { role: applicationRole, max, connectWithin })
  const told = listener<boolean>()
  const endPulse = keepPulse(pool, way.connection, { beat, changed: told.say })
  // The watch alone does not keep a process alive, and in here nothing else does.
  const stay = setInterval(() => {}, 60_000)
  t.teardown(async () => {
    await way.refuse()
    await close()
    endPulse()
    clearInterval(stay)
    await way.close()
  })
  const house = await testAppOn(t, db, { demo })
  const token = await house.tokenOf(people.amara)
  const ask = (url: string, accept = 'application/json') =>
    house.app.inject({ url, headers: { authorization: `Bearer ${token}`, accept } })
  const note = (fromOn: string, headers = {}) =>
    house.app.inject({
      method: 'POST',
      url: '/api/me/absences',
      headers: { authorization: `Bearer ${token}`, ...headers },
      payload: { fromOn, lastOn: fromOn, kind: 'leave' }
    })
  /** Until it answers again: the next beat finds that out. */
  const again = async (url = '/api/me') => {
    for (;;) {
      const reply = await ask(url)
      if (reply.statusCode !== 503) return reply
      await new Promise((next) => setTimeout(next, 20))
    }
  }
  return { ...house, ...people, pool, way, ask, note, again, told, connection, near }
}
