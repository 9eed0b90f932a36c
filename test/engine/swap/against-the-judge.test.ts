import fc from 'fast-check'
import t from 'tap'
import type { Problem, ProblemPerson, ProblemShift } from '../../../src/engine/plan/problem.ts'
import { DEFAULT_WEIGHTS } from '../../../src/engine/plan/problem.ts'
import { judgePlan } from '../../../src/engine/rules/judge-plan.ts'
import { checkMoves } from '../../../src/engine/swap/check-moves.ts'
import { factsNear } from '../../../src/engine/swap/facts-near.ts'
import { siftTakers } from '../../../src/engine/swap/sift-takers.ts'
import type { Move, SwapFacts, SwapPerson, SwapShift } from '../../../src/engine/swap/swap-facts.ts'
import { person, shiftOn } from './cast.ts'

/** The same company twice: as seats that change hands see it, and as the planner's problem. */
interface Company {
  facts: SwapFacts
  problem: Problem
  /** shift indices by person */
  held: number[][]
}

const SPACING = 3
const MAX_SEATS = 3
const DAYS = 8
const MINUTE = 60_000
const midnight = Date.parse('2027-03-01T00:00Z')

const anyShift = fc.record({
  day: fc.nat(DAYS - 1),
  startsAt: fc.integer({ min: 7, max: 14 }),
  hours: fc.integer({ min: 1, max: 6 }),
  hosts: fc.nat(1)
})
const anyPerson = fc.record({
  isHost: fc.boolean(),
  readiness: fc.constantFrom('ready' as const, 'shadowing' as const),
  team: fc.nat(1)
})

const anyCompany: fc.Arbitrary<Company> = fc
  .record({
    shifts: fc.uniqueArray(anyShift, {
      minLength: 2,
      maxLength: 6,
      selector: ({ day, startsAt }) => `${day} ${startsAt}`
    }),
    people: fc.array(anyPerson, { minLength: 2, maxLength: 6 }),
    caps: fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })),
    seats: fc.array(fc.tuple(fc.nat(5), fc.nat(5)), { maxLength: 12 })
  })
  .map(companyOf)

type Shape = { day: number; startsAt: number; hours: number; hosts: number }
type Someone = { isHost: boolean; readiness: 'ready' | 'shadowing'; team: number }

function companyOf(of: {
  shifts: Shape[]
  people: Someone[]
  caps: [number, number]
  seats: [number, number][]
}): Company {
  const shifts = of.shifts.map(swapShift)
  const people = of.people.map((who, index) => swapPerson(who, index))
  const held = of.people.map((_, p) =>
    [...new Set(of.seats.filter(([who]) => who === p).map(([, s]) => s))].filter((s) => s < shifts.length)
  )
  const seats = held.flatMap((own, p) =>
    own.map((s) => {
      const { id: shiftId, onDay, startsAt, endsAt } = shifts[s]!
      return { assignmentId: `${p} ${s}`, employeeId: `p${p}`, shiftId, onDay, startsAt, endsAt }
    })
  )
  const teams = of.caps.map((supportCap, index) => ({ id: `team${index}`, supportCap }))
  const facts = { now: new Date(midnight - 1), shifts, people, seats, teams, holidays: {} }
  return { facts, held, problem: problemOf(of) }
}

function swapShift({ day, startsAt, hours, hosts }: Shape, index: number): SwapShift {
  const from = midnight + (day * 24 + startsAt) * 60 * MINUTE
  const onDay = new Date(from).toISOString().slice(0, 10)
  const span = { startsAt: new Date(from), endsAt: new Date(from + hours * 60 * MINUTE) }
  const shift = shiftOn(`s${index}`, onDay, { ...span, seats: { min: 0, desired: 1, max: MAX_SEATS, hosts } })
  return { ...shift, rotation: { ...shift.rotation, spacingDays: SPACING } }
}

const swapPerson = ({ isHost, readiness, team }: Someone, index: number): SwapPerson =>
  person(`p${index}`, {
    isHost,
    readiness,
    teamId: `team${team}`,
    workingDays: [1, 2, 3, 4, 5, 6, 7],
    workStartsAt: '00:00',
    workEndsAt: '24:00'
  })

