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
  properties: { name: string }[]
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
  // Not without those for development: `--omit dev` leaves out what the server uses as well (npm 11).
  const missing = packages
    .map(([path, { version }]) => `${path.split('node_modules/').at(-1)}@${version}`)
    .filter((name) => !listed.has(name))
  t.strictSame(missing, [])
  t.ok(packages.length > 400, `${packages.length} packages`)
  const purlsOf = (some: Component[]) => some.map(({ purl }) => purl)
  t.strictSame(purlsOf(components.filter(({ hashes }) => hashes.length === 0)), [])
  const isForDevelopment = ({ properties }: Component) =>
    properties.some(({ name }) => name === 'cdx:npm:package:development')
  const unlicensed = components.filter((one) => !one.licenses?.length && !isForDevelopment(one))
  t.strictSame(purlsOf(unlicensed), [], 'of what the server runs with')
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
