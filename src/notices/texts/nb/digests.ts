import type { Told } from '../../render/told.ts'
import type { digests as english } from '../en/digests.ts'
import type { SameKinds } from '../say.ts'

const waiting = (told: Told) =>
  told.is('waitingDays', null)
    ? `${told.text('title')}: avgjort nå`
    : `${told.text('title')}, dager uten avgjørelse: ${told.number('waitingDays')}`
const list = (told: Told, key: string, heading: string, say: (inner: Told) => string) =>
  told.has(key) ? [heading, told.each(key, say)] : []
const moved = (told: Told) =>
  [
    told.text('title'),
    told.is('reporters', 0) ? '' : `meldt av andre: ${told.number('reporters')}`,
    told.is('leaders', 0) ? '' : `ledere som fikk det lagt fram: ${told.number('leaders')}`,
    told.is('ownerChanged', true) ? 'det har ny eier' : ''
  ]
    .filter((part) => part !== '')
    .join('; ')

export const digests: SameKinds<typeof english> = {
  'learnings-weekly': (told) => ({
    title: `Hva kundene fortalte, uken til ${told.day('dueOn')}`,
    body: [
      ...list(told, 'newThemes', 'Nytt:', (theme) => theme.text('title')),
      ...list(
        told,
        'growing',
        'Vokser:',
        (theme) =>
          `${theme.text('title')}: ${theme.number('reporters')} personer, ${theme.number('before')} uken før`
      ),
      ...list(told, 'overdue', 'Svaret er forsinket:', waiting),
      ...list(
        told,
        'quotes',
        'Med deres egne ord:',
        (quote) => `«${quote.text('words')}» (${quote.text('title')})`
      )
    ]
  }),
  'learnings-monthly': (told) => ({
    title: `Hva som har ventet lengst på en avgjørelse, ${told.day('dueOn')}`,
    body: [
      told.each('undecided', waiting),
      `Venter på avgjørelse i alt: ${told.number('waiting')}. Hvert svar går tilbake til alle som meldte det.`
    ]
  }),
  'reported-themes-moved': (told) => ({
    title: `Det du meldte, har flyttet seg, uken til ${told.day('dueOn')}`,
    body: [told.each('moved', moved)]
  })
}
