import { inflateRawSync } from 'node:zlib'
import t from 'tap'
import { fifteenPeople } from './reports-cast.ts'

const YEAR = 'fromOn=2026-07-06&toOn=2027-03-29'

/** The files of a zip, by its central directory. */
function unzip(zip: Buffer): Map<string, string> {
  const files = new Map<string, string>()
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  let at = zip.readUInt32LE(end + 16)
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [method, size, name, extra, comment] = [10, 20, 28, 30, 32].map((place) =>
      place === 20 ? zip.readUInt32LE(at + place) : zip.readUInt16LE(at + place)
    ) as [number, number, number, number, number]
    const local = zip.readUInt32LE(at + 42)
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const data = zip.subarray(from, from + size)
    files.set(
      zip.toString('utf8', at + 46, at + 46 + name),
      (method === 0 ? data : inflateRawSync(data)).toString('utf8')
    )
    at += 46 + name + extra + comment
  }
  return files
}

interface Cell {
  type: string | undefined
  value: string
  style: string | undefined
}

/** The cells of a sheet by address, with texts in place of their numbers. */
function cellsOf(files: Map<string, string>, sheet: string): Map<string, Cell> {
  const texts = [
    ...(files.get('xl/sharedStrings.xml') ?? '').matchAll(/<si>.*?<t[^>]*>(.*?)<\/t>.*?<\/si>/gs)
  ].map(([, text]) => text!)
  const cells = [...files.get(sheet)!.matchAll(/<c r="([A-Z]+\d+)"([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)]
  return new Map(
    cells.map(([, address, attributes = '', inside = '']) => {
      const type = attributes.match(/ t="(\w+)"/)?.[1]
      const raw = inside.match(/<v>(.*?)<\/v>/)?.[1] ?? inside.match(/<t[^>]*>(.*?)<\/t>/)?.[1] ?? ''
      const value = type === 's' ? texts[Number(raw)]! : raw
      return [address!, { type, value, style: attributes.match(/ s="(\d+)"/)?.[1] }]
    })
  )
}

t.test('the workbook has typed cells with the numbers of the report, and no formula', async (t) => {
  const { people, as, work, helge } = await fifteenPeople(t)
  await work(people['=1+1']![0]!, '2027-01-11', 245)
  const lead = people['=1+1']![0]!
  const reply = await as(lead).get(`/api/participation.xlsx?by=team&${YEAR}&earlier=1`)
  t.match(reply.headers, {
    'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'content-disposition': 'attachment; filename="participation-by-team-2026-07-06-2027-03-29.xlsx"'
  })
  const files = unzip(reply.rawPayload)
  t.notOk(
    [...files.values()].some((xml) => /<f[ >]/.test(xml)),
    'no formula anywhere'
  )
  const cells = cellsOf(files, 'xl/worksheets/sheet1.xml')
  const report = (await as(lead).get(`/api/participation?by=team&${YEAR}&earlier=1`)).json()
  t.match(cells.get('A1'), { value: 'group', type: /s|inlineStr|str/ })
  t.match(cells.get('A2'), { value: '=1+1', type: /s|inlineStr|str/ }, 'a name is a text as it is')
  const columns = [...cells]
    .filter(([address]) => /^[A-Z]+1$/.test(address))
    .map(([address, { value }]) => [value, address.slice(0, -1)] as const)
  const at = new Map(columns)
  for (const name of [
    'people',
    'dueMinutes',
    'workedMinutes',
    'balanceMinutes',
    'shifts',
    'neverAsked',
    'minutesGini'
  ]) {
    const cell = cells.get(`${at.get(name)}2`)
    t.equal(cell?.type ?? 'n', 'n', `${name} is a number`)
    t.equal(Number(cell?.value), report.rows[0][name], name)
  }
  t.equal(Number(cells.get(`${at.get('balanceHours')}2`)?.value), report.rows[0].balanceMinutes / 60)
  const dayOf = (address: string) =>
    new Date(Date.UTC(1899, 11, 30) + Number(cells.get(address)?.value) * 86_400_000)
      .toISOString()
      .slice(0, 10)
  t.equal(dayOf(`${at.get('fromOn')}2`), '2026-07-06', 'a date is a date')
  t.match(files.get('xl/styles.xml'), /yyyy-mm-dd/)
  t.equal(cells.get('A3')?.value, '=1+1', 'the period before comes along')
  t.equal(dayOf(`${at.get('toOn')}3`), '2026-07-06')
  const tracks = await as(helge).get(`/api/participation.xlsx?by=track&${YEAR}`)
  t.equal(tracks.statusCode, 200, tracks.body.slice(0, 300))
})

t.test('files as of a moment say the same, whatever has happened since', async (t) => {
  const { people, as, work, helge, clock } = await fifteenPeople(t)
  await work(people.Product![1]!, '2027-01-11', 245)
  clock.set('2027-04-06T08:00:00Z')
  const read = async () => {
    const kinds = ['team', 'track', 'period&per=week']
    const files = ['csv', 'xlsx'].flatMap((kind) =>
      kinds.map((by) => `participation.${kind}?by=${by}&${YEAR}`)
    )
    const replies = await Promise.all(
      files.map((file) => as(helge).get(`/api/${file}&asOf=2027-04-05T12:00:00Z`))
    )
    return replies.map(({ rawPayload }, at) =>
      files[at]!.startsWith('participation.csv') ? String(rawPayload) : [...unzip(rawPayload)]
    )
  }
  const before = await read()
  clock.set('2027-04-07T08:00:00Z')
  for (const [at, who] of people.Product!.entries())
    await as(people.Product![0]!).post(`/api/employees/${who.id}/credits`, {
      ...{ minutes: 30 + at, onDay: '2027-03-01', reason: 'Reviewed', purpose: 'review' }
    })
  t.strictSame(await read(), before)
})
