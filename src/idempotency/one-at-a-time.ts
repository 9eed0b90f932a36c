import { deferred } from '../lib/deferred.ts'

/**
 * Lets work with the same name go one after the other within this process, so that twenty copies of a request hold one
 * connection while they wait and not twenty.
 *
 * @returns call it when done; the next one begins then
 */
export type Turnstile = (name: string) => Promise<() => void>

export function oneAtATime(): Turnstile {
  const last = new Map<string, Promise<void>>()
  return async (name) => {
    const before = last.get(name)
    const mine = deferred<void>()
    last.set(name, mine.promise)
    await before
    return () => {
      if (last.get(name) === mine.promise) last.delete(name)
      mine.resolve()
    }
  }
}
