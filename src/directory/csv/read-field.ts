import { isLocalTime } from '../../engine/time/is-local-time.ts'
import { isZone } from '../../engine/time/is-zone.ts'
import { LEVELS, LOCALES, READINESS } from '../../words.ts'
import { isDayOfOurs } from '../calendar-day.ts'
import { isCountry } from '../country.ts'
import { isEmail } from '../email.ts'
import type { ColumnName } from './columns.ts'

/** What a cell says, or what to write instead. */
type Reading<Value> = { value: Value } | { remedy: string }
type Reader<Value> = (cell: string) => Reading<Value>

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be stored.
const CONTROL = /[\u0000-\u001f\u007f]/

const READERS = {
  name: needed(words(200)),
  email: needed(readEmail),
  title: orDefault('', words(200)),
  level: orDefault('staff', oneOf(LEVELS)),
  team: needed(words(100)),
  manager_email: orDefault(null, readEmail),
  time_zone: needed(readZone),
  country: needed(readCountry),
  region: orDefault(null, readRegion),
  working_days: orDefault([1, 2, 3, 4, 5], readWeekdays),
  work_start: orDefault('08:00', readTime),
  work_end: orDefault('17:00', readTime),
  fte_percent: orDefault(100, readPercent),
  joined_on: needed(readDay),
  leaves_on: orDefault(null, readDay),
  host: orDefault(false, readYesOrNo),
  readiness: orDefault('ready', oneOf(READINESS)),
  locale: orDefault('en', oneOf(LOCALES)),
  leads: orDefault([], readTeams)
} satisfies Record<ColumnName, Reader<unknown>>

type ValueOf<Read> = Read extends Reader<infer Value> ? Value : never
export type CellValues = { [Column in ColumnName]: ValueOf<(typeof READERS)[Column]> }

/** Reads one cell into `values`; answers what to write instead when it cannot be taken, else null. */
export function readField<Column extends ColumnName>(
  values: Partial<CellValues>,
  column: Column,
  cell: string
): string | null {
  const reading = (READERS[column] as unknown as Reader<CellValues[Column]>)(tidied(cell))
  if ('remedy' in reading) return reading.remedy
  values[column] = reading.value
  return null
}

/** One way to write a text: composed letters, no space around, single spaces (also for line ends) within. */
function tidied(cell: string): string {
  return cell.normalize('NFC').trim().replaceAll(/\s+/g, ' ')
}

function needed<Value>(read: Reader<Value>): Reader<Value> {
  return (cell) => (cell === '' ? { remedy: 'This field is needed.' } : read(cell))
}

function orDefault<Value, const Default>(value: Default, read: Reader<Value>): Reader<Value | Default> {
  return (cell) => (cell === '' ? { value } : read(cell))
}

function words(most: number): Reader<string> {
  return (cell) => {
    if (cell.length > most) return { remedy: `Shorten it to ${most} characters.` }
    return CONTROL.test(cell) ? { remedy: 'Remove the invisible control character.' } : { value: cell }
  }
}

function oneOf<const Words extends readonly string[]>(list: Words): Reader<Words[number]> {
  return (cell) => {
    const found = list.find((word) => word === cell.toLowerCase().replaceAll(' ', '_'))
    return found === undefined ? { remedy: `Write one of: ${list.join(', ')}.` } : { value: found }
  }
}

function readEmail(cell: string): Reading<string> {
  return isEmail(cell)
    ? { value: cell }
    : { remedy: 'Write one e-mail address in plain letters, such as amara.okafor@example.com.' }
}

function readZone(cell: string): Reading<string> {
  return isZone(cell) && cell.length <= 64
    ? { value: cell }
    : { remedy: 'Write the IANA name of a time zone, such as Europe/Oslo or America/New_York.' }
}

function readCountry(cell: string): Reading<string> {
  const code = cell.toUpperCase()
  if (code === 'UK') return { remedy: 'Write GB: that is the ISO code of the United Kingdom.' }
  return isCountry(code)
    ? { value: code }
    : { remedy: 'Write the two-letter ISO code of a country, such as NO.' }
}

function readRegion(cell: string): Reading<string> {
  const code = cell.toUpperCase()
  return /^[A-Z0-9]{1,3}$/.test(code)
    ? { value: code }
    : { remedy: 'Write the short code of a region, such as BY for Bavaria in Germany, or nothing.' }
}

function readWeekdays(cell: string): Reading<number[]> {
  const days = new Set<number>()
  for (const part of cell.split(/[ ,]+/)) {
    const [, first, last = first] = /^([1-7])(?:-([1-7]))?$/.exec(part) ?? []
    if (first === undefined || last! < first) {
      return { remedy: 'Write 1-5 or 1 2 3, Monday is 1. (A spreadsheet may have made a date of 1-5.)' }
    }
    for (let day = Number(first); day <= Number(last); day += 1) days.add(day)
  }
  return { value: [...days].sort() }
}

/** Spreadsheets write 8:00 and 08:00:00. */
function readTime(cell: string): Reading<string> {
  const time = cell.replace(/^(\d:)/, '0$1').replace(/^(\d\d:\d\d):00$/, '$1')
  return isLocalTime(time) ? { value: time } : { remedy: 'Write a local time of day, such as 08:00.' }
}

function readPercent(cell: string): Reading<number> {
  const percent = Number(cell.replace(/ ?%$/, ''))
  return /^\d/.test(cell) && Number.isInteger(percent) && percent >= 1 && percent <= 100
    ? { value: percent }
    : { remedy: 'Write a whole number from 1 to 100.' }
}

function readDay(cell: string): Reading<string> {
  return isDayOfOurs(cell)
    ? { value: cell }
    : { remedy: 'Write a day that exists as year-month-day, such as 2024-08-19.' }
}

function readYesOrNo(cell: string): Reading<boolean> {
  const word = cell.toLowerCase()
  if (['yes', 'true', '1'].includes(word)) return { value: true }
  return ['no', 'false', '0'].includes(word) ? { value: false } : { remedy: 'Write yes or no.' }
}

function readTeams(cell: string): Reading<string[]> {
  const names = cell.split('|').map((name) => name.trim())
  const isFine = names.every((name) => 'value' in needed(words(100))(name))
  return isFine
    ? { value: [...new Set(names)] }
    : { remedy: 'Write names of teams with | between, such as Product|Design.' }
}
