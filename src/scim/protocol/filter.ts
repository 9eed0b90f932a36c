import type { Place } from './attributes.ts'

export const OPERATORS = ['eq', 'ne', 'co', 'sw', 'ew', 'gt', 'ge', 'lt', 'le'] as const
export type Operator = (typeof OPERATORS)[number]
export type Operand = string | number | boolean | null

/** A filter (RFC 7644, 3.4.2.2) as a tree. `some`: one value of many fits all of `where`. */
export type Filter =
  | { kind: 'and'; parts: Filter[] }
  | { kind: 'or'; parts: Filter[] }
  | { kind: 'not'; part: Filter }
  | { kind: 'some'; at: Place; where: Filter }
  | { kind: 'present'; at: Place }
  | { kind: 'compare'; at: Place; operator: Operator; operand: Operand }
