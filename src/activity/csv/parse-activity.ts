import { createHash } from 'node:crypto'
import { type Complaint, complaint } from '../../directory/csv/complaint.ts'
import { readTable } from '../../directory/csv/read-table.ts'
import type { CsvRecord } from '../../directory/csv/split-records.ts'
import type { Zone } from '../../engine/time/local.ts'
import type { NewReport } from '../take-activity.ts'
import { ACTIVITY_FIELDS, type ActivityField, EXPORTS, type HelpDesk } from './help-desks.ts'
import { readInstant } from './read-instant.ts'
import type { ColumnMap } from './read-map.ts'

export interface ParsedActivity {
  reports: NewReport[]
  /** Lines that cannot be read; the others are taken all the same. */
  complaints: Complaint[]
  /** Lines of customers and robots. */
  skipped: number
}

export interface ExportOptions {
  from: HelpDesk
  /** Columns named by hand; they go before what the help desk is known to write. */
  map: ColumnMap
  /** Whose clocks instants without an offset mean. */
  zone: Zone
}

/** A reply took time before it was sent; where the file does not say how long, this. Our own. */
const REPLY_SECONDS = 300

/**
 * Reads an export of a help desk without knowing the company. Any bytes give reports and complaints, or the complaints for
 * which there are none; nothing is thrown.
 */
export function parseActivity(
  bytes: Uint8Array,
  options: ExportOptions
): ParsedActivity | { unreadable: Complaint[] } {
  const { columns: headings, team } = EXPORTS[options.from]
  const wanted = (field: ActivityField) =>
    options.map[field] ? [options.map[field]] : (headings[field] ?? [])
  const names = [...ACTIVITY_FIELDS.flatMap(wanted), ...(team ? [team.column] : [])]
  const known = [...new Set(names)].map((name) => ({
    name,
    isRequired: Object.values(options.map).includes(name)
  }))
  const table = readTable(bytes, known, 'ignored')
  if ('unreadable' in table) return table
  const placeOf = (field: ActivityField) =>
    wanted(field)
      .map((name) => table.columns.indexOf(name))
      .find((place) => place >= 0)
  const places = Object.fromEntries(ACTIVITY_FIELDS.map((field) => [field, placeOf(field)])) as Places
  const missing = missingOf(places, wanted)
  if (missing.length > 0) return { unreadable: missing }
  const roleAt = team ? table.columns.indexOf(team.column) : -1
  const isTeam = ({ cells }: CsvRecord) =>
    roleAt < 0 || team!.values.includes(cells[roleAt]!.trim().toLowerCase())
  const lines = table.lines.filter(isTeam)
  const read = lines.map((record) => readLine(record, places, options.zone))
  return {
    reports: read.flatMap((one) => ('report' in one ? one.report : [])),
    complaints: [
      ...table.unsplit,
      ...table.broken,
      ...read.flatMap((one) => ('wrong' in one ? one.wrong : []))
    ],
    skipped: table.lines.length - lines.length
  }
}

type Places = Record<ActivityField, number | undefined>

function missingOf(places: Places, wanted: (field: ActivityField) => readonly string[]): Complaint[] {
  const hasTime = places.at !== undefined || (places.from !== undefined && places.to !== undefined)
  const lacking: ActivityField[] = [
    ...(places.person === undefined ? (['person'] as const) : []),
    ...(hasTime ? [] : (['at'] as const))
  ]
  return lacking.map((field) => {
    const known = wanted(field).join(', ')
    const sought = known ? ` Sought: ${known}.` : ''
    return complaint(
      1,
      'header',
      null,
      `No column tells ${field}.${sought} Name yours: map ${field}=heading.`
    )
  })
}

function readLine(
  { line, cells }: CsvRecord,
  places: Places,
  zone: Zone
): { report: NewReport } | { wrong: Complaint } {
  const cellOf = (field: ActivityField) => {
    const place = places[field]
    return place === undefined ? '' : cells[place]!.normalize('NFC').trim()
  }
  const object = (field: ActivityField, remedy: string) => ({
    wrong: complaint(line, field, cellOf(field), remedy)
  })
  const person = cellOf('person').toLowerCase()
  if (person === '') return object('person', 'This field is needed.')
  const isSpan = places.from !== undefined && places.to !== undefined
  const endsAt = readInstant(cellOf(isSpan ? 'to' : 'at'), zone)
  if (!endsAt) return object(isSpan ? 'to' : 'at', WRITE_INSTANT)
  const seconds = numberOf(cellOf('seconds'), REPLY_SECONDS)
  if (seconds === null) return object('seconds', 'Write a number of seconds, 0 or more.')
  const before = new Date(endsAt.getTime() - Math.max(1, seconds) * 1000)
  const startsAt = isSpan ? readInstant(cellOf('from'), zone) : before
  if (!startsAt) return object('from', WRITE_INSTANT)
  const tickets = numberOf(cellOf('tickets'), 1)
  if (tickets === null || !Number.isInteger(tickets) || tickets > 10_000)
    return object('tickets', 'Write a whole number from 0 to 10000.')
  const id = cellOf('id') || idOf(cellOf('ticket'), person, startsAt, endsAt)
  if (id.length > 200) return object('id', 'An id has 200 characters at most.')
  return { report: { line, person, startsAt, endsAt, tickets, externalId: id } }
}

const WRITE_INSTANT = 'Write an instant such as 2027-03-01 09:30:00, with its offset or in the zone you name.'

/** Null: no number. */
function numberOf(cell: string, otherwise: number): number | null {
  if (cell === '') return otherwise
  return /^\d{1,9}([.,]\d+)?$/.test(cell) ? Number(cell.replace(',', '.')) : null
}

/** The same line is the same report, also without an id of its own; whose it is cannot be read from it. */
function idOf(ticket: string, person: string, startsAt: Date, endsAt: Date): string {
  const text = [ticket, person, startsAt.toISOString(), endsAt.toISOString()].join('\n')
  return `line:${createHash('sha256').update(text).digest('hex').slice(0, 32)}`
}
