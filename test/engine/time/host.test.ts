import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import t from 'tap'
import { compiled } from '../../helpers/compiled.ts'

type Report = { zone: string; now: string; digest: string }

const run = promisify(execFile)
const pathOf = (name: string) => fileURLToPath(new URL(`./${name}`, import.meta.url))

t.test('every result is the same whatever the zone of the process and the season it runs in', async (t) => {
  const january = '2026-01-15T12:00:00.000Z'
  const july = '2026-07-15T12:00:00.000Z'
  const hosts = [
    { TZ: 'UTC', FROZEN_AT: january },
    { TZ: 'America/New_York', FROZEN_AT: january },
    { TZ: 'America/New_York', FROZEN_AT: july },
    { TZ: 'Pacific/Chatham', FROZEN_AT: july },
    { TZ: 'Europe/Oslo', FROZEN_AT: july }
  ]
  const reports: Report[] = []
  for (const host of hosts) reports.push(await digestOn(host))

  t.strictSame(
    reports.map(({ zone, now }) => ({ TZ: zone, FROZEN_AT: now })),
    hosts,
    'each child really ran in that zone and at that time'
  )
  t.equal(new Set(reports.map(({ digest }) => digest)).size, 1)
  t.match(reports[0]?.digest, /^[0-9a-f]{64}$/)
})

async function digestOn(host: Record<string, string>): Promise<Report> {
  const args = ['--import', compiled(pathOf('frozen-clock.ts')), compiled(pathOf('print-digest.ts'))]
  const { stdout } = await run(process.execPath, args, { env: { ...process.env, ...host } })
  return JSON.parse(stdout)
}
