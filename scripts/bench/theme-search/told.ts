import type { Locale } from '../../../src/words.ts'

export interface ToldLearning {
  lang: Locale
  triedTo: string
  obstacle: string
  customerWords?: string
  action?: string
}

export interface ToldTheme {
  key: string
  /** As the person who opened the theme wrote it, in whatever language they write. */
  title: string
  learnings: ToldLearning[]
}

/** A theme from text: a line per learning, `language tried to | obstacle | the customer's words, if any`. */
export function told(key: string, title: string, lines: string): ToldTheme {
  return { key, title, learnings: lines.trim().split('\n').map(toldLearning) }
}

function toldLearning(line: string): ToldLearning {
  const [triedTo = '', obstacle = '', customerWords] = line
    .slice(3)
    .split('|')
    .map((part) => part.trim())
  const lang = line.slice(0, 2) as Locale
  return { lang, triedTo, obstacle, ...(customerWords !== undefined && { customerWords }) }
}
