import type { Told } from '../../render/told.ts'
import type { swaps as english } from '../en/swaps.ts'
import type { SameKinds } from '../say.ts'

const theWish = (told: Told) => (told.is('swapKind', 'swap') ? 'bytet' : 'övertagandet')
const yourWish = (told: Told) => (told.is('swapKind', 'swap') ? 'ditt byte' : 'ditt övertagande')
const aWish = (told: Told) => (told.is('swapKind', 'swap') ? 'Ett byte' : 'Ett övertagande')
const handed = (told: Told) => [
  told.has('given') ? 'Dina nu:' : '',
  told.spans('given'),
  told.has('taken') ? 'Inte längre dina:' : '',
  told.spans('taken')
]
const undo = (told: Told) => (told.has('undoUntil') ? `Båda kan ångra till ${told.moment('undoUntil')}.` : '')

const CAUSES: Record<string, string> = {
  moved: 'Passet har flyttats.',
  cancelled: 'Passet är inställt.',
  reverted: 'Publiceringen har tagits tillbaka.',
  absence: 'Någon är borta.',
  deactivated: 'Någon har slutat.',
  changed_hands: 'En plats i det har bytt ägare.'
}

export const swaps: SameKinds<typeof english> = {
  'swap-asked': (told) => ({
    title: told.has('take') ? `${told.by} ber dig byta pass` : `${told.by} ber dig ta ett pass`,
    body: [
      told.has('give') ? `Du skulle få: ${told.span(told.has('part') ? 'part' : 'give')}` : '',
      told.has('take') ? `Du skulle ge: ${told.span('take')}` : '',
      told.has('message') ? `”${told.text('message')}”` : '',
      `Svara före ${told.moment('expiresAt')}.`
    ]
  }),
  'swap-proposed-for-you': (told) => ({
    title: `${told.by} söker någon som kan ta ditt pass`,
    body: [told.span('give'), 'Ta tillbaka det om du inte ville det.']
  }),
  'swap-accepted': (told) => ({
    title: told.is('swapKind', 'swap') ? 'Bytet är gjort' : 'Ett pass har bytt ägare',
    body: [...handed(told), `Av ${told.by}.`, undo(told)]
  }),
  'swap-undone': (told) => ({
    title: `${told.by} ångrade ${theWish(told)}`,
    body: handed(told)
  }),
  'seat-taken': (told) => ({
    title: told.has('given') ? 'Du har ett nytt pass' : 'Ditt pass har tagits över',
    body: [...handed(told), `Av ${told.by}.`, undo(told)]
  }),
  'swap-withdrawn': (told) => ({
    title: `${told.by} tog tillbaka ${theWish(told)}`,
    body: ['Ingenting ändras.']
  }),
  'swap-declined': (told) => ({
    title: `${told.by} sa nej till ${theWish(told)}`,
    body: [
      told.is('isLast', true)
        ? 'Ingen finns kvar som kan säga ja. Passet blir där det är; fråga andra.'
        : 'Andra kan fortfarande säga ja.'
    ]
  }),
  'swap-answered-by-another': (told) => ({
    title: `${aWish(told)} som du tillfrågades om är avgjort`,
    body: ['Någon annan sa ja. Du behöver inte svara.']
  }),
  'swap-awaits-approval': (told) => ({
    title: `${aWish(told)} väntar på en ledare`,
    body: ['Ni är överens. Ingenting ändras förrän en ledare godkänner.']
  }),
  'swap-to-approve': (told) => ({
    title: `${aWish(told)} väntar på ditt godkännande`,
    body: ['Två är överens. Godkänn eller avslå.']
  }),
  'swap-refused': (told) => ({
    title: `${told.by} avslog ${yourWish(told)}`,
    body: [
      told.has('reason') ? `”${told.text('reason')}”` : '',
      'Ingenting ändras. Du kan föreslå något annat.'
    ]
  }),
  'swap-closed': (told) => ({
    title: told.is('isOver', true)
      ? `${aWish(told)} blev inte av`
      : `Någon du frågade är ute ur ${yourWish(told)}`,
    body: [
      CAUSES[told.text('cause')] ?? '',
      told.has('give') ? told.span('give') : '',
      told.is('todo', 'propose-again') ? 'Föreslå på nytt om du fortfarande behöver det.' : ''
    ]
  }),
  'swap-expired': (told) => ({
    title: `Ingen svarade på ${yourWish(told)} i tid`,
    body: ['Passet blir där det är. Föreslå på nytt om du fortfarande behöver det.']
  })
}
