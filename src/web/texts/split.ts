import { dictionary } from './dictionary.ts'

const en = {
  title: 'Split the theme',
  intro: 'What is about something else gets a theme of its own, with its own clock and the same owner.',
  which: 'What is about something else',
  whichHint: 'At least one thing stays behind. What was decided of this theme is not decided of the new one.',
  nothingTicked: 'Tick what is about something else first.',
  newTheme: 'The new theme',
  split: 'Split it off'
}

const nb: typeof en = {
  title: 'Del temaet',
  intro: 'Det som handler om noe annet, får et eget tema, med egen klokke og samme eier.',
  which: 'Hva som handler om noe annet',
  whichHint: 'Minst én ting blir igjen. Det som er avgjort om dette temaet, er ikke avgjort om det nye.',
  nothingTicked: 'Kryss først av for det som handler om noe annet.',
  newTheme: 'Det nye temaet',
  split: 'Skill det ut'
}

const sv: typeof en = {
  title: 'Dela temat',
  intro: 'Det som handlar om något annat får ett eget tema, med egen klocka och samma ägare.',
  which: 'Vad som handlar om något annat',
  whichHint: 'Minst en sak blir kvar. Det som har beslutats om det här temat är inte beslutat om det nya.',
  nothingTicked: 'Kryssa först för det som handlar om något annat.',
  newTheme: 'Det nya temat',
  split: 'Bryt ut det'
}

export const splitTexts = dictionary({ en, nb, sv })
