import fc from 'fast-check'
import t from 'tap'
import { approvalsMissing } from '../../../src/engine/ledger/approvals-missing.ts'
import { dueMinutes } from '../../../src/engine/ledger/due-minutes.ts'
import { exemptPeak } from '../../../src/engine/ledger/exempt-peak.ts'
import { waivedMinutes } from '../../../src/engine/ledger/waived-minutes.ts'
import { addDays } from '../../../src/engine/time/add-days.ts'

const house = {
  scope: 'organisation' as const,
  minutes: 240,
  perWeeks: 4,
  fromOn: '2026-01-01',
  toOn: null
}
const march = {
  person: { ftePercent: 100, joinedOn: '2020-01-01', leavesOn: null },
  quotas: [house],
  longAbsences: [],
  fromOn: '2027-03-01',
  toOn: '2027-03-29'
}

t.test('what exempt days owe is waived, the last day not counted', async (t) => {
  const waived = (fromOn: string, toOn: string) => waivedMinutes(march, [{ fromOn, toOn }])
  t.equal(waived('2027-03-01', '2027-03-29'), 240)
  t.equal(waived('2027-03-01', '2027-03-15'), 120)
  t.equal(waived('2027-01-01', '2027-03-15'), 120, 'only days of the period')
  t.equal(waived('2027-03-29', '2027-05-01'), 0)
  t.equal(waivedMinutes(march, []), 0)
})

t.test('a day away is not waived a second time', async (t) => {
  const longAbsences = [{ fromOn: '2027-03-01', toOn: '2027-03-14' }]
  t.equal(waivedMinutes({ ...march, longAbsences }, [{ fromOn: '2027-03-08', toOn: '2027-03-22' }]), 60)
})

t.test('due less waived is what the days that are not exempt owe, and never below zero', async (t) => {
  const day = fc.integer({ min: -40, max: 60 }).map((days) => addDays('2027-03-01', days))
  const exemption = fc
    .tuple(day, fc.integer({ min: 1, max: 40 }))
    .map(([fromOn, days]) => ({ fromOn, toOn: addDays(fromOn, days) }))
  const holds = fc.property(
    fc.array(exemption, { maxLength: 4 }),
    fc.integer({ min: 1, max: 100 }),
    (exemptions, ftePercent) => {
      const question = { ...march, person: { ...march.person, ftePercent } }
      const due = dueMinutes(question)
      const waived = waivedMinutes(question, exemptions)
      const rest = dueMinutes({ ...question, exemptions })
      return 0 <= waived && waived <= due && due - waived === rest
    }
  )
  t.doesNotThrow(() => fc.assert(holds, { seed: 2027, numRuns: 300 }))
})

t.test('the worst day counts each exempt person once', async (t) => {
  const asked = { employeeId: 'bo', fromOn: '2027-03-01', toOn: '2027-04-01' }
  t.equal(exemptPeak(asked, []), 1)
  t.equal(exemptPeak(asked, [{ ...asked, fromOn: '2027-02-01' }]), 1, 'the same person')
  const others = ['amara', 'cleo'].map((employeeId, i) => ({
    employeeId,
    fromOn: addDays('2027-03-10', i * 10),
    toOn: addDays('2027-03-20', i * 10)
  }))
  t.equal(exemptPeak(asked, others), 2, 'one after the other')
  t.equal(exemptPeak(asked, [...others, { ...asked, employeeId: 'dag' }]), 3)
})

t.test('up to 10% of a team one yes is enough, above it HR must say yes too', async (t) => {
  const lead = { asLead: true, asHr: false }
  const hr = { asLead: false, asHr: true }
  const missing = (peak: number, approvals: { asLead: boolean; asHr: boolean }[], hasOtherLead = true) =>
    approvalsMissing({ teamSize: 20, peak, hasOtherLead, approvals })
  t.strictSame(missing(2, []), ['lead'])
  t.strictSame(missing(2, [lead]), [])
  t.strictSame(missing(2, [hr]), [])
  t.strictSame(missing(3, []), ['lead', 'hr'])
  t.strictSame(missing(3, [lead]), ['hr'])
  t.strictSame(missing(3, [hr]), ['lead'])
  t.strictSame(missing(3, [lead, hr]), [])
  t.strictSame(missing(3, [{ asLead: true, asHr: true }]), [])
  t.strictSame(missing(3, [], false), ['hr'], 'the only lead of a team')
  t.strictSame(missing(2, [], false), ['hr'])
})
