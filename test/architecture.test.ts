import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import t from 'tap'
import ts from 'typescript'

interface SourceFile {
  path: string
  text: string
  /** Repository paths for files of ours, package names for the rest; types included. */
  imports: string[]
}

function sourcePaths(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => join(folder, path))
    .filter((path) => /\.tsx?$/.test(path) && !path.startsWith('db/migrations'))
}

function readSource(path: string): SourceFile {
  const text = readFileSync(path, 'utf8')
  const specifiers = ts.preProcessFile(text, true, true).importedFiles.map((file) => file.fileName)
  const imports = specifiers.map((name) =>
    name.startsWith('.') ? normalize(join(dirname(path), name)) : name
  )
  return { path, text, imports }
}

const files = ['src', 'db'].flatMap(sourcePaths).map(readSource)
const under = (folder: string) => files.filter(({ path }) => path.startsWith(`${folder}/`))
const isPackage = (name: string) => !name.startsWith('src/') && !name.startsWith('db/')
const packageOf = (name: string) =>
  name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/')
const isSharedFolder = (path: string) => /^src\/(engine|lib)\//.test(path)
const withoutComments = (text: string) => text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')

/** The breaches, each `path: what`, so that a failing test names them. */
function breaches(of: SourceFile[], wrong: (file: SourceFile) => string[]): string[] {
  return of.flatMap((file) => wrong(file).map((what) => `${file.path}: ${what}`))
}

t.test('the reader of sources sees imports', async (t) => {
  const app = files.find(({ path }) => path === 'src/app.ts')
  t.ok(app?.imports.includes('fastify'))
  t.ok(app?.imports.includes('db/client.ts'))
})

t.test('wall 1: the engine imports only itself and date libraries, and is pure', async (t) => {
  const allowed = new Set(['date-fns', '@date-fns/tz'])
  const foreign = breaches(under('src/engine'), ({ imports }) =>
    imports.filter((name) =>
      isPackage(name) ? !allowed.has(packageOf(name)) : !name.startsWith('src/engine/')
    )
  )
  t.strictSame(foreign, [])
  const impure =
    /\basync\b|\bawait\b|Math\.random|Date\.now|new Date\(\)|process\.|performance\.|setTimeout|console\./
  const impurities = breaches(
    under('src/engine'),
    ({ text }) => withoutComments(text).match(impure)?.slice(0, 1) ?? []
  )
  t.strictSame(impurities, [])
})

t.test('wall 2: drizzle appears only in db/ and in queries.ts files', async (t) => {
  const found = breaches(
    under('src').filter(({ path }) => !/\/queries(\.ts|\/)/.test(path)),
    ({ imports }) => imports.filter((name) => packageOf(name) === 'drizzle-orm')
  )
  t.strictSame(found, [])
})

t.test('wall 3: queries are imported only from their own folder', async (t) => {
  const found = breaches(files, ({ path, imports }) =>
    imports.filter(
      (name) => /^src\/.*\/queries(\.ts|\/)/.test(name) && !path.startsWith(`${folderOfQueries(name)}/`)
    )
  )
  t.strictSame(found, [])
})

const folderOfQueries = (path: string) => path.slice(0, path.indexOf('/queries'))

