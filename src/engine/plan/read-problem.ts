import type { Problem, ProblemPerson, ProblemShift, Weights } from './problem.ts'

/** A problem that cannot be planned as written: which line (1-based), which field, and what is wrong with it. */
export class IllegalProblem extends Error {
  readonly line: number
  readonly field: string
  constructor(line: number, field: string, what: string) {
    super(`Line ${line}, ${field}: ${what}`)
    this.name = 'IllegalProblem'
    this.line = line
    this.field = field
  }
}

/**
 * Reads a `rota-problem/1` text: a header line, then one line per person. Fits are kept as typed arrays.
 *
 * @throws IllegalProblem with line and field
 * @example
 * const text = [...writeProblem(problem)].join('')
 * readProblem(text).people.length
 * //=> 4
 */
export function readProblem(text: string): Problem {
  const reader = problemReader()
  let from = 0
  while (from < text.length) {
    let to = text.indexOf('\n', from)
    if (to < 0) to = text.length
    reader.take(text.slice(from, to))
    from = to + 1
  }
  return reader.end()
}

/** Reads a problem line by line, for texts too long to hold in one string. */
export type ProblemReader = { take: (line: string) => void; end: () => Problem }

/** Starts reading: `take` each line in turn, then `end`. */
export function problemReader(): ProblemReader {
  let header: Omit<Problem, 'people'> | undefined
  const people: ProblemPerson[] = []
  let line = 0
  return {
    take(text) {
      line++
      if (text.trim() === '') return
      const value = parse(text, line)
      if (header) people.push(readPerson(value, line, header))
      else header = readHeader(value, line)
    },
    end() {
      if (!header) throw new IllegalProblem(1, 'format', 'the file is empty')
      return { ...header, people }
    }
  }
}

function parse(text: string, line: number): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new IllegalProblem(line, 'line', 'is not JSON')
  }
}

type Fields = { readonly [field: string]: unknown }

function fieldsOf(value: unknown, line: number, field: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new IllegalProblem(line, field, 'must be an object')
  }
  return value as Fields
}

function readHeader(value: unknown, line: number): Omit<Problem, 'people'> {
  const header = fieldsOf(value, line, 'header')
  if (header.format !== 'rota-problem/1') throw new IllegalProblem(line, 'format', "must be 'rota-problem/1'")
  const at = (field: string) => wholeFrom(header[field], line, field)
  return {
    format: 'rota-problem/1',
    name: typeof header.name === 'string' ? header.name : '',
    days: at('days'),
    restMinutes: at('restMinutes'),
    weights: readWeights(header.weights, line),
    teamCaps: listOf(header.teamCaps, line, 'teamCaps').map((cap, i) =>
      wholeFrom(cap, line, `teamCaps[${i}]`)
    ),
    shifts: listOf(header.shifts, line, 'shifts').map((shift, s) => readShift(shift, line, `shifts[${s}]`))
  }
}

function readWeights(value: unknown, line: number): Weights {
  const weights = fieldsOf(value, line, 'weights')
  const at = (key: keyof Weights) => {
    const weight = weights[key]
    const field = `weights.${key}`
    if (typeof weight !== 'number' || !Number.isFinite(weight))
      throw new IllegalProblem(line, field, 'must be a number')
    if (weight < 0) throw new IllegalProblem(line, field, 'must not be negative')
    if (Math.abs(weight * 1000 - Math.round(weight * 1000)) > 1e-6) {
      throw new IllegalProblem(line, field, 'may have three decimals at most')
    }
    return weight
  }
  const [min, desired, quota] = [at('min'), at('desired'), at('quota')]
  return { min, desired, quota, unpopular: at('unpopular'), wish: at('wish'), change: at('change') }
}

function readShift(value: unknown, line: number, field: string): ProblemShift {
  const shift = fieldsOf(value, line, field)
  const at = (key: string) => wholeFrom(shift[key], line, `${field}.${key}`)
  const [day, start, end] = [at('day'), at('start'), at('end')]
  if (end <= start) throw new IllegalProblem(line, `${field}.end`, 'must be after start')
  return { day, start, end, min: at('min'), desired: at('desired'), max: at('max'), hosts: at('hosts') }
}

