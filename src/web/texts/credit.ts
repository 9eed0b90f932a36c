import { dictionary } from './dictionary.ts'

const en = {
  title: 'Hours on other tracks',
  hint: 'What somebody did for customers outside of shifts. It counts like a shift, and they are told.',
  who: 'Who',
  choose: 'Choose somebody',
  track: 'What it was',
  onDay: 'Day',
  hours: 'Hours',
  reason: 'What was done',
  reasonHint: 'The person and their leads read it.',
  send: 'Credit the hours'
}

const nb: typeof en = {
  title: 'Timer på andre spor',
  hint: 'Det noen gjorde for kundene utenom vakter. Det teller som en vakt, og de får vite det.',
  who: 'Hvem',
  choose: 'Velg noen',
  track: 'Hva det var',
  onDay: 'Dag',
  hours: 'Timer',
  reason: 'Hva som ble gjort',
  reasonHint: 'Personen og lederne deres leser det.',
  send: 'Godskriv timene'
}

const sv: typeof en = {
  title: 'Timmar på andra spår',
  hint: 'Det någon gjorde för kunderna utanför passen. Det räknas som ett pass, och de får veta det.',
  who: 'Vem',
  choose: 'Välj någon',
  track: 'Vad det var',
  onDay: 'Dag',
  hours: 'Timmar',
  reason: 'Vad som gjordes',
  reasonHint: 'Personen och deras ledare läser det.',
  send: 'Tillgodoräkna timmarna'
}

export const creditTexts = dictionary({ en, nb, sv })
