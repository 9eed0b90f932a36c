/** A resource as JSON: names as the schema writes them, nothing empty, nothing that is not kept. */
export type Simple = string | boolean
export interface Complex {
  [name: string]: Value
}
export type Value = Simple | Complex | Value[]
export type Document = Complex

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const isComplex = (value: Value | undefined): value is Complex => isObject(value)

export const listOf = (value: Value | undefined): Value[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value]

/** JSON that is the same whatever the order of the names, so that equal resources have equal texts. */
export function stableJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(stableJson).join(',')}]`
  if (!isObject(value)) return JSON.stringify(value) ?? 'null'
  const names = Object.keys(value).filter((name) => value[name] !== undefined)
  return `{${names
    .sort()
    .map((name) => `${JSON.stringify(name)}:${stableJson(value[name])}`)
    .join(',')}}`
}
