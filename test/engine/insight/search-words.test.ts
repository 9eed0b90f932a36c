import t from 'tap'
import { relatedWords } from '../../../src/engine/insight/related-words.ts'
import { searchWords } from '../../../src/engine/insight/search-words.ts'

t.test('a word leads to the other two languages, whatever its ending', (t) => {
  for (const word of ['invoices', 'fakturaene', 'fakturorna', 'räkningar', 'regninga'])
    t.ok(
      ['invoice', 'faktura', 'räkning'].every(
        (other) => other === word || relatedWords(word).includes(other)
      ),
      word
    )
  t.end()
})

t.test('a compound leads to both its parts, and to one where the other is unknown', (t) => {
  t.ok(['price', 'electricity'].every((word) => relatedWords('strømprisene').includes(word)))
  t.ok(
    ['price', 'customer'].every((word) => relatedWords('kundspriset').includes(word)),
    'with an s between'
  )
  t.ok(relatedWords('qwertyfakturan').includes('invoice'))
  t.end()
})

t.test('an unknown word leads nowhere', (t) => {
  t.strictSame(relatedWords('zebra'), [])
  t.strictSame(relatedWords(''), [])
  t.end()
})

t.test('a text is asked for once per word, in any case, composed, and for 150 words at most', (t) => {
  const wordsOf = (text: string) => searchWords(text).map(({ word }) => word)
  t.strictSame(wordsOf('Å! a\u030Apne ÅPNE åpne'), ['åpne'], 'a letter by itself is no word')
  t.equal(wordsOf(Array.from({ length: 400 }, (_, at) => `word${at}`).join(' ')).length, 150)
  t.strictSame(wordsOf('?!'), [])
  t.end()
})
