import { setTimeout as pause } from 'node:timers/promises'
import t from 'tap'
import { lockPublishing } from '../../../src/rotations/queries/publish.ts'
import { testApp } from '../../helpers/app.ts'
import { insertSmallCompany } from '../../helpers/people.ts'

t.test('who reports to whom is changed while a publication is being written', async (t) => {
  const { db, as } = await testApp(t)
  const { helge, amara, lars } = await insertSmallCompany(db)
  const change = await db.transaction(async (tx) => {
    await lockPublishing(tx)
    const answered = as(helge).patch(`/api/employees/${amara.id}`, { managerId: lars.id })
    const status = answered.then(({ statusCode }) => statusCode)
    return { answered, status: await Promise.race([status, pause(10_000, 'it waits')]) }
  })
  t.equal(change.status, 204)
  await change.answered
})
