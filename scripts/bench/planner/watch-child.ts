import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** What a process cost, as the operating system counts it. */
export type Cost = {
  readonly wallSeconds: number
  /** user and system time; null where /proc does not tell */
  readonly cpuSeconds: number | null
  readonly peakMegabytes: number | null
}

export type ChildRun = Cost & { readonly output: string; readonly isKilled: boolean }

const LOOK_EVERY = 50
const TICKS_PER_SECOND = 100

/**
 * Runs a command to its end or kills it after so many seconds. Time and peak memory are read from /proc as it goes (Linux;
 * the same way for our planner and for every peer), to within a twentieth of a second.
 */
export function watchChild(command: string, args: readonly string[], seconds: number): Promise<ChildRun> {
  return new Promise((resolve, reject) => {
    const startedAt = performance.now()
    const child = spawn(command, [...args], { stdio: ['ignore', 'pipe', 'pipe'] })
    const output: Buffer[] = []
    const errors: Buffer[] = []
    let cost = { cpuSeconds: null as number | null, peakMegabytes: null as number | null }
    let isKilled = false
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => errors.push(chunk))
    const look = setInterval(() => {
      cost = costOf(child.pid) ?? cost
    }, LOOK_EVERY)
    const end = setTimeout(() => {
      isKilled = child.kill('SIGKILL')
    }, seconds * 1000)
    child.once('error', reject)
    child.once('close', (code) => {
      clearInterval(look)
      clearTimeout(end)
      const text = Buffer.concat(output).toString()
      if (code !== 0 && !isKilled && text === '')
        return reject(new Error(`${command} ended with ${code}: ${Buffer.concat(errors).toString()}`))
      resolve({ output: text, isKilled, wallSeconds: (performance.now() - startedAt) / 1000, ...cost })
    })
  })
}

function costOf(pid: number | undefined): Pick<ChildRun, 'cpuSeconds' | 'peakMegabytes'> | undefined {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ')
    const peak = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
    if (!peak) return undefined
    return {
      cpuSeconds: (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND,
      peakMegabytes: Number(peak[1]) / 1024
    }
  } catch {
    return undefined
  }
}
