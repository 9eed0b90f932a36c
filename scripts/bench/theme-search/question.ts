import type { Locale } from '../../../src/words.ts'

/** A finding as a consultant would put it, and the theme that says the same. */
export interface Question {
  lang: Locale
  theme: string
  text: string
}

/** Questions from text: a line each, `language theme-key finding`. */
export function questions(lines: string): Question[] {
  return lines
    .trim()
    .split('\n')
    .map((line) => {
      const [lang = '', theme = '', ...words] = line.split(' ')
      return { lang: lang as Locale, theme, text: words.join(' ') }
    })
}
