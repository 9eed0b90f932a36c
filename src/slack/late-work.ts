/** Work that goes on after its request was answered, so that Slack need not wait and a closing server does. */
export function openLateWork(onError: (error: unknown) => void) {
  const running = new Set<Promise<void>>()

  /** The answer when it is there within so many milliseconds; else null, and the answer goes to `late`. */
  async function within<Answer>(
    ms: number,
    work: Promise<Answer>,
    late: (answer: Answer) => Promise<void>
  ): Promise<Answer | null> {
    let timer: NodeJS.Timeout | undefined
    const tooLong = new Promise<null>((resolve) => {
      timer = setTimeout(() => resolve(null), ms)
    })
    const first = await Promise.race([work.then((answer) => ({ answer })), tooLong]).finally(() =>
      clearTimeout(timer)
    )
    if (first) return first.answer
    const rest: Promise<void> = work
      .then(late)
      .catch(onError)
      .finally(() => running.delete(rest))
    running.add(rest)
    return null
  }

  const settled = () => Promise.all(running)
  return { within, settled }
}
