/** A seat, by who holds it and when its shift starts. A part of one is never kept: a plan gives whole seats. */
export type DatedSeat = { employeeId: string; startsAt: Date; isPart?: boolean }

/** What a plan would change for one person. */
export type PersonChanges<Given, Taken> = {
  employeeId: string
  given: Given[]
  taken: Taken[]
  kept: Taken[]
}

/**
 * Compares the seats planned with those held now: per person, by id, what is given, taken and kept.
 *
 * @example
 * planChanges({ planned: [{ employeeId: 'bo', startsAt: new Date(0) }], held: [] })
 * //=> [{ employeeId: 'bo', given: [{ employeeId: 'bo', startsAt: new Date(0) }], taken: [], kept: [] }]
 * const whole = { employeeId: 'bo', startsAt: new Date(0) }
 * planChanges({ planned: [whole], held: [{ ...whole, isPart: true }] })
 * //=> [{ employeeId: 'bo', given: [whole], taken: [{ ...whole, isPart: true }], kept: [] }]
 */
export function planChanges<Given extends DatedSeat, Taken extends DatedSeat>({
  planned,
  held
}: {
  planned: readonly Given[]
  held: readonly Taken[]
}): PersonChanges<Given, Taken>[] {
  const changes = new Map<string, PersonChanges<Given, Taken>>()
  const of = ({ employeeId }: DatedSeat) => {
    const known = changes.get(employeeId) ?? { employeeId, given: [], taken: [], kept: [] }
    changes.set(employeeId, known)
    return known
  }
  const plannedKeys = new Set(planned.map(keyOf))
  const heldKeys = new Set(held.map(keyOf))
  for (const seat of planned) if (!heldKeys.has(keyOf(seat))) of(seat).given.push(seat)
  for (const seat of held) of(seat)[plannedKeys.has(keyOf(seat)) ? 'kept' : 'taken'].push(seat)
  return [...changes.values()].sort((a, b) => (a.employeeId < b.employeeId ? -1 : 1))
}

const keyOf = ({ employeeId, startsAt, isPart = false }: DatedSeat) =>
  `${employeeId} ${startsAt.getTime()}${isPart ? ' in part' : ''}`