// The job runner itself keeps its slots in the database; what it runs are use cases.
t.test('wall 4: routes, pages, jobs and commands never touch queries', async (t) => {
  const callers = files.filter(({ path }) => /routes\.tsx?$|^src\/(web|jobs|cli)\//.test(path))
  t.ok(callers.length > 5)
  t.strictSame(
    breaches(callers, ({ imports }) =>
      imports.filter((name) => /\/queries(\.ts|\/)/.test(name) && name !== 'src/jobs/queries.ts')
    ),
    []
  )
})

t.test('wall 5: the schema and src/lib import nothing from features', async (t) => {
  const found = breaches([...under('db/schema'), ...under('src/lib')], ({ imports }) =>
    imports.filter((name) => /^src\/\w[\w-]*\//.test(name) && !isSharedFolder(name))
  )
  t.strictSame(found, [])
})

t.test('wall 6: the environment is read in config.ts, the wall clock in main.ts and cli.ts', async (t) => {
  const environment = breaches(
    under('src').filter(({ path }) => !['src/config.ts', 'src/cli.ts'].includes(path)),
    ({ text }) => withoutComments(text).match(/process\.env/g) ?? []
  )
  t.strictSame(environment, [])
  const clock = breaches(
    under('src').filter(({ path }) => !['src/main.ts', 'src/cli.ts'].includes(path)),
    ({ text }) => withoutComments(text).match(/new Date\(\)|Date\.now/g) ?? []
  )
  t.strictSame(clock, [])
})

t.test('wall 7: there is no import cycle, types included', async (t) => {
  const importsOf = new Map(files.map(({ path, imports }) => [path, imports]))
  const done = new Set<string>()
  const trail: string[] = []
  const cycles: string[] = []
  const visit = (path: string) => {
    if (trail.includes(path)) cycles.push([...trail.slice(trail.indexOf(path)), path].join(' -> '))
    if (done.has(path) || trail.includes(path)) return
    trail.push(path)
    for (const name of importsOf.get(path) ?? []) visit(name)
    trail.pop()
    done.add(path)
  }
  for (const { path } of files) visit(path)
  t.strictSame(cycles, [])
})

/** The functions of a file, each with its name first. */
const functionsIn = (text: string) =>
  withoutComments(text)
    .split(/^(?=(?:export )?(?:(?:async )?function|const) )/m)
    .filter((one) => /^(export )?(async )?function |^(export )?const \w+ = (async )?\(/.test(one))

/** What finds somebody by a secret, or makes them who acts. */
const DOOR = /\bHOLDER\b|\beq\(\w+\.tokenHash\b|\beq\(\w+\.slackUserId\b/
const doorsOf = (of: SourceFile[]) =>
  of
    .filter(({ path }) => path.startsWith('src/') && /queries/.test(path))
    .flatMap(({ path, text }) =>
      functionsIn(text)
        .filter((one) => DOOR.test(one) && /\bemployees\b/.test(one))
        .map((one) => ({
          name: `${path}: ${/(?:function|const) (\w+)/.exec(one)?.[1]}`,
          isShut: /\bmayEnter\(\)/.test(one)
        }))
    )

t.test(
  'whoever is found by a secret may enter, or is not found: no door forgets who has left or is held',
  async (t) => {
    const doors = doorsOf(files)
    t.strictSame(
      doors.filter(({ isShut }) => !isShut).map(({ name }) => name),
      []
    )
    t.ok(doors.length >= 4, `sessions, keys, feeds and Slack: ${doors.map(({ name }) => name).join(', ')}`)

    const opening = files.filter(({ path, text }) => {
      const code = withoutComments(text)
      return path.startsWith('src/') && /\bsignIn\(app, tx/.test(code) && !/\blockActiveById\(tx/.test(code)
    })
    t.strictSame(
      opening.map(({ path }) => path),
      [],
      'a session is opened for somebody who was locked while they may enter'
    )
    const actors = files.filter(({ text }) => /\btoActor\(/.test(text)).map(({ path }) => path)
    t.strictSame(
      actors.filter((path) => !path.startsWith('src/sign-in/')),
      [],
      'who acts is made from those alone'
    )
  }
)

t.test('files stay small, nothing is exported by default, and nothing is an any', async (t) => {
  const tooLong = files.filter(({ text }) => text.split('\n').length > 301).map(({ path }) => path)
  t.strictSame(tooLong, [])
  const careless = breaches(
    files,
    ({ text }) => withoutComments(text).match(/\bexport default\b|: any\b|\bas any\b/g) ?? []
  )
  t.strictSame(careless, [])
})
