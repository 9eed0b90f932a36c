/**
 * Does something with each, one after the other. One with which it cannot be done keeps none of the others back.
 *
 * @throws the first failure, when all have had their turn
 */
export async function despiteFailures<T>(items: Iterable<T>, run: (item: T) => Promise<void>): Promise<void> {
  const failures: unknown[] = []
  for (const item of items) await run(item).catch((error) => failures.push(error))
  if (failures.length > 0) throw failures[0]
}
