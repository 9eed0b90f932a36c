import type { Told } from '../../render/told.ts'
import type { learnings as english } from '../en/learnings.ts'
import type { SameKinds } from '../say.ts'

const quoted = (told: Told, key: string) => (told.has(key) ? `”${told.text(key)}”` : '')
const theme = (told: Told) => `”${told.text('title')}”`
const into = (told: Told) => `”${told.inner('into').text('title')}”`
const waiting = (told: Told) =>
  told.has('waitingDays') ? `${told.text('title')} (${told.number('waitingDays')} dagar)` : told.text('title')

const DECISIONS: Record<string, string> = {
  deciding: 'övervägs',
  doing: 'görs',
  done: 'är gjort',
  declined: 'avslogs'
}

export const learnings: SameKinds<typeof english> = {
  'hand-in-learning': (told) => ({
    title: `Vad hörde du på passet i ${told.text('rotationName')}?`,
    body: [told.span(), `Två minuter räcker, och ”inget nytt” är ett svar. Till ${told.moment('dueAt')}.`]
  }),
  'theme-decided': (told) => ({
    title: `Det du rapporterade ${DECISIONS[told.text('decision')] ?? 'har fått svar'}: ${theme(told)}`,
    body: [quoted(told, 'reason'), told.has('decidedBy') ? `Av ${told.name('decidedBy')}.` : '']
  }),
  'theme-yours': (told) => ({
    title: `Ett tema är ditt att svara på: ${theme(told)}`,
    body: [
      told.has('answerByOn') ? `Svara senast ${told.day('answerByOn')}.` : '',
      quoted(told, 'reason'),
      'Svaret går tillbaka till alla som rapporterade det.'
    ]
  }),
  'theme-passed-on': (told) => ({
    title: `${theme(told)} är nu ${told.name('owner')}s att svara på`,
    body: [quoted(told, 'reason')]
  }),
  'theme-merged': (told) => ({
    title: `${told.by} slog ihop ${theme(told)} med ${into(told)}`,
    body: ['Det kan ångras; ingen rapport går förlorad.']
  }),
  'theme-unmerged': (told) => ({
    title: `${told.by} tog ut ${theme(told)} ur ${into(told)} igen`,
    body: ['Det står för sig självt, med sina rapporter och sin ägare.']
  }),
  'theme-reopened': (told) => ({
    title: `${theme(told)} avslogs och rapporteras igen`,
    body: ['Tre nya rapporter öppnade det. Avgör på nytt, eller säg varför det står fast.']
  }),
  'themes-waiting': (told) => ({
    title: 'Ingen har avgjort på 14 dagar',
    body: [told.each('themes', waiting), 'Ägaren svarar inför dig. Hjälp dem att avgöra.']
  }),
  'themes-unheard': (told) => ({
    title: 'Ingen har avgjort på 30 dagar',
    body: [told.each('themes', waiting), 'De står på ledningens sida tills någon avgör.']
  }),
  'themes-reopened': (told) => ({
    title: 'Avslaget, och rapporterat igen',
    body: [told.each('themes', waiting), 'Avgör på nytt, eller säg varför det står fast.']
  })
}
