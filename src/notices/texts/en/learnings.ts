import type { Told } from '../../render/told.ts'
import type { Say } from '../say.ts'

const quoted = (told: Told, key: string) => (told.has(key) ? `“${told.text(key)}”` : '')
const theme = (told: Told) => `“${told.text('title')}”`
const into = (told: Told) => `“${told.inner('into').text('title')}”`
const waiting = (told: Told) =>
  told.has('waitingDays') ? `${told.text('title')} (${told.number('waitingDays')} days)` : told.text('title')

const DECISIONS: Record<string, string> = {
  deciding: 'is being decided',
  doing: 'is being done',
  done: 'is done',
  declined: 'was declined'
}

export const learnings = {
  'hand-in-learning': (told) => ({
    title: `What did you hear on your shift in ${told.text('rotationName')}?`,
    body: [
      told.span(),
      `Two minutes are enough, and “nothing new” is an answer. Until ${told.moment('dueAt')}.`
    ]
  }),
  'theme-decided': (told) => ({
    title: `What you reported ${DECISIONS[told.text('decision')] ?? 'has an answer'}: ${theme(told)}`,
    body: [quoted(told, 'reason'), told.has('decidedBy') ? `By ${told.name('decidedBy')}.` : '']
  }),
  'theme-yours': (told) => ({
    title: `A theme is yours to answer: ${theme(told)}`,
    body: [
      told.has('answerByOn') ? `Answer by ${told.day('answerByOn')}.` : '',
      quoted(told, 'reason'),
      'Your answer goes back to everybody who reported it.'
    ]
  }),
  'theme-passed-on': (told) => ({
    title: `${theme(told)} is ${told.name('owner')}’s to answer now`,
    body: [quoted(told, 'reason')]
  }),
  'theme-merged': (told) => ({
    title: `${told.by} merged ${theme(told)} into ${into(told)}`,
    body: ['It can be undone; no report is lost.']
  }),
  'theme-unmerged': (told) => ({
    title: `${told.by} took ${theme(told)} out of ${into(told)} again`,
    body: ['It stands by itself, with its reports and its owner.']
  }),
  'theme-reopened': (told) => ({
    title: `${theme(told)} was declined and is reported again`,
    body: ['Three new reports opened it. Decide anew, or say why it stays.']
  }),
  'themes-waiting': (told) => ({
    title: 'Nobody has decided in 14 days',
    body: [told.each('themes', waiting), 'Their owner answers to you. Help them decide.']
  }),
  'themes-unheard': (told) => ({
    title: 'Nobody has decided in 30 days',
    body: [told.each('themes', waiting), 'They stand on the leadership page until somebody decides.']
  }),
  'themes-reopened': (told) => ({
    title: 'Declined, and reported again',
    body: [told.each('themes', waiting), 'Decide anew, or say why it stays.']
  })
} satisfies Record<string, Say>
