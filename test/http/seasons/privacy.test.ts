import { eq } from 'drizzle-orm'
import t from 'tap'
import { employees } from '../../../db/schema/employees.ts'
import { seasonGuesses } from '../../../db/schema/season-guesses.ts'
import { seasonGoals, seasons } from '../../../db/schema/seasons.ts'
import { shiftMoods } from '../../../db/schema/shift-moods.ts'
import { erasePerson } from '../../../src/privacy/erase-person.ts'
import { insertSeason } from '../../helpers/seasons.ts'
import { insertAssignment, insertRotation, insertShift } from '../../helpers/shifts.ts'
import { fiveLeaders } from './seasons-cast.ts'

t.test(
  'whoever exports what is held of another sees neither their guess nor their mood; they do themselves',
  async (t) => {
    const { db, as, lars, helge } = await fiveLeaders(t)
    const { season } = await insertSeason(db)
    await db.insert(seasonGuesses).values({ seasonId: season.id, employeeId: lars.id, servedWellPercent: 37 })
    const rotation = await insertRotation(db, 'Nordic')
    const shift = await insertShift(db, rotation, '2027-02-26T08:00:00Z', '2027-02-26T12:00:00Z')
    const seat = await insertAssignment(db, shift, lars)
    await db.insert(shiftMoods).values({ assignmentId: seat.id, mood: 2 })
    const rowsOf = async (who: { id: string }, url: string) => (await as(who).get(url)).json().rows
    const own = await rowsOf(lars, '/api/me/export')
    t.match(own.season_guesses, [{ served_well_percent: 37 }])
    t.match(own.shift_moods, [{ mood: 2 }])
    const others = await rowsOf(helge, `/api/employees/${lars.id}/export`)
    t.notOk('served_well_percent' in others.season_guesses[0])
    t.notOk('mood' in others.shift_moods[0])
  }
)

t.test('erasure reaches the page of a closed season, and changes nothing but words on it', async (t) => {
  const { db, as, clock, amara, helge } = await fiveLeaders(t, '2027-04-02T08:00:00Z')
  const { season } = await insertSeason(db, { fromOn: '2027-01-01', toOn: '2027-04-01' })
  await db.update(seasonGoals).set({ goal: 'As Amara Okafor says, answer first' })
  const url = `/api/seasons/${season.id}/closing`
  t.equal((await as(helge).post(url)).statusCode, 201)
  await db.update(employees).set({ deactivatedAt: clock.now() }).where(eq(employees.id, amara.id))
  const ctx = { db, now: clock.now, actor: null, requestId: null }
  await erasePerson(ctx, amara.id, 'Asked for it')
  const [row] = await db.select().from(seasons)
  t.notMatch(JSON.stringify(row), /Amara/)
  t.match(row!.closing!.setOut[0]!.goal, 'As [erased] says, answer first')
  t.match((await as(helge).get(url)).json(), {
    isFrozen: true,
    setOut: [{ goal: 'As [erased] says, answer first' }, {}]
  })
  await t.rejects(db.update(seasons).set({ name: 'Rewritten' }))
})
