import t from 'tap'
import { planHorizons, sum, type Worker } from './horizons.ts'

const MORNINGS = (weekday: number) => (weekday <= 5 ? ['09:00'] : [])
const SHIFT = 240

const several = (kind: string, count: number, quota: number, traits: Worker['traits'] = {}): Worker[] =>
  Array.from({ length: count }, (_, i) => ({ id: `${kind}-${i}`, quota, traits }))

/** Quotas of three shifts, one and a half, and half a shift; those who come in on Fridays only; newcomers. */
const COMPANY = [
  ...several('host', 4, (65 * SHIFT) / 4, { isHost: true }),
  ...several('full', 24, 3 * SHIFT),
  ...several('part', 8, 1.5 * SHIFT),
  ...several('little', 4, 0.5 * SHIFT),
  ...several('friday', 4, 3 * SHIFT, { workingDays: [5] }),
  ...several('newcomer', 4, 3 * SHIFT, { readiness: 'shadowing' })
]

const planned = new Map<number, Map<string, number[]>>()

/** Shifts of each person over ten horizons, by kind; a guest seat or two beside the host, and no more. Planned once for each. */
function shiftsByKind(guestSeats: number): Map<string, number[]> {
  const known = planned.get(guestSeats) ?? planByKind(guestSeats)
  planned.set(guestSeats, known)
  return known
}

function planByKind(guestSeats: number) {
  const seats = { min: 1, desired: 1 + guestSeats, max: 1 + guestSeats, hosts: 1 }
  const minutes = planHorizons({ workers: COMPANY, seats, horizons: 10, startsOn: MORNINGS })
  const kinds = new Map<string, number[]>()
  for (const [id, perHorizon] of minutes) {
    const kind = id.split('-')[0]!
    kinds.set(kind, [...(kinds.get(kind) ?? []), sum(perHorizon) / SHIFT])
  }
  return kinds
}

for (const [title, guestSeats] of [
  ['too few seats for what people owe', 1],
  ['more seats than people owe', 2]
] as const) {
  t.test(`with ${title} everybody has worked, and equals differ by one shift at most`, async (t) => {
    for (const [kind, shifts] of shiftsByKind(guestSeats)) {
      t.ok(Math.min(...shifts) > 0, `every ${kind}: ${shifts}`)
      t.ok(Math.max(...shifts) - Math.min(...shifts) <= 1, `every ${kind} alike: ${shifts}`)
    }
  })
}

t.test('where seats are too few all get the same share of their quota, within a shift', async (t) => {
  const kinds = shiftsByKind(1)
  const share = sum([...kinds].flatMap(([kind, shifts]) => (kind === 'host' ? [] : shifts))) / quotaOfGuests()
  for (const { id, quota } of COMPANY.filter(({ id }) => !id.startsWith('host'))) {
    const [kind = '', place] = id.split('-')
    const shifts = kinds.get(kind)![Number(place)]!
    t.ok(Math.abs(shifts - (share * 10 * quota) / SHIFT) <= 1, `${id}: ${shifts}`)
  }
})

function quotaOfGuests(): number {
  return sum(COMPANY.filter(({ id }) => !id.startsWith('host')).map(({ quota }) => (10 * quota) / SHIFT))
}