function problemOf(of: { shifts: Shape[]; people: Someone[]; caps: [number, number] }): Problem {
  const shifts = of.shifts.map(({ day, startsAt, hours, hosts }): ProblemShift => {
    const start = (day * 24 + startsAt) * 60
    return { day, start, end: start + hours * 60, min: 0, desired: 1, max: MAX_SEATS, hosts }
  })
  const people = of.people.map(
    ({ isHost, readiness, team }): ProblemPerson => ({
      team,
      host: isHost,
      experienced: readiness === 'ready',
      newcomer: readiness === 'shadowing',
      spacingDays: isHost ? 2 : SPACING,
      maxShifts: 99,
      dueMinutes: 0,
      fits: shifts.flatMap((_, s) => [s, 0, 0])
    })
  )
  const base = { format: 'rota-problem/1' as const, name: 'company', days: DAYS, weights: DEFAULT_WEIGHTS }
  return { ...base, restMinutes: 660, teamCaps: of.caps, shifts, people }
}

/** What the move does, in the planner's terms; undefined when it is none. */
function moved({ held }: Company, from: number | null, to: number, shift: number): number[][] | undefined {
  if (held[to]?.includes(shift) !== false || (from !== null && !held[from]?.includes(shift))) return undefined
  return held.map((own, p) => {
    if (p === to) return [...own, shift]
    return p === from ? own.filter((s) => s !== shift) : own
  })
}

t.test(
  'from a lawful plan, seats may change hands exactly when the judge finds the outcome lawful',
  async (t) => {
    const tally = { lawful: 0, broken: 0 }
    fc.assert(
      fc.property(
        anyCompany,
        fc.nat(5),
        fc.nat(5),
        fc.nat(5),
        fc.boolean(),
        (company, who, taker, s, isOpen) => {
          const { facts, problem, held } = company
          const count = held.length
          const [from, to, shift] = [isOpen ? null : who % count, taker % count, s % facts.shifts.length]
          const after = moved(company, from, to, shift)
          if (!after || judgePlan(problem, held).violations.length > 0) return true
          const { id: shiftId, startsAt, endsAt } = facts.shifts[shift]!
          const move: Move = {
            shiftId,
            from: from === null ? null : `p${from}`,
            to: `p${to}`,
            startsAt,
            endsAt
          }
          const broken = checkMoves(facts, [move])
          const judged = judgePlan(problem, after).violations
          tally[judged.length === 0 ? 'lawful' : 'broken'] += 1
          return (broken.length === 0) === (judged.length === 0)
        }
      ),
      { numRuns: 20_000, seed: 20_270_301 }
    )
    t.comment(`${tally.lawful} lawful, ${tally.broken} not`)
    t.ok(tally.lawful > 500 && tally.broken > 500, 'both were met often')
  }
)

const anyMove = fc.record({ who: fc.option(fc.nat(5)), taker: fc.nat(5), shift: fc.nat(5), half: fc.nat(2) })

t.test('the facts near a change give the same answer, to the word, as all facts', async (t) => {
  let broken = 0
  const same = fc.property(
    anyCompany,
    fc.array(anyMove, { minLength: 1, maxLength: 3 }),
    ({ facts, held }, wanted) => {
      const near = factsNear(facts)
      const moves = wanted.map(({ who, taker, shift, half }): Move => {
        const { id: shiftId, startsAt, endsAt } = facts.shifts[shift % facts.shifts.length]!
        const middle = new Date((startsAt.getTime() + endsAt.getTime()) / 2)
        return {
          shiftId,
          from: who === null ? null : `p${who % held.length}`,
          to: `p${taker % held.length}`,
          startsAt: half === 1 ? middle : startsAt,
          endsAt: half === 2 ? middle : endsAt
        }
      })
      const all = checkMoves(facts, moves)
      broken += all.length
      // Asked twice: what is remembered of the first question must not answer the second.
      for (const asked of [[moves[0]!], moves]) {
        const [few, whole] = [checkMoves(near(asked), asked), checkMoves(facts, asked)]
        if (JSON.stringify(few) !== JSON.stringify(whole)) return false
      }
      return true
    }
  )
  fc.assert(same, { numRuns: 5_000, seed: 20_270_302 })
  t.ok(broken > 5_000, `${broken} rules were broken`)
})

const only = <Key extends keyof SwapPerson>(key: Key, values: fc.Arbitrary<SwapPerson[Key]>) =>
  values.map((value): Partial<SwapPerson> => ({ [key]: value }))

