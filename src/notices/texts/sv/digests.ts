import type { Told } from '../../render/told.ts'
import type { digests as english } from '../en/digests.ts'
import type { SameKinds } from '../say.ts'

const waiting = (told: Told) =>
  told.is('waitingDays', null)
    ? `${told.text('title')}: avgjort nu`
    : `${told.text('title')}, dagar utan beslut: ${told.number('waitingDays')}`
const list = (told: Told, key: string, heading: string, say: (inner: Told) => string) =>
  told.has(key) ? [heading, told.each(key, say)] : []
const moved = (told: Told) =>
  [
    told.text('title'),
    told.is('reporters', 0) ? '' : `rapporterat av andra: ${told.number('reporters')}`,
    told.is('leaders', 0) ? '' : `chefer som fått det framlagt: ${told.number('leaders')}`,
    told.is('ownerChanged', true) ? 'det har ny ägare' : ''
  ]
    .filter((part) => part !== '')
    .join('; ')

export const digests: SameKinds<typeof english> = {
  'learnings-weekly': (told) => ({
    title: `Vad kunderna berättade, veckan till ${told.day('dueOn')}`,
    body: [
      ...list(told, 'newThemes', 'Nytt:', (theme) => theme.text('title')),
      ...list(
        told,
        'growing',
        'Växer:',
        (theme) =>
          `${theme.text('title')}: ${theme.number('reporters')} personer, ${theme.number('before')} veckan före`
      ),
      ...list(told, 'overdue', 'Svaret är försenat:', waiting),
      ...list(
        told,
        'quotes',
        'Med deras egna ord:',
        (quote) => `”${quote.text('words')}” (${quote.text('title')})`
      )
    ]
  }),
  'learnings-monthly': (told) => ({
    title: `Vad som har väntat längst på beslut, ${told.day('dueOn')}`,
    body: [
      told.each('undecided', waiting),
      `Väntar på beslut sammanlagt: ${told.number('waiting')}. Varje svar går tillbaka till alla som rapporterade det.`
    ]
  }),
  'reported-themes-moved': (told) => ({
    title: `Det du rapporterade har rört på sig, veckan till ${told.day('dueOn')}`,
    body: [told.each('moved', moved)]
  })
}
