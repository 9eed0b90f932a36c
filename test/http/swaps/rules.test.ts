import { eq } from 'drizzle-orm'
import t from 'tap'
import { absences } from '../../../db/schema/absences.ts'
import { employees } from '../../../db/schema/employees.ts'
import { rotations } from '../../../db/schema/rotations.ts'
import { teams } from '../../../db/schema/teams.ts'
import { insertAssignment, insertRotation, insertShift } from '../../helpers/shifts.ts'
import { amaraAsksBo, amaraAsksFor, drainNotices, type SwapCompany, swapCompany } from './swaps-cast.ts'

/** What may change between the proposal and the yes, and the rule that then stands in the way of Ada's cover. */
const MEANWHILE: [string, (company: SwapCompany) => Promise<unknown>, object][] = [
  [
    'absent',
    ({ db, ada }) =>
      db.insert(absences).values({
        employeeId: ada.id,
        kind: 'leave',
        startsAt: new Date('2027-03-08T11:00:00Z'),
        endsAt: new Date('2027-03-12T00:00:00Z')
      }),
    {
      employeeName: 'Ada Admin',
      absence: { startsAt: '2027-03-08T11:00:00.000Z', endsAt: '2027-03-08T12:00:00.000Z' }
    }
  ],
  [
    'too-close',
    async ({ db, ada, second }) => insertAssignment(db, await nextDay(db, second), ada),
    { employeeName: 'Ada Admin', otherShiftStartsAt: '2027-03-11T08:00:00.000Z' }
  ],
  [
    'overlap',
    async ({ db, ada }) => {
      const other = await insertRotation(db, 'Atlantic', { spacingDays: 0 })
      const shift = await insertShift(db, other, '2027-03-08T11:00:00Z', '2027-03-08T15:00:00Z')
      return insertAssignment(db, shift, ada)
    },
    { otherShiftStartsAt: '2027-03-08T11:00:00.000Z' }
  ],
  [
    'in-training',
    ({ db, ada }) => db.update(employees).set({ readiness: 'in_training' }).where(eq(employees.id, ada.id)),
    { employeeName: 'Ada Admin' }
  ],
  [
    'not-eligible',
    ({ db, rotation, support }) =>
      db
        .update(rotations)
        .set({ eligibleTeamIds: [support.id] })
        .where(eq(rotations.id, rotation.id)),
    {}
  ],
  [
    'not-employed',
    ({ db, ada }) => db.update(employees).set({ leavesOn: '2027-03-07' }).where(eq(employees.id, ada.id)),
    {}
  ],
  [
    'outside-working-hours',
    ({ db, ada }) => db.update(employees).set({ workStartsAt: '09:30' }).where(eq(employees.id, ada.id)),
    {}
  ]
]

async function nextDay(db: SwapCompany['db'], { rotationId }: { rotationId: string }) {
  const [rotation] = await db.select().from(rotations).where(eq(rotations.id, rotationId))
  return insertShift(db, rotation!, '2027-03-11T08:00:00Z', '2027-03-11T12:00:00Z')
}

for (const [rule, happens, names] of MEANWHILE) {
  t.test(`what was right when it was proposed is checked again at the yes: ${rule}`, async (t) => {
    const company = await swapCompany(t)
    const swap = await amaraAsksFor(company, [company.ada])
    await drainNotices(company.db)
    await happens(company)
    const before = await company.seats()
    const reply = (await company.answer(company.ada, swap.id, 'acceptance')).json()
    t.match(reply, {
      status: 409,
      code: 'SWAP_NOT_ALLOWED',
      details: [{ rule, shiftId: company.first.id, ...names }]
    })
    t.match(reply.details[0].sentence, /\w+ .*\./)
    t.strictSame(await company.seats(), before, 'nothing has changed')
    t.strictSame(await drainNotices(company.db), [], 'nobody is told of what did not happen')
    t.match((await company.as(company.amara).get(`/api/swaps/${swap.id}`)).json(), { state: 'proposed' })
  })

  t.test(`the same is refused when it is proposed: ${rule}`, async (t) => {
    const company = await swapCompany(t)
    await happens(company)
    const { propose, amara, ada, amaras } = company
    const reply = await propose(amara, { giveAssignmentId: amaras.id, asks: [{ employeeId: ada.id }] })
    t.match(reply.json(), { status: 409, code: 'SWAP_NOT_ALLOWED', details: [{ rule, ...names }] })
    t.strictSame(await drainNotices(company.db), [])
  })
}

t.test('why somebody is away is not told, nor when they are beyond the shift', async (t) => {
  const company = await swapCompany(t)
  const away = { startsAt: new Date('2027-03-01T00:00:00Z'), endsAt: new Date('2027-04-01T00:00:00Z') }
  await company.db.insert(absences).values({ employeeId: company.ada.id, kind: 'sick', ...away })
  const { propose, amara, ada, amaras } = company
  const reply = await propose(amara, { giveAssignmentId: amaras.id, asks: [{ employeeId: ada.id }] })
  t.match(reply.json().details, [
    { absence: { startsAt: '2027-03-08T08:00:00.000Z', endsAt: '2027-03-08T12:00:00.000Z' } }
  ])
  t.notMatch(reply.body, /sick/)
})

