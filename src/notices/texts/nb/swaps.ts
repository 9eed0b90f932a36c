import type { Told } from '../../render/told.ts'
import type { swaps as english } from '../en/swaps.ts'
import type { SameKinds } from '../say.ts'

const theWish = (told: Told) => (told.is('swapKind', 'swap') ? 'byttet' : 'overtakelsen')
const yourWish = (told: Told) => (told.is('swapKind', 'swap') ? 'byttet ditt' : 'overtakelsen din')
const aWish = (told: Told) => (told.is('swapKind', 'swap') ? 'Et bytte' : 'En overtakelse')
const handed = (told: Told) => [
  told.has('given') ? 'Dine nå:' : '',
  told.spans('given'),
  told.has('taken') ? 'Ikke lenger dine:' : '',
  told.spans('taken')
]
const undo = (told: Told) => (told.has('undoUntil') ? `Begge kan angre til ${told.moment('undoUntil')}.` : '')

const CAUSES: Record<string, string> = {
  moved: 'Vakten er flyttet.',
  cancelled: 'Vakten er avlyst.',
  reverted: 'Kunngjøringen er trukket tilbake.',
  absence: 'Noen er borte.',
  deactivated: 'Noen har sluttet.',
  changed_hands: 'En plass i den har skiftet eier.'
}

export const swaps: SameKinds<typeof english> = {
  'swap-asked': (told) => ({
    title: told.has('take') ? `${told.by} ber deg bytte vakt` : `${told.by} ber deg ta en vakt`,
    body: [
      told.has('give') ? `Du ville få: ${told.span(told.has('part') ? 'part' : 'give')}` : '',
      told.has('take') ? `Du ville gi: ${told.span('take')}` : '',
      told.has('message') ? `«${told.text('message')}»` : '',
      `Svar før ${told.moment('expiresAt')}.`
    ]
  }),
  'swap-proposed-for-you': (told) => ({
    title: `${told.by} leter etter noen som kan ta vakten din`,
    body: [told.span('give'), 'Trekk det tilbake hvis du ikke ville det.']
  }),
  'swap-accepted': (told) => ({
    title: told.is('swapKind', 'swap') ? 'Byttet er gjort' : 'En vakt har skiftet eier',
    body: [...handed(told), `Av ${told.by}.`, undo(told)]
  }),
  'swap-undone': (told) => ({
    title: `${told.by} angret ${theWish(told)}`,
    body: handed(told)
  }),
  'seat-taken': (told) => ({
    title: told.has('given') ? 'Du har en ny vakt' : 'Vakten din er overtatt',
    body: [...handed(told), `Av ${told.by}.`, undo(told)]
  }),
  'swap-withdrawn': (told) => ({
    title: `${told.by} trakk ${theWish(told)} tilbake`,
    body: ['Ingenting endres.']
  }),
  'swap-declined': (told) => ({
    title: `${told.by} sa nei til ${theWish(told)}`,
    body: [
      told.is('isLast', true)
        ? 'Ingen er igjen som kan si ja. Vakten blir der den er; spør andre.'
        : 'Andre kan fortsatt si ja.'
    ]
  }),
  'swap-answered-by-another': (told) => ({
    title: `${aWish(told)} du ble spurt om, er avgjort`,
    body: ['En annen sa ja. Du trenger ikke svare.']
  }),
  'swap-awaits-approval': (told) => ({
    title: `${aWish(told)} venter på en leder`,
    body: ['Dere er enige. Ingenting endres før en leder godkjenner.']
  }),
  'swap-to-approve': (told) => ({
    title: `${aWish(told)} venter på din godkjenning`,
    body: ['To er enige. Godkjenn eller avslå.']
  }),
  'swap-refused': (told) => ({
    title: `${told.by} avslo ${yourWish(told)}`,
    body: [
      told.has('reason') ? `«${told.text('reason')}»` : '',
      'Ingenting endres. Du kan foreslå noe annet.'
    ]
  }),
  'swap-closed': (told) => ({
    title: told.is('isOver', true)
      ? `${aWish(told)} ble det ikke noe av`
      : `En du spurte, er ute av ${yourWish(told)}`,
    body: [
      CAUSES[told.text('cause')] ?? '',
      told.has('give') ? told.span('give') : '',
      told.is('todo', 'propose-again') ? 'Foreslå på nytt hvis du fortsatt trenger det.' : ''
    ]
  }),
  'swap-expired': (told) => ({
    title: `Ingen svarte på ${yourWish(told)} i tide`,
    body: ['Vakten blir der den er. Foreslå på nytt hvis du fortsatt trenger det.']
  })
}
