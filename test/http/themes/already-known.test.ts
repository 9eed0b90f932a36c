import t, { type Test } from 'tap'
import { listening } from './themes-cast.ts'

const FINDING =
  'Onboarding breaks because the six-digit code on the device is only valid for a minute. Older customers in particular ' +
  'cannot enter it in time, and several gave up.'

/** Three people told of codes that run out, in two themes of which one stands within the other; one more tells of bills. */
async function known(t: Test) {
  const listened = await listening(t)
  const { as, amara, bo, hanna, lars, heardBy, theme, decide } = listened
  const codes = await theme('Pairing code runs out', [
    await heardBy(amara, 40, {
      obstacle: 'The code expires before older people have typed it',
      customerWords: 'Ring me on +47 912 34 567, I gave up'
    }),
    await heardBy(bo, 9, { customerWords: 'It counts down like a bomb' })
  ])
  const koder = await theme('Koden går ut', [
    await heardBy(bo, 20, { obstacle: 'Koden varer bare et minutt' }),
    await heardBy(hanna, 8, { customerWords: 'Jeg rakk det ikke' })
  ])
  await as(hanna).put(`/api/themes/${koder}/merge`, { intoId: codes })
  const bills = await theme('Bills go to the old address', [
    await heardBy(amara, 12, { triedTo: 'Pay the bill', obstacle: 'It went to the old flat' })
  ])
  await decide(lars, codes, 'deciding', 'We measure how long people need')
  const ask = async (text: string) => {
    const reply = await as(bo).post('/api/themes/already-known', { text })
    t.equal(reply.statusCode, 200, reply.body)
    return reply.json().items
  }
  const brief = (...themeIds: string[]) =>
    as(bo).get(`/api/themes/brief?${themeIds.map((id) => `themeId=${id}`).join('&')}`)
  return { ...listened, codes, koder, bills, ask, brief }
}

t.test('we already knew', async (t) => {
  const { as, bo, codes, koder, bills, ask, brief, pool } = await known(t)

  t.test(
    'a pasted finding is answered with the themes that say it, ranked, each with its earliest date, counts and decisions',
    async (t) => {
      const found = await ask(FINDING)
      t.match(found, [
        {
          id: codes,
          match: 100,
          state: 'deciding',
          clock: {
            daysSinceFirstHeard: 40,
            learnings: 4,
            reporters: 3,
            shifts: 4,
            customers: 8,
            minutes: 120
          },
          decisions: [
            { decision: 'deciding', reason: 'We measure how long people need', decidedBy: 'Lars Lead' }
          ]
        }
      ])
      t.equal(found[0].firstHeardAt.slice(0, 10), '2027-01-20')
      const both = async (text: string) => {
        const known: { id: string; match: number }[] = await ask(text)
        t.equal(known.length, 2, text)
        t.ok(known[0]!.match === 100 && known[1]!.match < 100 && known[1]!.match >= 30, text)
        return known.map(({ id }) => id)
      }
      const ofBills = 'They cannot pay the bill, for it went to the address of the old flat.'
      t.strictSame(await both(`The code expires in a minute, typed or not, and they gave up. ${ofBills}`), [
        bills,
        codes
      ])
      t.strictSame(await both('The code expires before it is typed. A bill went to the old flat.'), [
        codes,
        bills
      ])
      t.strictSame(await ask('Penguins dislike jazz'), [], 'what nobody said was not known')
      const kept = await pool.query("select 1 from audit_entries where after::text like '%Onboarding%'")
      t.equal(kept.rows.length, 0, 'the finding is kept nowhere')
    }
  )

  t.test('a finding has words, 5,000 characters of them at most', async (t) => {
    const refused = async (body: object) => (await as(bo).post('/api/themes/already-known', body)).statusCode
    t.equal(await refused({ text: ' ' }), 400)
    t.equal(await refused({ text: 'x'.repeat(5001) }), 400)
    t.equal(await refused({ text: 'code', more: 1 }), 400)
    t.equal((await ask(`${FINDING} ${'and so on '.repeat(600)}`.slice(0, 5000)))[0].id, codes)
  })

  t.test(
    'a brief holds what a printed page shows: together, and of each theme clock, price, decisions, hearings and quotes',
    async (t) => {
      const reply = await brief(codes, bills)
      t.equal(reply.statusCode, 200, reply.body)
      t.match(reply.json(), {
        writtenAt: '2027-03-01T12:00:00.000Z',
        together: { learnings: 5, reporters: 3, shifts: 5, customers: 10, minutes: 150 },
        themes: [
          {
            id: codes,
            title: 'Pairing code runs out',
            clock: { reporters: 3, minutes: 120 },
            price: { minutes: 120 },
            decisions: [{ decision: 'deciding' }],
            hearings: [{ leader: 'Lars Lead', cause: 'owner', answer: 'We measure how long people need' }]
          },
          { id: bills, decisions: [], quotes: [] }
        ]
      })
      t.equal(reply.json().firstHeardAt.slice(0, 10), '2027-01-20')
      const twice = (await brief(koder, codes)).json()
      t.strictSame(
        twice.themes.map(({ id }: { id: string }) => id),
        [codes],
        'a merged theme is the one it is within'
      )
      t.equal(twice.together.learnings, 4, 'and counts once')
    }
  )

  t.test('a brief quotes two customers without obvious personal data and names no reporter', async (t) => {
    const words = async () =>
      (await brief(codes)).json().themes[0].quotes.map((quote: { words: string }) => quote.words)
    t.strictSame(await words(), ['Jeg rakk det ikke', 'It counts down like a bomb'])
    await pool.query("update learnings set customer_words = null where customer_words like 'J%'")
    t.strictSame(await words(), ['It counts down like a bomb', 'Ring me on [phone number], I gave up'])
    t.notMatch((await brief(codes)).body, /Amara|Hanna|Bo Berg/)
  })

  t.test('a brief of a theme that is not there, of none and of six is refused', async (t) => {
    const missing = '00000000-0000-7000-8000-00000000dead'
    t.match((await brief(codes, missing)).json(), { status: 404, code: 'THEME_NOT_FOUND' })
    t.equal((await brief()).statusCode, 400)
    t.equal((await brief(...Array.from({ length: 6 }, () => codes))).statusCode, 400)
  })
})
