import t from 'tap'
import { fixItBlocks } from '../../../db/schema/fix-it-blocks.ts'
import { learnings } from '../../../db/schema/learnings.ts'
import { goalEvidence } from '../../../db/schema/seasons.ts'
import { themes } from '../../../db/schema/themes.ts'
import { insertSeason } from '../../helpers/seasons.ts'
import { insertAssignment, insertRotation, insertShift } from '../../helpers/shifts.ts'
import { fiveLeaders, GOALS } from './seasons-cast.ts'

type Cast = Awaited<ReturnType<typeof fiveLeaders>>

/** Amara heard something, it is in a theme of Lars', and she fixed it. */
async function amaraHeard({ db, amara, lars }: Cast) {
  const rotation = await insertRotation(db, 'Nordic')
  const shift = await insertShift(db, rotation, '2027-02-26T08:00:00Z', '2027-02-26T12:00:00Z')
  const seat = await insertAssignment(db, shift, amara)
  const [learning] = await db
    .insert(learnings)
    .values({
      ...{ shiftId: shift.id, employeeId: amara.id, type: 'bug' },
      ...{ triedTo: 'Pair the hub', obstacle: 'Code expired' }
    })
    .returning()
  const [theme] = await db
    .insert(themes)
    .values({ title: 'Codes expire', ownerId: lars.id, answerByOn: '2027-03-20', createdBy: lars.id })
    .returning()
  const [fixIt] = await db
    .insert(fixItBlocks)
    .values({
      ...{ assignmentId: seat.id, employeeId: amara.id, learningId: learning!.id, kind: 'repair' },
      startsAt: new Date('2027-02-26T12:00Z'),
      endsAt: new Date('2027-02-26T14:00Z')
    })
    .returning()
  return { learning: learning!, theme: theme!, fixIt: fixIt! }
}

async function aCharter(t: Parameters<typeof fiveLeaders>[0]) {
  const app = await fiveLeaders(t)
  const { season, goals } = await insertSeason(app.db)
  const heard = await amaraHeard(app)
  const attach = (who: { id: string }, kind: string, id: string, goalId = goals[0].id) =>
    app.as(who).post(`/api/goals/${goalId}/evidence`, { kind, id })
  const read = async () => (await app.as(app.bo).get(`/api/seasons/${season.id}`)).json()
  return { ...app, ...heard, season, goals, attach, read }
}

t.test(
  'learnings, themes and finished fixes are attached to goals by anybody; a goal without stays marked',
  async (t) => {
    const { attach, read, learning, theme, fixIt, bo, amara, lars, db } = await aCharter(t)
    t.equal((await attach(bo, 'learning', learning.id)).statusCode, 201)
    t.equal((await attach(lars, 'theme', theme.id)).statusCode, 201)
    t.equal((await attach(amara, 'fix-it', fixIt.id)).json().code, 'EVIDENCE_NOT_THERE', 'it is not done yet')
    await db.update(fixItBlocks).set({ doneAt: new Date('2027-02-26T14:00Z'), outcome: 'Codes last a day' })
    t.equal((await attach(amara, 'fix-it', fixIt.id)).statusCode, 201)
    const [first, second] = (await read()).goals
    t.match(first, {
      lacksEvidence: false,
      evidence: [
        {
          kind: 'learning',
          sourceId: learning.id,
          text: 'Pair the hub: Code expired',
          attachedBy: { name: 'Bo Berg' }
        },
        { kind: 'theme', sourceId: theme.id, text: 'Codes expire' },
        { kind: 'fix-it', sourceId: fixIt.id, text: 'Codes last a day' }
      ]
    })
    t.match(second, { lacksEvidence: true, evidence: [] })
  }
)

t.test('a fix of somebody else is attached by those who declare seasons only', async (t) => {
  const { attach, fixIt, bo, lars, eva, db } = await aCharter(t)
  await db.update(fixItBlocks).set({ doneAt: new Date('2027-02-26T14:00Z'), outcome: 'Done' })
  for (const who of [bo, lars]) t.equal((await attach(who, 'fix-it', fixIt.id)).statusCode, 404)
  t.equal((await attach(eva, 'fix-it', fixIt.id)).statusCode, 201)
})

t.test('the same thing counts once per goal, and may serve two goals', async (t) => {
  const { attach, learning, goals, bo, amara, db } = await aCharter(t)
  const replies = await Promise.all([
    attach(bo, 'learning', learning.id),
    attach(amara, 'learning', learning.id)
  ])
  t.strictSame(replies.map(({ statusCode }) => statusCode).sort(), [201, 409])
  t.equal((await attach(bo, 'learning', learning.id, goals[1].id)).statusCode, 201)
  t.equal(await db.$count(goalEvidence), 2)
})

t.test('what is not there cannot be attached, nor to a goal that is not', async (t) => {
  const { attach, learning, theme, bo, db } = await aCharter(t)
  t.equal((await attach(bo, 'theme', learning.id)).json().code, 'EVIDENCE_NOT_THERE')
  t.equal((await attach(bo, 'learning', theme.id)).json().code, 'EVIDENCE_NOT_THERE')
  t.equal((await attach(bo, 'learning', learning.id, theme.id)).json().code, 'GOAL_NOT_FOUND')
  t.equal((await attach(bo, 'ticket', learning.id)).statusCode, 400)
  await db.update(learnings).set({ withdrawnAt: new Date('2027-03-01T07:00Z') })
  t.equal((await attach(bo, 'learning', learning.id)).json().code, 'EVIDENCE_NOT_THERE')
})

t.test('a learning that its writer takes back is no evidence any more', async (t) => {
  const { attach, read, learning, bo, db } = await aCharter(t)
  await attach(bo, 'learning', learning.id)
  await db.update(learnings).set({ withdrawnAt: new Date('2027-03-01T07:00Z') })
  t.match((await read()).goals[0], { lacksEvidence: true, evidence: [] })
})

t.test(
  'who attached it detaches it, and those who declare seasons; a goal with evidence is not dropped',
  async (t) => {
    const { attach, as, learning, theme, goals, season, bo, amara, lars, helge, db } = await aCharter(t)
    const one = (await attach(bo, 'learning', learning.id)).json()
    const two = (await attach(amara, 'theme', theme.id)).json()
    const drop = () =>
      as(helge).patch(`/api/seasons/${season.id}`, { goals: [{ id: goals[1].id, ...GOALS[1]! }, GOALS[0]!] })
    t.match((await drop()).json(), { code: 'GOAL_HAS_EVIDENCE', details: { goalIds: [goals[0].id] } })
    const detach = (who: { id: string }, id: string) => as(who).delete(`/api/goal-evidence/${id}`)
    for (const who of [amara, lars]) t.equal((await detach(who, one.id)).statusCode, 403)
    t.equal((await detach(bo, one.id)).statusCode, 204)
    t.equal((await detach(bo, one.id)).statusCode, 404)
    t.equal((await detach(helge, two.id)).statusCode, 204)
    t.equal(await db.$count(goalEvidence), 0)
    t.equal((await drop()).statusCode, 200)
  }
)
