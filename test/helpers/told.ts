/** Collects what is said, and lets a test wait until it was. */
export function listener<Word>() {
  const words: Word[] = []
  const waiting = new Set<() => void>()
  const say = (word: Word) => {
    words.push(word)
    for (const look of [...waiting]) look()
  }
  /** Resolves as soon as what was said fulfils the condition. */
  function until(isEnough: (words: readonly Word[]) => boolean): Promise<readonly Word[]> {
    return new Promise((resolve) => {
      const look = () => {
        if (!isEnough(words)) return
        waiting.delete(look)
        resolve(words)
      }
      waiting.add(look)
      look()
    })
  }
  return { words, say, until }
}
