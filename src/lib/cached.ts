/**
 * Reads something anew only when what was read last is older than `forMs`; who asks meanwhile gets the same answer. A reading
 * that fails is not kept.
 */
export function cached<Asked, Value>(
  read: (asked: Asked) => Promise<Value>,
  { forMs, clock }: { forMs: number; clock: (asked: Asked) => number }
): (asked: Asked) => Promise<Value> {
  let kept: { at: number; value: Promise<Value> } | null = null
  return (asked) => {
    const at = clock(asked)
    if (kept && Math.abs(at - kept.at) < forMs) return kept.value
    const fresh = { at, value: read(asked) }
    kept = fresh
    fresh.value.catch(() => {
      if (kept === fresh) kept = null
    })
    return fresh.value
  }
}
