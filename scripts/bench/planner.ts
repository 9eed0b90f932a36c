import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Case, otherCases, plainCases } from './planner/cases.ts'
import { type Comparison, compare } from './planner/compare.ts'
import { demoProblem } from './planner/demo-problem.ts'
import { measureEventLoop } from './planner/event-loop.ts'
import { generateProblem, nameOf } from './planner/generate.ts'
import { hasChecker } from './planner/judge.ts'
import { peersHere } from './planner/peers.ts'
import { planDemo } from './planner/plan-demo.ts'
import { growthOf, type Row, runEngine } from './planner/run-engine.ts'
import { measureRepair, measureTakers } from './planner/single-seats.ts'
import { engineTable, peerTable } from './planner/tables.ts'

/**
 * `npm run bench:planner -- [--least N] [--most N] [--only TEXT] [--clock wall|cpu] [--peer-seconds S] [--json FILE]`: the
 * planner against what it is held to and against its peers, one at a time; a table, and JSON. With `--clock cpu` the
 * planner's seconds are processor time of its process. Plans that break a rule or say a wrong score end it with an error.
 */
const { values } = parseArgs({
  options: {
    least: { type: 'string', default: '50' },
    most: { type: 'string', default: '50000' },
    only: { type: 'string', default: '' },
    clock: { type: 'string', default: 'wall' },
    'peer-seconds': { type: 'string', default: '60' },
    json: { type: 'string' }
  }
})
const least = Number(values.least)
const most = Number(values.most)
const clock = values.clock === 'cpu' ? 'cpu' : 'wall'
const peerSeconds = Number(values['peer-seconds'])
const folder = mkdtempSync(join(tmpdir(), 'lyttepost-bench-'))
try {
  await main()
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function main(): Promise<void> {
  const [cpu] = cpus()
  const machine = `${cpus().length} cores, ${cpu?.model ?? 'unknown'}, Node ${process.version}`
  console.log(
    `${machine}; peers: ${peersHere().join(', ')}; checker: ${hasChecker ? 'yes' : 'none here'}; clock: ${clock}\n`
  )
  const rows: Row[] = []
  const peers: Comparison[] = []
  const keep = (rest: object) => {
    if (values.json) writeFileSync(values.json, `${JSON.stringify({ ...rest, rows, peers }, null, 2)}\n`)
  }
  for (const one of [...plainCases(), ...otherCases()]) {
    const isMeant = nameOf(one.recipe).includes(values.only)
    if (least <= one.recipe.people && one.recipe.people <= most && isMeant) await runCase(one, rows, peers)
    keep({ machine, clock })
  }
  const demo = planDemo(await demoProblem(120))
  const repair = measureRepair(1000)
  const takers = measureTakers(Math.min(most, 10_000))
  const eventLoop = await measureEventLoop(Math.min(most, 10_000))
  const growth = growthOf(rows.filter(({ name }) => name.includes('-w13-plain-balanced-')))
  console.log(`\n${engineTable(rows)}\n\n${peerTable(peers)}\n`)
  const rest = { machine, clock, growth, demo, repair, takers, eventLoop }
  console.log(JSON.stringify(rest, null, 2))
  keep(rest)
}

async function runCase(one: Case, rows: Row[], peers: Comparison[]): Promise<void> {
  const problem = generateProblem(one.recipe)
  const row = await runEngine(one, problem, folder, clock)
  console.error(
    `${row.name}: ${row.score}, gap ${(100 * row.gap).toFixed(2)}% in ${row.wallSeconds.toFixed(1)} s (${row.cpuSeconds.toFixed(1)} s CPU)`
  )
  rows.push(row)
  if (!one.hasPeers || peerSeconds === 0) return
  for (const line of await compare(problem, row, peerSeconds, folder, clock)) {
    console.error(`  ${line.peer}: ${line.score ?? line.remark} in ${line.wallSeconds.toFixed(1)} s`)
    peers.push(line)
  }
}
