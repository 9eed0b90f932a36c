import { counted, dictionary } from './dictionary.ts'

const WEEKDAYS_EN = ['Mondays', 'Tuesdays', 'Wednesdays', 'Thursdays', 'Fridays', 'Saturdays', 'Sundays']
const WEEKDAYS_NB = ['mandager', 'tirsdager', 'onsdager', 'torsdager', 'fredager', 'lørdager', 'søndager']
const WEEKDAYS_SV = ['måndagar', 'tisdagar', 'onsdagar', 'torsdagar', 'fredagar', 'lördagar', 'söndagar']

const en = {
  title: 'Why this shift looks as it does',
  backToDraft: 'The draft',
  worth: (points: string) => `Without them the plan would be ${counted(points, 'point', 'points')} worse.`,
  notWorth: 'Without them the plan would be no worse: somebody else could sit here as well.',
  breaks: (rules: string) => `If they left, this would break: ${rules}.`,
  next: (name: string, points: string) =>
    `Next would be ${name}, at ${counted(points, 'point', 'points')} more.`,
  nextBetter: (name: string, points: string) =>
    `By now ${name} would be the better choice, by ${counted(points, 'point', 'points')}: plan again.`,
  others: (count: number) =>
    count === 1 ? '1 other person could sit here.' : `${count} others could sit here.`,
  noOthers: 'Nobody else could sit here without breaking a rule.',
  against: 'What keeps others away',
  notSaid: 'Nothing more can be said: facts have changed, or it is not for you to see.',
  openTitle: (count: number) => (count === 1 ? 'One seat is open' : `${count} seats are open`),
  fitting: (count: number) =>
    count === 1
      ? 'The shift fits 1 person who is not on it.'
      : `The shift fits ${count} people who are not on it.`,
  takers: 'Who may sit down now',
  takerCost: (points: string) => `makes the plan ${counted(points, 'point', 'points')} worse`,
  takerGain: (points: string) => `makes the plan ${counted(points, 'point', 'points')} better`,
  noTakers: 'Nobody may sit down without breaking a rule.',
  relax: 'What would help',
  pin: 'Pin this seat',
  release: 'Let the pin go',
  pinned: 'Pinned',
  pinnedTold: 'The seat is pinned. Plan the draft again, and it stays.',
  releasedTold: 'The pin is gone. The next plan may give the seat to somebody else.',
  rules: {
    'not-fitting': 'the shift does not fit them',
    'lost-lock': 'they hold a seat that stays',
    'too-many-shifts': 'they would have too many shifts',
    'too-close': 'too few days between two shifts',
    'short-rest': 'less than 11 hours of rest',
    'over-maximum': 'more people than seats',
    'missing-host': 'the shift would lack a host',
    'newcomers-alone': 'newcomers would outnumber the experienced',
    'team-cap': 'their team would have too many people on support'
  } as Record<string, string>,
  rule: 'Rule',
  count: 'People',
  remedies: {
    'missing-host': (who: string, day: number, from: number, to: number) =>
      `${from - to} more host on ${WEEKDAYS_EN[day - 1]}: then ${who} could sit here.`,
    'newcomers-alone': (who: string, day: number, from: number, to: number) =>
      `${to - from} more experienced on ${WEEKDAYS_EN[day - 1]}: then ${who} could sit here.`,
    'team-cap': (who: string, _: number, from: number, to: number) =>
      `The cap of their team from ${from} to ${to}: then ${who} could sit here.`,
    'over-maximum': (who: string, _: number, from: number, to: number) =>
      `The most seats of the shift from ${from} to ${to}: then ${who} could sit here.`,
    'too-many-shifts': (who: string, _: number, from: number, to: number) =>
      `${who} with ${counted(to, 'shift', 'shifts')} in the period instead of at most ${from}.`,
    'too-close': (who: string, _: number, from: number, to: number) =>
      `${who} with ${counted(to, 'day', 'days')} between two shifts instead of at least ${from}.`
  } as Record<string, (who: string, day: number, from: number, to: number) => string>
}

