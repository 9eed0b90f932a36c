import t, { type Test } from 'tap'
import { listening } from './themes-cast.ts'

async function suggesting(t: Test) {
  const listened = await listening(t)
  const { as, amara, bo, hanna, heardBy, theme } = listened
  const pairing = await theme('Pairing code runs out', [
    await heardBy(amara, 3, { triedTo: 'Pair the hub', obstacle: 'The code expires before it is typed' }),
    await heardBy(bo, 2, { triedTo: 'Koble til huben', obstacle: 'Koden forsvinner for fort fra displayet' })
  ])
  const invoices = await theme('Fakturaen går til gammel adresse', [
    await heardBy(hanna, 4, {
      triedTo: 'Få regningen etter flytting',
      obstacle: 'Den gamle adressen står der'
    })
  ])
  const parcels = await theme('Paketet kommer fel', [
    await heardBy(amara, 5, { triedTo: 'Hämta paketet', obstacle: 'Det låg hos ett annat ombud' })
  ])
  const suggest = async (text: string) => {
    const reply = await as(bo).get(`/api/themes/suggestions?text=${encodeURIComponent(text)}`)
    t.equal(reply.statusCode, 200, reply.body)
    return (reply.json().items as { id: string }[]).map(({ id }) => id)
  }
  return { ...listened, pairing, invoices, parcels, suggest }
}

t.test('suggestions', async (t) => {
  const { as, amara, bo, hanna, heardBy, pool, pairing, invoices, parcels, suggest } = await suggesting(t)

  t.test('a theme is suggested while one types, with how many reported it', async (t) => {
    t.strictSame(await suggest('the code for the hub expi'), [pairing], 'the last word is not finished')
    const reply = await as(bo).get('/api/themes/suggestions?text=hub%20code')
    t.match(reply.json().items[0], { title: 'Pairing code runs out', reporters: 2, learnings: 2 })
  })

  t.test('a theme is found in a language in which nobody wrote of it', async (t) => {
    t.equal((await suggest('bill sent to the previous address'))[0], invoices, 'English for Norwegian')
    t.equal((await suggest('räkningen till gammal adress'))[0], invoices, 'Swedish for Norwegian')
    t.equal((await suggest('package at the wrong pickup'))[0], parcels, 'English for Swedish')
    t.equal((await suggest('pakken er hos feil utleveringssted'))[0], parcels, 'Norwegian for Swedish')
  })

  t.test('a word that is spelt wrong is found by its trigrams', async (t) => {
    t.strictSame(await suggest('dsplayet'), [pairing])
    t.strictSame(await suggest('zebraflokk'), [], 'a word like no other is not')
  })

  t.test('words that say nothing suggest nothing', async (t) => {
    t.strictSame(await suggest('the and og men som'), [])
    t.strictSame(await suggest('?! -- …'), [])
  })

  t.test('text in any letters, cases and signs is a question, never an error', async (t) => {
    for (const text of ["hub'; --", '% _ \\ & | ! ( ) : * <-> hub', '\u{1F525} hub', 'a\u030A hub'])
      t.ok((await suggest(text)).includes(pairing), text)
    t.equal((await suggest('PAIRING'))[0], pairing)
  })

  t.test('a merged theme answers as the one within which it stands, until the merge is undone', async (t) => {
    t.equal((await as(hanna).put(`/api/themes/${parcels}/merge`, { intoId: invoices })).statusCode, 200)
    t.strictSame(await suggest('paketet ombud'), [invoices])
    const reply = await as(hanna).get('/api/themes/suggestions?text=paketet%20ombud')
    t.match(reply.json().items, [{ id: invoices, reporters: 2, learnings: 2 }], 'with those of both')
    t.equal((await as(hanna).delete(`/api/themes/${parcels}/merge`)).statusCode, 200)
    t.strictSame(await suggest('paketet ombud'), [parcels])
  })

  t.test('a theme into which two are merged counts each learning and each person once', async (t) => {
    for (const part of [parcels, invoices])
      await as(hanna).put(`/api/themes/${part}/merge`, { intoId: pairing })
    const reply = await as(hanna).get('/api/themes/suggestions?text=paketet%20ombud')
    t.match(reply.json().items, [{ id: pairing, reporters: 3, learnings: 4 }])
    for (const part of [parcels, invoices]) await as(hanna).delete(`/api/themes/${part}/merge`)
  })

  t.test('one word of many in common is chance, and no suggestion', async (t) => {
    t.strictSame(await suggest('hub'), [pairing])
    t.strictSame(await suggest('hub sings beautiful songs'), [])
  })

  t.test('what was taken out of a theme speaks for it no longer, and a changed title at once', async (t) => {
    const learningId = await heardBy(amara, 1, { triedTo: 'Feed the hedgehog', obstacle: 'It slept' })
    await as(hanna).put(`/api/learnings/${learningId}/theme`, { themeId: pairing })
    t.strictSame(await suggest('hedgehog'), [pairing])
    await as(hanna).delete(`/api/learnings/${learningId}/theme`)
    t.strictSame(await suggest('hedgehog'), [])
    await as(hanna).patch(`/api/themes/${pairing}`, { title: 'Trouble with hedgehogs' })
    t.strictSame(await suggest('hedgehog'), [pairing])
  })

  t.test('themes are suggested for a learning after it was handed in', async (t) => {
    const learningId = await heardBy(amara, 0, {
      triedTo: 'Para ihop hubben',
      obstacle: 'Koden hann gå ut innan hon skrivit den'
    })
    const reply = await as(bo).get(`/api/learnings/${learningId}/theme-suggestions`)
    t.equal(reply.json().items[0].id, pairing)
    const missing = await as(bo).get('/api/learnings/00000000-0000-7000-8000-00000000dead/theme-suggestions')
    t.equal(missing.statusCode, 404)
  })

  t.test('stems are looked up in an index, and so are trigrams', async (t) => {
    const texts = 'tried_to, obstacle, customer_words, action'
    const planOf = async (condition: string) => {
      await pool.query('begin')
      await pool.query('set local enable_seqscan = off')
      const { rows } = await pool.query(`explain select id from learnings where ${condition}`)
      await pool.query('rollback')
      return JSON.stringify(rows)
    }
    t.match(await planOf(`search_vector(${texts}) @@ 'hub'::tsquery`), 'learnings_search')
    t.match(await planOf(`search_text(${texts}) %>> 'hub'`), 'learnings_trigrams')
  })
})
