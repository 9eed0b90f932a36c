import { dictionary } from './dictionary.ts'

const en = {
  title: 'No more e-mail of this kind?',
  intro: 'You will find these notices in your inbox in Lyttepost, and nowhere else. You can change it there.',
  turnOff: 'Turn off',
  doneTitle: 'Turned off',
  done: 'You get no more e-mail of this kind. Everything is still in your inbox in Lyttepost.'
}

const nb: typeof en = {
  title: 'Ikke flere e-poster av dette slaget?',
  intro: 'Du finner disse varslene i innboksen din i Lyttepost, og ingen andre steder. Der kan du endre det.',
  turnOff: 'Slå av',
  doneTitle: 'Slått av',
  done: 'Du får ikke flere e-poster av dette slaget. Alt ligger fortsatt i innboksen din i Lyttepost.'
}

const sv: typeof en = {
  title: 'Ingen mer e-post av det här slaget?',
  intro:
    'Du hittar de här meddelandena i din inkorg i Lyttepost, och ingen annanstans. Där kan du ändra det.',
  turnOff: 'Stäng av',
  doneTitle: 'Avstängt',
  done: 'Du får ingen mer e-post av det här slaget. Allt finns fortfarande i din inkorg i Lyttepost.'
}

/** The page that a link below a message leads to. */
export const unsubscribeTexts = dictionary({ en, nb, sv })
