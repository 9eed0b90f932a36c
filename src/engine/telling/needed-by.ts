/**
 * Finds the earliest start of a shift in the facts of a notice, at any depth, that lies ahead; null when there is none.
 * Facts come from the database, where instants are text.
 *
 * @example
 * neededBy({ given: [{ startsAt: '2027-03-02T08:00:00.000Z' }], taken: [] }, new Date('2027-03-01T12:00Z'))
 * //=> new Date('2027-03-02T08:00Z')
 */
export function neededBy(facts: unknown, now: Date): Date | null {
  let first: Date | null = null
  const look = (value: unknown, key: string) => {
    if (key === 'startsAt' && (typeof value === 'string' || value instanceof Date)) {
      const at = new Date(value)
      if (at > now && (first === null || at < first)) first = at
    } else if (typeof value === 'object' && value !== null) {
      for (const [name, inner] of Object.entries(value)) look(inner, name)
    }
  }
  look(facts, '')
  return first
}
