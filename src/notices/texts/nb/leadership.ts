import type { Told } from '../../render/told.ts'
import type { leadership as english } from '../en/leadership.ts'
import type { SameKinds } from '../say.ts'

const quoted = (told: Told, key: string) => (told.has(key) ? `«${told.text(key)}»` : '')

const DECISIONS: Record<string, string> = { stop: 'stopp', change: 'endre', keep: 'behold' }
const SIGNS: Record<string, string> = {
  'took-part': 'færre deltok',
  'given-up': 'flere vakter ble gitt opp',
  'not-told': 'færre leverte det de hørte',
  'host-load': 'vertene satt flere timer',
  mood: 'stemningen etter vaktene sank',
  'answer-age': 'svarene tok lengre tid'
}

export const leadership: SameKinds<typeof english> = {
  'season-declared': (told) => ({
    title: `${told.text('seasonName')} begynner ${told.day('fromOn')}: gjett nå`,
    body: ['Hvor mange kunder får god hjelp, og hvilke tre ting gjør mest vondt? Bare du ser gjetningen din.']
  }),
  'season-moved': (told) => ({
    title: `${told.text('seasonName')} er flyttet: den begynner ${told.day('fromOn')}`,
    body: ['Til da kan du gjette.']
  }),
  'season-closed': (told) => ({
    title: `${told.text('seasonName')} er avsluttet: se hvordan det gikk med gjetningen din`,
    body: ['Hva som var målet, ble gjort, lært, bestemt og valgt bort, på én side.']
  }),
  'leaders-first-changed': (told) => ({
    title: told.is('isOn', true)
      ? `${told.by} slo på at ledere går først`
      : `${told.by} slo av at ledere går først`,
    body: [
      told.is('isOn', true)
        ? 'Vakter for ansatte kunngjøres når ledernes er planlagt i de samme dagene.'
        : '',
      quoted(told, 'reason')
    ]
  }),
  'leaders-first-overridden': (told) => ({
    title: `${told.text('rotationName')} ble kunngjort uten en vakt til deg`,
    body: [
      told.days('fromOn', 'toOn'),
      quoted(told, 'reason'),
      `Av ${told.by}. Du skylder fortsatt en vakt: ta en ledig plass.`
    ]
  }),
  'decay-review-opened': (told) => ({
    title: 'Ordningen ble dårligere forrige kvartal: en gjennomgang er din',
    body: [
      told.each('signs', (sign) => SIGNS[sign.text('sign')] ?? ''),
      'Si med navn og grunn: stopp, endre eller behold.'
    ]
  }),
  'decay-review-decided': (told) => ({
    title: `${told.by} avgjorde gjennomgangen din: ${DECISIONS[told.text('decision')] ?? ''}`,
    body: [quoted(told, 'reason')]
  })
}
