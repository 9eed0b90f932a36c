import type { Told } from '../../render/told.ts'
import type { learnings as english } from '../en/learnings.ts'
import type { SameKinds } from '../say.ts'

const quoted = (told: Told, key: string) => (told.has(key) ? `«${told.text(key)}»` : '')
const theme = (told: Told) => `«${told.text('title')}»`
const into = (told: Told) => `«${told.inner('into').text('title')}»`
const waiting = (told: Told) =>
  told.has('waitingDays') ? `${told.text('title')} (${told.number('waitingDays')} dager)` : told.text('title')

const DECISIONS: Record<string, string> = {
  deciding: 'er til vurdering',
  doing: 'blir gjort',
  done: 'er gjort',
  declined: 'er avslått'
}

export const learnings: SameKinds<typeof english> = {
  'hand-in-learning': (told) => ({
    title: `Hva hørte du på vakten i ${told.text('rotationName')}?`,
    body: [told.span(), `To minutter holder, og «ikke noe nytt» er et svar. Til ${told.moment('dueAt')}.`]
  }),
  'theme-decided': (told) => ({
    title: `Det du meldte, ${DECISIONS[told.text('decision')] ?? 'har fått svar'}: ${theme(told)}`,
    body: [quoted(told, 'reason'), told.has('decidedBy') ? `Av ${told.name('decidedBy')}.` : '']
  }),
  'theme-yours': (told) => ({
    title: `Et tema er ditt å svare på: ${theme(told)}`,
    body: [
      told.has('answerByOn') ? `Svar innen ${told.day('answerByOn')}.` : '',
      quoted(told, 'reason'),
      'Svaret går tilbake til alle som meldte det.'
    ]
  }),
  'theme-passed-on': (told) => ({
    title: `${theme(told)} er nå ${told.name('owner')} sitt å svare på`,
    body: [quoted(told, 'reason')]
  }),
  'theme-merged': (told) => ({
    title: `${told.by} slo ${theme(told)} sammen med ${into(told)}`,
    body: ['Det kan angres; ingen melding går tapt.']
  }),
  'theme-unmerged': (told) => ({
    title: `${told.by} tok ${theme(told)} ut av ${into(told)} igjen`,
    body: ['Det står for seg selv, med meldingene og eieren sin.']
  }),
  'theme-reopened': (told) => ({
    title: `${theme(told)} ble avslått og meldes igjen`,
    body: ['Tre nye meldinger åpnet det. Avgjør på nytt, eller si hvorfor det står fast.']
  }),
  'themes-waiting': (told) => ({
    title: 'Ingen har avgjort på 14 dager',
    body: [told.each('themes', waiting), 'Eieren svarer til deg. Hjelp dem å avgjøre.']
  }),
  'themes-unheard': (told) => ({
    title: 'Ingen har avgjort på 30 dager',
    body: [told.each('themes', waiting), 'De står på ledelsens side til noen avgjør.']
  }),
  'themes-reopened': (told) => ({
    title: 'Avslått, og meldt igjen',
    body: [told.each('themes', waiting), 'Avgjør på nytt, eller si hvorfor det står fast.']
  })
}
