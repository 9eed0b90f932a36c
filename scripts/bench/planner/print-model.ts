import type { Row, Term, ZeroOneModel } from './zero-one-model.ts'

/** The model in CPLEX LP format, for HiGHS and CBC. */
export function lpText(model: ZeroOneModel): string {
  const name = (variable: number) => `x${variable}`
  const sum = (terms: readonly Term[]) => wrap(terms.map((term) => signed(term, name)).join(' ') || '0 x0')
  const rows = model.rows.map(({ terms, sense, right }, i) => ` c${i}: ${sum(terms)} ${sense} ${right}`)
  const binaries = Array.from({ length: model.size }, (_, i) => name(i))
  return [
    `Minimize\n obj: ${sum(model.costs)} + ${model.constant} one`,
    `Subject To\n${rows.join('\n')}`,
    `Bounds\n one = 1\nBinaries\n${wrap(binaries.join(' '))}\nEnd\n`
  ].join('\n')
}

/**
 * The model in pseudo-Boolean format (OPB), for clasp. The constant is left out: the answer is judged by the score anyway.
 *
 * @throws RangeError when a number is not whole
 */
export function opbText(model: ZeroOneModel): string {
  const name = (variable: number) => `x${variable + 1}`
  const sum = (terms: readonly Term[]) => terms.map((term) => whole(term, name)).join(' ')
  const row = ({ terms, sense, right }: Row) =>
    sense === '<='
      ? `${sum(terms.map(([factor, variable]) => [-factor, variable]))} >= ${-right} ;`
      : `${sum(terms)} ${sense} ${right} ;`
  const head = `* #variable= ${model.size} #constraint= ${model.rows.length}`
  return [head, `min: ${sum(model.costs)} ;`, ...model.rows.map(row), ''].join('\n')
}

function signed([factor, variable]: Term, name: (variable: number) => string): string {
  return `${factor < 0 ? '-' : '+'} ${Math.abs(factor)} ${name(variable)}`
}

function whole([factor, variable]: Term, name: (variable: number) => string): string {
  if (!Number.isInteger(factor)) throw new RangeError(`clasp needs whole numbers, not ${factor}`)
  return `${factor < 0 ? '' : '+'}${factor} ${name(variable)}`
}

/** Solvers have limits on the length of a line: a break after every few terms. */
function wrap(text: string): string {
  let words = 0
  return text.replaceAll(' ', () => (++words % 30 === 0 ? '\n  ' : ' '))
}