t.test('the only host is not covered by a guest, but by another host', async (t) => {
  const { propose, answer, hanna, sofie, eva, hannas, seats } = await swapCompany(t)
  const ask = (who: { id: string }) => ({ giveAssignmentId: hannas.id, asks: [{ employeeId: who.id }] })
  t.match((await propose(hanna, ask(eva))).json(), { details: [{ rule: 'missing-host', employeeId: null }] })
  const swap = (await propose(hanna, ask(sofie))).json()
  t.equal((await answer(sofie, swap.id, 'acceptance')).statusCode, 200)
  t.equal((await seats()).length, 3)
})

t.test('a newcomer does not take over from the experienced where newcomers would be alone', async (t) => {
  const company = await swapCompany(t, { hostsRequired: 0 })
  const { db, propose, amara, ada, hanna, amaras } = company
  await db.update(employees).set({ readiness: 'shadowing' }).where(eq(employees.id, ada.id))
  await db.update(employees).set({ readiness: 'shadowing' }).where(eq(employees.id, hanna.id))
  const reply = await propose(amara, { giveAssignmentId: amaras.id, asks: [{ employeeId: ada.id }] })
  t.match(reply.json(), { code: 'SWAP_NOT_ALLOWED', details: [{ rule: 'newcomers-alone' }] })
})

t.test(
  'a team over its cap is not made worse, and a colleague of the same team changes nothing',
  async (t) => {
    const { db, product, support, propose, amara, ada, sofie, amaras } = await swapCompany(t)
    await db.update(teams).set({ supportCap: 0 }).where(eq(teams.id, product.id))
    await db.update(teams).set({ supportCap: 1 }).where(eq(teams.id, support.id))
    const ask = (who: { id: string }) => ({ giveAssignmentId: amaras.id, asks: [{ employeeId: who.id }] })
    t.equal((await propose(amara, ask(ada))).statusCode, 201, 'one for one within the team')
    t.match((await propose(amara, ask(sofie))).json(), {
      details: [{ rule: 'team-cap', employeeName: 'Sofie Support' }]
    })
  }
)

t.test('a swap that changes nobody’s duty is refused', async (t) => {
  const { propose, amara, hanna, amaras, hannas } = await swapCompany(t)
  const asks = [{ employeeId: hanna.id, takeAssignmentId: hannas.id }]
  const reply = await propose(amara, { giveAssignmentId: amaras.id, asks })
  t.match(reply.json(), { status: 409, code: 'SWAP_NOT_ALLOWED', details: [{ rule: 'no-change' }] })
  t.match((await propose(amara, { giveAssignmentId: amaras.id, asks: [{ employeeId: amara.id }] })).json(), {
    status: 400,
    code: 'SWAP_NOT_VALID'
  })
})

t.test('a shift that has begun is neither offered nor handed over, and nothing changes', async (t) => {
  const company = await swapCompany(t)
  const { clock, propose, answer, amara, ada, bo, amaras, seats } = company
  const swap = await amaraAsksBo(company)
  const before = await seats()
  clock.set('2027-03-08T08:00:00Z')
  t.match((await answer(bo, swap.id, 'acceptance')).json(), { status: 409, details: { state: 'expired' } })
  t.match((await propose(amara, { giveAssignmentId: amaras.id, asks: [{ employeeId: ada.id }] })).json(), {
    status: 409,
    code: 'SWAP_NOT_ALLOWED',
    details: [{ rule: 'already-started', shiftId: company.first.id }]
  })
  t.strictSame(await seats(), before)
})

t.test('what cannot be a proposal is refused field by field', async (t) => {
  const { propose, amara, bo, ada, amaras, bos } = await swapCompany(t)
  const wrong: [object, object][] = [
    [
      { asks: [{ employeeId: bo.id }] },
      { status: 400, code: 'SWAP_NOT_VALID', details: [{ field: 'asks' }] }
    ],
    [
      {
        giveAssignmentId: amaras.id,
        asks: [{ employeeId: bo.id, takeAssignmentId: bos.id }, { employeeId: ada.id }]
      },
      { code: 'SWAP_NOT_VALID' }
    ],
    [
      { giveAssignmentId: amaras.id, asks: [{ employeeId: bo.id }, { employeeId: bo.id.toUpperCase() }] },
      { code: 'SWAP_NOT_VALID' }
    ],
    [
      { giveAssignmentId: bos.id, asks: [{ employeeId: ada.id }] },
      { status: 403, code: 'SWAP_NOT_YOURS' }
    ],
    [
      { giveAssignmentId: amaras.id, asks: [{ employeeId: ada.id, takeAssignmentId: bos.id }] },
      { status: 404, code: 'SEAT_NOT_FOUND', details: { assignmentIds: [bos.id] } }
    ],
    [{ giveAssignmentId: amaras.id, asks: [] }, { status: 400 }],
    [
      { giveAssignmentId: amaras.id, asks: [{ employeeId: amaras.id }] },
      { status: 404, code: 'EMPLOYEE_NOT_FOUND' }
    ]
  ]
  for (const [body, expected] of wrong) t.match((await propose(amara, body)).json(), expected)
})

t.test('an id in capitals is the same id', async (t) => {
  const { propose, answer, amara, bo, amaras, bos, seats } = await swapCompany(t)
  const asks = [{ employeeId: bo.id.toUpperCase(), takeAssignmentId: bos.id.toUpperCase() }]
  const reply = await propose(amara, { giveAssignmentId: amaras.id.toUpperCase(), asks })
  t.equal(reply.statusCode, 201, reply.body)
  t.equal((await answer(bo, reply.json().id.toUpperCase(), 'acceptance')).statusCode, 200)
  t.strictSame(await seats(), ['Amara 03-22 08:00-12:00', 'Bo 03-08 08:00-12:00'])
})
