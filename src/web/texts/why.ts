import { counted, dictionary } from './dictionary.ts'

const en = {
  whyMe: 'Why me?',
  whyOwed: (hours: string) => `You owed ${hours} in this period before this shift was given.`,
  whyNotOwed: 'You owed nothing more in this period; the seat was needed to cover the shift.',
  whyPopular: 'It is an ordinary working-hours shift for you.',
  whyUnpopular: (points: number, carried: number) =>
    `It counts ${counted(points, 'unpopular point', 'unpopular points')}; you carried ${carried} from before.`,
  whyOthers: (count: number) =>
    count === 1 ? 'One other person could have taken it.' : `${count} others could have taken it.`,
  whyNobody: 'Nobody else could take it without breaking a rule.',
  whyNext: (points: string) =>
    `The next best choice would have cost ${counted(points, 'point', 'points')} more.`
}

const nb: typeof en = {
  whyMe: 'Hvorfor meg?',
  whyOwed: (hours) => `Du skyldte ${hours} i perioden før du fikk denne vakten.`,
  whyNotOwed: 'Du skyldte ikke mer i perioden; plassen trengtes for å dekke vakten.',
  whyPopular: 'Det er en vanlig vakt i arbeidstiden din.',
  whyUnpopular: (points, carried) =>
    `Den teller ${counted(points, 'upopulært poeng', 'upopulære poeng')}; du hadde ${carried} fra før.`,
  whyOthers: (count) => (count === 1 ? 'Én annen kunne tatt den.' : `${count} andre kunne tatt den.`),
  whyNobody: 'Ingen andre kunne ta den uten å bryte en regel.',
  whyNext: (points) => `Det nest beste valget ville kostet ${points} poeng mer.`
}

const sv: typeof en = {
  whyMe: 'Varför jag?',
  whyOwed: (hours) => `Du var skyldig ${hours} i perioden innan du fick passet.`,
  whyNotOwed: 'Du var inte skyldig mer i perioden; platsen behövdes för att täcka passet.',
  whyPopular: 'Det är ett vanligt pass på din arbetstid.',
  whyUnpopular: (points, carried) =>
    `Det räknas som ${counted(points, 'impopulär poäng', 'impopulära poäng')}; du hade ${carried} sedan tidigare.`,
  whyOthers: (count) => (count === 1 ? 'En annan kunde ha tagit det.' : `${count} andra kunde ha tagit det.`),
  whyNobody: 'Ingen annan kunde ta det utan att bryta mot en regel.',
  whyNext: (points) => `Det näst bästa valet hade kostat ${points} poäng mer.`
}

export const whyTexts = dictionary({ en, nb, sv })
