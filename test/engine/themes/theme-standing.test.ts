import fc from 'fast-check'
import t from 'tap'
import { reopenedAt as reopened } from '../../../src/engine/insight/reopened-at.ts'
import { standingThemes } from '../../../src/engine/insight/standing-themes.ts'
import { type Decision, themeStanding } from '../../../src/engine/insight/theme-standing.ts'
import { themesWithin } from '../../../src/engine/insight/themes-within.ts'

const at = (day: number) => new Date(Date.UTC(2027, 0, day, 9))
const decided = (day: number, decision: Decision['decision']): Decision => ({ decision, decidedAt: at(day) })
/** Instants as days of January, for `t.match` takes any date for any other. */
const dayOf = (instant: Date | null) => instant && (instant.getTime() - at(0).getTime()) / 86_400_000
function standing(decisions: Decision[], reportDays: number[] = []) {
  const facts = { firstHeardAt: at(1), decisions, firstReportsAt: reportDays.map(at) }
  const { waitingSince, decidedAt, reopenedAt, ...rest } = themeStanding(facts)
  return {
    ...{ ...rest, waitingSince: dayOf(waitingSince) },
    ...{ decidedAt: dayOf(decidedAt), reopenedAt: dayOf(reopenedAt) }
  }
}

t.test(
  'a theme waits from when it was first heard until a decision, and looking into it is none',
  async (t) => {
    t.match(standing([]), { state: 'heard', waitingSince: 1, round: 0 })
    t.match(standing([decided(5, 'deciding')]), { state: 'deciding', waitingSince: 1, round: 0 })
    for (const decision of ['doing', 'done', 'declined'] as const)
      t.match(standing([decided(5, 'deciding'), decided(9, decision)]), {
        ...{ state: decision, waitingSince: null, decidedAt: 9, round: 1 }
      })
  }
)

t.test('one taken up again waits from then on, however often it is looked into', async (t) => {
  const again = [decided(5, 'done'), decided(8, 'deciding'), decided(10, 'deciding')]
  t.match(standing(again), { state: 'deciding', waitingSince: 8, decidedAt: 5, round: 1 })
  t.match(standing([...again, decided(12, 'declined')]), { state: 'declined', waitingSince: null, round: 2 })
})

t.test('a declined theme is heard anew at the third new report; a done one is not', async (t) => {
  const reports = [2, 6, 7, 9, 12]
  t.match(standing([decided(5, 'declined')], reports), {
    ...{ state: 'heard', waitingSince: 9, reopenedAt: 9, decidedAt: 5, round: 1 }
  })
  t.match(standing([decided(5, 'done')], reports), { state: 'done', reopenedAt: null })
  t.match(standing([decided(5, 'declined')], [2, 6, 7]), { state: 'declined', waitingSince: null })
})

t.test('looking into a reopened theme does not set its clock back', async (t) => {
  const looked = [decided(5, 'declined'), decided(11, 'deciding')]
  t.match(standing(looked, [6, 7, 9]), { state: 'deciding', waitingSince: 9 })
  t.match(standing(looked, [6, 7, 20]), { state: 'deciding', waitingSince: 11 })
})

t.test('the order in which decisions and reports are handed over changes nothing', async (t) => {
  const kinds = ['deciding', 'doing', 'done', 'declined'] as const
  const decisions = fc.uniqueArray(fc.integer({ min: 2, max: 60 }), { maxLength: 6 })
  const reports = fc.array(fc.integer({ min: 1, max: 80 }), { maxLength: 12 })
  fc.assert(
    fc.property(
      decisions,
      fc.array(fc.nat(3), { minLength: 6, maxLength: 6 }),
      reports,
      (days, picks, told) => {
        const made = days.map((day, place) => decided(day, kinds[picks[place]!]!))
        const straight = standing(made, told)
        t.strictSame(standing(made.toReversed(), told.toReversed()), straight)
        const waits = straight.state === 'heard' || straight.state === 'deciding'
        return waits === (straight.waitingSince !== null)
      }
    ),
    { seed: 5, numRuns: 200 }
  )
})

t.test('reopening needs three reports after the decline, whatever came before', async (t) => {
  const days = fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 12 })
  fc.assert(
    fc.property(days, fc.integer({ min: 1, max: 60 }), (reported, declinedOn) => {
      const later = reported.filter((day) => day > declinedOn).sort((one, other) => one - other)
      const third = later[2] === undefined ? null : at(later[2])
      t.strictSame(reopened(at(declinedOn), reported.map(at)), third)
    }),
    { seed: 5, numRuns: 200 }
  )
})

t.test(
  'every theme stands within exactly one that stands by itself, through any merges and unmerges',
  async (t) => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
    const step = fc.record({
      from: fc.constantFrom(...ids),
      into: fc.constantFrom(...ids),
      undo: fc.boolean()
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let merges: { themeId: string; intoId: string }[] = []
        for (const { from, into, undo } of steps) {
          const at = standingThemes(merges)
          if (undo) merges = merges.filter(({ themeId }) => themeId !== from)
          else if (from !== into && !at.has(from) && !at.has(into))
            merges = [...merges, { themeId: from, intoId: into }]
          const standing = standingThemes(merges)
          const roots = ids.filter((id) => !standing.has(id))
          const gathered = roots.flatMap((id) => themesWithin(id, merges))
          t.strictSame(gathered.toSorted(), ids)
          for (const root of roots)
            for (const id of themesWithin(root, merges)) t.equal(standing.get(id) ?? id, root)
        }
      }),
      { seed: 5, numRuns: 100 }
    )
  }
)

t.test('a loop of merges, which the database never holds, ends the walk', async (t) => {
  const loop = [
    { themeId: 'a', intoId: 'b' },
    { themeId: 'b', intoId: 'a' }
  ]
  t.equal(standingThemes(loop).size, 2)
  t.strictSame(themesWithin('a', loop), ['a', 'b'])
})
