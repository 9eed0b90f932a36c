import { dictionary } from './dictionary.ts'

const en = {
  intro:
    'Shifts are covered first, whatever is said here. Then a plan is pulled in four directions; say how hard. Plans to come follow it, what is published stays.',
  evenLoad: 'Everybody gives what they owe',
  evenUnpopular: 'Unpopular times are shared evenly',
  wishes: 'Wishes are met',
  promises: 'What is published stays',
  hints: {
    evenLoad: 'Hours planned come close to each person’s quota.',
    evenUnpopular: 'Evenings, weekends and odd hours do not fall on the same people.',
    wishes: '“Rather not” and “ask me nicely” cost more or less.',
    promises: 'Planning again moves fewer people or more.'
  },
  emphases: { less: 'Less', usual: 'As usual', more: 'More', most: 'Most' },
  reason: 'Why',
  reasonHint: 'Everybody can read it.',
  default: 'Nobody has changed it yet: everything weighs as usual.',
  saved: 'Plans to come are weighed like this. Drafts made before stay as they are.',
  part: (name: string, emphasis: string) => `${name}: ${emphasis}`
}

const nb: typeof en = {
  intro:
    'Vakter dekkes først, uansett hva som står her. Deretter trekkes en plan i fire retninger; si hvor hardt. Planer som kommer, følger det, det kunngjorte står.',
  evenLoad: 'Alle gir det de skylder',
  evenUnpopular: 'Upopulære tider deles jevnt',
  wishes: 'Ønsker oppfylles',
  promises: 'Det som er kunngjort, står',
  hints: {
    evenLoad: 'Planlagte timer kommer nær hver persons kvote.',
    evenUnpopular: 'Kvelder, helger og rare timer faller ikke på de samme.',
    wishes: '«Helst ikke» og «spør meg pent» koster mer eller mindre.',
    promises: 'Ny planlegging flytter færre eller flere.'
  },
  emphases: { less: 'Mindre', usual: 'Som vanlig', more: 'Mer', most: 'Mest' },
  reason: 'Hvorfor',
  reasonHint: 'Alle kan lese det.',
  default: 'Ingen har endret det ennå: alt veier som vanlig.',
  saved: 'Planer som kommer, veies slik. Utkast fra før blir som de er.',
  part: (name, emphasis) => `${name}: ${emphasis}`
}

const sv: typeof en = {
  intro:
    'Pass täcks först, vad som än står här. Sedan dras en plan åt fyra håll; säg hur hårt. Kommande planer följer det, det publicerade står kvar.',
  evenLoad: 'Alla ger det de ska',
  evenUnpopular: 'Impopulära tider delas jämnt',
  wishes: 'Önskemål uppfylls',
  promises: 'Det som är publicerat står kvar',
  hints: {
    evenLoad: 'Planerade timmar kommer nära varje persons kvot.',
    evenUnpopular: 'Kvällar, helger och udda timmar faller inte på samma personer.',
    wishes: '”Helst inte” och ”fråga mig snällt” kostar mer eller mindre.',
    promises: 'Ny planering flyttar färre eller fler.'
  },
  emphases: { less: 'Mindre', usual: 'Som vanligt', more: 'Mer', most: 'Mest' },
  reason: 'Varför',
  reasonHint: 'Alla kan läsa det.',
  default: 'Ingen har ändrat det ännu: allt väger som vanligt.',
  saved: 'Kommande planer vägs så här. Utkast från förr förblir som de är.',
  part: (name, emphasis) => `${name}: ${emphasis}`
}

export const planningTexts = dictionary({ en, nb, sv })
