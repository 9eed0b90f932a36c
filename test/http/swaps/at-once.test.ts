import t from 'tap'
import { amaraAsksFor, swapCompany } from './swaps-cast.ts'
import { untilHeld } from './two-apps.ts'

t.test('somebody asked twice is deactivated while another says yes: neither stands in the way', async (t) => {
  const company = await swapCompany(t)
  const { pool, as, bo, eva, helge } = company
  const first = await amaraAsksFor(company, [bo])
  const second = await amaraAsksFor(company, [bo, eva])
  const gate = await pool.connect()
  await gate.query('begin')
  await gate.query('select from proposals where id = $1 for update', [first.id])
  const deactivation = as(helge).post(`/api/employees/${bo.id}/deactivation`)
  await untilHeld(pool, 1)
  const acceptance = as(eva).post(`/api/swaps/${second.id}/acceptance`)
  t.equal(await untilHeld(pool, 2), 2)
  await gate.query('commit')
  gate.release()
  t.equal((await deactivation).statusCode, 200, (await deactivation).body)
  t.equal((await acceptance).statusCode, 200, (await acceptance).body)
})

t.test('a takeover is undone by who could not know yet that it was accepted', async (t) => {
  const company = await swapCompany(t)
  const { pool, propose, answer, eva, bo, bos, helge } = company
  const asks = [{ employeeId: bo.id, takeAssignmentId: bos.id }]
  const swap = (await propose(eva, { asks })).json() as { id: string }
  const gate = await pool.connect()
  await gate.query('begin')
  await gate.query('select from proposals where id = $1 for update', [swap.id])
  const acceptance = answer(bo, swap.id, 'acceptance')
  await untilHeld(pool, 1)
  const undo = answer(helge, swap.id, 'undo')
  t.equal(await untilHeld(pool, 2), 2)
  await gate.query('commit')
  gate.release()
  t.equal((await acceptance).statusCode, 200, (await acceptance).body)
  t.match((await undo).json(), { state: 'undone' })
})