function readPerson(value: unknown, line: number, header: Omit<Problem, 'people'>): ProblemPerson {
  const person = fieldsOf(value, line, 'person')
  const team = wholeFrom(person.team, line, 'team')
  if (team >= header.teamCaps.length) throw new IllegalProblem(line, 'team', `there is no team ${team}`)
  const fits = readFits(person.fits, line, header.shifts.length)
  const locked =
    person.locked === undefined ? [] : indices(person.locked, line, 'locked', header.shifts.length)
  locked.forEach((s, i) => {
    if (!hasFit(fits, s))
      throw new IllegalProblem(line, `locked[${i}]`, `shift ${s} does not fit this person`)
  })
  const dueMinutes = whole(person.dueMinutes, line, 'dueMinutes')
  const carried = person.carriedUnpopular
  return {
    team,
    host: flag(person.host, line, 'host'),
    experienced: flag(person.experienced, line, 'experienced'),
    newcomer: flag(person.newcomer, line, 'newcomer'),
    spacingDays: wholeFrom(person.spacingDays, line, 'spacingDays'),
    maxShifts: wholeFrom(person.maxShifts, line, 'maxShifts'),
    dueMinutes,
    carriedUnpopular: carried === undefined ? 0 : wholeFrom(carried, line, 'carriedUnpopular'),
    fits,
    ...(locked.length > 0 ? { locked } : {}),
    ...(person.published === undefined
      ? {}
      : { published: indices(person.published, line, 'published', header.shifts.length) })
  }
}

function readFits(value: unknown, line: number, shifts: number): Int32Array {
  const isList = Array.isArray(value) || value instanceof Int32Array
  if (!isList) throw new IllegalProblem(line, 'fits', 'must be a list')
  if (value.length % 3 !== 0) throw new IllegalProblem(line, 'fits', 'must hold three numbers per shift')
  const fits = new Int32Array(value.length)
  let last = -1
  for (let i = 0; i < value.length; i++) {
    const number: unknown = value[i]
    if (!Number.isInteger(number) || (number as number) < 0 || (number as number) > 2 ** 31 - 1) {
      throw new IllegalProblem(line, `fits[${i}]`, 'must be a whole number, not negative')
    }
    fits[i] = number as number
    if (i % 3 !== 0) continue
    if (fits[i]! >= shifts) throw new IllegalProblem(line, `fits[${i}]`, `there is no shift ${fits[i]}`)
    if (fits[i]! <= last) throw new IllegalProblem(line, `fits[${i}]`, 'shifts must ascend, each once')
    last = fits[i]!
  }
  return fits
}

function hasFit(fits: Int32Array, s: number): boolean {
  for (let i = 0; i < fits.length; i += 3) if (fits[i] === s) return true
  return false
}

function indices(value: unknown, line: number, field: string, shifts: number): number[] {
  const list = listOf(value, line, field).map((s, i) => {
    const index = wholeFrom(s, line, `${field}[${i}]`)
    if (index >= shifts) throw new IllegalProblem(line, `${field}[${i}]`, `there is no shift ${index}`)
    return index
  })
  if (new Set(list).size !== list.length) throw new IllegalProblem(line, field, 'names a shift twice')
  return list
}

function listOf(value: unknown, line: number, field: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new IllegalProblem(line, field, 'must be a list')
  return value
}

function flag(value: unknown, line: number, field: string): boolean {
  if (typeof value !== 'boolean') throw new IllegalProblem(line, field, 'must be true or false')
  return value
}

function whole(value: unknown, line: number, field: string): number {
  if (!Number.isSafeInteger(value)) throw new IllegalProblem(line, field, 'must be a whole number')
  return value as number
}

function wholeFrom(value: unknown, line: number, field: string): number {
  const number = whole(value, line, field)
  if (number < 0) throw new IllegalProblem(line, field, 'must not be negative')
  return number
}
