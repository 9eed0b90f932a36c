import t from 'tap'
import { absences } from '../../../db/schema/absences.ts'
import { insertEmployee, insertTeam } from '../../helpers/people.ts'
import { aRotation } from './a-company.ts'

interface Shift {
  id: string
  onDay: string
  openSeats: number
  assignments: { employeeId: string; isHost: boolean }[]
}

async function aDraft(t: Parameters<typeof aRotation>[0]) {
  const house = await aRotation(t)
  const draft = (await house.draft()).json()
  const explain = async (shift: Shift, who = house.hr) =>
    (await who.get(`/api/drafts/${draft.id}/shifts/${shift.id}/explanation`)).json()
  const fairness = async (who = house.hr) => (await who.get(`/api/drafts/${draft.id}/fairness`)).json()
  return { ...house, draft, explain, fairness, shifts: draft.shifts as Shift[] }
}

t.test(
  'every assignment of a draft is explained: what it is worth, who is next, what keeps others away',
  async (t) => {
    const { shifts, explain } = await aDraft(t)
    for (const shift of shifts.slice(0, 5)) {
      const said = await explain(shift)
      t.equal(said.factsChanged, false)
      t.equal(said.openSeats, shift.openSeats)
      t.strictSame(
        said.assignments.map(({ employeeId }: { employeeId: string }) => employeeId),
        shift.assignments.map(({ employeeId }) => employeeId)
      )
      const hosts = shift.assignments.filter(({ isHost }) => isHost).length
      for (const { isHost, explanation } of said.assignments) {
        t.ok(explanation.scoreWithout.total > 0, 'nobody sits in vain')
        t.equal(explanation.next === null, explanation.othersWhoCould === 0)
        if (isHost && hosts === 1 && shift.assignments.length > 1)
          t.strictSame(explanation.breaksWithout, ['missing-host'])
      }
    }
  }
)

t.test('an open seat says which rules stand in the way and what would help, in a sentence', async (t) => {
  const { shifts, explain } = await aDraft(t)
  const sentences: string[] = []
  for (const shift of shifts) {
    const { open } = await explain(shift)
    t.equal(open === null, shift.openSeats === 0)
    if (!open) continue
    t.ok(open.against.length > 0 && open.fitting > 0)
    for (const { rule, sentence, from, to } of open.relaxations) {
      t.not(rule, 'short-rest', 'the law is not ours to relax')
      t.not(from, to)
      sentences.push(sentence)
    }
  }
  t.match(
    sentences.find((sentence) => sentence.includes('shifts in the period')),
    /^\w+ \w+ with \d shifts in the period instead of at most \d\.$/
  )
})

t.test(
  'leads are told of their own people; employees, and whoever asks for nothing, of nobody',
  async (t) => {
    const { draft, shifts, explain, as, lars, amara, hr } = await aDraft(t)
    const shift = shifts.find(({ assignments }) => assignments.length > 1)!
    const seen = await explain(shift, as(lars))
    t.strictSame(
      seen.assignments.map(({ explanation }: { explanation: unknown }) => explanation === null),
      shift.assignments.map(({ isHost }) => isHost)
    )
    t.equal((await as(amara).get(`/api/drafts/${draft.id}/shifts/${shift.id}/explanation`)).statusCode, 403)
    t.equal((await as(amara).get(`/api/drafts/${draft.id}/fairness`)).statusCode, 403)
    const unknown = await hr.get(`/api/drafts/${draft.id}/shifts/${draft.id}/explanation`)
    t.match(unknown.json(), { status: 404, code: 'DRAFT_SHIFT_NOT_FOUND' })
  }
)

t.test('a draft that is published is explained by what it was planned from', async (t) => {
  const { draft, publish, fairness } = await aDraft(t)
  await publish(draft.id)
  t.equal((await fairness()).factsChanged, false)
})

t.test('what has changed since is said, and explained by the facts of now', async (t) => {
  const { shifts, explain, fairness, db, clock, hr, draft } = await aDraft(t)
  const shift = shifts.find(
    ({ assignments }) => assignments.length > 1 && assignments.some(({ isHost }) => !isHost)
  )!
  const guest = shift.assignments.find(({ isHost }) => !isHost)!
  const day = { startsAt: new Date(`${shift.onDay}T00:00Z`), endsAt: new Date(`${shift.onDay}T23:00Z`) }
  await db.insert(absences).values({ employeeId: guest.employeeId, kind: 'sick', ...day })
  const said = await explain(shift)
  t.equal(said.factsChanged, true)
  t.equal((await fairness()).factsChanged, true)
  const explained = said.assignments.find(
    ({ employeeId }: { employeeId: string }) => employeeId === guest.employeeId
  )
  t.equal(explained.explanation, null, 'who cannot sit there needs no reason')
  clock.set(`${shift.onDay}T12:30:00Z`)
  const late = await hr.get(`/api/drafts/${draft.id}/shifts/${shift.id}/explanation`)
  t.match(late.json(), { status: 409, code: 'SHIFT_NOT_PLANNED_NOW' })
})

t.test(
  'a fairness report says how load is spread, and names who gets none to those who may know',
  async (t) => {
    const house = await aRotation(t)
    const sales = await insertTeam(house.db, 'Sales', 1)
    const nights = { workStartsAt: '18:00', workEndsAt: '23:00' }
    const nils = await insertEmployee(house.db, 'Nils Night', sales, nights)
    const siri = await insertEmployee(house.db, 'Siri Sales', sales, {
      leavesOn: '2027-03-09',
      joinedOn: '2027-03-09'
    })
    const { id } = (await house.draft()).json()
    const read = async (who = house.hr) => (await who.get(`/api/drafts/${id}/fairness`)).json()
    const report = await read()
    t.equal(report.factsChanged, false)
    t.ok(report.minutesOffDue.least <= report.minutesOffDue.mean)
    t.ok(report.minutesOffDue.mean <= report.minutesOffDue.most)
    t.ok(report.giniOfLoad >= 0 && report.giniOfLoad <= 1)
    t.notOk(
      report.without.named.some(({ employeeId }: { employeeId: string }) => employeeId === nils.id),
      'whom no shift of the rotation fits is no part of the plan'
    )
    t.equal(report.without.people, report.without.named.length)
    const seenByLars = await read(house.as(house.lars))
    t.equal(seenByLars.without.people, report.without.people)
    t.notOk(seenByLars.without.named.some(({ employeeId }: { employeeId: string }) => employeeId === siri.id))
  }
)
