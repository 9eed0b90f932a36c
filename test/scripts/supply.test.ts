import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import t from 'tap'

interface Locked {
  version: string
  resolved?: string
  integrity?: string
}

interface Component {
  name: string
  version: string
  purl: string
  hashes: { alg: string; content: string }[]
  licenses?: { license?: { id?: string }; expression?: string }[]
}

const read = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8')
const packages = Object.entries(
  JSON.parse(read('package-lock.json')).packages as Record<string, Locked>
).filter(([path]) => path !== '')

t.test('the bill of materials names every package, its licence and its hash', async (t) => {
  const run = spawnSync('npm', ['run', '--silent', 'sbom'], { encoding: 'utf8', maxBuffer: 2 ** 26 })
  t.equal(run.status, 0, run.stderr)
  const bill = JSON.parse(run.stdout)
  t.match(bill, {
    bomFormat: 'CycloneDX',
    specVersion: /^1\.\d$/,
    metadata: { component: { name: String } }
  })
  const components: Component[] = bill.components
  const listed = new Set(components.map(({ name, version }) => `${name}@${version}`))
  const ours = packages.filter(([, { dev }]) => !dev)
  const missing = ours
    .map(([path, { version }]) => `${path.split('node_modules/').at(-1)}@${version}`)
    .filter((name) => !listed.has(name))
  t.strictSame(missing, [])
  t.ok(packages.length > 400, `${packages.length} packages`)
  t.strictSame(
    components
      .filter(({ hashes, licenses }) => hashes.length === 0 || !licenses?.length)
      .map(({ purl }) => purl),
    []
  )
})

t.test(
  'what npm installs is checked against a hash, comes from no address of ours, and runs no script',
  async (t) => {
    t.strictSame(
      packages.filter(([, { integrity }]) => !integrity?.startsWith('sha512-')),
      []
    )
    t.strictSame(
      packages.filter(([, { resolved }]) => resolved !== undefined),
      []
    )
    t.match(read('.npmrc'), /^ignore-scripts=true$/m)
    const { scripts } = JSON.parse(read('package.json'))
    const silent = Object.keys(scripts).filter((name) => /^(pre|post)/.test(name))
    t.strictSame(silent, [], 'npm would leave these out as well')
  }
)