const nb: typeof en = {
  title: 'Hvorfor vakten ser ut som den gjør',
  backToDraft: 'Utkastet',
  worth: (points) => `Uten dem ville planen vært ${points} poeng dårligere.`,
  notWorth: 'Uten dem ville planen ikke vært dårligere: noen andre kunne sittet her like godt.',
  breaks: (rules) => `Hvis de gikk, ville dette brytes: ${rules}.`,
  next: (name, points) => `Neste ville vært ${name}, til ${points} poeng mer.`,
  nextBetter: (name, points) =>
    `Nå ville ${name} vært det bedre valget, med ${points} poeng: planlegg på nytt.`,
  others: (count) => (count === 1 ? '1 annen kunne sittet her.' : `${count} andre kunne sittet her.`),
  noOthers: 'Ingen andre kunne sittet her uten å bryte en regel.',
  against: 'Hva som holder andre borte',
  notSaid: 'Mer kan ikke sies: fakta har endret seg, eller det er ikke for deg å se.',
  openTitle: (count) => (count === 1 ? 'Én plass er åpen' : `${count} plasser er åpne`),
  fitting: (count) =>
    count === 1
      ? 'Vakten passer for 1 person som ikke er på den.'
      : `Vakten passer for ${count} personer som ikke er på den.`,
  takers: 'Hvem som kan sette seg nå',
  takerCost: (points) => `gjør planen ${points} poeng dårligere`,
  takerGain: (points) => `gjør planen ${points} poeng bedre`,
  noTakers: 'Ingen kan sette seg uten å bryte en regel.',
  relax: 'Hva som ville hjelpe',
  pin: 'Fest denne plassen',
  release: 'Løsne plassen',
  pinned: 'Festet',
  pinnedTold: 'Plassen er festet. Planlegg utkastet på nytt, så blir den stående.',
  releasedTold: 'Plassen er løsnet. Neste plan kan gi den til noen andre.',
  rules: {
    'not-fitting': 'vakten passer dem ikke',
    'lost-lock': 'de har en plass som står fast',
    'too-many-shifts': 'de ville fått for mange vakter',
    'too-close': 'for få dager mellom to vakter',
    'short-rest': 'mindre enn 11 timers hvile',
    'over-maximum': 'flere personer enn plasser',
    'missing-host': 'vakten ville manglet en vert',
    'newcomers-alone': 'nykommere ville vært flere enn de erfarne',
    'team-cap': 'teamet ville hatt for mange på vakt'
  },
  rule: 'Regel',
  count: 'Personer',
  remedies: {
    'missing-host': (who, day, from, to) =>
      `${from - to} vert til på ${WEEKDAYS_NB[day - 1]}: da kunne ${who} sittet her.`,
    'newcomers-alone': (who, day, from, to) =>
      `${to - from} erfaren til på ${WEEKDAYS_NB[day - 1]}: da kunne ${who} sittet her.`,
    'team-cap': (who, _, from, to) => `Taket for teamet fra ${from} til ${to}: da kunne ${who} sittet her.`,
    'over-maximum': (who, _, from, to) =>
      `Flest plasser på vakten fra ${from} til ${to}: da kunne ${who} sittet her.`,
    'too-many-shifts': (who, _, from, to) =>
      `${who} med ${counted(to, 'vakt', 'vakter')} i perioden i stedet for høyst ${from}.`,
    'too-close': (who, _, from, to) =>
      `${who} med ${counted(to, 'dag', 'dager')} mellom to vakter i stedet for minst ${from}.`
  }
}

const sv: typeof en = {
  title: 'Varför passet ser ut som det gör',
  backToDraft: 'Utkastet',
  worth: (points) => `Utan dem skulle planen vara ${points} poäng sämre.`,
  notWorth: 'Utan dem skulle planen inte vara sämre: någon annan kunde sitta här lika gärna.',
  breaks: (rules) => `Om de gick skulle detta brytas: ${rules}.`,
  next: (name, points) => `Näst på tur vore ${name}, för ${points} poäng mer.`,
  nextBetter: (name, points) => `Nu vore ${name} det bättre valet, med ${points} poäng: planera igen.`,
  others: (count) => (count === 1 ? '1 annan kunde sitta här.' : `${count} andra kunde sitta här.`),
  noOthers: 'Ingen annan kunde sitta här utan att bryta mot en regel.',
  against: 'Vad som håller andra borta',
  notSaid: 'Mer kan inte sägas: fakta har ändrats, eller så är det inte för dig att se.',
  openTitle: (count) => (count === 1 ? 'En plats är ledig' : `${count} platser är lediga`),
  fitting: (count) =>
    count === 1
      ? 'Passet passar 1 person som inte är på det.'
      : `Passet passar ${count} personer som inte är på det.`,
  takers: 'Vilka som kan sätta sig nu',
  takerCost: (points) => `gör planen ${points} poäng sämre`,
  takerGain: (points) => `gör planen ${points} poäng bättre`,
  noTakers: 'Ingen kan sätta sig utan att bryta mot en regel.',
  relax: 'Vad som skulle hjälpa',
  pin: 'Fäst den här platsen',
  release: 'Lossa platsen',
  pinned: 'Fäst',
  pinnedTold: 'Platsen är fäst. Planera utkastet igen, så står den kvar.',
  releasedTold: 'Platsen är lossad. Nästa plan kan ge den till någon annan.',
  rules: {
    'not-fitting': 'passet passar dem inte',
    'lost-lock': 'de har en plats som står fast',
    'too-many-shifts': 'de skulle få för många pass',
    'too-close': 'för få dagar mellan två pass',
    'short-rest': 'mindre än 11 timmars vila',
    'over-maximum': 'fler personer än platser',
    'missing-host': 'passet skulle sakna värd',
    'newcomers-alone': 'nykomlingar skulle vara fler än de erfarna',
    'team-cap': 'teamet skulle ha för många på passet'
  },
  rule: 'Villkor',
  count: 'Personer',
  remedies: {
    'missing-host': (who, day, from, to) =>
      `${from - to} värd till på ${WEEKDAYS_SV[day - 1]}: då kunde ${who} sitta här.`,
    'newcomers-alone': (who, day, from, to) =>
      `${to - from} erfaren till på ${WEEKDAYS_SV[day - 1]}: då kunde ${who} sitta här.`,
    'team-cap': (who, _, from, to) => `Teamets tak från ${from} till ${to}: då kunde ${who} sitta här.`,
    'over-maximum': (who, _, from, to) =>
      `Passets flesta platser från ${from} till ${to}: då kunde ${who} sitta här.`,
    'too-many-shifts': (who, _, from, to) =>
      `${who} med ${to} pass under perioden i stället för högst ${from}.`,
    'too-close': (who, _, from, to) =>
      `${who} med ${counted(to, 'dag', 'dagar')} mellan två pass i stället för minst ${from}.`
  }
}

export const explainTexts = dictionary({ en, nb, sv })
