import type { Told } from '../../render/told.ts'
import type { leadership as english } from '../en/leadership.ts'
import type { SameKinds } from '../say.ts'

const quoted = (told: Told, key: string) => (told.has(key) ? `”${told.text(key)}”` : '')

const DECISIONS: Record<string, string> = { stop: 'sluta', change: 'ändra', keep: 'behåll' }
const SIGNS: Record<string, string> = {
  'took-part': 'färre deltog',
  'given-up': 'fler pass gavs upp',
  'not-told': 'färre lämnade in det de hörde',
  'host-load': 'värdarna satt fler timmar',
  mood: 'stämningen efter passen sjönk',
  'answer-age': 'svaren tog längre tid'
}

export const leadership: SameKinds<typeof english> = {
  'season-declared': (told) => ({
    title: `${told.text('seasonName')} börjar ${told.day('fromOn')}: gissa nu`,
    body: ['Hur många kunder får god hjälp, och vilka tre saker gör mest ont? Bara du ser din gissning.']
  }),
  'season-moved': (told) => ({
    title: `${told.text('seasonName')} har flyttats: den börjar ${told.day('fromOn')}`,
    body: ['Till dess kan du gissa.']
  }),
  'season-closed': (told) => ({
    title: `${told.text('seasonName')} är avslutad: se hur det gick med din gissning`,
    body: ['Vad som var målet, gjordes, lärdes, bestämdes och valdes bort, på en sida.']
  }),
  'leaders-first-changed': (told) => ({
    title: told.is('isOn', true)
      ? `${told.by} slog på att ledare går först`
      : `${told.by} slog av att ledare går först`,
    body: [
      told.is('isOn', true) ? 'Pass för anställda publiceras när ledarnas är planerade i samma dagar.' : '',
      quoted(told, 'reason')
    ]
  }),
  'leaders-first-overridden': (told) => ({
    title: `${told.text('rotationName')} publicerades utan ett pass för dig`,
    body: [
      told.days('fromOn', 'toOn'),
      quoted(told, 'reason'),
      `Av ${told.by}. Du är fortfarande skyldig ett pass: ta en ledig plats.`
    ]
  }),
  'decay-review-opened': (told) => ({
    title: 'Programmet blev sämre förra kvartalet: en granskning är din',
    body: [
      told.each('signs', (sign) => SIGNS[sign.text('sign')] ?? ''),
      'Säg med namn och skäl: sluta, ändra eller behåll.'
    ]
  }),
  'decay-review-decided': (told) => ({
    title: `${told.by} avgjorde din granskning: ${DECISIONS[told.text('decision')] ?? ''}`,
    body: [quoted(told, 'reason')]
  })
}
