import { readFileSync } from 'node:fs'

/** The part of the package that is used here; its own types do not fit its ES module. */
type Highs = {
  solve(
    model: string,
    options: { time_limit: number; mip_rel_gap: number }
  ): { Status: string; Columns: Record<string, { Primal?: number }> }
}

/** Solves an LP file with HiGHS in this process: prints whether it proved its answer and the variables that are 1. */
const [path, seconds] = process.argv.slice(2)
const { default: load } = (await import('highs')) as unknown as { default: () => Promise<Highs> }
const highs = await load()
const { Status, Columns } = highs.solve(readFileSync(path!, 'utf8'), {
  time_limit: Number(seconds),
  mip_rel_gap: 0
})
const ones = Object.entries(Columns).flatMap(([name, { Primal = 0 }]) =>
  name.startsWith('x') && Primal > 0.5 ? [Number(name.slice(1))] : []
)
process.stdout.write(JSON.stringify({ isProven: Status === 'Optimal', ones }))
