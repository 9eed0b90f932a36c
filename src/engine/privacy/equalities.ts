/** Sums are taken modulo a prime: exact, and small enough to be multiplied. */
const PRIME = 1_000_003

type Vector = number[]

/**
 * What weighs alike: each thing weighs as much as its parts together, one of each kind, and of some things it becomes known that they
 * weigh the same. What follows from that as equations do is known as well.
 *
 * @example
 * // Two sites and two levels: where levels weigh alike on site 0, they do on site 1.
 * const equal = new Equalities([2, 2])
 * const [first, second, third, fourth] = [[0, 0], [0, 1], [1, 0], [1, 1]].map((parts) => equal.add(parts))
 * equal.take([{ pair: [first, second], people: 5 }], 5)
 * const known = [equal.areAlike(1, 0, 1), equal.areAlike(0, 0, 1), equal.nameOf(third) === equal.nameOf(fourth)]
 * known
 * //=> [true, false, true]
 */
export class Equalities {
  /** Rows of equations, each solved for one of the numbers. */
  private readonly solved = new Map<number, Vector>()
  private weights: Vector[] = []
  private names: string[] = []
  /** Where the parts of each kind begin among the numbers, and how many these are. */
  private readonly from: number[] = [0]
  /** Differences by their pairs, which are asked for again and again. */
  private readonly differences = new Map<string, string>()

  /** With how many parts there are of each kind. */
  constructor(kinds: readonly number[]) {
    for (const parts of kinds) this.from.push(this.from.at(-1)! + parts)
  }

  /** Adds a thing of these parts, and returns its number. */
  add(parts: readonly number[]): number {
    const weight = this.nothing()
    parts.forEach((part, kind) => {
      weight[this.from[kind]! + part] = 1
    })
    const reduced = this.reduced(weight)
    this.names.push(String(reduced))
    return this.weights.push(reduced) - 1
  }

  /** Whether two parts of a kind are known to weigh the same. */
  areAlike(kind: number, one: number, other: number): boolean {
    if (one === other) return true
    const difference = this.nothing()
    difference[this.from[kind]! + one] = 1
    difference[this.from[kind]! + other] = PRIME - 1
    return this.reduced(difference).every((value) => value === 0)
  }

  /** Which things are known to weigh the same as this one have its name. */
  nameOf(thing: number): string {
    return this.names[thing]!
  }

  /** What one weighs more than another, up to a factor. */
  differenceOf(one: number, other: number): string {
    const pair = `${one} ${other}`
    const known = this.differences.get(pair) ?? String(scaled(less(this.weights[one]!, this.weights[other]!)))
    this.differences.set(pair, known)
    return known
  }

  /** Takes every difference to be none that so many people or more have between them; whether that told anything. */
  take(found: Iterable<{ pair: readonly [number, number]; people: number }>, fewest: number): boolean {
    const enough = [...found].filter(({ people }) => people >= fewest)
    const news = enough.map(({ pair: [one, other] }) => less(this.weights[one]!, this.weights[other]!))
    const before = this.solved.size
    for (const difference of news) this.solve(difference)
    if (this.solved.size === before) return false
    this.weights = this.weights.map((weight) => this.reduced(weight))
    this.names = this.weights.map(String)
    this.differences.clear()
    return true
  }

  private nothing(): Vector {
    return new Array<number>(this.from.at(-1)!).fill(0)
  }

  private solve(difference: Vector): void {
    const row = scaled(this.reduced(difference))
    const pivot = row.indexOf(1)
    if (pivot === -1) return
    for (const [at, other] of this.solved) this.solved.set(at, less(other, row, other[pivot]!))
    this.solved.set(pivot, row)
  }

  private reduced(vector: Vector): Vector {
    let rest = vector
    for (const [pivot, row] of this.solved) if (rest[pivot] !== 0) rest = less(rest, row, rest[pivot]!)
    return rest
  }
}

const less = (one: Vector, other: Vector, times = 1): Vector =>
  one.map((value, at) => (value + (PRIME - times) * other[at]!) % PRIME)

/** Times what makes its first number one. */
function scaled(vector: Vector): Vector {
  const first = vector.find((value) => value !== 0)
  if (first === undefined || first === 1) return vector
  const inverse = inverseOf(first)
  return vector.map((value) => (value * inverse) % PRIME)
}

/** By Fermat: the number to the power of the prime less two. */
function inverseOf(value: number): number {
  let [result, square] = [1, value]
  for (let rest = PRIME - 2; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = (result * square) % PRIME
    square = (square * square) % PRIME
  }
  return result
}
