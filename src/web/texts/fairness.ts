import { dictionary } from './dictionary.ts'

const en = {
  title: 'How evenly it is shared',
  hint: 'Within a group some do more and some less; the narrower the band, the more alike.',
  pictureHours: 'Hours done per person: the mean, and how far most people lie from it',
  group: 'Group',
  mean: 'Hours per person',
  spread: 'Most lie between',
  gini: 'Unevenness',
  giniHint: 'Unevenness is the Gini coefficient: 0 is all alike, 1 is one who does it all.',
  unpopular: 'Unpopular shifts',
  unpopularGini: 'Unevenness of unpopular times',
  tooFew: 'nothing done',
  between: (low: string, high: string) => `${low} to ${high}`,
  overTime: 'Over time',
  share: 'Share of people who took part',
  balance: 'Hours more (or less) than what was due',
  groups: 'Groups',
  people: 'People'
}

const nb: typeof en = {
  title: 'Hvor jevnt det er delt',
  hint: 'I en gruppe gjør noen mer og noen mindre; jo smalere båndet er, jo likere er det.',
  pictureHours: 'Timer gjort per person: gjennomsnittet, og hvor langt fra det de fleste ligger',
  group: 'Gruppe',
  mean: 'Timer per person',
  spread: 'De fleste ligger mellom',
  gini: 'Ujevnhet',
  giniHint: 'Ujevnhet er Gini-koeffisienten: 0 er alle likt, 1 er én som gjør alt.',
  unpopular: 'Upopulære vakter',
  unpopularGini: 'Ujevnhet i upopulære tider',
  tooFew: 'ingenting gjort',
  between: (low, high) => `${low} til ${high}`,
  overTime: 'Over tid',
  share: 'Andel av folk som var med',
  balance: 'Timer mer (eller mindre) enn det som var skyldig',
  groups: 'Grupper',
  people: 'Personer'
}

const sv: typeof en = {
  title: 'Hur jämnt det är delat',
  hint: 'I en grupp gör några mer och några mindre; ju smalare bandet är, desto jämnare.',
  pictureHours: 'Timmar gjorda per person: medelvärdet, och hur långt från det de flesta ligger',
  group: 'Grupp',
  mean: 'Timmar per person',
  spread: 'De flesta ligger mellan',
  gini: 'Ojämnhet',
  giniHint: 'Ojämnhet är Gini-koefficienten: 0 är alla lika, 1 är en som gör allt.',
  unpopular: 'Impopulära pass',
  unpopularGini: 'Ojämnhet i impopulära tider',
  tooFew: 'inget gjort',
  between: (low, high) => `${low} till ${high}`,
  overTime: 'Över tid',
  share: 'Andel av folket som deltog',
  balance: 'Timmar mer (eller mindre) än det som skulle göras',
  groups: 'Grupper',
  people: 'Personer'
}

export const fairnessTexts = dictionary({ en, nb, sv })
