import { LOCALES } from '../../../src/words.ts'
import type { Hits, Measured } from './measure.ts'

const share = (part: number, whole: number) => `${part}/${whole} ${((100 * part) / whole).toFixed(0)}%`

/** A line of the table: hits at 1, at 3, and at 3 by language. */
export function lineOf(name: string, measured: Measured): string {
  const three = ({ three, questions }: Hits) => share(three, questions)
  const cells = [
    share(measured.first, measured.questions),
    three(measured),
    ...LOCALES.map((locale) => three(measured.byLanguage[locale]))
  ]
  return `| ${name.padEnd(44)} | ${cells.map((cell) => cell.padStart(10)).join(' | ')} |`
}

const columns = ['hits@1', 'hits@3', ...LOCALES]
export const HEAD = [
  `| ${'questions and search'.padEnd(44)} | ${columns.map((name) => name.padStart(10)).join(' | ')} |`,
  `| ${'-'.repeat(44)} | ${columns.map(() => `${'-'.repeat(9)}:`).join(' | ')} |`
].join('\n')
