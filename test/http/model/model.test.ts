import t, { type Test } from 'tap'
import { modelCompany } from './company.ts'
import { TRY_AGAIN } from './linearise.ts'
import { runOperations } from './run.ts'

/** Many and another seed by hand: `MODEL_OPERATIONS=100000 MODEL_SEED=7 npm test -- --limit 20000 http/model`. */
const OPERATIONS = Number(process.env.MODEL_OPERATIONS ?? (process.env.CI ? 3_000 : 1_600))
const SEED = Number(process.env.MODEL_SEED ?? 1)

/** The clock moves some twenty minutes per sixteen operations, and people look eight days ahead. */
const daysFor = (operations: number) => Math.ceil(operations / 16 / 40) + 14

t.test(
  `${OPERATIONS} operations of sixteen people at two processes go as in a world where one comes after the other`,
  { timeout: 0 },
  async (t) => {
    const company = await modelCompany(t, daysFor(OPERATIONS))
    const { problem, answers, checks } = await runOperations(company, { seed: SEED, operations: OPERATIONS })
    t.equal(problem, null, `seed ${SEED}`)
    if (problem) return
    t.ok(checks >= OPERATIONS / 1_000, `${checks} comparisons of everything`)
    t.comment(JSON.stringify(answers))
    const met = Object.keys(answers).filter((answer) => answer.endsWith(TRY_AGAIN))
    t.ok(
      met.length <= OPERATIONS / 1_000,
      `${met.join()}: nearly always people wait for each other in one order`
    )
    everyKindHappened(t, answers)
  }
)

t.test('an app that reads where it must lock is found out', { timeout: 0 }, async (t) => {
  const company = await modelCompany(t, 20, { forgetsLocks: true })
  const { problem } = await runOperations(company, { seed: SEED, operations: 800 })
  t.match(problem, /The batch:/, 'and the batch that shows it is told')
})

/** A run in which something never happens proves nothing about it; a very short one is only a trial. */
function everyKindHappened(t: Test, answers: Record<string, number>): void {
  if (OPERATIONS < 1_000) return
  const kinds = [
    'claim',
    'offer',
    'accept',
    'withdraw',
    'undo',
    'away',
    'quota',
    'join',
    'leave',
    'deactivate'
  ]
  t.strictSame(
    kinds.filter((kind) => !answers[`${kind} ok`]),
    []
  )
}