/** One thing that the rules about somebody alone look at, within some days and hours of the shifts. */
const anyTrait: fc.Arbitrary<Partial<SwapPerson>> = fc.oneof(
  fc.constant({}),
  only('zone', fc.constantFrom('Pacific/Auckland', 'America/Los_Angeles')),
  only('country', fc.constant('SE')),
  only('level', fc.constant('lead' as const)),
  only('readiness', fc.constant('in_training' as const)),
  only('isHere', fc.constant(false)),
  only('joinedOn', fc.constantFrom('2027-02-27', '2027-03-01', '2027-03-02', '2027-03-05')),
  only('leavesOn', fc.constantFrom('2027-02-28', '2027-03-01', '2027-03-03', '2027-03-11')),
  only('workingDays', fc.constant([1, 2, 3, 4, 5])),
  only('workEndsAt', fc.constantFrom('12:00', '18:00')),
  only(
    'absences',
    fc.nat(7).map((day) => [
      {
        startsAt: new Date(midnight + (day * 24 + 8) * 60 * MINUTE),
        endsAt: new Date(midnight + (day * 24 + 13) * 60 * MINUTE)
      }
    ])
  ),
  only(
    'unavailable',
    fc.integer({ min: 1, max: 7 }).map((weekday) => [{ weekday, startsAt: '09:00', endsAt: '12:00' }])
  )
)

interface Lives {
  traits: Partial<SwapPerson>[]
  isForStaff: boolean
  isForOneTeam: boolean
  /** But for one trait, so that what is remembered of one could answer for another. */
  areAlike: boolean
}

/** The same people, but the rotation is for some only, some days are off, and everybody has a life of their own. */
function variedBy({ facts }: Company, { traits, isForStaff, isForOneTeam, areAlike }: Lives): SwapFacts {
  const alike = areAlike ? { isHost: false, readiness: 'ready' as const, teamId: 'team0' } : {}
  const eligible = {
    eligibleLevels: isForStaff ? ['staff' as const] : null,
    eligibleTeamIds: isForOneTeam ? ['team0'] : null
  }
  return {
    ...facts,
    shifts: facts.shifts.map((shift) => ({ ...shift, rotation: { ...shift.rotation, ...eligible } })),
    people: facts.people.map((one, at) => ({ ...one, ...alike, ...traits[at % traits.length] })),
    holidays: { SE: ['2027-03-02', '2027-03-04'] }
  }
}

t.test('whom the rules allow among all is whom they allow one by one', async (t) => {
  const tally = { allowed: 0, kept: 0 }
  const anyLives = fc.record({
    traits: fc.array(anyTrait, { minLength: 6, maxLength: 6 }),
    isForStaff: fc.boolean(),
    isForOneTeam: fc.boolean(),
    areAlike: fc.boolean()
  })
  const same = fc.property(anyCompany, anyLives, anyMove, (company, lives, { who, shift, half }) => {
    const { held } = company
    const facts = variedBy(company, lives)
    const { id: shiftId, startsAt, endsAt } = facts.shifts[shift % facts.shifts.length]!
    const middle = new Date((startsAt.getTime() + endsAt.getTime()) / 2)
    const move = {
      shiftId,
      from: who === null ? null : `p${who % held.length}`,
      startsAt: half === 1 ? middle : startsAt,
      endsAt: half === 2 ? middle : endsAt
    }
    const allowed = new Set<string>()
    const against = new Map<string, number>()
    for (const { id } of facts.people.filter((one) => one.isHere && one.id !== move.from)) {
      const broken = new Set(checkMoves(facts, [{ ...move, to: id }]).map(({ rule }) => rule))
      if (broken.size === 0) allowed.add(id)
      for (const rule of broken) against.set(rule, (against.get(rule) ?? 0) + 1)
    }
    const sifted = siftTakers(facts, move)
    tally.allowed += allowed.size
    tally.kept += [...against.values()].reduce((sum, one) => sum + one, 0)
    const sorted = (map: ReadonlyMap<string, number>) => JSON.stringify([...map].sort())
    return (
      JSON.stringify([...sifted.allowed]) === JSON.stringify([...allowed]) &&
      sorted(sifted.against) === sorted(against)
    )
  })
  fc.assert(same, { numRuns: 4_000, seed: 20_270_303 })
  t.ok(tally.allowed > 1_000 && tally.kept > 1_000, `${tally.allowed} allowed, ${tally.kept} kept from it`)
})
