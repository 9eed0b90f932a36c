import { type CsvError, type Options, parse } from 'csv-parse/sync'
import { type Complaint, complaint } from './complaint.ts'

export interface CsvRecord {
  line: number
  cells: string[]
}

interface Parsed {
  record: string[]
  raw: string
  info: { lines: number }
}

const DOUBLED = 'Put the whole field in quotes and write a quote inside it twice: "Anna ""Nan"" Berg".'
const REMEDIES: Record<string, string> = {
  CSV_QUOTE_NOT_CLOSED: 'A quote is opened here or just after and never closed. Close it, or remove it.',
  CSV_INVALID_CLOSING_QUOTE: `Text follows a closing quote. ${DOUBLED}`,
  INVALID_OPENING_QUOTE: `A quote stands inside a field that is not in quotes. ${DOUBLED}`
}

/**
 * Cuts CSV text into records with the line each begins on; lines without any text are left out. After a quote
 * that is not closed nothing that follows can be told apart, so reading ends there with that complaint.
 */
export function splitRecords(file: string): { records: CsvRecord[]; complaints: Complaint[] } {
  const text = file.replaceAll(/\r\n?/g, '\n')
  const complaints: Complaint[] = []
  let isLost = false
  const onSkip = (error: CsvError | undefined, raw = ''): undefined => {
    if (isLost || !error) return
    isLost = error.code !== 'INVALID_OPENING_QUOTE'
    const isAtEnd = error.code === 'CSV_QUOTE_NOT_CLOSED'
    const line = (isAtEnd ? newlinesIn(text) + 1 : Number(error.lines)) - newlinesIn(raw)
    const remedy = REMEDIES[error.code] ?? 'This line cannot be read as CSV.'
    if (complaints.at(-1)?.line !== line) complaints.push(complaint(line, 'line', null, remedy))
  }
  const parsed = parse(text, optionsFor(text, onSkip)) as unknown as Parsed[]
  const last = isLost ? complaints.at(-1)!.line : Number.POSITIVE_INFINITY
  const records = parsed.map(recordOf).filter(({ line, cells }) => line < last && cells.some(hasText))
  return { records, complaints }
}

function optionsFor(text: string, onSkip: NonNullable<Options['on_skip']>): Options {
  return {
    delimiter: delimiterOf(text),
    record_delimiter: '\n',
    relax_column_count: true,
    skip_records_with_error: true,
    info: true,
    raw: true,
    on_skip: onSkip
  }
}

/** Spreadsheets of countries with a decimal comma write `;`. The header has no text with either, so it decides. */
function delimiterOf(text: string): ',' | ';' {
  const header = /[^\n]+/.exec(text)?.[0] ?? ''
  return header.split(';').length > header.split(',').length ? ';' : ','
}

function recordOf({ record, raw, info }: Parsed): CsvRecord {
  return { line: info.lines - newlinesIn(raw.replace(/\n$/, '')), cells: record }
}

function newlinesIn(text: string): number {
  return text.split('\n').length - 1
}

const hasText = (cell: string) => cell.trim() !== ''
