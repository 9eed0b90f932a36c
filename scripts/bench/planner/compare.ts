import type { Problem } from '../../../src/engine/plan/problem.ts'
import { judged } from './judge.ts'
import { type PeerRun, peersHere, runPeer } from './peers.ts'
import type { Clock, Row } from './run-engine.ts'

/** A peer beside us on one problem. Ratios are theirs divided by ours, times of the same clock. */
export type Comparison = {
  readonly name: string
  readonly peer: string
  /** null: no plan in time, or one that breaks a rule, which `remark` names */
  readonly score: number | null
  readonly isProven: boolean
  readonly scoreRatio: number | null
  readonly wallSeconds: number
  readonly cpuSeconds: number | null
  readonly timeRatio: number
  readonly peakMegabytes: number | null
  readonly remark: string
}

/**
 * Runs every peer that is here on a problem. @throws Error when a peer proves an optimum that our bound is above, or that
 * our score is further from than the gap we proved
 */
export async function compare(
  problem: Problem,
  ours: Row,
  seconds: number,
  folder: string,
  clock: Clock
): Promise<Comparison[]> {
  const lines: Comparison[] = []
  for (const peer of peersHere()) {
    const line = compareOne(problem, ours, await runPeer(peer, problem, seconds, folder), clock)
    if (line.isProven && line.score !== null) refuteOrAgree(ours, line.score, peer)
    lines.push(line)
  }
  return lines
}

function compareOne(problem: Problem, ours: Row, run: PeerRun, clock: Clock): Comparison {
  const { peer, isProven, wallSeconds, cpuSeconds, peakMegabytes } = run
  const isCpu = clock === 'cpu' && cpuSeconds !== null
  const verdict = verdictOn(problem, run)
  return {
    name: problem.name,
    peer,
    ...verdict,
    isProven,
    scoreRatio: verdict.score === null ? null : verdict.score / Math.max(1, ours.score),
    wallSeconds,
    cpuSeconds,
    timeRatio: isCpu ? cpuSeconds / ours.cpuSeconds : wallSeconds / ours.wallSeconds,
    peakMegabytes
  }
}

function verdictOn(problem: Problem, { assignments, peer }: PeerRun) {
  if (!assignments) return { score: null, remark: 'no plan in time' }
  try {
    return { score: judged(problem, assignments, peer).total, remark: '' }
  } catch (error) {
    return { score: null, remark: error instanceof Error ? error.message : String(error) }
  }
}

/** Solvers stop within a tolerance of the optimum; scores are whole numbers. */
const TOLERANCE = 0.5

function refuteOrAgree(ours: Row, optimum: number, peer: string): void {
  if (ours.bound > optimum + TOLERANCE)
    throw new Error(
      `${ours.name}: our bound ${ours.bound} is above the optimum ${optimum} that ${peer} proved`
    )
  if (optimum > ours.score + TOLERANCE)
    throw new Error(
      `${ours.name}: ${peer} proved ${optimum}, our legal plan has ${ours.score}: the model is wrong`
    )
}
